public import PlanningModel
import YAMLDocuments

/// Reads `yike.yaml`.
public enum SettingsReader {
  /// The value of `schema` that this version reads.
  public static let schema = "yike-workspace/1"

  /// Reads the text of a `yike.yaml` and lists everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name for messages.
  /// - Returns: the settings, or nil when a fault blocks; and all faults, warnings included, in
  ///   the order of their lines.
  public static func read(
    text: String, file: String = "yike.yaml"
  ) -> (WorkspaceSettings?, [InputFault]) {
    let root: YAMLEntry
    do {
      root = try YAMLFile.parse(text, file: file)
    } catch let error as WorkError {
      return (nil, [fault(of: error, file: file)])
    } catch {
      return (nil, [])
    }
    var faults = YAMLFaults()
    let settings = read(root, &faults)
    let sorted = faults.faults.enumerated()
      .sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
      .map(\.element)
    let isBlocked = sorted.contains { $0.severity == .blocking }
    return (isBlocked ? nil : settings, sorted)
  }

  private static func read(_ root: YAMLEntry, _ faults: inout YAMLFaults) -> WorkspaceSettings? {
    faults.allow(
      [
        "schema", "district", "as_of", "language", "projected", "cohorts", "service_types",
        "service_groups", "travel", "registers", "local_thresholds", "waivers", "aliases",
        "sources", "policies", "site_costs", "repair_readings",
      ], in: root)
    readSchema(root, &faults)
    let district = readDistrict(faults.require("district", in: root), &faults)
    let asOf = faults.date(faults.require("as_of", in: root))
    let projected = readProjected(faults.require("projected", in: root), &faults)
    let language = faults.choice(root.find("language"), of: Language.self) ?? .zh
    let cohorts = readCohorts(root.find("cohorts"), &faults)
    let types = readServiceTypes(root.find("service_types"), &faults)
    let kinds = types.map(\.id)
    let groups = readServiceGroups(root.find("service_groups"), kinds: kinds, &faults)
    let registers = readRegisters(root.find("registers"), kinds: kinds, &faults)
    let travel = readTravel(root.find("travel"), &faults)
    let thresholds = readThresholds(root.find("local_thresholds"), &faults)
    let costs = readSiteCosts(root.find("site_costs"), kinds: kinds, &faults)
    let readings = readRepairReadings(root.find("repair_readings"), cohorts: cohorts, &faults)
    let waivers = readWaivers(root.find("waivers"), &faults)
    let aliases = readAliases(root.find("aliases"), &faults)
    let sources = readSources(root.find("sources"), storeOf: district?.code, &faults)
    let policies = readPolicies(root.find("policies"), &faults)
    guard let district, let asOf, let projected else { return nil }
    return WorkspaceSettings(
      district: district, asOf: asOf, language: language, projected: projected, cohorts: cohorts,
      serviceTypes: types, serviceGroups: groups, travel: travel, registers: registers,
      localThresholds: thresholds, siteCosts: costs, repairReadings: readings, waivers: waivers,
      aliases: aliases, sources: sources, policies: policies)
  }

  private static func readSchema(_ root: YAMLEntry, _ faults: inout YAMLFaults) {
    guard let entry = faults.require("schema", in: root), let found = faults.text(entry),
      found != schema
    else { return }
    faults.add(
      "settings.schema", at: entry, value: found,
      rule: Bilingual("本版本读取“\(schema)”", "this version reads “\(schema)”"),
      remedy: Bilingual(
        "写“schema: \(schema)”，并按 docs/formats/workspace.md 核对各键",
        "write “schema: \(schema)” and check the keys against docs/formats/workspace.md"))
  }

  /// A text that is no YAML stops the reading at once; its place is at the end of the subject.
  private static func fault(of error: WorkError, file: String) -> InputFault {
    let places = error.subject.dropFirst(file.count).split(separator: ":")
    return InputFault(
      check: "yaml.malformed", severity: .blocking, file: file,
      row: places.first.flatMap { Int($0) },
      rule: Bilingual(splitting: error.message), remedy: Bilingual(splitting: error.remedy))
  }
}
