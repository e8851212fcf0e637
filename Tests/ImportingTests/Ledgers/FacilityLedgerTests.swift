import Importing
import PlanningModel
import Testing

@Suite struct FacilityLedgerTests {
  static let head =
    "id,name,kind,township,village,lon,lat,state,opened,closed,designation,capacity,"
    + "floor_area_m2,service_range,site,provenance,host_provenance,position_provenance,"
    + "range_provenance,source,note\n"

  func read(_ rows: String, band: Band = .own) throws -> Reading<Facility> {
    FacilityLedger.read(
      try LedgerFixture.table(Self.head + rows, FacilityLedger.columns),
      in: try LedgerFixture.context(band: band))
  }

  @Test func readsAFacility() throws {
    let reading = try read(
      "c1,白马食堂,elder_canteen,白马镇,铁佛村,107.5,29.4,operating,2024-03-06,,市级示范、五星,90,320.5,"
        + "白马镇、白云乡,s1,official,,illustrative,,,\n"
        + "c2,全区食堂,老年食堂,凤山街道,,107.6,29.4,运营,2024年3月6日,2025/1/2,,,,全区,,,,,,,\n")
    #expect(
      reading.faults.map(brief) == [
        "3 opened cell.date_spelling", "3 closed cell.date_spelling",
      ])
    let first = reading.values[0]
    #expect(first.host == "500156101" && first.village == "500156101/铁佛村")
    #expect(first.designations == ["市级示范", "五星"] && first.capacity == 90)
    #expect(first.serviceRange == ["500156101", "500156201"] && first.site == "s1")
    #expect(first.provenance.host == .official && first.provenance.position == .illustrative)
    #expect(first.floorAreaSquareMetres?.description == "320.5")
    let second = reading.values[1]
    #expect(second.kind == "elder_canteen" && second.state == .operating)
    #expect(second.opened == CivilDate(year: 2024, month: 3, day: 6))
    #expect(second.closed == CivilDate(year: 2025, month: 1, day: 2))
    #expect(second.serviceRange?.count == 4)
  }

  @Test func listsEveryFault() throws {
    let reading = try read(
      """
      c1,甲,elder_cantene,白马镇,,107.5,29.4,operating,2024-02-30,,,,,,,,,,,,
      c2,乙,elder_canteen,白马镇,铁佛,107.5,29.4,open,2024,,,,,,,,,,,,
      c3,丙,elder_canteen,白马镇,,107.5,29.4,closed,2024-05-01,2024-01-01,,-1,about 5,,,,,,,,
      c4,丁,elder_canteen,,,107.5,29.4,operating,45357,,,,,,,,,,,,
      c4,戊,elder_canteen,白马镇,,107.5,29.4,operating,,,,,,白云,,,,,,,
      c5,己,elder_canteen,白马镇,,107.5,29.4,operating,,,,,,白云乡;黑云乡,,,,,,,
      ,庚,elder_canteen,白马镇,,107.5,29.4,operating,,,,,,,,,,,,,

      """)
    #expect(
      reading.faults.map(brief) == [
        "2 kind facility.kind_unknown", "2 opened cell.not_date", "3 state cell.unknown_word",
        "3 village village.unmatched", "3 opened cell.not_date",
        "4 closed facility.closed_before_opened", "4 capacity cell.negative",
        "4 floor_area_m2 cell.not_number", "5 township facility.no_host",
        "5 opened cell.date_serial", "6 id facility.duplicate_id",
        "7 service_range facility.range_unresolved", "8 id cell.missing",
      ])
    #expect(reading.values.map(\.name) == ["丁"])
    #expect(reading.values.first?.opened == CivilDate(year: 2024, month: 3, day: 6))
    #expect(reading.faults[0].remedy.contains("elder_canteen"))
  }

  @Test func neighboursAreNotMatched() throws {
    let reading = try read(
      "n1,甲,elder_canteen,邻镇,邻村,107.5,29.4,operating,,,,,,白马镇、邻镇,,,,,,,\n", band: .neighbour)
    #expect(reading.faults.isEmpty)
    #expect(reading.values.first?.host == nil && reading.values.first?.band == .neighbour)
    #expect(reading.values.first?.serviceRange == ["500156101"])
  }
}
