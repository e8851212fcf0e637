import Foundation
import Geometry
import Importing
import PlanningModel
import Testing

/// The ledgers of the workspace at the repository's root.
@Suite struct WorkspaceLedgersTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("geodata").path
  static let counted: Set = ["total", "children", "women", "households"]

  func table(_ name: String, _ rules: ColumnRules) throws -> HeaderedTable {
    let tables = try TableFile.read("\(Self.folder)/\(name)", name: "geodata/\(name)")
    return HeaderedTable(try TableFile.choose(tables, file: name).table, rules: rules)
  }

  @Test func theyHoldTheCensusAndNoBlockingFault() throws {
    var context = try LedgerFixture.context()
    context = LedgerContext(
      districtCode: "500156", districtName: "武隆区", codeSystem: .nbs2023,
      coordinates: context.coordinates)
    let units = UnitLedger.read(
      try table("units.csv", UnitLedger.columns(.nbs2023)), in: context)
    #expect(units.reading.faults.map(\.description) == [])
    #expect(units.reading.values.count == 26 && units.populationYear == 2010)
    #expect(units.reading.values.compactMap(\.population).reduce(0, +) == 351_038)
    let header = try #require(
      try TableFile.read("\(Self.folder)/villages.csv").first?.rows.first)
    let cohorts = header.cells.map(\.text)
      .filter { Self.counted.contains($0) || $0.hasPrefix("pop_") }
      .map { Cohort(id: CohortID($0), label: $0, labelEnglish: $0) }
    let ledger = try table("facilities.csv", FacilityLedger.columns)
    let kinds = Set(ledger.rows.map { $0["kind"].text }).sorted()
    func withUnits(_ points: [DemandPoint], _ band: Band) throws -> LedgerContext {
      LedgerContext(
        districtCode: "500156", districtName: "武隆区", codeSystem: .nbs2023,
        units: units.reading.values, demandPoints: points, cohorts: cohorts,
        serviceTypes: kinds.map {
          ServiceType(id: ServiceKind($0), label: $0, labelEnglish: $0)
        },
        coordinates: context.coordinates, band: band)
    }
    let villages = VillageLedger.read(
      try table("villages.csv", VillageLedger.columns(cohorts)), in: try withUnits([], .own))
    #expect(villages.faults.map(\.description) == [])
    #expect(villages.values.count == 215)
    #expect(villages.values.compactMap { $0.people["total"] }.reduce(0, +) == 351_038)
    let facilities = FacilityLedger.read(
      ledger, in: try withUnits(villages.values, .own))
    #expect(facilities.faults.filter { $0.severity == .blocking }.map(\.description) == [])
    let neighbours = VillageLedger.read(
      try table("neighbours_villages.csv", VillageLedger.columns(cohorts)),
      in: try withUnits([], .neighbour))
    #expect(neighbours.faults.filter { $0.severity == .blocking }.map(\.description) == [])
    let findings = DataChecks.run(
      LoadedData(
        district: District(
          code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023,
          cohorts: cohorts, units: units.reading.values,
          demandPoints: villages.values + neighbours.values, facilities: facilities.values),
        asOf: try #require(CivilDate.endOfYear(2024)), populationYear: units.populationYear,
        unitPlaces: units.reading.placesByKey(\.id),
        demandPointPlaces: villages.placesByKey(\.id),
        facilityPlaces: facilities.placesByKey(\.id)))
    #expect(findings.map(\.check).contains("people.year_mismatch"))
    #expect(!findings.map(\.check).contains("people.sum_inexact"))
    #expect(!findings.contains { $0.severity == .blocking })
  }
}
