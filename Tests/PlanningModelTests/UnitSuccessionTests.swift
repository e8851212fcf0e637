import PlanningModel
import Testing

/// Former names and codes lead to present units: splits, mergers, chains, and districts.
@Suite struct UnitSuccessionTests {
  private func unit(_ code: String, _ name: String) -> AdministrativeUnit {
    AdministrativeUnit(
      id: UnitID(code), name: name, unitClass: .street, parent: "500156",
      codes: [.nbs2023: code])
  }

  private func change(
    _ date: String?, _ from: (String, String), _ to: (String, String)?,
    system: CodeSystem = .nbs2023
  ) -> UnitChange {
    UnitChange(
      date: date.flatMap { CivilDate($0) }, fromSystem: system, fromCode: from.0, fromName: from.1,
      toSystem: .nbs2023, toCode: to?.0 ?? "", toName: to?.1)
  }

  private var wulong: UnitSuccession {
    UnitSuccession(
      [
        change(nil, ("500232", "武隆县"), ("500156", "武隆区")),
        change(nil, ("500156100", "巷口镇"), ("500156001", "凤山街道"), system: .mca),
        change(nil, ("500156100", "巷口镇"), ("500156002", "芙蓉街道"), system: .mca),
        change(nil, ("", "土坎镇"), nil),
        change("2010-05-01", ("500156108", "老乡"), ("500156109", "旧镇")),
        change("2015-06-01", ("500156109", "旧镇"), ("500156003", "仙女山街道")),
      ],
      units: [unit("500156001", "凤山街道"), unit("500156002", "芙蓉街道"), unit("500156003", "仙女山街道")],
      district: "500156")
  }

  @Test func aSplitHasSeveralSuccessors() {
    let former = wulong.former(name: "巷口镇")
    #expect(former?.successors == ["500156001", "500156002"] && former?.until == nil)
    #expect(wulong.former(code: "500156100", in: .mca) == former)
    #expect(wulong.former(code: "500156100", in: .nbs2023) == nil)
    #expect(wulong.former(name: "土坎镇")?.successors == [])
  }

  @Test func chainsLeadToThePresentUnit() {
    #expect(wulong.former(name: "老乡")?.successors == ["500156003"])
    #expect(wulong.former(name: "老乡")?.until == CivilDate("2010-05-01"))
    #expect(wulong.former(name: "旧镇")?.until == CivilDate("2015-06-01"))
    #expect(wulong.aliases == ["老乡": "仙女山街道", "旧镇": "仙女山街道"])
    let ring = UnitSuccession(
      [
        change(nil, ("500156301", "甲"), ("500156302", "乙")),
        change(nil, ("500156302", "乙"), ("500156301", "甲")),
      ], units: [], district: "500156")
    #expect(ring.former(name: "甲")?.successors == [])
  }

  @Test func namesThatAreBorneTodayAreNoFormerNames() {
    let succession = UnitSuccession(
      [change("2024-01-01", ("500156001", "凤山街道"), ("500156002", "芙蓉街道"))],
      units: [unit("500156001", "凤山街道"), unit("500156002", "芙蓉街道")], district: "500156")
    #expect(succession.former(name: "凤山街道") == nil)
    #expect(succession.former(code: "500156001", in: .nbs2023) == nil)
  }

  /// A county that became a district is the whole of it; districts that merged were parts.
  @Test func formerDistricts() {
    #expect(wulong.isFormerDistrict("武隆县") && wulong.isFormerDistrict("500232"))
    let merged = UnitSuccession(
      [
        change("2025-11-06", ("500112", "渝北区"), ("500157", "两江新区")),
        change("2025-11-06", ("500105", "江北区"), ("500157", "两江新区")),
      ], units: [], district: "500157")
    #expect(!merged.isFormerDistrict("渝北区") && !merged.isFormerDistrict("500105"))
  }
}
