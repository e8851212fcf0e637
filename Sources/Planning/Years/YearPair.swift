import PlanningModel
import Scenarios
import Targets
import TravelTimes

/// Two judged years, and which of their ground is the same.
struct YearPair {
  let first: YearState
  let second: YearState
  let areas: ComparableAreas

  /// One promise in both years.
  func comparison(of before: Verdict, with after: Verdict) throws -> YearComparison {
    var result = YearComparison(
      idBefore: before.id, id: after.id, title: after.title, titleEnglish: after.titleEnglish,
      rules: [before.rule, after.rule], statuses: [before.status, after.status],
      original: .init(before: share(before), after: share(after)),
      provenance: .weakest(of: [before.provenance, after.provenance].compactMap(\.self)))
    switch comparable(before, after) {
    case .success(let pair): result.comparable = pair
    case .failure(let why): result.noComparable = why.text
    }
    switch try decomposition(before, after) {
    case .success(let parts): result.decomposition = parts
    case .failure(let why): result.noDecomposition = why.text
    }
    return result
  }

  private struct Why: Error {
    let text: Bilingual
    init(_ chinese: String, _ english: String) { text = Bilingual(chinese, english) }
  }

  private func share(_ verdict: Verdict) -> YearComparison.Share {
    YearComparison.Share(
      achieved: verdict.achieved, unknown: verdict.unknown, universe: verdict.universe)
  }

  // MARK: 可比口径

  private func comparable(
    _ before: Verdict, _ after: Verdict
  ) -> Result<YearComparison.Pair, Why> {
    guard before.rule == after.rule else {
      return .failure(Why("两年口径不同", "the years count by different rules"))
    }
    guard before.universe != nil, after.universe != nil, before.listing != .items,
      after.listing != .items
    else { return .failure(Why("不是占比", "it is no share")) }
    guard !first.isSensitive(before.id), !second.isSensitive(after.id) else {
      return .failure(Why("敏感人群，不作推算", "a sensitive cohort; nothing is derived"))
    }
    if first.queries[before.id] != nil, second.queries[after.id] != nil {
      return .success(people(before, after))
    }
    return .success(units(before, after))
  }

  /// An area counts as one unit: met where all of its units are, undecided where none is known
  /// not to be.
  private func units(_ before: Verdict, _ after: Verdict) -> YearComparison.Pair {
    func answers(
      _ verdict: Verdict, _ area: (String) -> String?
    ) -> [String: (yes: Bool, no: Bool)] {
      var answers: [String: (yes: Bool, no: Bool)] = [:]
      for (findings, isYes, isNo) in [
        (verdict.met, true, false), (verdict.missing, false, true),
        (verdict.undecided, false, false),
      ] {
        for finding in findings {
          guard let area = area(finding.id) else { continue }
          let known = answers[area] ?? (true, false)
          answers[area] = (known.yes && isYes, known.no || isNo)
        }
      }
      return answers
    }
    let one = answers(before, areas.areaBefore)
    let other = answers(after, areas.areaAfter)
    let both = Set(one.keys).intersection(other.keys)
    func share(_ answers: [String: (yes: Bool, no: Bool)]) -> YearComparison.Share {
      let inBoth = both.compactMap { answers[$0] }
      return YearComparison.Share(
        achieved: inBoth.count { $0.yes }, unknown: inBoth.count { !$0.yes && !$0.no },
        universe: both.count)
    }
    return .init(before: share(one), after: share(other))
  }

  /// People of the townships that both years have, on the ground they have in common.
  private func people(_ before: Verdict, _ after: Verdict) -> YearComparison.Pair {
    func counts(
      _ verdict: Verdict, _ units: [String: UnitID], _ area: (String) -> String?
    ) -> [String: YearComparison.Share] {
      var counts: [String: YearComparison.Share] = [:]
      for (findings, isYes, isOpen) in [
        (verdict.met, true, false), (verdict.missing, false, false),
        (verdict.undecided, false, true),
      ] {
        for finding in findings {
          guard let area = units[finding.id].flatMap({ area($0.rawValue) }) else { continue }
          let people = finding.people ?? 0
          let sum = counts[area] ?? .init(achieved: 0, unknown: 0, universe: 0)
          counts[area] = .init(
            achieved: (sum.achieved ?? 0) + (isYes ? people : 0),
            unknown: (sum.unknown ?? 0) + (isOpen ? people : 0),
            universe: (sum.universe ?? 0) + people)
        }
      }
      return counts
    }
    let one = counts(before, first.unitOfVillage, areas.areaBefore)
    let other = counts(after, second.unitOfVillage, areas.areaAfter)
    let both = Set(one.keys).intersection(other.keys)
    func sum(_ counts: [String: YearComparison.Share]) -> YearComparison.Share {
      both.compactMap { counts[$0] }.reduce(.init(achieved: 0, unknown: 0, universe: 0)) {
        .init(
          achieved: ($0.achieved ?? 0) + ($1.achieved ?? 0),
          unknown: ($0.unknown ?? 0) + ($1.unknown ?? 0),
          universe: ($0.universe ?? 0) + ($1.universe ?? 0))
      }
    }
    return .init(before: sum(one), after: sum(other))
  }

  // MARK: sites, people, roads

  private func decomposition(
    _ before: Verdict, _ after: Verdict
  ) throws -> Result<ChangeDecomposition, Why> {
    guard let query = first.queries[before.id], let later = second.queries[after.id] else {
      return .failure(Why("不是时间可达的人口占比", "it is no share of people within a time"))
    }
    guard query.reach == later.reach, query.cohort == later.cohort, query.limit == later.limit
    else {
      return .failure(
        Why("两年的服务、人群、时限或出行方式不同", "the years differ in service, cohort, limit or travel"))
    }
    guard !first.isSensitive(before.id), !second.isSensitive(after.id) else {
      return .failure(Why("敏感人群，不作推算", "a sensitive cohort; nothing is derived"))
    }
    guard let covered = before.achieved, let coveredLater = after.achieved else {
      return .failure(Why("数据不足", "not enough data"))
    }
    let parts = try ChangeDecomposition { factors in try count(query, factors) }
    // The ends are the verdicts' own figures, or it is another rule that decided.
    guard parts.before == covered, parts.after == coveredLater else {
      return .failure(
        Why("结论不只取决于时间可达", "the verdicts rest on more than travel times"))
    }
    return .success(parts)
  }

  /// Covered people where the named factors are those of the second year.
  private func count(_ query: AccessQuery, _ factors: Set<ChangeFactor>) throws -> Int {
    func year(_ factor: ChangeFactor) -> YearState { factors.contains(factor) ? second : first }
    let sites = year(.sites).situation
    var district = year(.people).situation.district
    district.facilities = sites.district.facilities
    let reach = try FieldReach(
      district: district, asOf: sites.asOf, field: year(.roads).situation.field
    ).reach(query.reach)
    return zip(district.demandPoints, reach.own).reduce(0) { sum, pair in
      let (point, nearest) = pair
      guard point.band == .own, let nearest, nearest.time <= query.limit else { return sum }
      return sum + (point.people[query.cohort] ?? 0)
    }
  }
}
