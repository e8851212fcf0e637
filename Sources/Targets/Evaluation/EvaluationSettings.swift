public import PlanningModel

/// What the workspace and the scenario decide about an evaluation.
public struct EvaluationSettings: Sendable {
  /// Flat walking paces by name, in millimetres per second, for example `elder`: 900.
  public var paces: [String: Int]
  /// The pace of a cohort by name, where a target names none.
  public var paceOfCohort: [CohortID: String]
  /// The pace where nothing else decides.
  public var defaultPace: String
  /// Which way a trip on foot counts.
  public var walkDirection: TravelDirection
  /// Which way a ride counts.
  public var vehicleDirection: TravelDirection
  /// Shares or numbers for targets whose document gives none, by target id.
  public var localThresholds: [String: ExactDecimal]
  /// Registers that the scenario takes to be complete, by id.
  public var assumedComplete: [String]
  /// Short and former names of units.
  public var aliases: [String: String]
  /// The cohort of all people.
  public var totalCohort: CohortID

  /// Collects settings; the defaults are the product's (DESIGN §5.2, DOMAIN §4.1).
  public init(
    paces: [String: Int] = ["adult": 1250, "elder": 900],
    paceOfCohort: [CohortID: String] = [:], defaultPace: String = "adult",
    walkDirection: TravelDirection = .roundTrip, vehicleDirection: TravelDirection = .to,
    localThresholds: [String: ExactDecimal] = [:], assumedComplete: [String] = [],
    aliases: [String: String] = [:], totalCohort: CohortID = "total"
  ) {
    self.paces = paces
    self.paceOfCohort = paceOfCohort
    self.defaultPace = defaultPace
    self.walkDirection = walkDirection
    self.vehicleDirection = vehicleDirection
    self.localThresholds = localThresholds
    self.assumedComplete = assumedComplete
    self.aliases = aliases
    self.totalCohort = totalCohort
  }

  /// How people travel for a target: its own words first, then the cohort's pace, then defaults.
  public func profile(
    of travel: TargetTravel?, mode: TravelMode? = nil, cohort: CohortID
  ) -> TravelProfile {
    let used = mode ?? travel?.mode ?? .walk
    let named = travel?.pace ?? paceOfCohort[cohort] ?? defaultPace
    let pace = paces[named] ?? paces[defaultPace] ?? 1250
    let direction = used == .walk ? walkDirection : vehicleDirection
    let stated = used == (travel?.mode ?? .walk) ? travel?.direction : nil
    return TravelProfile(
      mode: used, paceMillimetresPerSecond: pace, direction: stated ?? direction)
  }
}
