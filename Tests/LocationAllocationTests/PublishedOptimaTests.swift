import Certificates
import Foundation
import LocationAllocation
import Testing

/// Optima that others published, each with a proof that holds.
@Suite(.enabled(if: SitingData.folder != nil, "YIKE_TEST_DATA names no folder with test data"))
struct PublishedOptimaTests {
  static func numbers(_ name: String) throws -> [[Double]] {
    let file = try #require(SitingData.folder).appending(path: name)
    return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .map { $0.split { $0 == " " || $0 == "\t" || $0 == "," }.compactMap { Double($0) } }
  }

  static func ids(_ count: Int, _ letter: String) -> [String] {
    (0..<count).map { letter + String(String(1_000_000 + $0).dropFirst()) }
  }

  /// A statement on all pairs of `count` points, each a candidate too.
  static func statement(
    _ problem: SitingProblem, count: Int, demands: [Int64], cost: (Int, Int) -> Int64
  ) -> SitingStatement {
    var statement = SitingStatement(
      problem, demandIDs: ids(count, "d"), candidateIDs: ids(count, "s"))
    statement.demands = demands
    for point in 0..<count {
      for site in 0..<count {
        statement.sites.append(UInt32(site))
        statement.costs.append(cost(point, site))
      }
      statement.rowStarts[point + 1] = statement.sites.count
    }
    return statement
  }

  /// OR-Library (Beasley 1985): a graph; the last of repeated edges holds.
  @Test(
    arguments: Array(zip(1...10, [5819, 4093, 4250, 3034, 1355, 7824, 5631, 4445, 2734, 1255])))
  func orLibrary(_ number: Int, _ optimum: Int) throws {
    let lines = try Self.numbers("pmed\(number).txt")
    let count = Int(lines[0][0])
    var distance = Array(repeating: Int64.max / 4, count: count * count)
    for point in 0..<count { distance[point * count + point] = 0 }
    for line in lines.dropFirst() where line.count == 3 {
      let (from, to) = (Int(line[0]) - 1, Int(line[1]) - 1)
      distance[from * count + to] = Int64(line[2])
      distance[to * count + from] = Int64(line[2])
    }
    distance.withUnsafeMutableBufferPointer { distance in
      for middle in 0..<count {
        for from in 0..<count {
          let first = distance[from * count + middle]
          for to in 0..<count
          where first + distance[middle * count + to] < distance[from * count + to] {
            distance[from * count + to] = first + distance[middle * count + to]
          }
        }
      }
    }
    var statement = Self.statement(
      .pMedian, count: count, demands: Array(repeating: 1, count: count)
    ) { distance[$0 * count + $1] }
    statement.siteCount = Int(lines[0][2])
    let answer = SitingSolver().solve(statement)
    #expect(answer.objective == Int128(optimum))
    #expect(answer.status == .optimal)
    let isCertified = answer.isCertified
    #expect(isCertified)
  }

  /// São José dos Campos: maximal covering by straight lines.
  @Test func saoJoseDosCampos() throws {
    let points = try Self.numbers("SJC324.txt").filter { $0.count == 3 }.filter { $0[0] > 1000 }
    try #require(points.count == 324)
    for line in try Self.numbers("SJC324-optima.csv").filter({ $0.count == 7 }) {
      let (radius, sites, optimum) = (line[0], Int(line[1]), Int(line[4]))
      var statement = Self.statement(.mclp, count: 324, demands: points.map { Int64($0[2]) }) {
        let (x, y) = (points[$0][0] - points[$1][0], points[$0][1] - points[$1][1])
        return Int64(x * x + y * y)
      }
      statement.limit = Int64(radius * radius)
      statement.siteCount = sites
      let answer = SitingSolver().solve(statement)
      #expect(answer.objective == Int128(optimum), "radius \(radius), \(sites) sites")
      let isCertified = answer.isCertified
      #expect(isCertified, "radius \(radius), \(sites) sites")
    }
  }

  /// San Francisco: 205 census tracts, 16 stores, metres along streets (spopt's sample data); the
  /// figures are of exhaustive search and of another solver.
  @Test func sanFrancisco() throws {
    let solver = SitingSolver()
    var lscp = try SanFrancisco.statement(.lscp)
    lscp.limit = SanFrancisco.millimetres(5_000)
    #expect(solver.solve(lscp).objective == 8)
    var mclp = try SanFrancisco.statement(.mclp)
    mclp.limit = SanFrancisco.millimetres(5_000)
    mclp.siteCount = 4
    #expect(solver.solve(mclp).objective == 875_247)
    #expect(mclp.demands.reduce(0, +) == 955_113)
    var median = try SanFrancisco.statement(.pMedian)
    median.siteCount = 4
    let best = solver.solve(median)
    let names = best.selected.map { median.candidateIDs[$0] }
    #expect(names == ["Store_11", "Store_12", "Store_15", "Store_2"])
    let sum = Double(best.objective ?? 0) / 1e3
    #expect(abs(sum - 2_848_268_129.714512) < 0.0005 * 955_113)
    var centre = try SanFrancisco.statement(.pCentre)
    centre.siteCount = 4
    let widest = solver.solve(centre)
    #expect(widest.objective == 7_403_064)
    for (statement, answer) in [(median, best), (centre, widest)] {
      let isCertified = answer.isCertified
      #expect(isCertified, "\(statement.problem.rawValue)")
    }
  }
}

/// The San Francisco set, with metres as millimetres.
enum SanFrancisco {
  static func millimetres(_ metres: Double) -> Int64 { Int64((metres * 1_000).rounded()) }

  static func statement(_ problem: SitingProblem) throws -> SitingStatement {
    let file = try #require(SitingData.folder).appending(
      path: "SF_network_distance_candidateStore_16_censusTract_205_new.csv")
    var costs: [String: [String: Int64]] = [:]
    var demands: [String: Int64] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
    {
      let cells = line.split(separator: ",").map(String.init)
      let metres = try #require(Double(cells[0]))
      costs[cells[2], default: [:]][cells[1]] = millimetres(metres)
      demands[cells[2]] = Int64(cells[3])
    }
    let points = demands.keys.sorted()
    let sites = Set(costs.values.flatMap(\.keys)).sorted()
    var statement = SitingStatement(problem, demandIDs: points, candidateIDs: sites)
    statement.demands = points.map { demands[$0] ?? 0 }
    for (row, point) in points.enumerated() {
      for (site, id) in sites.enumerated() {
        guard let cost = costs[point]?[id] else { continue }
        statement.sites.append(UInt32(site))
        statement.costs.append(cost)
      }
      statement.rowStarts[row + 1] = statement.sites.count
    }
    return statement
  }
}

/// The folder of published siting instances, outside the repository.
enum SitingData {
  static let folder = ProcessInfo.processInfo.environment["YIKE_TEST_DATA"]
    .map { URL(filePath: $0).appending(path: "siting") }
}
