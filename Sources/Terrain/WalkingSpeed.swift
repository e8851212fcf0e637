import Foundation
public import PlanningModel

extension SlopeFunction {
  /// Speed as published, in any unit, for a slope that is not clamped.
  func speed(atSlope slope: Double) -> Double {
    switch self {
    case .tobler: return exp(-3.5 * abs(slope + 0.05))
    case .irmischerClarke:
      return 0.11 + exp(-square(100 * slope + 5) / 1800)
    case .irmischerClarkeOffPath:
      return 0.11 + 0.67 * exp(-square(100 * slope + 2) / 1800)
    case .campbell:
      let degrees = atan(slope) * 180 / .pi
      let width = 10.064
      let curve = 63.66 / (.pi * width * (1 + square((degrees + 2.171) / width)))
      return curve + 0.628 - 0.005 * degrees
    case .naismithLangmuir: return 1 / naismithSecondsPerMetre(atSlope: slope)
    case .marquezPerez: return exp(-5.3 * abs(0.7 * slope + 0.03))
    case .minetti:
      let i = slope
      return 1 / (((((280.5 * i - 58.7) * i - 76.8) * i + 51.9) * i + 19.6) * i + 2.5)
    case .none: return 1
    }
  }

  /// Naismith's 5 km/h and 10 min per 100 m of ascent; by Langmuir 10 min less per 300 m of
  /// descent between 5° and 12°, and 10 min more where it is steeper.
  private func naismithSecondsPerMetre(atSlope slope: Double) -> Double {
    let degrees = atan(slope) * 180 / .pi
    if slope >= 0 { return 0.72 + 6 * slope }
    if degrees < -12 { return 0.72 - 2 * slope }
    return degrees <= -5 ? 0.72 + 2 * slope : 0.72
  }

  private func square(_ x: Double) -> Double { x * x }
}

/// A slope function with the two limits that keep noise and downhill runs out of it.
public struct WalkingSpeed: Sendable, Hashable {
  /// The shape.
  public var function: SlopeFunction
  /// Slopes steeper than this count as this, in both directions.
  public var steepestSlope: Double
  /// Whether nobody walks faster downhill than on the flat.
  public var isCappedAtFlat: Bool

  /// Makes a rule; the default is that of older people: Tobler, capped downhill, |S| ≤ 0.40.
  public init(
    function: SlopeFunction = .tobler, steepestSlope: Double = 0.40, isCappedAtFlat: Bool = true
  ) {
    self.function = function
    self.steepestSlope = steepestSlope
    self.isCappedAtFlat = isCappedAtFlat
  }

  /// Speed at a slope as a share of the speed on the flat; a slope that is not a number is flat.
  public func relativeSpeed(atSlope slope: Double) -> Double {
    guard slope.isFinite else { return 1 }
    let clamped = min(steepestSlope, max(-steepestSlope, slope))
    let relative = function.speed(atSlope: clamped) / function.speed(atSlope: 0)
    return isCappedAtFlat ? min(1, relative) : relative
  }

  /// Time at a slope as a multiple of the time on the flat: the inverse of the relative speed.
  public func timeFactor(atSlope slope: Double) -> Double { 1 / relativeSpeed(atSlope: slope) }
}
