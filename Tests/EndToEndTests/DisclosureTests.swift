import Foundation
import TestSupport
import Testing

/// Tries to compute small sensitive counts back from everything that the commands print.
@Suite struct DisclosureTests {
  private struct Table {
    var rows: [[String: String]]

    init(_ text: String) throws {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let header = try #require(lines.first)
      rows = lines.dropFirst().map {
        Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
      }
    }

    func at(_ level: String) -> [[String: String]] { rows.filter { $0["level"] == level } }
  }

  /// Gives every village a count of registered subjects from 0 to 14.
  private func addSubjects(to copy: WorkspaceCopy, seed: Int) throws -> [String: Int] {
    var random = SeededRandom(seed: seed)
    var counts: [String: Int] = [:]
    var lines = try copy.text("geodata/villages.csv").components(separatedBy: "\n")
    for index in lines.indices where !lines[index].isEmpty {
      guard index > 0 else {
        lines[0] += ",registered_mh_subjects"
        continue
      }
      let fields = lines[index].split(separator: ",", omittingEmptySubsequences: false)
      let count = Int.random(in: 0...14, using: &random)
      counts["\(fields[3])/\(fields[0])"] = count
      lines[index] += ",\(count)"
    }
    try copy.write(lines.joined(separator: "\n"), to: "geodata/villages.csv")
    return counts
  }

  private func coverage(
    _ copy: WorkspaceCopy, _ service: String, _ mode: String, cohort: String
  ) throws -> Table {
    let run = try copy.run(
      "coverage", "--service", service, "--mode", mode, "--cohort", cohort, "--within",
      "5min,10min,15min,30min,60min", "--format", "csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    return try Table(run.output)
  }

  @Test(arguments: [1, 2])
  func `no small count can be computed back from any set of outputs`(seed: Int) throws {
    let copy = try WorkspaceCopy()
    let truth = try addSubjects(to: copy, seed: seed)
    let ids = truth.keys.sorted()
    let position = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    var equations = LinearEquations(variables: ids.count)
    var told = 0
    for (service, mode) in [
      ("elder_service", "walk"), ("elder_service", "motor"), ("meal_service", "motor"),
    ] {
      let sensitive = try coverage(copy, service, mode, cohort: "registered_mh_subjects")
      // Who is covered is no secret: the same question on everybody tells it.
      let open = try coverage(copy, service, mode, cohort: "total").at("village")
      for row in sensitive.rows {
        let limit = row["limit_seconds"] ?? ""
        let id = row["id"] ?? ""
        let members = open.filter { village in
          village["limit_seconds"] == limit
            && (row["level"] == "district" || village["id"] == id
              || (village["id"] ?? "").hasPrefix(id + "/"))
        }
        for (column, part) in [
          ("total", "total"), ("covered", "covered"),
          ("covered_with_neighbours", "covered_with_neighbours"),
        ] {
          guard let figure = Int(row[column] ?? "") else { continue }
          let counted = members.filter { $0[part] == $0["total"] }.compactMap {
            position[$0["id"] ?? ""]
          }
          let sum = counted.reduce(0) { $0 + (truth[ids[$1]] ?? 0) }
          #expect(figure == sum, "\(row)")
          #expect(!(1...4).contains(figure), "\(row)")
          equations.add(counted)
          told += 1
        }
      }
    }
    #expect(told > 1000, "most figures are told")
    for (index, id) in ids.enumerated() where (1...4).contains(truth[id] ?? 0) {
      #expect(!equations.determines(index), "\(id)")
    }
  }

  @Test func `other commands tell no small count either`() throws {
    let copy = try WorkspaceCopy()
    let truth = try addSubjects(to: copy, seed: 3)
    let small = truth.filter { (1...4).contains($0.value) }.map(\.key)
    let geo = try copy.run(
      "coverage", "--service", "elder_service", "--cohort", "registered_mh_subjects", "--format",
      "geojson")
    let features = try #require(try geo.json()["features"] as? [[String: Any]])
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      guard let id = properties["id"] as? String, small.contains(id) else { continue }
      #expect(properties["people.registered_mh_subjects"] is NSNull, "\(id)")
      #expect(properties["elder_service.covered"] is NSNull, "\(id)")
    }
    let varied = try copy.run(
      "coverage", "--service", "elder_service", "--cohort", "registered_mh_subjects",
      "--sensitivity", "--format", "csv")
    #expect(varied.exitCode == 0)
    for command in ["access", "catchments"] {
      let run = try copy.run(
        command, "--service", "elder_service", "--cohort", "registered_mh_subjects", "--format",
        "csv")
      for id in small where run.exitCode == 0 {
        let lines = run.output.split(separator: "\n").filter { $0.contains(id) }
        for line in lines {
          let fields = line.split(separator: ",", omittingEmptySubsequences: false)
          #expect(!fields.contains { (1...4).contains(Int($0) ?? 0) }, "\(line)")
        }
      }
    }
  }
}
