public import Certificates

/// The answer to problems with shared sites.
public struct SharedSitesAnswer: Sendable {
  /// How far the search came.
  public var status: SitingAnswer.Status
  /// The shared sites that are open, ascending.
  public var selected: [Int] = []
  /// What they cost; nil when there is no choice.
  public var price: Int128?
  /// Proofs by part, where a part has sites to itself and was solved with one.
  public var proofs: [Int: SitingProof] = [:]
  /// Whether the proofs of all parts were re-checked, so that nothing rests on a solver's word.
  public var isCertified = false
  /// Other choices at the same price, in the order of their ids.
  public var alternatives: [[Int]] = []
  /// Whether there are no more of them; nil when they were not searched.
  public var areTiesComplete: Bool?
  /// The parts that no choice of sites meets; empty unless there is no answer.
  public var infeasibleParts: [Int] = []
}

/// Finds the cheapest sites that meet several problems together.
///
/// Parts that no site joins are solved one by one with their proofs; the others by branch and cut
/// (CBC), and what it chooses is judged in whole numbers. Up to ``mostSitesForFirst`` sites the
/// answer is the first of equally good ones by ids.
public struct SharedSitesSolver: Sendable {
  /// How many other choices at the same price to look for.
  public var alternatives = 0
  private static let mostSitesForFirst = 64
  private let solver: any IntegerProgramSolver = CbcSolver()

  /// A search without alternatives.
  public init() {}

  /// Solves the problems.
  public func solve(_ problem: SharedSites) -> SharedSitesAnswer {
    var answer = SharedSitesAnswer(status: .optimal)
    var isCertified = true
    for group in problem.groups {
      if group.count == 1, let alone = alone(problem, part: group[0], &answer) {
        isCertified = isCertified && alone
        continue
      }
      isCertified = false
      let joined = SharedSites(prices: problem.prices, parts: group.map { problem.parts[$0] })
      guard let open = cheapest(joined, &answer, group) else { continue }
      answer.selected += open
    }
    answer.isCertified = isCertified && answer.status != .unknown
    guard answer.status == .optimal else {
      answer.selected = []
      return answer
    }
    answer.selected = withoutNeedless(Set(answer.selected), problem)
    guard problem.isMet(by: Set(answer.selected)) else {
      return SharedSitesAnswer(status: .unknown)
    }
    answer.price = problem.price(of: answer.selected)
    if alternatives > 0 { addTies(&answer, problem) }
    return answer
  }

  /// A part that shares no site; whether it is certified, or nil when it has to go to the library.
  private func alone(
    _ problem: SharedSites, part number: Int, _ answer: inout SharedSitesAnswer
  ) -> Bool? {
    let part = problem.parts[number]
    var statement = part.statement
    for candidate in statement.states.indices where statement.states[candidate] == .free {
      guard let site = part.sites[candidate] else { return nil }
      statement.prices[candidate] = problem.prices[site]
    }
    let found = SitingSolver().solve(statement)
    answer.proofs[number] = found.proof
    switch found.status {
    case .optimal:
      answer.selected += found.selected.filter { statement.states[$0] == .free }
        .compactMap { part.sites[$0] }
    case .infeasible:
      answer.status = .infeasible
      answer.infeasibleParts.append(number)
    case .feasible, .unknown: answer.status = .unknown
    }
    return found.isCertified
  }

  private func cheapest(
    _ problem: SharedSites, _ answer: inout SharedSitesAnswer, _ group: [Int]
  ) -> [Int]? {
    let model = SharedSitesProgram(problem)
    let outcome = solver.solve(model.program, seconds: nil)
    guard let values = outcome.values, outcome.isComplete else {
      if outcome.isComplete {
        answer.status = .infeasible
        answer.infeasibleParts += group
      } else {
        answer.status = .unknown
      }
      return nil
    }
    return first(of: problem, model, witness: model.open(values))
  }

  /// The first by ids of the choices that are as cheap as the one given.
  private func first(
    of problem: SharedSites, _ model: SharedSitesProgram, witness: [Int]
  ) -> [Int] {
    guard problem.prices.count <= Self.mostSitesForFirst else { return witness }
    var model = model
    model.limit(price: problem.price(of: witness), problem.prices)
    var known = Set(witness)
    var chosen: [Int] = []
    for site in problem.prices.indices {
      if problem.isMet(by: Set(chosen)) { break }
      if !known.contains(site) {
        var tried = model
        tried.fix(site, open: true)
        let outcome = solver.solve(tried.program, seconds: nil)
        guard let values = outcome.values, case let open = Set(tried.open(values)),
          problem.isMet(by: open), problem.price(of: open) <= problem.price(of: witness)
        else {
          model.fix(site, open: false)
          continue
        }
        known = open
      }
      model.fix(site, open: true)
      chosen.append(site)
    }
    return chosen
  }

  /// Without sites that change nothing, the last first; only such as cost nothing can be there.
  private func withoutNeedless(_ selected: Set<Int>, _ problem: SharedSites) -> [Int] {
    var open = selected
    for site in selected.sorted().reversed() where problem.prices[site] == 0 {
      open.remove(site)
      if !problem.isMet(by: open) { open.insert(site) }
    }
    return open.sorted()
  }

  private func addTies(_ answer: inout SharedSitesAnswer, _ problem: SharedSites) {
    var model = SharedSitesProgram(problem)
    model.limit(price: answer.price ?? 0, problem.prices)
    model.exclude(answer.selected)
    answer.areTiesComplete = false
    while true {
      let outcome = solver.solve(model.program, seconds: nil)
      guard outcome.isComplete else { break }
      guard let values = outcome.values, case let open = model.open(values),
        problem.isMet(by: Set(open)), problem.price(of: open) == answer.price
      else {
        answer.areTiesComplete = true
        break
      }
      if answer.alternatives.count == alternatives { break }
      answer.alternatives.append(open)
      model.exclude(open)
    }
    answer.alternatives.sort { $0.lexicographicallyPrecedes($1) }
  }
}
