import PlanningModel

/// Between which cells a walker may step.
public enum SurfaceNeighbours: Int, Sendable, Hashable {
  /// To the eight cells around: a straight way is at most 8.24 % too long.
  case eight = 8
  /// Also by the knight's move: a straight way is at most 2.75 % too long.
  case sixteen = 16
}

/// How the slope of a move changes its time.
public enum SurfaceSlopeRule: Sendable, Hashable {
  /// A walking function relative to the flat, with its clamp and cap.
  case walking(WalkingSpeed)
  /// Langmuir's rule in the linear form that GRASS r.walk uses.
  case langmuir(LangmuirCoefficients)
}

/// How a surface is walked over.
public struct CostSurfaceRules: Sendable, Hashable {
  /// Eight or sixteen moves.
  public var neighbours: SurfaceNeighbours
  /// What slope does.
  public var slope: SurfaceSlopeRule
  /// Speed on flat ground where no land cover is given, in metres a second.
  public var paceMetresPerSecond: Double
  /// Whether a barrier also cuts the roads that run across it; if not, a road leads over the
  /// barrier like a bridge, and only along the road.
  public var barriersCutRoads: Bool

  /// Makes rules; the defaults are those of the plain-file form of `travel-times`.
  public init(
    neighbours: SurfaceNeighbours = .eight, slope: SurfaceSlopeRule = .walking(WalkingSpeed()),
    paceMetresPerSecond: Double = 1.25, barriersCutRoads: Bool = false
  ) {
    self.neighbours = neighbours
    self.slope = slope
    self.paceMetresPerSecond = paceMetresPerSecond
    self.barriersCutRoads = barriersCutRoads
  }

  func check() throws {
    guard paceMetresPerSecond > 0, paceMetresPerSecond.isFinite else {
      throw WorkError(
        .unsupported, operation: "lay out surface", subject: "pace",
        message: Bilingual(
          "\(paceMetresPerSecond) m/s 不是步行速度", "\(paceMetresPerSecond) m/s is no walking speed"),
        remedy: Bilingual(
          "以米每秒填写，如 0.9", "give a speed in metres a second, for example 0.9"))
    }
    if case .langmuir(let coefficients) = slope { try coefficients.check() }
  }
}

extension SurfaceSlopeRule {
  /// Time at a slope, signed in the direction of travel, as a multiple of the time on the flat.
  public func timeFactor(atSlope slope: Double) -> Double {
    switch self {
    case .walking(let walking): walking.timeFactor(atSlope: slope)
    case .langmuir(let coefficients): coefficients.timeFactor(atSlope: slope)
    }
  }
}
