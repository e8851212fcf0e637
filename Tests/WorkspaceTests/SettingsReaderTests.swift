import Foundation
import PlanningModel
import Testing
import Workspace

let minimalSettings = """
  schema: yike-workspace/1
  district: {code: "500156", name: 武隆区}
  as_of: 2024-12-31
  projected: EPSG:4545

  """

@Suite struct SettingsReaderTests {
  @Test func readsTheWorkspaceOfTheRepository() throws {
    let folder = try WorkspaceFolder(at: repositoryRoot)
    let settings = folder.settings
    #expect(folder.warnings == [])
    #expect(settings.district.code == "500156")
    #expect(settings.district.nameEnglish == "Wulong District")
    #expect(settings.asOf.description == "2024-12-31")
    #expect(settings.sources.count == 11)
    #expect(settings.sources.filter { $0.band == .neighbour }.count == 3)
    #expect(settings.aliases["浩口乡"] == "浩口苗族仡佬族乡")
    #expect(settings.registers.first { $0.id == "mh_rehab" }?.isComplete == false)
    #expect(settings.cohorts.filter(\.isSensitive).map(\.id) == ["registered_mh_subjects"])
    #expect(
      settings.travel.profile(mode: .walk)
        == TravelProfile(mode: .walk, paceMillimetresPerSecond: 900, direction: .roundTrip))
    #expect(settings.travel.profile(mode: .motor)?.direction == .to)
    #expect(settings.travel.profile(mode: .walk, pace: "runner") == nil)
    #expect(settings.repairReadings.map(\.target) == ["WL24-42c"])
    #expect(settings.repairReadings.first?.limit == TravelTime("30min"))
    #expect(settings.repairReadings.first?.forced == ["WL24-40c"])
  }

  @Test func aReadingOfARepairIsWholeOrListed() {
    let (none, faults) = SettingsReader.read(
      text: minimalSettings + """
        repair_readings:
          - {target: A, within: 30min, unit_share: 1.5}
          - {target: B, within: soon, unit_share: 0.5, cohort: nobody}
          - {target: C, mode: sledge}
        """)
    #expect(none == nil)
    #expect(
      faults.map(\.check) == [
        "settings.out_of_range", "yaml.wrong_type", "settings.unknown_cohort", "yaml.missing_key",
        "yaml.wrong_type", "yaml.missing_key",
      ])
    let (plain, _) = SettingsReader.read(
      text: minimalSettings + "repair_readings: [{target: A, within: 1h, unit_share: 50%}]\n")
    #expect(plain?.repairReadings.first?.mode == .motor)
    #expect(
      plain?.expanded().first { $0.key == "repair_readings[0].unit_share" }?.value == "0.5")
  }

  @Test func theRepositorySpellsOutTheDefaults() throws {
    let written = try WorkspaceFolder(at: repositoryRoot).settings
    let (minimal, faults) = SettingsReader.read(text: minimalSettings)
    #expect(faults == [])
    #expect(minimal?.travel == written.travel)
    #expect(minimal?.language == .zh)
    #expect(minimal?.policies == ["policies/*.yaml"])
    #expect(minimal?.cohorts.map(\.id) == written.cohorts.map(\.id))
    #expect(minimal?.serviceGroups.map(\.id) == written.serviceGroups.map(\.id))
    #expect(minimal?.serviceGroups.map(\.kinds) == written.serviceGroups.map(\.kinds))
  }

  @Test func readsNumbersExactly() throws {
    let (settings, faults) = SettingsReader.read(
      text: minimalSettings + """
        travel: {paces: {slow: 0.001e3}, default_pace: slow}
        """)
    #expect(settings == nil)
    #expect(faults.map(\.check).contains("yaml.wrong_type"))
    let (exact, _) = SettingsReader.read(
      text: minimalSettings + """
        travel:
          paces: {elder: 0.905}
          speeds_kmh: {tertiary: 27.5}
        local_thresholds: {WL24-22a: 0.9, A: 90%}
        """)
    #expect(exact?.travel.paces == [Pace(name: "elder", millimetresPerSecond: 905)])
    #expect(
      exact?.travel.speeds.first { $0.roadClass == "tertiary" }?.kilometresPerHour
        == ExactDecimal("27.5"))
    #expect(exact?.travel.speeds.count == 10)
    #expect(exact?.localThresholds.map(\.target) == ["A", "WL24-22a"])
    #expect(exact?.localThresholds.map(\.value) == [ExactDecimal("0.9")!, ExactDecimal("0.9")!])
  }

  @Test func listsEveryFaultWithItsLine() {
    let (settings, faults) = SettingsReader.read(
      text: """
        schema: yike-workspace/2
        district: {code: 50015, name: 武隆区}
        as_off: 2024-12-31
        projected: Gauss
        service_groups: {meals: {label: 餐, kinds: [elder_canteens]}}
        registers: {a: {kinds: [elder_canteen]}, b: {kinds: [elder_canteen], complete: true}}
        travel: {default_pace: runner, snap: {candidates: 0, cap_metres: 0.5}}
        sources:
          - {role: unit, file: a.csv, provenance: official}
          - {role: units, file: ../a.csv, provenance: official}
          - {role: units, file: "C:\\\\a.csv", provenance: good}
          - {role: units, file: geodata/500156.gpkg, datum: gcj2, crs: 4545}
        aliases: {甲乡: 乙乡, 乙乡: 丙乡, 丁乡: 丁乡}

        """)
    #expect(settings == nil)
    let found = faults.map { "\($0.row ?? 0) \($0.check) \($0.column ?? "")" }
    #expect(
      found == [
        "1 settings.schema schema", "1 yaml.missing_key as_of",
        "2 settings.district_code district.code", "3 yaml.unknown_key as_off",
        "4 settings.reference_system projected",
        "5 settings.undeclared service_groups.meals.kinds[0]",
        "6 yaml.missing_key registers.a.complete", "6 settings.register_overlap registers.b",
        "7 settings.undeclared travel.default_pace",
        "7 settings.out_of_range travel.snap.candidates",
        "7 settings.out_of_range travel.snap.cap_metres", "9 yaml.wrong_type sources[0].role",
        "10 settings.path sources[1].file", "11 settings.path sources[2].file",
        "11 yaml.wrong_type sources[2].provenance", "12 yaml.missing_key sources[3].provenance",
        "12 yaml.wrong_type sources[3].datum", "12 settings.reference_system sources[3].crs",
        "12 settings.source_datum sources[3].crs", "13 settings.alias aliases.丁乡",
        "13 settings.alias aliases.甲乡",
      ])
    #expect(faults.allSatisfy { $0.file == "yike.yaml" && !$0.remedy.isEmpty })
    #expect(faults.allSatisfy { $0.rule(in: .zh) != $0.rule(in: .en) }, "\(faults)")
    #expect(faults.allSatisfy { $0.remedy(in: .zh) != $0.remedy(in: .en) }, "\(faults)")
    #expect(faults.first { $0.check == "yaml.unknown_key" }?.remedy.contains("“as_of”") == true)
  }

  @Test func aFileOfRoadRulesTakesThePlaceOfTheNumbers() throws {
    let (settings, faults) = SettingsReader.read(
      text: minimalSettings + "travel: {road_rules: geodata/./r.yaml, join_ends_metres: 0.5}\n")
    #expect(faults == [])
    let travel = try #require(settings?.travel)
    #expect(travel.roadRulesFile == "geodata/r.yaml")
    #expect(travel.joinEndsMetres == ExactDecimal("0.5"))
    let keys = try #require(settings).expanded().map(\.key)
    #expect(keys.contains("travel.road_rules"))
    #expect(keys.contains("travel.join_ends_metres"))
    #expect(!keys.contains { $0.hasPrefix("travel.speeds_kmh") || $0 == "travel.motor_cap_kmh" })
    let (both, found) = SettingsReader.read(
      text: minimalSettings + """
        travel:
          road_rules: ../r.yaml
          join_ends_metres: 51
          speeds_kmh: {track: 5}
          motor_cap_kmh: 25
          mountain_factor: {grade: 0.1}
        """)
    #expect(both == nil)
    #expect(
      found.map { "\($0.row ?? 0) \($0.check) \($0.column ?? "")" } == [
        "6 settings.path travel.road_rules", "7 settings.out_of_range travel.join_ends_metres",
        "8 settings.ambiguous travel.speeds_kmh", "9 settings.ambiguous travel.motor_cap_kmh",
        "10 settings.ambiguous travel.mountain_factor",
      ])
  }

  @Test func textThatIsNoYAMLIsAFaultWithItsLine() {
    let (settings, faults) = SettingsReader.read(text: "schema: a\n  b: c\n", file: "yike.yaml")
    #expect(settings == nil)
    #expect(faults.map(\.check) == ["yaml.malformed"])
    #expect(faults.first?.row == 2)
  }

  @Test(arguments: ["a: [1", "- 1", "3", "district: 5", "sources: {a: b}", "travel: [1]", "\u{0}"])
  func nothingCrashesIt(text: String) {
    let (settings, faults) = SettingsReader.read(text: text)
    #expect(settings == nil)
    #expect(!faults.isEmpty)
  }

  @Test func pathsStayInsideTheWorkspace() throws {
    func read(_ path: String) -> (WorkspaceSettings?, [InputFault]) {
      SettingsReader.read(
        text: minimalSettings + """
          sources: [{role: units, file: "\(path)", provenance: official}]
          """)
    }
    #expect(read("./geodata//units.csv").0?.sources.first?.file == "geodata/units.csv")
    let (absolute, warnings) = read("/data/units.csv")
    #expect(absolute?.sources.first?.file == "/data/units.csv")
    #expect(warnings.map(\.severity) == [.warning])
    for path in ["../a.csv", "geodata/../../a.csv", "~/a.csv", "", "geodata/", "/data/../a"] {
      let (settings, faults) = read(path)
      #expect(settings == nil, "\(path)")
      #expect(faults.map(\.check) == ["settings.path"], "\(path)")
    }
    #expect(read("geodata/500156.gpkg").1.map(\.check) == ["settings.source_is_store"])
  }

  @Test func expandedNamesEveryParameterOnce() throws {
    let settings = try WorkspaceFolder(at: repositoryRoot).settings
    let pairs = settings.expanded()
    let keys = pairs.map(\.key)
    #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(keys).count == keys.count)
    let values = Dictionary(pairs.map { ($0.key, $0.value) }) { first, _ in first }
    #expect(values["travel.paces.elder"] == "0.9")
    #expect(values["travel.slope.clamp"] == "0.4")
    #expect(values["as_of"] == "2024-12-31")
    #expect(values["registers.mh_rehab.activities"] == "精康服务")
    #expect(values["sources[6].crs"] == "EPSG:4545")
  }

  @Test func onlyUnitsAreFilledDown() throws {
    func read(_ columns: String) -> (WorkspaceSettings?, [InputFault]) {
      SettingsReader.read(
        text: minimalSettings
          + "sources: [{role: facilities, file: a.csv, provenance: official, fill_down: \(columns)}]"
      )
    }
    #expect(read("[township]").0?.sources.first?.fillDown == ["township"])
    #expect(read("[township]").0?.importText != read("[]").0?.importText)
    #expect(read("[capacity]").1.map(\.check) == ["settings.columns"])
  }

  @Test func onlyWhatTheImportReadsChangesItsText() throws {
    func text(_ more: String) throws -> String {
      try #require(SettingsReader.read(text: minimalSettings + more).0).importText
    }
    let plain = try text("")
    #expect(
      try text("language: en\nlocal_thresholds: {A: 0.9}\ntravel: {motor_cap_kmh: 15}") == plain)
    #expect(try text("aliases: {石桥乡: 石桥苗族土家族乡}") != plain)
    #expect(try text("waivers: [{id: a, file: b.csv, reason: c}]") != plain)
    #expect(try text("sources: [{role: units, file: a.csv, provenance: official}]") != plain)
  }
}
