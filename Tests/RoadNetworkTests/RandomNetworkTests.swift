import Geometry
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Random networks against the slow way, to the millisecond.
@Suite struct RandomNetworkTests {
  struct Town {
    var lines: TaggedLines
    var origins: [GeographicPosition]
    var destinations: [GeographicPosition]

    init(seed: Int) {
      var random = SeededRandom(seed: seed)
      func place() -> (Double, Double) {
        (
          107.75 + .random(in: 0...0.015, using: &random),
          29.32 + .random(in: 0...0.013, using: &random)
        )
      }
      let places = (0..<Int.random(in: 4...40, using: &random)).map { _ in place() }
      let texts = [
        "", "residential", "footway", "primary", "motorway", "yes", "-1", "no", "private",
        "roundabout", "proposed",
      ]
      lines = TaggedLines(keys: ["highway", "oneway", "oneway:foot", "foot", "access", "junction"])
      lines.strings = texts
      for line in 0..<Int.random(in: 1...30, using: &random) {
        var previous = Int.random(in: places.indices, using: &random)
        for _ in 0..<Int.random(in: 2...6, using: &random) {
          lines.longitude.append(places[previous].0)
          lines.latitude.append(places[previous].1)
          lines.vertexIDs.append(Int64(1000 + previous))
          // Mostly onwards to a close number, now and then the same again.
          previous = (previous + Int.random(in: 0...4, using: &random)) % places.count
        }
        lines.firstVertex.append(UInt32(lines.longitude.count))
        lines.lineIDs.append(Int64(line))
        func pick(_ choices: [String], oneIn: Int) -> UInt32 {
          guard Int.random(in: 0..<oneIn, using: &random) == 0,
            let choice = choices.randomElement(using: &random)
          else { return 0 }
          return UInt32(texts.firstIndex(of: choice) ?? 0)
        }
        lines.values += [
          pick(
            ["residential", "residential", "footway", "primary", "motorway", "proposed"], oneIn: 1),
          pick(["yes", "-1", "no"], oneIn: 3), pick(["yes", "-1"], oneIn: 8),
          pick(["no", "yes", "private"], oneIn: 8), pick(["private", "no"], oneIn: 10),
          pick(["roundabout"], oneIn: 10),
        ]
      }
      func points() -> [GeographicPosition] {
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          let (longitude, latitude) = place()
          return GeographicPosition(longitude: longitude, latitude: latitude)
        }
      }
      origins = points()
      destinations = points()
      // Some points lie exactly on vertices, two of them on the same.
      if origins.count > 2 {
        origins[0] = GeographicPosition(longitude: places[0].0, latitude: places[0].1)
        destinations[0] = origins[0]
      }
    }

    /// The slow way for walking or driving.
    func naive(_ mode: TravelMode, pace: Int, candidates: Int, cap: Double) -> NaiveTimes {
      func text(_ key: String, _ line: Int) -> String {
        lines.value(lines.keys.firstIndex(of: key) ?? 0, of: line)
      }
      func walks(_ line: Int) -> Bool {
        switch text("foot", line) {
        case "yes": true
        case "no", "private": false
        default: text("access", line).isEmpty && text("highway", line) != "motorway"
        }
      }
      func drives(_ line: Int) -> Bool {
        text("highway", line) != "footway" && text("access", line).isEmpty
      }
      var naive = NaiveTimes(pace: pace, candidateCount: candidates, capMetres: cap)
      naive.cut(
        lines,
        isRoad: { text("highway", $0) != "proposed" && (walks($0) || drives($0)) },
        judge: { line in
          if mode == .walk {
            return (
              walks(line) && text("oneway:foot", line) != "-1",
              walks(line) && text("oneway:foot", line) != "yes", 1_000_000 / Double(pace)
            )
          }
          let speeds = ["residential": 18.0, "primary": 45, "motorway": 80]
          let oneWay = text("oneway", line)
          let isImplied =
            oneWay.isEmpty
            && (text("junction", line) == "roundabout" || text("highway", line) == "motorway")
          return (
            drives(line) && oneWay != "-1", drives(line) && oneWay != "yes" && !isImplied,
            3600 / (speeds[text("highway", line)] ?? 1)
          )
        })
      return naive
    }
  }

  @Test(arguments: 0..<200)
  func equalsTheSlowWay(seed: Int) throws {
    let town = Town(seed: seed)
    let pace = [650, 900, 1250][seed % 3]
    let snapping = SnapSettings(candidateCount: [5, 1, 3][seed % 3], capMetres: 400)
    let source = RoadTravelTimes(town.lines, snapping: snapping, threads: 1 + seed % 2)
    for mode in [TravelMode.walk, .car] {
      let naive = town.naive(
        mode, pace: pace, candidates: snapping.candidateCount, cap: snapping.capMetres)
      let there = naive.oneWay(town.origins, town.destinations)
      let back = naive.oneWay(town.destinations, town.origins)
      for direction in [TravelDirection.to, .from, .worst] {
        let expected = town.origins.indices.map { origin in
          town.destinations.indices.map { destination -> Int? in
            let (to, from) = (there[origin][destination], back[destination][origin])
            switch direction {
            case .to: return to
            case .from: return from
            default: return to.flatMap { to in from.map { max(to, $0) } }
            }
          }
        }
        let profile = TravelProfile(
          mode: mode, paceMillimetresPerSecond: pace, direction: direction)
        try compare(source, town, profile, expected, limit: nil)
        try compare(source, town, profile, expected, limit: 600_000)
      }
    }
  }

  private func compare(
    _ source: RoadTravelTimes, _ town: Town, _ profile: TravelProfile, _ expected: [[Int?]],
    limit: Int?
  ) throws {
    let within = limit.map { TravelTime(milliseconds: UInt32($0)) }
    let matrix = try source.times(
      from: town.origins, to: town.destinations, profile: profile, within: within)
    let nearest = try source.nearest(
      from: town.origins, to: town.destinations, profile: profile, within: within)
    let two = try source.nearestTwo(
      from: town.origins, to: town.destinations, profile: profile, within: within)
    #expect(two.entries == nearest.entries)
    #expect(two.status == nearest.status)
    for origin in town.origins.indices {
      let row = matrix.firstEntry[origin]..<matrix.firstEntry[origin + 1]
      let found = row.map { [Int(matrix.milliseconds[$0]), Int(matrix.destination[$0])] }
      let wanted = expected[origin].enumerated()
        .compactMap { destination, time in time.map { [$0, destination] } }
        .filter { $0[0] <= limit ?? .max }
        .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
      #expect(found == wanted, "\(profile.mode) \(profile.direction)")
      #expect(
        nearest.entries[origin].map { [Int($0.time.milliseconds), Int($0.destination)] }
          == wanted.first)
      #expect(
        two.second[origin].map { [Int($0.time.milliseconds), Int($0.destination)] }
          == wanted.dropFirst().first)
      if let second = two.second[origin] {
        #expect(matrix.metres[row.lowerBound + 1] == second.metres)
      }
      let status = matrix.status[origin]
      #expect((status == .reached) == !wanted.isEmpty)
      let reachesAny = expected[origin].contains { $0 != nil }
      if wanted.isEmpty, profile.direction != .worst { #expect((status == .tooFar) == reachesAny) }
      #expect(nearest.status[origin] == status)
      if let best = nearest.entries[origin] {
        #expect(matrix.metres[row.lowerBound] == best.metres)
        let path = try source.path(
          from: town.origins[origin], to: town.destinations[Int(best.destination)],
          profile: profile)
        #expect(path?.time == best.time)
        if profile.direction != .worst {
          #expect(abs((path?.metres ?? 0) - Double(best.metres)) < 0.05)
        }
      }
    }
  }

  @Test(arguments: 0..<20)
  func threadsAndSidesChangeNothing(seed: Int) throws {
    let town = Town(seed: 1000 + seed)
    let one = RoadTravelTimes(town.lines, threads: 1)
    let four = RoadTravelTimes(town.lines, threads: 4)
    let origins = (0..<40).map { town.origins[$0 % town.origins.count] }
    for direction in [TravelDirection.to, .from, .roundTrip, .worst] {
      let profile = TravelProfile(
        mode: .walk, paceMillimetresPerSecond: 900, direction: direction)
      let first = try one.times(
        from: origins, to: town.destinations, profile: profile, within: nil)
      let second = try four.times(
        from: origins, to: town.destinations, profile: profile, within: nil)
      #expect(first.milliseconds == second.milliseconds)
      #expect(first.destination == second.destination)
      #expect(first.metres == second.metres)
      // From the other side, with the direction turned, the pairs cost the same.
      let turned: TravelDirection =
        direction == .to ? .from : direction == .from ? .to : direction
      let mirrored = try one.times(
        from: town.destinations, to: origins,
        profile: TravelProfile(mode: .walk, paceMillimetresPerSecond: 900, direction: turned),
        within: nil)
      #expect(mirrored.milliseconds.sorted() == first.milliseconds.sorted())
      #expect(mirrored.metres.sorted() == first.metres.sorted())
    }
  }
}
