public import PlanningModel

/// A named patch on the baseline, with the assumptions it states.
///
/// The baseline is never changed: applying a scenario gives a new district.
public struct Scenario: Sendable {
  /// Its name, which is also the name of its file.
  public var id: String
  /// What reports call it.
  public var title: String
  /// What the English edition calls it.
  public var titleEnglish: String
  /// The date it is judged at, if it names one.
  public var asOf: CivilDate?
  /// Registers taken to be complete.
  public var assumeComplete: [String]
  /// What it assumes besides, in words.
  public var assumptions: [StatedAssumption]
  /// Facilities that open.
  public var opened: [Facility]
  /// Facilities that close, and when.
  public var closed: [Closing]
  /// Activity records that are added.
  public var activities: [ActivityRecord]
  /// Ledger entries that are added.
  public var progress: [LedgerEntry]

  /// Something the scenario takes for granted.
  public struct StatedAssumption: Sendable, Hashable {
    /// A short name.
    public var id: String
    /// What is assumed, in Chinese.
    public var text: String
    /// The same in English.
    public var textEnglish: String
  }

  /// A facility that closes.
  public struct Closing: Sendable, Hashable {
    /// Which one.
    public var facility: FacilityID
    /// The first day without service.
    public var date: CivilDate
    /// The line of the file, for messages.
    public var line: Int
  }
}

extension Scenario {
  /// The district with this patch applied, or the faults that forbid it.
  ///
  /// A facility that opens under an id that exists already, and one that closes without
  /// existing or opening later than it closes, are conflicts, never silent overwrites.
  public func applied(to district: District, file: String) -> (District, [InputFault]) {
    var faults: [InputFault] = []
    var facilities = Dictionary(
      district.facilities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for facility in opened {
      if facilities.updateValue(facility, forKey: facility.id) != nil {
        faults.append(
          InputFault(
            check: "scenario.conflict", severity: .blocking, file: file, column: "open",
            value: facility.id.rawValue,
            rule: Bilingual("已有 id 相同的设施", "a facility with this id exists already"),
            remedy: Bilingual("为新设施另取 id", "give the new facility another id")))
      }
    }
    for closing in closed {
      guard var facility = facilities[closing.facility] else {
        faults.append(
          InputFault(
            check: "scenario.unknown_facility", severity: .blocking, file: file,
            row: closing.line, column: "close", value: closing.facility.rawValue,
            rule: Bilingual(
              "没有 id 为“\(closing.facility)”的设施", "no facility has the id “\(closing.facility)”"),
            remedy: Bilingual("从设施台账中取 id", "take an id from the facilities ledger")))
        continue
      }
      if let opened = facility.opened, closing.date < opened {
        faults.append(
          InputFault(
            check: "scenario.conflict", severity: .blocking, file: file, row: closing.line,
            column: "close", value: closing.date.description,
            rule: Bilingual("该设施到 \(opened) 才开办", "the facility opens only on \(opened)"),
            remedy: Bilingual(
              "改为更晚的停办日期，或不列入", "close it on a later day, or leave it out")))
      }
      facility.closed = closing.date
      facilities[closing.facility] = facility
    }
    let patched = District(
      code: district.code, name: district.name, nameEnglish: district.nameEnglish,
      codeSystem: district.codeSystem, cohorts: district.cohorts,
      serviceTypes: district.serviceTypes, units: district.units,
      demandPoints: district.demandPoints, facilities: Array(facilities.values),
      activities: district.activities + activities, ledger: district.ledger + progress,
      submissions: district.submissions, milestones: district.milestones, issues: district.issues,
      registers: district.registers)
    return (patched, faults)
  }
}
