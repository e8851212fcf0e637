import PlanningModel

extension TravelSettings {
  /// What holds where `yike.yaml` is silent (DOMAIN §4.1 to 4.3; speeds and paces are proposals
  /// of the product, not policy).
  static let defaults = TravelSettings(
    paces: [
      Pace(name: "accompanied", millimetresPerSecond: 1000),
      Pace(name: "adult", millimetresPerSecond: 1250),
      Pace(name: "elder", millimetresPerSecond: 900),
      Pace(name: "elder_75", millimetresPerSecond: 800),
      Pace(name: "frail", millimetresPerSecond: 650),
    ],
    defaultPace: "elder",
    directions: [.walk: .roundTrip, .motor: .to, .car: .to, .bus: .to],
    slope: SlopeSettings(
      function: .tobler, isCappedDownhill: true, clamp: exact(40, over: 100)),
    snap: SnapSettings(candidates: 5, capMetres: ExactDecimal(1000)),
    offRoad: .terrain,
    fallbackDetour: exact(18, over: 10),
    speeds: [
      ("living_street", 10), ("motorway", 80), ("primary", 45), ("residential", 18),
      ("secondary", 35), ("service", 10), ("tertiary", 25), ("track", 10), ("trunk", 55),
      ("unclassified", 18),
    ].map { RoadSpeed(roadClass: $0.0, kilometresPerHour: ExactDecimal($0.1)) },
    motorCapKilometresPerHour: ExactDecimal(20),
    mountain: MountainSettings(factor: exact(8, over: 10), grade: exact(8, over: 100)),
    joinEndsMetres: ExactDecimal(0))

  /// A constant fraction; the denominators above are positive.
  private static func exact(_ numerator: Int, over denominator: Int) -> ExactDecimal {
    ExactDecimal(numerator, over: denominator) ?? ExactDecimal(0)
  }
}
