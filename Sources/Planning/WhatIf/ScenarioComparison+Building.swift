import Coverage
import PlanningModel
import Targets

extension ScenarioComparison {
  /// Lays two evaluations of one district side by side.
  ///
  /// - Throws: `WorkError` (`inconsistent`) when gains and losses do not add up to the change of
  ///   the district's total, which is a fault of the program.
  init(_ before: (Side, Evaluation), _ after: (Side, Evaluation)) throws {
    self.before = before.0
    self.after = after.0
    evaluations = (before.1, after.1)
    let known = Dictionary(
      before.1.results.verdicts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    targets = after.1.results.verdicts.compactMap { verdict in
      known[verdict.id].map { TargetChange($0, verdict) }
    }
    let sensitive = Set(after.1.district.cohorts.filter(\.isSensitive).map(\.id))
    services = zip(before.1.coverage, after.1.coverage).map {
      ServiceChange($0, $1, countsPeople: !sensitive.contains($1.cohort))
    }
    for service in services where service.net != nil {
      guard let whole = service.rows.last(where: { $0.row.level == .district })?.change,
        whole == service.net
      else {
        throw WorkError(
          .unsupported, operation: "compare", subject: service.table.service,
          message: Bilingual(
            "得失之和与全区变化不符，这是程序错误", "gains and losses do not add up; this is a fault of the program"),
          remedy: Bilingual("请报告这一问题", "please report it"))
      }
    }
  }
}

extension ScenarioComparison.TargetChange {
  init(_ before: Verdict, _ after: Verdict) {
    self.before = before
    self.after = after
    let (metBefore, metAfter) = (Set(before.met.map(\.id)), Set(after.met.map(\.id)))
    gained = after.met.filter { !metBefore.contains($0.id) }
    lost = before.met.filter { !metAfter.contains($0.id) }
  }
}

extension ScenarioComparison.ServiceChange {
  init(_ before: CoverageTable, _ after: CoverageTable, countsPeople: Bool) {
    table = after
    self.countsPeople = countsPeople
    func key(_ row: CoverageRow) -> String { "\(row.level.rawValue) \(row.id)" }
    let known = Dictionary(
      before.rows.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let there = Set(after.rows.map(key))
    rows =
      before.rows.filter { !there.contains(key($0)) }.map {
        .init(before: $0, after: nil, countsPeople: countsPeople)
      }
      + after.rows.map { .init(before: known[key($0)], after: $0, countsPeople: countsPeople) }
    let changes = rows.filter { $0.row.level == .village }.map(\.change)
    guard countsPeople, changes.allSatisfy({ $0 != nil }) else { return }
    let people = changes.compactMap { $0 }
    gained = people.reduce(0) { $0 + max(0, $1) }
    lost = people.reduce(0) { $0 + max(0, -$1) }
    net = people.reduce(0, +)
  }
}

extension ScenarioComparison.PlaceChange {
  /// A road that a new one meets is cut there, and each part is rounded to a millisecond: ways
  /// over it that are the same differ by as much as this.
  public static let roundingMilliseconds = 10

  init(before: CoverageRow?, after: CoverageRow?, countsPeople: Bool) {
    self.before = before
    self.after = after
    // One of the two is always there.
    row = after ?? before ?? .nowhere
    change =
      countsPeople
      ? (after == nil ? 0 : after?.covered).flatMap { late in
        (before == nil ? 0 : before?.covered).map { late - $0 }
      } : nil
    milliseconds = after?.time.flatMap { late in
      before?.time.map { Int(late.milliseconds) - Int($0.milliseconds) }
    }
    let isOtherTime =
      milliseconds.map { $0.magnitude > Self.roundingMilliseconds }
      ?? (before?.time != after?.time)
    isChanged =
      change.map { $0 != 0 } ?? false || isOtherTime
      || before?.nearest != after?.nearest || before?.status != after?.status
      || countsPeople && before?.total != after?.total
  }
}

extension CoverageRow {
  fileprivate static var nowhere: CoverageRow {
    CoverageRow(
      level: .village, id: "", code: nil, name: "", service: "", cohort: "total", limit: nil,
      covered: nil, total: nil, coveredWithNeighbours: nil, provenance: .estimated)
  }
}
