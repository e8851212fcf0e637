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
      rule: feature.shape == nil
        ? Bilingual("要素没有图形", "the feature has no shape")
        : Bilingual("道路应为线", "a road must be a line"),
      remedy: Bilingual(
        "从道路图层中删去，或画成线", "remove it from the layer of roads, or draw it as a line"))
  }

  private func fault(in line: [Position], of feature: VectorFeature) -> InputFault? {
    guard line.count >= 2 else {
      return InputFault(
        check: "roads.short_line", severity: .warning, file: file, layer: name, row: feature.row,
        value: "\(line.count)",
        rule: Bilingual("一条线至少要有两个点", "a line needs at least two vertices"),
        remedy: Bilingual("删去，或补画完整", "remove it, or draw it whole"))
    }
    guard let bad = line.first(where: { !(abs($0.x) <= 180 && abs($0.y) <= 90) }) else {
      return nil
    }
    return InputFault(
      check: "roads.bad_coordinate", severity: .blocking, file: file, layer: name,
      row: feature.row, value: "\(bad.x), \(bad.y)",
      rule: Bilingual(
        "经度应在 ±180 之内，纬度应在 ±90 之内", "degrees must lie within ±180 east and ±90 north"),
      remedy: Bilingual(
        "声明图层的坐标系，或改正该线", "declare the layer's reference system, or mend the line"))
  }
}
