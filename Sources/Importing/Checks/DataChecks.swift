public import PlanningModel

/// The data-quality checks that need more than one row (DOMAIN §5.4).
public enum DataChecks {
  /// All findings, by file, row and check.
  ///
  /// A pure function of the values: the same data gives the same list in the same order.
  public static func run(_ data: LoadedData) -> [InputFault] {
    let all =
      UnitChecks.run(data) + PolygonChecks.run(data) + PeopleChecks.run(data)
      + FacilityChecks.run(data) + PlaceChecks.run(data)
    return all.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.file, first.row ?? 0, first.check, left.offset)
        < (second.file, second.row ?? 0, second.check, right.offset)
    }.map(\.element)
  }
}

/// Checks of units against each other.
enum UnitChecks {
  static func run(_ data: LoadedData) -> [InputFault] {
    let units = data.district.units
    return Dictionary(grouping: units) { "\($0.parent)/\(stem($0.name))" }
      .sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
      .flatMap { group in
        let names = group.map(\.name).joined(separator: ", ")
        return group.dropFirst().map { unit in
          ImportCheck.unitSameStem.fault(
            at: data.unitPlaces[unit.id], "name", value: unit.name,
            Bilingual("\(names) 只差类别用字", "\(names) differ only in their class"),
            Bilingual(
              "这些名称一律填写全称；简称不予匹配",
              "always write these names in full; short names are never matched"))
        }
      }
  }

  private static func stem(_ name: String) -> String {
    for suffix in ["街道", "镇", "乡"] where name.hasSuffix(suffix) {
      return String(name.dropLast(suffix.count))
    }
    return name
  }
}
