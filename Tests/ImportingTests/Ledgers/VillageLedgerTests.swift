import Importing
import PlanningModel
import Testing

@Suite struct VillageLedgerTests {
  static let head =
    "name,kind,township,township_code_nbs2023,lon,lat,total,pop_60plus,position_provenance,"
    + "people_provenance\n"

  func read(_ rows: String, head: String = head, band: Band = .own) throws -> Reading<DemandPoint> {
    let context = try LedgerFixture.context(band: band)
    return VillageLedger.read(
      try LedgerFixture.table(head + rows, VillageLedger.columns(context.cohorts)), in: context)
  }

  @Test func readsVillages() throws {
    let reading = try read(
      "铁佛村,村,白马镇,500156101,107.5,29.4,100,20,surveyed,official\n"
        + "东山社区,社区,白云,,107.6,29.3,,１２,,\n")
    #expect(reading.faults.map(brief) == ["3 township unit.alias", "3 pop_60plus cell.folded"])
    #expect(reading.values.map(\.id) == ["500156101/铁佛村", "500156201/东山社区"])
    #expect(reading.values[0].people == ["total": 100, "pop_60plus": 20])
    #expect(reading.values[0].positionProvenance == .surveyed)
    #expect(reading.values[1].people == ["pop_60plus": 12])
    #expect(reading.values[1].peopleProvenance == .secondary)
    #expect(reading.values[1].unitClass == .community && reading.values[1].band == .own)
  }

  @Test func listsEveryFault() throws {
    let reading = try read(
      """
      丁村,村,,,107.5,29.4,1,1,,
      甲村,村,白马,,107.5,29.4,1,1,,
      乙村,村,,500156999,107.5,29.4,1,1,,
      丙村,村,白马镇,500156102,107.5,29.4,1,1,,
      戊村,屯,白马镇,,107.5,29.4,-1,1 200,,
      己村,村,白马镇,,29.4,107.5,1,1,,
      庚村,村,白马镇,,0,0,1,1,,
      辛村,村,白马镇,,117.5,29.4,1,1,,
      壬村,村,白马镇,,107.5,,1,1,,
      癸村,村,白马镇,,东,29.4,1,1,guess,
      子村,村,白马镇,,500000,3250000,1,1,,
      丑村,村,白马镇,,,,1,1,,
      丑村,村,白马镇,,107.1,29.1,1,1,,
      ,村,白马镇,,107.1,29.1,1,1,,

      """)
    #expect(
      reading.faults.map(brief) == [
        "2 township cell.missing", "3 township unit.unmatched",
        "4 township_code_nbs2023 unit.unmatched", "5 township unit.ambiguous",
        "6 kind cell.unknown_word",
        "6 total cell.negative", "6 pop_60plus cell.not_number", "7 lon place.swapped_axes",
        "8 lon place.zero", "9 lon place.outside_district", "10 lat place.incomplete",
        "11 lon cell.not_number", "11 position_provenance cell.unknown_word",
        "12 lon place.not_degrees", "13 lon place.missing", "14 name village.duplicate",
        "15 name cell.missing",
      ])
    #expect(reading.values.map(\.name) == ["丑村"])
    #expect(reading.values.first?.position == nil)
    #expect(reading.faults[1].remedy(in: .zh).contains("白马镇"))
    #expect(reading.faults[1].remedy(in: .en).contains("白马镇"))
    #expect(reading.faults[2].remedy.contains("500156201, 白云乡"))
    #expect(reading.faults[7].value == "29.4, 107.5")
  }

  @Test func codesOfAnotherSystemAreNamed() throws {
    let reading = try read("甲村,村,,500156104,107.5,29.4,1,1,,\n")
    #expect(reading.faults.first?.remedy(in: .zh).contains("白马镇的 mca 代码") == true)
    #expect(reading.faults.first?.remedy(in: .en).contains("白马镇's code in mca") == true)
    let head = "name,kind,township,township_code_mca,lon,lat,total,pop_60plus\n"
    let other = try read("甲村,村,,500156101,107.5,29.4,1,1\n", head: head)
    #expect(other.values.first?.unit == "500156102")
  }

  @Test func neighboursAreNotMatched() throws {
    let reading = try read("甲村,村,邻镇,,107.5,29.4,1,1,,\n", band: .neighbour)
    #expect(reading.faults.isEmpty)
    #expect(reading.values.first?.id == "neighbour/邻镇/甲村")
    #expect(reading.values.first?.unit == nil && reading.values.first?.band == .neighbour)
  }

  @Test func countsBeyondAllPeopleAreRefused() throws {
    let reading = try read("甲村,村,白马镇,,107.5,29.4,99999999999,99999999999999999999,,\n")
    #expect(
      reading.faults.map(brief) == ["2 total cell.not_number", "2 pop_60plus cell.not_number"])
  }

  @Test func missingColumnsAreNamedOnce() throws {
    let reading = try read("甲村,村,白马镇,107.5,29.4\n", head: "name,kind,township,lon,lat\n")
    #expect(
      reading.faults.map(brief) == ["- total cohort.no_column", "- pop_60plus cohort.no_column"])
    let none = try read("甲村,村\n", head: "name,kind\n")
    #expect(none.faults.contains { $0.check == "column.missing" && $0.column == "township" })
    #expect(none.values.isEmpty)
  }
}
