import Coverage
import Foundation
import PlanningModel
import Testing
import TravelTimes

/// The hospital example of the data folder: four cost tables whose directions differ.
struct HospitalExampleTests {
  private static let file = ProcessInfo.processInfo.environment["YIKE_TEST_DATA"].map {
    URL(filePath: $0).appending(path: "access/hospital_example_values.txt")
  }
  private static let isThere =
    file.map { FileManager.default.fileExists(atPath: $0.path) } ?? false

  @Test(.enabled(if: isThere, "set YIKE_TEST_DATA to the folder of outside test data"))
  func equalsTheWorkedValues() throws {
    let text = try String(contentsOf: try #require(Self.file), encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    var checked = 0
    for number in 0..<4 {
      let table = try #require(lines.first { $0.hasPrefix("table \(number) ") })
      let values = try #require(lines.first { $0.hasPrefix("\(number)  R") })
      let numbers = values.split(whereSeparator: { !"0123456789.".contains($0) })
        .compactMap { Double($0) }.dropFirst()
      let instance = AccessInstance(
        demand: [100, 50, 10], supply: [15, 20, 100], tenths: try minutes(table))
      let result = instance.answer(.enhancedTwoStep, within: 60, .power(ExactDecimal(1)))
      let found = try #require(result.ratios).map { $0 ?? -1 } + result.access.map { $0 ?? -1 }
      #expect(numbers.count == 6)
      for (value, wanted) in zip(found, numbers) { #expect(abs(value - wanted) < 5.1e-10) }
      let balance = try #require(result.balance)
      #expect(abs(balance.demandSide - 135) < 1e-9)
      checked += 1
    }
    #expect(checked == 4)
  }

  /// `table 0 gridlock: 1->3 40, …`: from the demand's place to the supply's, in minutes.
  private func minutes(_ line: String) throws -> [[Int64?]] {
    var tenths: [[Int64?]] = Array(repeating: Array(repeating: nil, count: 3), count: 3)
    for place in 0..<3 { tenths[place][place] = 10 }
    for part in try #require(line.split(separator: ":").last).split(separator: ",") {
      let numbers = part.split(whereSeparator: { !$0.isNumber }).compactMap { Int64($0) }
      try #require(numbers.count == 3)
      tenths[Int(numbers[0]) - 1][Int(numbers[1]) - 1] = numbers[2] * 10
    }
    return tenths
  }
}
