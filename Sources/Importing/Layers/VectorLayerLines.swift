public import Geometry
public import PlanningModel

extension VectorLayer {
  /// The lines of the layer with the tags in `keys`, and what could not be taken.
  ///
  /// The shapes must be in WGS 84 degrees: see ``transformed(from:to:)``. A key takes the first
  /// filled field whose name is the same but for case and separators (`oneway:foot` is found
  /// as `oneway_foot`). The parts of a multi-line become lines of one id, which is the row.
  public func taggedLines(keys: [String]) -> (TaggedLines, [InputFault]) {
    var lines = TaggedLines(keys: keys)
    var faults: [InputFault] = []
    var places: [String: UInt32] = ["": 0]
    let columns = keys.map { key in
      fields.indices.filter { VectorLayer.folded(fields[$0]) == VectorLayer.folded(key) }
    }
    for feature in features {
      let parts = feature.shape?.lines ?? []
      if parts.isEmpty { faults.append(notALine(feature)) }
      for part in parts {
        if let fault = fault(in: part, of: feature) {
          faults.append(fault)
          continue
        }
        for position in part {
          lines.longitude.append(position.x)
          lines.latitude.append(position.y)
        }
        lines.firstVertex.append(UInt32(lines.longitude.count))
        lines.lineIDs.append(Int64(feature.row))
        for columns in columns {
          let text = columns.lazy.compactMap { feature.values[$0] }.first { !$0.isEmpty } ?? ""
          let place = places[text] ?? UInt32(lines.strings.count)
          if places.updateValue(place, forKey: text) == nil { lines.strings.append(text) }
          lines.values.append(place)
        }
      }
    }
    return (lines, faults)
  }

  private func notALine(_ feature: VectorFeature) -> InputFault {
    InputFault(
      check: "roads.not_a_line", severity: .warning, file: file, layer: name, row: feature.row,
      value: feature.shape?.kind,
      rule: feature.shape == nil ? "the feature has no shape" : "a road must be a line",
      remedy: "remove it from the layer of roads, or draw it as a line")
  }

  private func fault(in line: [Position], of feature: VectorFeature) -> InputFault? {
    guard line.count >= 2 else {
      return InputFault(
        check: "roads.short_line", severity: .warning, file: file, layer: name, row: feature.row,
        value: "\(line.count)", rule: "a line needs at least two vertices",
        remedy: "remove it, or draw it whole")
    }
    guard let bad = line.first(where: { !(abs($0.x) <= 180 && abs($0.y) <= 90) }) else {
      return nil
    }
    return InputFault(
      check: "roads.bad_coordinate", severity: .blocking, file: file, layer: name,
      row: feature.row, value: "\(bad.x), \(bad.y)",
      rule: "degrees must lie within ±180 east and ±90 north",
      remedy: "declare the layer's reference system, or mend the line")
  }
}
