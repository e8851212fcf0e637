import PlanningModel
import Testing

@Suite struct UnitNamesTests {
  static func unit(_ nbs: String, _ mca: String, _ name: String) -> AdministrativeUnit {
    AdministrativeUnit(
      id: UnitID(nbs), name: name, unitClass: .town, parent: "500156",
      codes: [.nbs2023: nbs, .mca: mca])
  }

  static let names = UnitNames(
    [
      unit("500156101", "500156107", "白马镇"), unit("500156109", "500156101", "桐梓镇"),
      unit("500156202", "500156216", "石桥苗族土家族乡"), unit("1", "1", "南坪镇"),
      unit("2", "2", "南坪街道"),
    ],
    aliases: ["石桥乡": "石桥苗族土家族乡"])

  @Test func theSameDigitsMeanDifferentTownsInDifferentSystems() {
    #expect(Self.names.find(code: "500156101", in: .nbs2023) == "500156101")
    #expect(Self.names.find(code: "500156101", in: .mca) == "500156109")
  }

  @Test func shortNamesMatchOnlyWhenDeclared() {
    #expect(Self.names.find(name: "石桥乡") == "500156202")
    #expect(Self.names.find(name: "白马") == nil)
    #expect(Self.names.find(name: "南坪") == nil, "南坪镇 and 南坪街道 are never guessed apart")
  }

  @Test func nearestNamesHelpAPersonDecide() {
    #expect(Self.names.nearest(to: "白马乡").first == "白马镇")
    #expect(Self.names.nearest(to: "xyz").isEmpty)
  }

  @Test func identifiersSortBytewise() {
    let ids: [UnitID] = ["乙", "a", "B", "甲"]
    #expect(ids.sorted().map(\.rawValue) == ["B", "a", "乙", "甲"])
  }

  @Test func theWeakestProvenanceWins() {
    #expect(Provenance.weakest(of: [.official, .illustrative, .derived]) == .illustrative)
    #expect(Provenance.weakest(of: []) == nil)
  }
}
