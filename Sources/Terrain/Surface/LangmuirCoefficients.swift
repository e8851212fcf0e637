import PlanningModel

/// Langmuir's rule as a sum: T = a·ΔS + b·ΔH⁺ + c·ΔH⁻ (moderate) + d·ΔH⁻ (steep).
///
/// ΔS is the horizontal distance and ΔH the height gained (⁺) or lost (⁻, negative). This is the
/// form and these are the numbers of Aitken (1977) and Langmuir (1984) as GRASS `r.walk` states
/// them; there is no gap between flat and moderate descent, and no clamp.
public struct LangmuirCoefficients: Sendable, Hashable {
  /// a: seconds a metre on the flat.
  public var secondsPerMetre: Double
  /// b: seconds for each metre of ascent.
  public var secondsPerMetreUp: Double
  /// c: seconds for each (negative) metre of a moderate descent.
  public var secondsPerMetreDownModerate: Double
  /// d: seconds for each (negative) metre of a steep descent.
  public var secondsPerMetreDownSteep: Double
  /// The slope at and under which a descent is steep, negative.
  public var steepSlope: Double

  /// Makes a rule; the defaults are those of GRASS `r.walk`.
  public init(
    secondsPerMetre: Double = 0.72, secondsPerMetreUp: Double = 6.0,
    secondsPerMetreDownModerate: Double = 1.9998, secondsPerMetreDownSteep: Double = -1.9998,
    steepSlope: Double = -0.2125
  ) {
    self.secondsPerMetre = secondsPerMetre
    self.secondsPerMetreUp = secondsPerMetreUp
    self.secondsPerMetreDownModerate = secondsPerMetreDownModerate
    self.secondsPerMetreDownSteep = secondsPerMetreDownSteep
    self.steepSlope = steepSlope
  }

  /// The speed on the flat that the first coefficient means.
  public var paceMetresPerSecond: Double { 1 / secondsPerMetre }

  /// Time at a slope as a multiple of the time on the flat.
  public func timeFactor(atSlope slope: Double) -> Double {
    let coefficient =
      slope >= 0
      ? secondsPerMetreUp
      : slope > steepSlope ? secondsPerMetreDownModerate : secondsPerMetreDownSteep
    return (secondsPerMetre + coefficient * slope) / secondsPerMetre
  }

  func check() throws {
    // Where the rule bends its time must be positive; in between it is a straight line, and
    // outwards it must not fall.
    let downhill = secondsPerMetre + secondsPerMetreDownModerate * steepSlope
    let steep = secondsPerMetre + secondsPerMetreDownSteep * steepSlope
    guard secondsPerMetre > 0, secondsPerMetre.isFinite, secondsPerMetreUp >= 0,
      secondsPerMetreUp.isFinite, steepSlope <= 0, downhill > 0, steep > 0,
      secondsPerMetreDownSteep <= 0, steep.isFinite, downhill.isFinite
    else {
      throw WorkError(
        .unsupported, operation: "lay out surface", subject: "Langmuir coefficients",
        message: Bilingual(
          "按这组系数，某些坡度的用时为零或为负",
          "with these numbers some slopes would take no time or less"),
        remedy: Bilingual(
          "应满足 a > 0、b ≥ 0、d ≤ 0，且 a + c·坡度、a + d·坡度均大于 0",
          "keep a > 0, b ≥ 0, d ≤ 0, and a + c·slope and a + d·slope above 0"))
    }
  }
}
