import Foundation

/// Theil's T split into what lies between groups and what lies within them.
struct TheilDecomposition {
  /// `Σ_g (P_g / P) (μ_g / μ) ln(μ_g / μ)`.
  let between: Double?
  /// `Σ_g (P_g μ_g / P μ) T_g`.
  let within: Double?
  /// The groups, sorted bytewise.
  let groups: [Equity.Group]

  /// Splits by the group of each place; places without a value are left out.
  init(values: [Double?], people: [Double], groups: [String]) {
    var members: [String: [Int]] = [:]
    for (place, group) in groups.enumerated() { members[group, default: []].append(place) }
    let names = members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let all = WeightedValues(values: values, people: people)
    let total = all.people - all.peopleWithoutValue
    var between = 0.0
    var within = 0.0
    var rows: [Equity.Group] = []
    for name in names {
      let places = members[name] ?? []
      let own = WeightedValues(
        values: places.map { values[$0] }, people: places.map { people[$0] })
      rows.append(
        Equity.Group(
          name: name, people: own.people, peopleWithoutValue: own.peopleWithoutValue,
          mean: own.mean, gini: own.gini, theil: own.theil))
      guard let mean = all.mean, mean > 0, let ownMean = own.mean, ownMean > 0 else { continue }
      let ratio = ownMean / mean
      let share = (own.people - own.peopleWithoutValue) / total * ratio
      between += share * log(ratio)
      within += share * (own.theil ?? 0)
    }
    self.groups = rows
    let isDefined = (all.mean ?? 0) > 0
    self.between = isDefined ? max(0, between) : nil
    self.within = isDefined ? within : nil
  }
}
