public import PlanningModel

/// A location problem on the workspace: who is to be served by what, and where sites may stand.
public struct WorkspaceSiting: Sendable {
  /// What happens to facilities that operate.
  public enum Existing: String, Sendable, CaseIterable {
    /// They stay.
    case fixed
    /// They may be closed.
    case free
    /// They are left out.
    case none
  }

  /// The kinds or groups of service; several only where the problem has levels or services.
  public var services: [String]
  /// Who is served.
  public var cohort: CohortID = "total"
  /// How people travel.
  public var mode = TravelMode.walk
  /// Where new sites may stand.
  public var places = CandidatePlaces.units
  /// What happens to facilities that operate.
  public var existing = Existing.fixed
  /// Candidates that have to be open, by id or name.
  public var required: [String] = []
  /// Candidates that may not be open, by id or name.
  public var forbidden: [String] = []
  /// What new sites cost; where nobody says they count one each.
  public var costs = RepairCosts()
  /// How many people a new site can serve; nil where the problem knows no capacities.
  public var capacity: Int?
  /// The evaluation whose facilities and roads there are.
  public var evaluation: EvaluationRequest

  /// Asks about services.
  public init(services: [String], evaluation: EvaluationRequest) {
    self.services = services
    self.evaluation = evaluation
  }
}

/// The plain tables of a location problem on the workspace, ready for `yike site --costs …`.
public struct WorkspaceSitingTables: Sendable {
  /// `id,demand,unit`.
  public var demand: String
  /// `id,fixed,capacity,cost,unit,building,service`; without a column where nothing is known of it.
  public var candidates: String
  /// `from,to,seconds`.
  public var costs: String
  /// `candidate,candidate,seconds`.
  public var between: String
}
