public import Geometry
public import PlanningModel
public import RoadNetwork
import Synchronization
public import Terrain

/// Walks across the slopes of an elevation model, by a search over a grid around the place.
///
/// The grid is laid around each place in metres, so that the place is in the middle of a cell;
/// sixteen moves. Rules: `docs/methods/travel-times.md` §8. What was searched is kept, within a
/// bound, because the same places are asked for again and again; this changes no result.
public final class SlopeWalks: GroundWalking {
  /// The side of a cell: far enough for slopes that noise does not decide.
  public static let cellMetres = 50.0
  /// Cells from the middle to an edge of the largest grid; beyond, cells become larger.
  public static let mostCellsToEdge = 100
  /// Cells of all grids that are kept, at 20 bytes each.
  private static let mostCellsKept = 2_000_000

  /// Heights of the ground.
  public let elevation: ElevationModel
  /// What slope does to walking.
  public let walking: WalkingSpeed

  private struct Question: Hashable {
    var place: GeographicPosition
    var direction: TravelDirection
    var pace: Int
    var reachMetres: Double
  }
  private struct Kept {
    var windows: [Question: SlopeWindow] = [:]
    var cells = 0
  }
  private let kept = Mutex(Kept())

  /// Walks over an elevation model by the same rule as on roads.
  public init(over elevation: ElevationModel, walking: WalkingSpeed = WalkingSpeed()) {
    self.elevation = elevation
    self.walking = walking
  }

  /// Walks of all others by one search; nil outside the square and where heights are missing.
  public func walks(
    at place: GeographicPosition, others: [Position], direction: TravelDirection, pace: Int,
    reachMetres: Double
  ) -> [GroundWalk?] {
    let window = window(
      Question(place: place, direction: direction, pace: pace, reachMetres: reachMetres))
    guard let window else { return others.map { _ in nil } }
    let heights = heights(others)
    return zip(others, heights).map { window.walk(to: $0, height: $1) }
  }

  /// The walk of one of them with its line.
  public func path(
    at place: GeographicPosition, other: Position, direction: TravelDirection, pace: Int,
    reachMetres: Double
  ) -> GroundPath? {
    window(Question(place: place, direction: direction, pace: pace, reachMetres: reachMetres))?
      .path(to: other, height: heights([other])[0])
  }

  /// Heights; not numbers where the elevation's reference system does not reach.
  private func heights(_ positions: [Position]) -> [Float] {
    (try? elevation.heights(at: positions)) ?? positions.map { _ in .nan }
  }

  private func window(_ question: Question) -> SlopeWindow? {
    if let known = kept.withLock({ $0.windows[question] }) { return known }
    let window = SlopeWindow(
      over: elevation, walking, at: question.place, direction: question.direction,
      pace: question.pace, reachMetres: question.reachMetres)
    guard let window else { return nil }
    kept.withLock { kept in
      if kept.cells + window.cellCount > Self.mostCellsKept { kept = Kept() }
      kept.windows[question] = window
      kept.cells += window.cellCount
    }
    return window
  }
}
