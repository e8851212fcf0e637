import Geometry
import PlanningModel
import RoadNetwork
import TravelTimes

/// Compares drawn isochrones with the times of all nodes on roads of the mode.
///
/// A node off these roads, on a footpath when the mode is the car, is reached across country from
/// the nearest of them; an isochrone follows such legs no farther than its scale says.
struct IsochroneCheck {
  private let roads: RoadTravelTimes
  private let profile: TravelProfile
  private let limit: TravelTime
  /// Places of which every node is asked.
  private static let sample = 3

  init(_ roads: RoadTravelTimes, _ profile: TravelProfile, _ limit: TravelTime) {
    self.roads = roads
    self.profile = profile
    self.limit = limit
  }

  /// The words for the table; fails where a shape is not valid or leaves out a reached node of a
  /// road.
  func check(_ drawn: [Isochrone], _ places: [GeographicPosition?]) throws -> String {
    for (index, isochrone) in drawn.enumerated() {
      guard let area = isochrone.rings.first?.area else { continue }
      try CheckFailure.unless(try area.validity().isValid, "isochrone \(index) is not valid")
    }
    let network = roads.network
    let all = (0..<network.nodeCount).map {
      GeographicPosition(
        longitude: network.nodeLongitude[$0], latitude: network.nodeLatitude[$0])
    }
    let tied = roads.snap(all, mode: profile.mode)
    let nodes = all.indices.filter { node in
      tied.isSnapped(node)
        && tied.candidates[tied.range(node).lowerBound].legMetres <= SnapSettings.toleranceMetres
    }.map { all[$0] }
    var reached = 0
    for (place, isochrone) in zip(places, drawn).prefix(Self.sample) {
      guard let area = isochrone.rings.first?.area else { continue }
      // Seen from a node, `from` is the way that leads from the place to it as well.
      let times = try roads.nearest(from: nodes, to: [place], profile: profile, within: limit)
      let inside = zip(nodes, times.entries).filter { $0.1 != nil }.map {
        Position(x: $0.0.longitude, y: $0.0.latitude)
      }
      let covered = try area.covered(inside)
      try CheckFailure.unless(
        covered.allSatisfy { $0 }, "\(covered.count { !$0 }) reached nodes are left out")
      reached += inside.count
    }
    let shapes = drawn.count { $0.rings.first?.area != nil }
    return "\(shapes) valid; \(reached) reached nodes of \(Self.sample) inside"
  }
}
