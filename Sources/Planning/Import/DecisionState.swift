public import PlanningModel
public import Workspace

/// A decision and what came of it at the import.
public struct DecisionState: Sendable {
  /// What was decided.
  public var decision: PlannerDecision
  /// How many rows it was applied to; nil for a column, which is applied to all.
  public var rows: Int?
  /// Why it is applied no more; nil while it is.
  public var stale: Bilingual?

  /// The finding about a decision that is applied no more.
  var fault: InputFault? {
    stale.map { why in
      InputFault(
        check: "decision.stale", severity: .warning, file: WorkspaceFolder.decisionsName,
        row: decision.line, column: decision.kind.rawValue, value: decision.value, rule: why,
        remedy: Bilingual("删去这条决定，或更正它", "take the decision out, or correct it"))
    }
  }
}

/// Looks what became of the decisions.
struct DecisionStates {
  let settings: WorkspaceSettings
  /// Everything that was found when the sources were read.
  let faults: [InputFault]
  /// The columns of each file as Yike knows them.
  let columns: [String: Set<String>]
  /// The full names of the units.
  let units: Set<String>

  /// The decisions in the order of the file.
  var all: [DecisionState] { settings.decisions.map(state) }

  private func state(_ decision: PlannerDecision) -> DecisionState {
    let files = Set(settings.sources.map(\.file))
    guard files.contains(decision.file) else {
      return DecisionState(
        decision: decision, rows: 0,
        stale: Bilingual(
          "yike.yaml 的 sources 没有文件 \(decision.file)",
          "sources in yike.yaml have no file \(decision.file)"))
    }
    switch decision.kind {
    case .unit:
      guard units.contains(decision.meaning) else {
        return DecisionState(
          decision: decision, rows: 0,
          stale: Bilingual(
            "没有名为\(decision.meaning)的单位", "no unit is called \(decision.meaning)"))
      }
      return applied(decision, "unit.alias") { $0.value == decision.value }
    case .fillDown:
      return applied(decision, "table.filled_down") { $0.column == decision.value }
    case .column:
      let isThere = columns[decision.file]?.contains(decision.meaning) == true
      return DecisionState(
        decision: decision, rows: nil,
        stale: isThere
          ? nil
          : Bilingual(
            "文件中已没有“\(decision.value)”这一列", "the file has no column “\(decision.value)” any more"))
    }
  }

  private func applied(
    _ decision: PlannerDecision, _ check: String, _ matches: (InputFault) -> Bool
  ) -> DecisionState {
    let rows = faults.count { $0.check == check && $0.file == decision.file && matches($0) }
    return DecisionState(
      decision: decision, rows: rows,
      stale: rows > 0
        ? nil : Bilingual("文件中已没有一行用到它", "no row of the file needs it any more"))
  }
}

/// A name in a ledger that is no unit's, for a person to decide.
public struct UndecidedName: Sendable, Hashable {
  /// The source.
  public var file: String
  /// The name as it stands there.
  public var name: String
  /// The rows that bear it.
  public var rows: [Int]
  /// Full names of units that look like it, best first.
  public var candidates: [String]
  /// Full names of all units.
  public var units: Set<String>

  /// The unit that an answer means, a place among the candidates from 1 or a full name; nil where
  /// it means none.
  public func unit(answer: String) -> String? {
    if let number = Int(answer) {
      return candidates.indices.contains(number - 1) ? candidates[number - 1] : nil
    }
    return units.contains(answer) ? answer : nil
  }
}

extension WorkspaceSession {
  /// What became of the planner's decisions, read afresh.
  public func decisions() throws -> [DecisionState] {
    SourceImport(folder, records: try folder.currentSources()).decisions
  }

  /// Names in ledgers that are no unit's, in the order of the files.
  public func undecidedNames() throws -> [UndecidedName] {
    SourceImport(folder, records: try folder.currentSources()).undecidedNames
  }

  /// Keeps decisions in `decisions.yaml`, where the next import finds them.
  ///
  /// - Throws: `WorkError` (`unwritable`).
  public func keep(_ decisions: [PlannerDecision]) throws { try folder.append(decisions) }
}
