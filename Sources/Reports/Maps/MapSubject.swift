import Coverage
import Planning
import PlanningModel
import Targets

/// What the map shows: one target's verdict on the units, one service's reach to the villages.
struct MapSubject {
  /// The target whose verdict colours the units; nil for none.
  let verdict: Verdict?
  /// The coverage table that marks the villages; nil for none.
  let table: CoverageTable?

  /// Shows what is given.
  init(verdict: Verdict?, table: CoverageTable?) {
    self.verdict = verdict
    self.table = table
  }

  /// The target of units whose answers differ most between two evaluations; nil when none does.
  static func mostChanged(
    from before: Evaluation, to after: Evaluation
  ) -> (before: Verdict, after: Verdict)? {
    let units = Set(after.district.units.map(\.id.rawValue))
    var best: (before: Verdict, after: Verdict)?
    var most = 0
    for verdict in after.results.verdicts {
      guard let old = before.results.verdicts.first(where: { $0.id == verdict.id }) else {
        continue
      }
      let answers = (
        MapSubject(verdict: old, table: nil).answers,
        MapSubject(verdict: verdict, table: nil).answers
      )
      let changed = units.count { answers.0[$0] != answers.1[$0] }
      if changed > most { (most, best) = (changed, (old, verdict)) }
    }
    return best
  }

  /// Takes the failed or undecided target that leaves out most units, and the headline table.
  init(_ evaluation: Evaluation, table: CoverageTable?) {
    self.table = table
    let units = Set(evaluation.district.units.map(\.id.rawValue))
    func left(_ verdict: Verdict) -> Int {
      (verdict.missing + verdict.undecided).count { units.contains($0.id) }
    }
    let open = evaluation.results.verdicts.filter {
      ($0.status.isFailure || $0.status == .unknown) && left($0) > 0
    }
    verdict =
      open.enumerated().min { first, second in
        let key = { (item: (offset: Int, element: Verdict)) in
          (item.element.status.isFailure ? 0 : 1, -left(item.element), item.offset)
        }
        return key(first) < key(second)
      }?.element
  }

  /// What the target says of a unit.
  enum UnitAnswer: CaseIterable {
    case met, missing, undecided, outside
  }

  /// The answer for each unit that the target is about.
  var answers: [String: UnitAnswer] {
    guard let verdict else { return [:] }
    var answers: [String: UnitAnswer] = [:]
    for finding in verdict.undecided { answers[finding.id] = .undecided }
    for finding in verdict.missing { answers[finding.id] = .missing }
    for finding in verdict.met { answers[finding.id] = .met }
    return answers
  }

  /// How the service reaches a village.
  enum VillageAnswer: CaseIterable {
    case covered, uncovered, unknown
  }

  /// The answer for each village of the table.
  var villages: [String: VillageAnswer] {
    guard let table else { return [:] }
    var answers: [String: VillageAnswer] = [:]
    for row in table.rows where row.level == .village {
      answers[row.id] =
        row.reason == .noData
        ? .unknown : row.reason == nil && row.time != nil ? .covered : .uncovered
    }
    return answers
  }
}
