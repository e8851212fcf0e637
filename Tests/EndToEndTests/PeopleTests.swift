import Foundation
import Testing

@Suite struct PeopleTests {
  private func rows(_ run: YikeProcess) -> [[String]] {
    run.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func coverage(_ copy: WorkspaceCopy) throws -> [[String]] {
    let run = try copy.run(
      "coverage", "--service", "elder_service", "--cohort", "total", "--within", "15min",
      "--format", "csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return rows(run)
  }

  @Test func thePeopleOfTheDistrictAreTheCensus() throws {
    let copy = try WorkspaceCopy()
    let table = try coverage(copy)
    let district = try #require(table.first { $0[0] == "district" })
    #expect(district[8] == "351038")
    let townships = table.filter { $0[0] == "township" }
    #expect(townships.count == 26)
    #expect(townships.compactMap { Int($0[8]) }.reduce(0, +) == 351_038)
    let census = try copy.text("geodata/units.csv").split(separator: "\n").dropFirst()
    for line in census {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let township = try #require(townships.first { $0[2] == cells[0] })
      let header = try copy.text("geodata/units.csv").split(separator: "\n")[0]
        .split(separator: ",").map(String.init)
      let column = try #require(header.firstIndex(of: "population_2010"))
      #expect(township[8] == cells[column], "\(township[3])")
    }
  }

  @Test func onePersonMovedChangesTwoVillagesAndNothingElse() throws {
    let copy = try WorkspaceCopy()
    let before = try coverage(copy)
    // One person of 庙树村 moves to 明星村, in the same township.
    var lines = try copy.text("geodata/villages.csv").components(separatedBy: "\n")
    let header = lines[0].components(separatedBy: ",")
    let total = try #require(header.firstIndex(of: "total"))
    for (name, change) in [("庙树村", -1), ("明星村", 1)] {
      let index = try #require(lines.firstIndex { $0.hasPrefix(name + ",") })
      var cells = lines[index].components(separatedBy: ",")
      cells[total] = String(try #require(Int(cells[total])) + change)
      lines[index] = cells.joined(separator: ",")
    }
    try copy.write(lines.joined(separator: "\n"), to: "geodata/villages.csv")
    let after = try coverage(copy)
    #expect(before.count == after.count)
    let changed = zip(before, after).filter { $0 != $1 }
    let names = Set(changed.map { $0.0[3] })
    #expect(names.isSuperset(of: ["庙树村", "明星村"]))
    // The township and the district may change in who is covered, never in the total.
    for (old, new) in changed where !["庙树村", "明星村"].contains(old[3]) {
      #expect(old[8] == new[8], "\(old[3])")
      #expect(["仙女山街道", "武隆区"].contains(old[3]))
    }
  }
}
