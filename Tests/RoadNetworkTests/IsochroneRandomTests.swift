import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Isochrones of random networks against the travel times of places along their roads.
@Suite struct IsochroneRandomTests {
  static let modes: [(TravelMode, TravelDirection)] = [
    (.walk, .from), (.walk, .to), (.walk, .roundTrip), (.walk, .worst), (.car, .from),
    (.car, .to), (.car, .roundTrip), (.car, .worst),
  ]

  /// A place on a road or on the leg to it.
  struct Sample {
    var position: Position
    var metres: Double
    var milliseconds: Double?
  }

  /// The lines without the stretches that an earlier one runs along: a place on two roads has
  /// two times.
  static func withoutRepeats(_ lines: TaggedLines) -> TaggedLines {
    var result = TaggedLines(keys: lines.keys)
    result.strings = lines.strings
    var seen: Set<[Int64]> = []
    func add(_ vertex: Int) {
      result.longitude.append(lines.longitude[vertex])
      result.latitude.append(lines.latitude[vertex])
      result.vertexIDs.append(lines.vertexIDs[vertex])
    }
    for line in 0..<lines.firstVertex.count - 1 {
      var isOpen = false
      func close() {
        guard isOpen else { return }
        isOpen = false
        result.firstVertex.append(UInt32(result.longitude.count))
        result.lineIDs.append(Int64(result.lineIDs.count + 1))
        let columns = lines.keys.count
        result.values += lines.values[line * columns..<(line + 1) * columns]
      }
      for vertex in Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1]) - 1 {
        let ends = [lines.vertexIDs[vertex], lines.vertexIDs[vertex + 1]]
        if ends[0] == ends[1] || !seen.insert(ends.sorted()).inserted {
          close()
          continue
        }
        if !isOpen { add(vertex) }
        isOpen = true
        add(vertex + 1)
      }
      close()
    }
    return result
  }

  /// Places along all roads, `spacing` apart at most, and their times from a place.
  ///
  /// The place is not asked for directly: its legs are added to the times between places on the
  /// roads, which a tiny cap ties to their own roads only.
  static func samples(
    _ lines: TaggedLines, _ place: GeographicPosition, _ profile: TravelProfile, spacing: Double
  ) throws -> [Sample] {
    let network = RoadNetwork(lines: lines)
    let candidates = RoadTravelTimes(network: network)
      .snap([place], mode: profile.mode).candidates
    var samples: [Sample] = []
    for edge in 0..<network.edgeCount {
      let vertices = network.vertices(ofEdge: edge)
      for (start, end) in zip(vertices, vertices.dropFirst()) {
        let length = end.offsetMetres - start.offsetMetres
        let count = max(1, Int((length / spacing).rounded(.up)))
        for step in 0..<count {
          let share = (Double(step) + 0.5) / Double(count)
          samples.append(
            Sample(
              position: Position(
                x: start.position.x + share * (end.position.x - start.position.x),
                y: start.position.y + share * (end.position.y - start.position.y)),
              metres: length / Double(count)))
        }
      }
    }
    let tied = RoadTravelTimes(
      network: network, snapping: SnapSettings(candidateCount: 9, capMetres: 0.01))
    let onRoads = samples.map {
      GeographicPosition(longitude: $0.position.x, latitude: $0.position.y)
    }
    let snapped = candidates.map {
      GeographicPosition(longitude: $0.longitude, latitude: $0.latitude)
    }
    let isOneSearch = profile.mode == .walk && profile.direction == .roundTrip
    let directions: [TravelDirection] =
      isOneSearch
      ? [.roundTrip]
      : [.roundTrip, .worst].contains(profile.direction)
        ? [.from, .to] : [profile.direction]
    var all: [[Double?]] = []
    for direction in directions {
      var own = profile
      own.direction = direction
      let matrix = try tied.times(from: onRoads, to: snapped, profile: own, within: nil)
      all.append(
        samples.indices.map { sample in
          (matrix.firstEntry[sample]..<matrix.firstEntry[sample + 1]).map { entry in
            let leg = candidates[Int(matrix.destination[entry])].legMetres
            return Double(matrix.milliseconds[entry])
              + leg * 1_000_000 / Double(profile.paceMillimetresPerSecond)
          }.min()
        })
    }
    for sample in samples.indices {
      let ways = all.compactMap { $0[sample] }
      guard ways.count == all.count else { continue }
      samples[sample].milliseconds =
        profile.direction == .worst
        ? ways.max() : ways.reduce(0, +) / Double(ways.count)
    }
    return samples
  }

  @Test(arguments: 0..<24)
  func agreesWithTravelTimes(seed: Int) throws {
    let town = RandomNetworkTests.Town(seed: 5000 + seed)
    let lines = Self.withoutRepeats(town.lines)
    let (mode, direction) = Self.modes[seed % Self.modes.count]
    let profile = TravelProfile(
      mode: mode, paceMillimetresPerSecond: 900, direction: direction)
    let limits = [60, 180, 420].map { TravelTime(milliseconds: $0 * 1000) }
    let place = town.origins[0]
    let isochrone = try #require(
      try RoadTravelTimes(lines).isochrones(around: [place], profile: profile, within: limits)
        .first)
    guard isochrone.status == .reached, let scale = isochrone.scale else { return }
    let samples = try Self.samples(lines, place, profile, spacing: 8)
    let legs = RoadTravelTimes(lines).snap([place], mode: mode).candidates
    let onLegs = legs.flatMap { leg in
      (0...100).map { step in
        let share = Double(step) / 100
        return Sample(
          position: Position(
            x: place.longitude + share * (leg.longitude - place.longitude),
            y: place.latitude + share * (leg.latitude - place.latitude)),
          metres: 0, milliseconds: share * leg.legMetres * 1_000_000 / 900)
      }
    }
    for ring in isochrone.rings {
      let area = try #require(ring.area)
      // Rounding of parts may differ by some milliseconds from that of whole edges.
      let limit = Double(ring.limit.milliseconds)
      let reached = samples.filter { ($0.milliseconds ?? .infinity) <= limit - 5 }
      let missed = zip(reached, try area.covered(reached.map(\.position))).filter { !$0.1 }
      #expect(missed.isEmpty, "\(ring.limit) misses \(missed.count) of \(reached.count)")
      let length = reached.reduce(0) { $0 + $1.metres }
      #expect(abs(ring.reachedMetres - length) <= 20 + 0.02 * length)
      let far = Self.far(area.positions, from: reached + onLegs, scale, limit: limit)
      #expect(far.isEmpty, "\(ring.limit) is drawn around places that are not reached")
    }
  }

  /// The vertices that no reached place is near enough to for the time left and the scale.
  static func far(
    _ vertices: [Position], from samples: [Sample], _ scale: IsochroneScale, limit: Double
  ) -> [Position] {
    guard let middle = vertices.first else { return [] }
    let metres = EllipsoidalMetric.metresPerDegree(atLatitude: middle.y)
    // Samples stand for up to 4 m of road on each side.
    let most = scale.offRoadMetres + scale.cellMetres / 2 + 4
    let grace = 2.36 * scale.cellMetres + 4
    let near = samples.compactMap { sample -> (x: Double, y: Double, reach: Double)? in
      guard let time = sample.milliseconds, time <= limit else { return nil }
      return (sample.position.x, sample.position.y, min(most, grace + (limit - time) * 0.0009))
    }
    return vertices.filter { vertex in
      for sample in near {
        let east = (vertex.x - sample.x) * metres.east
        let north = (vertex.y - sample.y) * metres.north
        if east * east + north * north <= sample.reach * sample.reach { return false }
      }
      return true
    }
  }

  @Test(arguments: 0..<40)
  func areasAreValidAndNest(seed: Int) throws {
    let town = RandomNetworkTests.Town(seed: 6000 + seed)
    let (mode, direction) = Self.modes[seed % Self.modes.count]
    let profile = TravelProfile(
      mode: mode, paceMillimetresPerSecond: 700, direction: direction)
    let limits = [900, 0, 60, 61, 300, 600, 60, 3600].map {
      TravelTime(milliseconds: $0 * 1000)
    }
    let found = try RoadTravelTimes(town.lines, threads: 1).isochrones(
      around: town.origins, profile: profile, within: limits)
    let again = try RoadTravelTimes(town.lines, threads: 2).isochrones(
      around: town.origins, profile: profile, within: limits.reversed())
    for (isochrone, other) in zip(found, again) {
      #expect(isochrone.rings.map(\.area) == other.rings.map(\.area))
      #expect(isochrone.rings.map(\.reachedMetres) == other.rings.map(\.reachedMetres))
      #expect(isochrone.rings.map(\.limit) == Set(limits).sorted())
      for ring in isochrone.rings {
        guard let area = ring.area else { continue }
        #expect(try area.validity() == Validity(reason: nil, place: nil))
        #expect(area.isRightHanded)
        #expect(
          area.positions.allSatisfy {
            ($0.x * 1e7).rounded() / 1e7 == $0.x && ($0.y * 1e7).rounded() / 1e7 == $0.y
          })
      }
      for (smaller, larger) in zip(isochrone.rings, isochrone.rings.dropFirst()) {
        #expect(smaller.reachedMetres <= larger.reachedMetres)
        guard let inner = smaller.area, let outer = larger.area else { continue }
        #expect(try outer.covers(inner), "\(smaller.limit) is not within \(larger.limit)")
      }
    }
  }
}
