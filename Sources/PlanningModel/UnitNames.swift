/// Finds units by code within a code system, or by name within the district.
///
/// Names are taken as written (full official names and declared aliases); nothing is guessed.
/// Where units of several districts are held, `<district>/<name>`, by the district's
/// name or code, tells units of one name apart.
/// What does not match can be shown with the nearest names, for a person to decide.
public struct UnitNames: Sendable {
  private let units: [UnitID: AdministrativeUnit]
  private let byCode: [CodeSystem: [String: UnitID]]
  private let byName: [String: [UnitID]]

  /// Indexes the units of one district; `aliases` maps short or former names to full names.
  public init(_ units: [AdministrativeUnit], aliases: [String: String] = [:]) {
    var byCode: [CodeSystem: [String: UnitID]] = [:]
    var byName: [String: [UnitID]] = [:]
    for unit in units {
      for (system, code) in unit.codes { byCode[system, default: [:]][code] = unit.id }
      byName[unit.name, default: []].append(unit.id)
      for parent in [unit.parentName, unit.parent.rawValue].compactMap({ $0 }) {
        byName["\(parent)/\(unit.name)", default: []].append(unit.id)
      }
    }
    for (alias, name) in aliases where byName[alias] == nil { byName[alias] = byName[name] }
    self.units = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.byCode = byCode
    self.byName = byName
  }

  /// The unit with an id, if there is one.
  public subscript(id: UnitID) -> AdministrativeUnit? { units[id] }

  /// The unit with a code of a system, if there is one.
  public func find(code: String, in system: CodeSystem) -> UnitID? { byCode[system]?[code] }

  /// The one unit of that full name or alias; nil when none or several carry it.
  public func find(name: String) -> UnitID? {
    guard let found = byName[name], found.count == 1 else { return nil }
    return found[0]
  }

  /// Up to `count` known names that share the most characters with `name`, best first.
  public func nearest(to name: String, count: Int = 3) -> [String] {
    let wanted = Set(name)
    return byName.keys.filter { !$0.contains("/") }
      .map { (name: $0, score: Set($0).intersection(wanted).count) }
      .filter { $0.score > 0 }
      .sorted {
        ($1.score, $0.name.count, $0.name) < ($0.score, $1.name.count, $1.name)
      }
      .prefix(count).map(\.name)
  }
}
