import Foundation
import Importing
import PlanningModel
import Testing

/// Rows with any content end in values or in faults that name their place, never in a trap.
@Suite struct DamagedLedgersTests {
  static let contents = [
    "", " ", "-1", "0", "1e308", "99999999999999999999", "NaN", "1,2", "\"", "\"\"", "2024-02-30",
    "0000-00-00", "9999/12/31", "45357", "5.0E+08", "白马镇", "、、", "全区", "\u{202E}", "👨‍👩‍👧", "e\u{301}",
    "村", "operating", "500156101", "000000000", "official", "107.5", "29.4", "-180.0000001",
    String(repeating: "长", count: 500), "=1+1", "#REF!", "\t", "\r", "１２３", "１.５", "elder_canteen",
  ]
  static let heads = [
    "code_nbs2023,code_,name,class,parent_code,lon,lat,population_,population_2010,area_km2",
    "name,kind,township,township_code_nbs2023,township_code_,lon,lat,total,pop_60plus",
    "id,name,kind,township,village,lon,lat,state,opened,closed,capacity,floor_area_m2,service_range",
    "unit,activity,year,sessions,served_people", "indicator,value,as_of,unit",
  ]

  /// Seeds 1…60, five ledgers each.
  @Test(arguments: UInt64(1)...60) func endInValuesOrFaults(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func pick<Element>(_ items: [Element]) -> Element {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return items[Int(state >> 33) % items.count]
    }
    let context = try LedgerFixture.context(band: seed % 3 == 0 ? .neighbour : .own)
    func table(_ head: String, _ rules: ColumnRules) throws -> HeaderedTable {
      let width = head.split(separator: ",").count
      let rows = (0..<6).map { _ in
        (0..<width).map { _ in
          let content = pick(Self.contents)
          return seed % 2 == 0 ? content : "\"\(content.replacing("\"", with: "\"\""))\""
        }.joined(separator: ",")
      }
      return try LedgerFixture.table(head + "\n" + rows.joined(separator: "\n") + "\n", rules)
    }
    let units = UnitLedger.read(
      try table(Self.heads[0], UnitLedger.columns(.nbs2023)), in: context)
    let villages = VillageLedger.read(
      try table(Self.heads[1], VillageLedger.columns(context.cohorts)), in: context)
    let facilities = FacilityLedger.read(
      try table(Self.heads[2], FacilityLedger.columns), in: context)
    let activities = ActivityLedger.read(
      try table(Self.heads[3], ActivityLedger.columns), in: context)
    let progress = ProgressLedger.read(
      try table(Self.heads[4], ProgressLedger.columns), in: context)
    let found = DataChecks.run(
      LoadedData(
        district: District(
          code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023,
          units: context.units + units.reading.values, demandPoints: villages.values,
          facilities: facilities.values),
        asOf: try #require(CivilDate.endOfYear(2024)), populationYear: units.populationYear))
    let faults =
      units.reading.faults + villages.faults + facilities.faults + activities.faults
      + progress.faults
    #expect(faults.contains { $0.severity == .blocking })
    for fault in faults + found {
      #expect(!fault.rule(in: .en).isEmpty && !fault.remedy(in: .en).isEmpty)
      #expect(fault.rule(in: .zh).contains { $0 >= "一" && $0 <= "龥" }, "\(fault)")
      #expect(fault.remedy(in: .zh).contains { $0 >= "一" && $0 <= "龥" }, "\(fault)")
      #expect((fault.value?.count ?? 0) <= 81)
    }
  }
}
