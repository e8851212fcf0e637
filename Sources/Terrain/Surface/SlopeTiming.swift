import PlanningModel

/// A slope rule that is asked for millions of slopes, known by its type rather than by a case.
protocol SlopeTiming: Sendable {
  /// Time at a slope, signed in the direction of travel, as a multiple of the time on the flat.
  func timeFactor(atSlope slope: Double) -> Double
}

extension LangmuirCoefficients: SlopeTiming {}

/// A walking function with its speed on the flat worked out once.
///
/// The same factors, bit for bit, as ``WalkingSpeed/timeFactor(atSlope:)`` gives for slopes that
/// are numbers.
struct PreparedWalkingSpeed: SlopeTiming {
  private let function: SlopeFunction
  private let steepestSlope: Double
  private let isCappedAtFlat: Bool
  private let flatSpeed: Double

  init(_ walking: WalkingSpeed) {
    function = walking.function
    steepestSlope = walking.steepestSlope
    isCappedAtFlat = walking.isCappedAtFlat
    flatSpeed = walking.function.speed(atSlope: 0)
  }

  @inline(__always)
  func timeFactor(atSlope slope: Double) -> Double {
    let clamped = min(steepestSlope, max(-steepestSlope, slope))
    let relative = function.speed(atSlope: clamped) / flatSpeed
    return 1 / (isCappedAtFlat ? min(1, relative) : relative)
  }
}
