import Geometry
import Importing
import PlanningModel
import RoadNetwork
import TestSupport
import Testing
import TravelTimes

/// Real extracts against the oracle, within a second a pair.
@Suite struct RoadOracleTests {
  static func walking(_ tags: [String: String]) -> RoadOracle.Rule {
    let closed = [
      "no", "private", "agricultural", "forestry", "delivery", "emergency", "military", "permit",
      "restricted",
    ]
    let open = [
      "yes", "designated", "permissive", "official", "destination", "customers", "public",
    ]
    let feet = [
      "pedestrian", "footway", "path", "steps", "cycleway", "bridleway", "corridor", "platform",
      "elevator",
    ]
    let wheels = [
      "trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary",
      "tertiary_link", "unclassified", "residential", "road", "living_street", "service", "track",
    ]
    let vehicleOnly = ["motorway", "motorway_link"]
    let highway = tags["highway"] ?? ""
    guard (feet + wheels + vehicleOnly + ["busway", "bus_guideway"]).contains(highway) else {
      return RoadOracle.Rule(isRoad: false, forward: false, backward: false, metresPerSecond: 1)
    }
    func opens(_ key: String) -> Bool? {
      guard let value = tags[key] else { return nil }
      let parts = value.split(separator: ";").map { $0.filter { $0 != " " } }
      if parts.contains(where: open.contains) { return true }
      return parts.contains(where: closed.contains) ? false : nil
    }
    let isWalkable: Bool
    if let foot = opens("foot") {
      isWalkable = foot
    } else if opens("access") == false {
      isWalkable = false
    } else {
      isWalkable = (feet + wheels).contains(highway) && tags["motorroad"] != "yes"
    }
    let drives = (wheels + vehicleOnly).contains(highway)
    let isDrivable =
      drives
      && [
        ["motorcar", "motor_vehicle", "vehicle", "access"],
        ["motorcycle", "motor_vehicle", "vehicle", "access"],
      ].contains { keys in
        keys.lazy.compactMap(opens).first ?? true
      }
    let oneWay = tags["oneway:foot"]
    return RoadOracle.Rule(
      isRoad: isWalkable || isDrivable, forward: isWalkable && oneWay != "-1",
      backward: isWalkable && oneWay != "yes", metresPerSecond: 1.25)
  }

  static func driving(_ tags: [String: String]) -> RoadOracle.Rule {
    var rule = walking(tags)
    guard rule.isRoad else { return rule }
    let speeds = [
      "motorway": 80.0, "trunk": 55, "primary": 45, "secondary": 35, "tertiary": 25,
      "unclassified": 18, "residential": 18, "road": 18, "living_street": 10, "service": 10,
      "track": 10,
    ]
    var highway = tags["highway"] ?? ""
    if highway.hasSuffix("_link") { highway.removeLast(5) }
    let access =
      tags["motorcar"] ?? tags["motor_vehicle"] ?? tags["vehicle"] ?? tags["access"] ?? "yes"
    let closed = [
      "no", "private", "agricultural", "forestry", "delivery", "emergency", "military", "permit",
      "restricted",
    ]
    let isOpen = speeds[highway] != nil && !closed.contains(access)
    let oneWay =
      tags["oneway"]
      ?? (tags["junction"] == "roundabout" || tags["junction"] == "circular"
        || tags["highway"] == "motorway" ? "yes" : "no")
    rule.forward = isOpen && oneWay != "-1"
    rule.backward = isOpen && oneWay != "yes"
    rule.metresPerSecond = (speeds[highway] ?? 1) / 3.6
    return rule
  }

  static func compare(
    _ lines: TaggedLines, _ origins: [GeographicPosition], _ destinations: [GeographicPosition],
    _ mode: TravelMode, minutes: [Int]
  ) throws -> Int {
    let oracle = RoadOracle(lines, pace: 1.25, rule: mode == .walk ? walking : driving)
    let longest = Double(minutes.max() ?? 0) * 60
    let expected = oracle.seconds(from: origins, to: destinations, within: longest + 60)
    let source = RoadTravelTimes(network: RoadNetwork(lines: lines), threads: 2)
    let profile = TravelProfile(mode: mode, paceMillimetresPerSecond: 1250, direction: .to)
    var compared = 0
    for limit in minutes.map({ Double($0 * 60) }) {
      let matrix = try source.times(
        from: origins, to: destinations, profile: profile,
        within: TravelTime(milliseconds: UInt32(limit * 1000)))
      for origin in origins.indices {
        var found = [Double](repeating: .infinity, count: destinations.count)
        for entry in matrix.firstEntry[origin]..<matrix.firstEntry[origin + 1] {
          found[Int(matrix.destination[entry])] = Double(matrix.milliseconds[entry]) / 1000
        }
        for (destination, seconds) in expected[origin].enumerated() {
          let other = found[destination]
          if seconds > limit + 1 {
            #expect(other == .infinity, "\(origin) to \(destination): \(seconds)")
          } else if other.isFinite || seconds < limit - 1 {
            #expect(abs(other - seconds) <= 1, "\(origin) to \(destination)")
            compared += 1
          }
        }
      }
    }
    return compared
  }

  @Test(
    .enabled(if: TestData.has("poa/poa_osm.pbf"), "set YIKE_TEST_DATA to run"),
    arguments: [TravelMode.walk, .car])
  func portoAlegre(_ mode: TravelMode) throws {
    let roads = try OSMRoads.read(TestData.path("poa/poa_osm.pbf"), keys: RoadRules.tagKeys)
    let cells = try TestData.cells()
    let populated = cells.filter { $0.population > 0 }.map(\.position)
    // Driving needs fewer origins to try every road.
    // All of them take a minute without optimisation; every tenth still tries most roads.
    #if DEBUG
      let step = 10
    #else
      let step = 1
    #endif
    let origins = stride(from: 0, to: populated.count, by: step).map { populated[$0] }
    let compared = try Self.compare(
      roads.lines, origins, cells.filter { $0.healthcare > 0 }.map(\.position), mode,
      minutes: [15, 30])
    #expect(compared > 1000)
  }

  @Test(
    .enabled(if: TestData.has("osm/felton.pbf"), "set YIKE_TEST_DATA to run"),
    arguments: [TravelMode.walk, .car])
  func felton(_ mode: TravelMode) throws {
    let roads = try OSMRoads.read(TestData.path("osm/felton.pbf"), keys: RoadRules.tagKeys)
    var random = SeededRandom(seed: 20_240_101)
    let longitudes = (roads.lines.longitude.min() ?? 0)...(roads.lines.longitude.max() ?? 0)
    let latitudes = (roads.lines.latitude.min() ?? 0)...(roads.lines.latitude.max() ?? 0)
    let points = (0..<120).map { _ in
      GeographicPosition(
        longitude: .random(in: longitudes, using: &random),
        latitude: .random(in: latitudes, using: &random))
    }
    let compared = try Self.compare(
      roads.lines, Array(points.prefix(80)), Array(points.suffix(40)), mode, minutes: [30, 120])
    #expect(compared > 500)
  }
}
