public import PlanningModel
public import TravelTimes

/// Documents, universes and targets of a workspace, in the order of the files.
public struct Policies: Sendable {
  /// The documents.
  public var documents: [PolicyDocument]
  /// The universes.
  public var universes: [Universe]
  /// The targets.
  public var targets: [Target]

  /// Offices that were merged into others, by their former names.
  public var successors: [String: OfficeSuccession] = [:]

  /// What ids and words of the entries are called.
  public var terms = Terms()

  /// Collects policies.
  public init(
    documents: [PolicyDocument], universes: [Universe], targets: [Target],
    successors: [String: OfficeSuccession] = [:]
  ) {
    self.successors = successors
    self.documents = documents
    self.universes = universes
    self.targets = targets
  }

  /// The document of a short name.
  public func document(_ id: String) -> PolicyDocument? { documents.first { $0.id == id } }

  /// The universe of a name.
  public func universe(_ id: String) -> Universe? { universes.first { $0.id == id } }

  /// The whole numbers among the thresholds that documents set, by name.
  var parameters: [String: Int] {
    var parameters: [String: Int] = [:]
    for target in targets {
      guard case .parameter(let measure) = target.measure else { continue }
      for parameter in measure.values where parameter.values.count == 1 {
        if let number = Int(parameter.values[0]) { parameters[parameter.name] = number }
      }
    }
    return parameters
  }

  /// The target of an id.
  public func target(_ id: String) -> Target? { targets.first { $0.id == id } }
}

/// An office whose work another took over.
public struct OfficeSuccession: Sendable, Hashable {
  /// The name of the office that took over.
  public var successor: String
  /// The day from which papers of the successor count; nil for any day.
  public var since: CivilDate?
}

/// One question of the kind "which share of a cohort is within a limit?".
public struct AccessQuery: Sendable, Hashable {
  /// The target that asks.
  public var targetID: String
  /// Its title.
  public var label: String
  /// Its title in English, else the Chinese one.
  public var labelEnglish: String
  /// The kinds of facility that count, and how people travel.
  public var reach: ReachQuery
  /// Who is counted.
  public var cohort: CohortID
  /// The limit; a time equal to it is within.
  public var limit: TravelTime
}

extension Policies {
  /// Every `share_population` question, so that tables come from the same cost field as verdicts.
  public func accessQueries(_ settings: EvaluationSettings) -> [AccessQuery] {
    targets.compactMap { target in
      guard case .sharePopulation(let share) = target.measure else { return nil }
      return AccessQuery(
        targetID: target.id, label: target.title,
        labelEnglish: target.titleEnglish ?? target.title,
        reach: ReachQuery(
          kinds: share.kinds, profile: settings.profile(of: target.travel, cohort: share.cohort)),
        cohort: share.cohort, limit: share.limit)
    }
  }
}
