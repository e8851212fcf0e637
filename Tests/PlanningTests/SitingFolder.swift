import Foundation
import TestSupport
import TravelTimes

@testable import Planning

/// Plain files of a small location problem, in a folder of their own.
struct SitingFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "siting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  /// Writes a file of lines and gives its path.
  func write(_ name: String, _ lines: [String]) throws -> String {
    let file = url.appending(path: name)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  /// A question on a random problem's files.
  func question(_ problem: PlainProblem, _ kind: SitingKind) throws -> SitingQuestion {
    var question = SitingQuestion(
      costs: try write(
        "costs.csv",
        ["demand,candidate,cost"]
          + problem.costs.map { "d\($0.point),s\($0.site),\($0.cost)" }),
      demand: try write(
        "demand.csv",
        ["id,demand,unit"]
          + problem.demands.indices.map { "d\($0),\(problem.demands[$0]),u\(problem.units[$0])" }),
      candidates: try write(
        "candidates.csv",
        ["id,fixed,cost,service,building,building_cost"]
          + problem.sites.enumerated().map { number, site in
            "s\(number),\(site.state),\(site.price),\(site.service),"
              + (site.building.map { "b\($0),\(problem.buildingPrices[$0])" } ?? ",")
          }),
      unit: .none, kind: kind)
    question.between = try write(
      "between.csv",
      ["candidate,candidate,cost"]
        + problem.between.map { "s\($0.from),s\($0.to),\($0.cost)" })
    return question
  }
}

/// A small random problem with much that is odd: sites that are equal, fixed, forbidden or free of
/// charge, points without demand, pairs that are missing.
struct PlainProblem {
  struct Site {
    /// `1`, `0` or `forbidden`, as the column `fixed` has it.
    var state: String
    var price: Int
    var service: String
    var building: Int?
  }

  var demands: [Int] = []
  var units: [Int] = []
  var sites: [Site] = []
  var buildingPrices: [Int] = []
  var costs: [(point: Int, site: Int, cost: Int)] = []
  var between: [(from: Int, to: Int, cost: Int)] = []
  /// How many sites are asked for; it may be 0 or more than there are.
  var siteCount = 0
  var limit = 0

  init(seed: UInt64, services: [String]) {
    var numbers = SeededRandom(seed: seed &* 977 &+ 5)
    func random(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &numbers) }
    demands = (0..<random(1...5)).map { _ in random(0...3) == 0 ? 0 : random(1...9) }
    units = demands.map { _ in random(0...2) }
    buildingPrices = [random(0...6), random(0...6)]
    sites = (0..<random(1...7)).map { _ in
      Site(
        state: ["0", "0", "0", "0", "0", "1", "forbidden"][random(0...6)], price: random(0...5),
        service: services[random(0...services.count - 1)],
        building: random(0...2) == 0 ? random(0...1) : nil)
    }
    for point in demands.indices {
      for site in sites.indices where random(0...3) > 0 {
        costs.append((point, site, random(0...9)))
      }
    }
    if seed % 4 == 0, sites.count > 1 {
      // The last site is the twin of the first.
      costs.removeAll { $0.site == sites.count - 1 }
      costs += costs.filter { $0.site == 0 }.map { ($0.point, sites.count - 1, $0.cost) }
      sites[sites.count - 1] = sites[0]
    }
    for from in sites.indices {
      for to in sites.indices where from != to && random(0...3) > 0 {
        between.append((from, to, random(0...9)))
      }
    }
    siteCount = random(0...5)
    limit = random(2...8)
  }

  /// All choices that fixed and forbidden sites allow.
  var choices: [Set<Int>] {
    (0..<(1 << sites.count)).map { mask in
      Set(sites.indices.filter { mask >> $0 & 1 == 1 })
    }.filter { open in
      sites.indices.allSatisfy { site in
        sites[site].state == "0" || open.contains(site) == (sites[site].state == "1")
      }
    }
  }

  /// The least cost of a point to an open site of a service, or of any; nil where there is none.
  func nearest(_ point: Int, _ open: Set<Int>, service: String? = nil) -> Int? {
    costs.filter {
      $0.point == point && open.contains($0.site)
        && (service == nil || sites[$0.site].service == service)
    }.map(\.cost).min()
  }

  /// The demand within the limit of an open site.
  func covered(_ open: Set<Int>, unit: Int? = nil) -> Int {
    demands.indices.filter { unit == nil || units[$0] == unit }
      .filter { (nearest($0, open) ?? .max) <= limit }.reduce(0) { $0 + demands[$1] }
  }
}
