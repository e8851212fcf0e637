/// Which present units former names and codes lead to, by a list of changes.
///
/// A name or code that a present unit bears is that unit's, whatever the list says.
public struct UnitSuccession: Sendable {
  /// A unit that is no more.
  public struct Former: Sendable, Hashable {
    /// Its name, as far as the list gives it.
    public var name: String
    /// The day from which the name is a former one; nil where no source tells.
    public var until: CivilDate?
    /// The present units that it became, by id; several after a split, none after an abolition.
    public var successors: [UnitID]
  }

  /// Short of nothing: former names of one successor, as `aliases` of `yike.yaml` would give them.
  public private(set) var aliases: [String: String] = [:]
  private var byName: [String: Former] = [:]
  private var byCode: [CodeSystem: [String: Former]] = [:]
  private let districtNames: Set<String>

  /// Follows the changes up to the present units.
  ///
  /// - Parameters:
  ///   - changes: the list, in any order.
  ///   - units: the present units.
  ///   - district: the present district's code, whose own former name and code are told apart.
  public init(_ changes: [UnitChange], units: [AdministrativeUnit], district: String) {
    let present = UnitNames(units)
    let byFormer = Dictionary(grouping: changes) { Self.key($0.fromSystem, $0.fromCode) }
    var districtNames: Set<String> = []
    let intoDistrict = changes.filter { $0.toCode == district }
    if Set(intoDistrict.map(\.fromCode)).count == 1, let change = intoDistrict.first {
      districtNames = Set([change.fromCode, change.fromName].compactMap(\.self))
    }
    self.districtNames = districtNames

    func successors(_ change: UnitChange, _ seen: Set<String>) -> [UnitID] {
      if let unit = present.find(code: change.toCode, in: change.toSystem) { return [unit] }
      let key = Self.key(change.toSystem, change.toCode)
      guard !change.toCode.isEmpty, !seen.contains(key) else { return [] }
      return (byFormer[key] ?? []).flatMap { successors($0, seen.union([key])) }
    }
    for rows in Dictionary(grouping: changes, by: { Self.identity(of: $0) }).values {
      guard let first = rows.first else { continue }
      let all = Set(rows.flatMap { successors($0, []) }).sorted()
      let former = Former(
        name: first.fromName ?? first.fromCode, until: rows.compactMap(\.date).min(),
        successors: all)
      if let name = first.fromName, present.find(name: name) == nil { byName[name] = former }
      if !first.fromCode.isEmpty, present.find(code: first.fromCode, in: first.fromSystem) == nil {
        byCode[first.fromSystem, default: [:]][first.fromCode] = former
      }
    }
    for (name, former) in byName where former.successors.count == 1 {
      aliases[name] = former.successors.first.flatMap { present[$0]?.name }
    }
  }

  /// The former unit of a name that no present unit bears.
  public func former(name: String) -> Former? { byName[name] }

  /// The former unit of a code that no present unit bears.
  public func former(code: String, in system: CodeSystem) -> Former? { byCode[system]?[code] }

  /// Whether a name or code was the whole district's; that of a district that was merged into it
  /// was not.
  public func isFormerDistrict(_ text: String) -> Bool { districtNames.contains(text) }

  private static func key(_ system: CodeSystem, _ code: String) -> String {
    "\(system.rawValue):\(code)"
  }

  /// Rows of one former unit: by its code, by its name where it has none.
  private static func identity(of change: UnitChange) -> String {
    change.fromCode.isEmpty
      ? "name:\(change.fromName ?? "")" : key(change.fromSystem, change.fromCode)
  }
}
