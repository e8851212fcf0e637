public import Foundation
public import PlanningModel
import Terrain
public import Workspace

/// One workspace, opened for one command: import when needed, then answer from the store.
///
/// The command line and anything else that people use go through here, so that they cannot
/// disagree. Not shared between threads.
public final class WorkspaceSession {
  /// The folder with its settings.
  public let folder: WorkspaceFolder
  let note: (String) -> Void
  private var loaded: LoadedWorkspace?
  private var loadedGround: StoreGround?
  private var loadedElevation: ElevationModel?
  private var loadedRoads: (roads: BuiltRoads, provenance: Provenance)?
  /// Fields on the roads as they are, by the settings of travel and the threads, so that another
  /// patch on facilities finds places tied and searches made.
  var fields: [FieldKey: CostField] = [:]
  /// The same where somebody walks over the ground.
  var groundFields: [FieldKey: CostField] = [:]

  struct FieldKey: Hashable {
    var travel: TravelSettings
    var threads: Int
  }

  /// What `yike.yaml` says.
  public var settings: WorkspaceSettings { folder.settings }
  /// Where reports go.
  public var reportsFolder: URL { folder.reportsURL }

  /// Opens a workspace.
  ///
  /// - Parameters:
  ///   - url: the folder that holds `yike.yaml`.
  ///   - note: takes lines for a person to read; they are no results.
  /// - Throws: `WorkError` with all faults of `yike.yaml`.
  public init(folder url: URL, note: @escaping (String) -> Void) throws {
    folder = try WorkspaceFolder(at: url)
    self.note = note
  }

  /// Reads all sources into the store, unless it is current already.
  ///
  /// - Throws: `WorkError` (`blocked`) with every fault; then nothing is written.
  public func importSources() throws -> ImportSummary {
    let records = try folder.currentSources()
    if case .current = try folder.storeState(for: records) {
      let contents = try GeoPackageStore.read(folder.storeURL, withGround: false)
      return summary(of: contents, taken: nil, isWritten: false)
    }
    return try build(records)
  }

  /// All findings on the data, the policies and the road network, read afresh; nothing is
  /// written.
  public func check() throws -> [InputFault] {
    let records: [SourceRecord]
    do {
      records = try folder.currentSources()
    } catch let error as WorkError where error.code == .blocked {
      return Waiving(waivers: settings.waivers).applied(to: error.faults)
    }
    let (contents, faults) = SourceImport(folder, records: records).checkedContents()
    let waived = Waiving(waivers: settings.waivers).applied(to: faults)
    let district = settings.district(with: contents)
    let policies = try PolicySource(folder).read(for: district)
    let rules = try RoadRulesSource(folder).read()
    var findings = waived + policies.faults + rules.faults
    if !(waived + rules.faults).contains(where: { $0.severity == .blocking }) {
      let (roads, provenance) = try WorkspaceRoads.build(
        contents.ground, travel: settings.travel, rules: rules.rules)
      let elevation =
        settings.travel.offRoad == .terrain
        ? try contents.elevation.map { try ElevationModel(inItsSystem: $0.raster) } : nil
      let field = CostField(
        travel: settings.travel, roads: roads, provenance: provenance, elevation: elevation,
        threads: 1)
      let checks = NetworkChecks(settings: settings, district: district, field: field)
      findings += checks.run() + checks.crossings(contents.roads.lines)
    }
    return findings
  }

  /// What the store holds, imported first when it is absent or its sources have changed.
  func load() throws -> LoadedWorkspace {
    if let loaded { return loaded }
    let records = try folder.currentSources()
    switch try folder.storeState(for: records) {
    case .current: break
    case .absent:
      note(Bilingual("数据库尚未生成，正在导入", "importing: there is no store yet").text)
      _ = try build(records)
    case .outdated(let reasons):
      let changes = Bilingual.joined(reasons.map { Bilingual(splitting: $0) })
      note(
        Bilingual("来源有变，正在重新导入：\(changes.chinese)", "importing again: \(changes.english)").text)
      _ = try build(records)
    }
    let contents = try GeoPackageStore.read(folder.storeURL, withGround: false)
    let district = settings.district(with: contents)
    let policies = try PolicySource(folder).read(for: district)
    let result = LoadedWorkspace(
      contents: contents, district: district, policies: policies,
      roadRules: try RoadRulesSource(folder).read(), sources: records)
    loaded = result
    return result
  }

  /// Roads and elevation of the loaded store, read when first needed: where the network is cached
  /// nobody but the map asks for them.
  ///
  /// - Throws: `WorkError` when the store was replaced after the rest of it was read.
  func ground(_ loaded: LoadedWorkspace) throws -> StoreGround {
    if let loadedGround { return loadedGround }
    let ground = try GeoPackageStore.readGround(folder.storeURL)
    guard ground.origin == loaded.contents.origin else { throw replaced }
    loadedGround = ground
    return ground
  }

  /// The elevation of the loaded store alone, for those who live far from roads.
  ///
  /// - Throws: as ``ground(_:)``.
  func elevation(_ loaded: LoadedWorkspace) throws -> ElevationModel? {
    if let loadedElevation { return loadedElevation }
    guard settings.sources.contains(where: { $0.role == .elevation }) else { return nil }
    let (origin, elevation) = try GeoPackageStore.readElevation(folder.storeURL)
    guard origin == loaded.contents.origin else { throw replaced }
    loadedElevation = try elevation.map { try ElevationModel(inItsSystem: $0.raster) }
    return loadedElevation
  }

  private var replaced: WorkError {
    WorkError(
      .unreadable, operation: "read store", subject: folder.storeURL.relativePath,
      message: Bilingual("数据库在读取期间被更换", "the store was replaced while it was read"),
      remedy: Bilingual("重新运行", "run the command again"))
  }

  /// The built roads of the loaded store.
  func roads(_ loaded: LoadedWorkspace) throws -> (roads: BuiltRoads, provenance: Provenance) {
    if let loadedRoads { return loadedRoads }
    let roads = try WorkspaceRoads(
      folder: folder, rules: loaded.roadRules.rules, origin: loaded.contents.origin,
      ground: { try self.ground(loaded) }, note: note
    ).built()
    loadedRoads = roads
    return roads
  }

  private func build(_ records: [SourceRecord]) throws -> ImportSummary {
    let importing = SourceImport(folder, records: records)
    var (contents, faults) = importing.checkedContents()
    faults = Waiving(waivers: settings.waivers).applied(to: faults)
    let blocking = faults.filter { $0.severity == .blocking }
    guard blocking.isEmpty else {
      throw WorkError(
        .blocked, operation: "import", subject: folder.root.relativePath,
        message: Bilingual(
          "\(blocking.count) 项阻断问题，未写入任何内容",
          "\(blocking.count) blocking findings; nothing was written"),
        remedy: Bilingual(
          "按各行提示更正，或在 yike.yaml 的 waivers 中说明理由",
          "correct each line, or waive it with a reason in yike.yaml"),
        faults: blocking)
    }
    contents.findings = faults
    try GeoPackageStore.write(contents, to: folder.storeURL)
    return summary(of: contents, taken: importing.taken, isWritten: true)
  }

  private func summary(
    of contents: StoreContents, taken: [Int]?, isWritten: Bool
  ) -> ImportSummary {
    let lines = settings.sources.enumerated().map { index, source in
      let found = contents.findings.filter { $0.file == source.file }
      return ImportSummary.Line(
        file: source.file, role: source.role.rawValue, taken: taken?[index],
        warnings: found.count { $0.severity == .warning },
        hints: found.count { $0.severity == .hint })
    }
    return ImportSummary(lines: lines, isWritten: isWritten, findings: contents.findings)
  }
}
