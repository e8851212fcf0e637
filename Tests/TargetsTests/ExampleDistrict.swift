import Foundation
import PlanningModel
import Targets
import Testing

/// The units, villages and policies of one of the repository's workspaces.
struct ExampleDistrict {
  let code: String
  let units: [AdministrativeUnit]
  let demandPoints: [DemandPoint]
  let files: [(name: String, text: String)]

  static let repository = PolicyFiles.folder.deletingLastPathComponent()
  /// The four workspaces beside 武隆's own.
  static let names = ["500000-chongqing", "500105-jiangbei", "500112-yubei", "500151-tongliang"]

  /// - Parameter name: a folder under `examples`, or nil for 武隆.
  init(_ name: String?) throws {
    guard let name else {
      code = "500156"
      units = WulongDistrict.units
      demandPoints = []
      files = try PolicyFiles.wulong
      return
    }
    code = String(name.prefix(6))
    let folder = Self.repository.appending(path: "examples/\(name)")
    units = try Self.units(folder.appending(path: "geodata/units.csv"), district: code)
    demandPoints = try Self.villages(folder.appending(path: "geodata/villages.csv"))
    let policies = folder.appending(path: "policies")
    files = try FileManager.default.contentsOfDirectory(atPath: policies.path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map {
        ("policies/\($0)", try String(contentsOf: policies.appending(path: $0), encoding: .utf8))
      }
  }

  var known: KnownNames {
    KnownNames(district: code, units: units, demandPoints: demandPoints)
  }

  /// Its policies, without faults.
  func policies() throws -> Policies {
    let (policies, faults) = PolicyReader.read(files: files, known: known)
    try #require(faults.isEmpty, "\(faults)")
    return policies
  }

  /// The district with the evidence of a test.
  func district(
    facilities: [Facility] = [], activities: [ActivityRecord] = [], ledger: [LedgerEntry] = [],
    submissions: [SubmissionRecord] = [], milestones: [MilestoneRecord] = [],
    issues: [IssueRecord] = [], registers: [Register] = []
  ) -> District {
    District(
      code: code, name: code, nameEnglish: code, codeSystem: .nbs2023, units: units,
      demandPoints: demandPoints, facilities: facilities, activities: activities, ledger: ledger,
      submissions: submissions, milestones: milestones, issues: issues, registers: registers)
  }

  func unit(_ name: String) throws -> UnitID {
    try #require(units.first { $0.name == name }?.id, "\(name)")
  }

  /// The rows of a table by the names of its columns; quotes are only taken off.
  private static func rows(_ file: URL) throws -> [[String: String]] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { line in
      Dictionary(zip(lines[0], line).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private static func units(_ file: URL, district: String) throws -> [AdministrativeUnit] {
    try rows(file).map { row in
      let code = try #require(row["code_nbs2023"])
      return AdministrativeUnit(
        id: UnitID(code), name: try #require(row["name"]),
        unitClass: try #require(row["class"].flatMap { UnitClass(rawValue: $0) }),
        parent: UnitID(row["parent_code"] ?? district), codes: [.nbs2023: code])
    }
  }

  private static func villages(_ file: URL) throws -> [DemandPoint] {
    try rows(file).map { row in
      let township = try #require(row["township_code_nbs2023"])
      let name = try #require(row["name"])
      return DemandPoint(
        id: DemandPointID("\(township)/\(name)"), name: name,
        unitClass: row["kind"] == "社区" ? .community : .village, unit: UnitID(township),
        position: nil, people: [:], positionProvenance: .secondary, peopleProvenance: .secondary)
    }
  }
}

/// A day of a test.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
