import Foundation
import Geometry
import Importing
import PlanningModel
import Projections
import RoadNetwork
import Workspace

/// Reads every source of a workspace into the contents of a store.
///
/// All faults of all sources are gathered before anything is decided; nothing is written here.
struct SourceImport {
  private let folder: WorkspaceFolder
  private let layers: LayerSources
  private var contents: StoreContents
  private var data: ImportedPlaces
  private(set) var faults: [InputFault] = []
  private(set) var taken: [Int]
  /// The columns of each file as Yike knows them.
  private var columns: [String: Set<String>] = [:]
  private var settings: WorkspaceSettings { folder.settings }

  /// Reads all sources, whose files and hashes are `records`.
  init(_ folder: WorkspaceFolder, records: [SourceRecord]) {
    self.folder = folder
    layers = LayerSources(folder: folder)
    contents = StoreContents(settingsSHA256: folder.settingsSHA256, sources: records)
    data = ImportedPlaces()
    taken = Array(repeating: 0, count: folder.settings.sources.count)
    var roads = TaggedLines(keys: RoadRules.tagKeys)
    roads.firstVertex = [0]
    contents.roads = RoadLayer(lines: roads, bands: [], provenance: [])
    faults += folder.warnings
    readAll()
    faults += decisions.compactMap(\.fault)
  }

  /// The contents, with what the checks found; meaningful only when nothing blocks.
  func checkedContents() -> (StoreContents, [InputFault]) {
    var contents = contents
    let district = settings.district(with: contents)
    let found = DataChecks.run(
      LoadedData(
        district: district, asOf: settings.asOf, populationYear: data.populationYear,
        polygons: data.polygons, unitPlaces: data.units, demandPointPlaces: data.villages,
        facilityPlaces: data.facilities))
    let all = faults + found
    contents.findings = all
    return (contents, all)
  }

  /// What became of the planner's decisions.
  var decisions: [DecisionState] {
    DecisionStates(
      settings: settings, faults: faults, columns: columns,
      units: Set(contents.units.map(\.name))
    ).all
  }

  /// Names in ledgers that are no unit's.
  var undecidedNames: [UndecidedName] {
    let names = UnitNames(contents.units)
    let units = Set(contents.units.map(\.name))
    var found: [UndecidedName] = []
    for fault in faults where fault.check == ImportCheck.unitUnmatched.id {
      // Codes are corrected in the ledger; only names are decided upon.
      guard let name = fault.value, let row = fault.row, !name.allSatisfy(\.isNumber) else {
        continue
      }
      if let index = found.firstIndex(where: { $0.file == fault.file && $0.name == name }) {
        found[index].rows.append(row)
      } else {
        found.append(
          UndecidedName(
            file: fault.file, name: name, rows: [row], candidates: names.nearest(to: name),
            units: units))
      }
    }
    return found
  }

  private mutating func readAll() {
    // Polygons first: they say where the district is, against which all places are checked.
    var polygons: [LayerSources.RawPolygon] = []
    each(.unitPolygons) { importing, source in
      let (read, found) = try importing.layers.polygons(
        source, system: importing.settings.district.codeSystem)
      polygons += read
      importing.faults += found
      return read.count
    }
    data.box = DistrictBox(polygons.map(\.shape))
    each(.units) { try $0.readUnits($1) }
    each(.unitChanges) { importing, source in
      let district = (
        units: importing.contents.units, code: importing.settings.district.code,
        asOf: importing.settings.asOf
      )
      let readings = try importing.open(source, UnitChangeLedger.columns).map {
        UnitChangeLedger.read($0, provenance: source.provenance, checkedAgainst: district)
      }
      importing.faults += readings.flatMap(\.faults)
      importing.contents.unitChanges += readings.flatMap(\.values)
      return readings.reduce(0) { $0 + $1.values.count }
    }
    matchPolygons(polygons)
    each(.villages) { try $0.readVillages($1) }
    each(.facilities) { try $0.readFacilities($1) }
    each(.activities) { importing, source in
      let context = try importing.context(source)
      let readings = try importing.open(source, ActivityLedger.columns)
        .map { ActivityLedger.read($0, in: context) }
      importing.faults += readings.flatMap(\.faults)
      importing.contents.activities += readings.flatMap(\.values)
      return readings.reduce(0) { $0 + $1.values.count }
    }
    each(.progress) { importing, source in
      let context = try importing.context(source)
      let readings = try importing.open(source, ProgressLedger.columns)
        .map { ProgressLedger.read($0, in: context) }
      importing.faults += readings.flatMap(\.faults)
      importing.contents.ledger += readings.flatMap(\.values)
      return readings.reduce(0) { $0 + $1.values.count }
    }
    each(.submissions) { importing, source in
      let context = try importing.context(source)
      let readings = try importing.open(source, SubmissionLedger.columns)
        .map { SubmissionLedger.read($0, in: context) }
      importing.faults += readings.flatMap(\.faults)
      importing.contents.submissions += readings.flatMap(\.values)
      return readings.reduce(0) { $0 + $1.values.count }
    }
    each(.milestones) { importing, source in
      let context = try importing.context(source)
      let readings = try importing.open(source, MilestoneLedger.columns)
        .map { MilestoneLedger.read($0, in: context) }
      importing.faults += readings.flatMap(\.faults)
      importing.contents.milestones += readings.flatMap(\.values)
      return readings.reduce(0) { $0 + $1.values.count }
    }
    each(.issues) { importing, source in
      let context = try importing.context(source)
      let readings = try importing.open(source, IssueLedger.columns)
        .map { IssueLedger.read($0, in: context) }
      importing.faults += readings.flatMap(\.faults)
      importing.contents.issues += readings.flatMap(\.values)
      return readings.reduce(0) { $0 + $1.values.count }
    }
    each(.roads) { importing, source in
      let (lines, found) = try importing.layers.roads(source, keys: RoadRules.tagKeys)
      importing.faults += found
      importing.contents.roads.append(lines, band: source.band, provenance: source.provenance)
      return lines.count
    }
    each(.rivers) { importing, source in
      let (lines, found) = try importing.layers.rivers(source)
      importing.faults += found
      importing.contents.rivers += lines
      return lines.count
    }
    each(.elevation) { importing, source in
      let layer = try importing.layers.elevation(source)
      importing.contents.elevation = layer
      return layer.raster.cells.count
    }
    contents.units.sort { $0.id < $1.id }
    contents.demandPoints.sort { $0.id < $1.id }
    contents.facilities.sort { $0.id < $1.id }
    refuseDuplicates()
  }

  /// Runs a reader over the sources of a role; what it throws becomes a fault of the file.
  private mutating func each(
    _ role: SourceRole,
    _ read: (inout SourceImport, SourceSettings) throws -> Int
  ) {
    for (index, source) in settings.sources.enumerated() where source.role == role {
      do {
        taken[index] = try read(&self, source)
      } catch let error as WorkError {
        faults.append(
          InputFault(
            check: "source.\(error.code.rawValue)", severity: .blocking, file: source.file,
            layer: source.layer,
            rule: Bilingual(splitting: error.message), remedy: Bilingual(splitting: error.remedy)))
        faults += error.faults
      } catch {
        faults.append(
          InputFault(
            check: "source.malformed", severity: .blocking, file: source.file,
            layer: source.layer,
            rule: Bilingual("文件无法读取（\(error)）", "\(error)"),
            remedy: Bilingual(
              "检查文件及其在 yike.yaml 中的声明",
              "check the file and what yike.yaml declares of it")))
      }
    }
  }

  private mutating func open(
    _ source: SourceSettings, _ rules: ColumnRules
  ) throws -> [HeaderedTable] {
    let tables = try TableSource(source: source, url: folder.url(of: source.file))
      .open(rules, units: UnitNames(contents.units, aliases: aliases(of: source)))
    columns[source.file, default: []].formUnion(tables.flatMap(\.columns))
    return tables
  }

  /// Names that stand for units in a file: what was decided for it, then what holds everywhere.
  private func aliases(of source: SourceSettings) -> [String: String] {
    settings.aliases.merging(source.unitNames) { _, decided in decided }
  }

  private mutating func context(
    _ source: SourceSettings, hasPlaces: Bool = false
  ) throws -> LedgerContext {
    let table = TableSource(source: source, url: folder.url(of: source.file))
    // Ledgers without coordinates need no datum.
    let declared = hasPlaces ? try table.declaredDatum() : "WGS 84"
    let (reading, found) = CoordinateReading.declared(
      declared, box: data.box?.bounds(of: source.band), file: source.file)
    faults += found
    return LedgerContext(
      districtCode: settings.district.code, districtName: settings.district.name,
      codeSystem: settings.district.codeSystem, units: contents.units,
      aliases: aliases(of: source), changes: contents.unitChanges, asOf: settings.asOf,
      demandPoints: contents.demandPoints,
      cohorts: settings.cohorts, serviceTypes: settings.serviceTypes,
      coordinates: try reading ?? CoordinateReading(.wgs84), band: source.band,
      provenance: source.provenance)
  }

  private mutating func readUnits(_ source: SourceSettings) throws -> Int {
    let context = try context(source, hasPlaces: true)
    var count = 0
    for table in try open(source, UnitLedger.columns(settings.district.codeSystem)) {
      let units = UnitLedger.read(table, in: context)
      faults += units.reading.faults
      contents.units += units.reading.values
      data.populationYear = units.populationYear ?? data.populationYear
      data.units.merge(units.reading.placesByKey(\.id)) { first, _ in first }
      count += units.reading.values.count
    }
    return count
  }

  private mutating func readVillages(_ source: SourceSettings) throws -> Int {
    let context = try context(source, hasPlaces: true)
    var count = 0
    for table in try open(source, VillageLedger.columns(settings.cohorts)) {
      let reading = VillageLedger.read(table, in: context)
      faults += reading.faults
      contents.demandPoints += reading.values
      data.villages.merge(reading.placesByKey(\.id)) { first, _ in first }
      count += reading.values.count
    }
    return count
  }

  private mutating func readFacilities(_ source: SourceSettings) throws -> Int {
    let declared = try TableSource(source: source, url: folder.url(of: source.file))
      .declaredDatum()
    let villages = contents.demandPoints.filter { $0.band == source.band }.compactMap(\.position)
    var count = 0
    for table in try open(source, FacilityLedger.columns) {
      if let doubt = DatumCheck.run(table, declared: declared, near: villages) {
        faults.append(doubt)
      }
      let reading = FacilityLedger.read(table, in: try context(source, hasPlaces: true))
      faults += reading.faults
      contents.facilities += reading.values
      data.facilities.merge(reading.placesByKey(\.id)) { first, _ in first }
      count += reading.values.count
    }
    return count
  }

  private mutating func matchPolygons(_ polygons: [LayerSources.RawPolygon]) {
    let names = UnitNames(
      contents.units, aliases: settings.aliases(in: settings.district(with: contents)))
    let system = settings.district.codeSystem
    for polygon in polygons {
      let unit =
        polygon.code.map { names.find(code: $0, in: system) }
        ?? polygon.name.flatMap { names.find(name: $0) }
      guard let unit else {
        let shown = polygon.code ?? polygon.name ?? ""
        let near = names.nearest(to: polygon.name ?? shown).joined(separator: ", ")
        faults.append(
          ImportCheck.unitUnmatched.fault(
            file: polygon.place.file, layer: polygon.place.layer, row: polygon.place.row,
            column: polygon.code == nil ? "name" : "code_\(system.rawValue)", value: shown,
            rule: Bilingual(
              "本区县没有代码或名称为“\(shown)”的乡镇街道",
              "no unit of the district has the code or name “\(shown)”"),
            remedy: near.isEmpty
              ? Bilingual("更正代码", "correct the code")
              : Bilingual("是否为 \(near)？", "did you mean \(near)?")))
        continue
      }
      contents.unitShapes[unit] = UnitShape(
        shape: polygon.shape, provenance: polygon.provenance)
      data.polygons.append(
        UnitPolygon(unit: unit, shape: polygon.shape, place: polygon.place))
    }
  }

  /// The same id from two files: each file alone was checked by its reader.
  private mutating func refuseDuplicates() {
    func repeated<Value: Identified>(_ values: [Value], _ check: String) -> [InputFault] {
      zip(values, values.dropFirst()).filter { $0.key == $1.key }.map { pair in
        InputFault(
          check: check, severity: .blocking, file: WorkspaceFolder.settingsName,
          column: "sources", value: pair.0.key,
          rule: Bilingual("两个来源有相同的 id", "two sources give the same id"),
          remedy: Bilingual("从其中一个文件中删去", "take it out of one of the files"))
      }
    }
    faults += repeated(contents.units, "unit.duplicate_source")
    faults += repeated(contents.demandPoints, "village.duplicate_source")
    faults += repeated(contents.facilities, "facility.duplicate_source")
  }
}

/// Things that are told apart by an id.
private protocol Identified { var key: String { get } }
extension AdministrativeUnit: Identified { var key: String { id.rawValue } }
extension DemandPoint: Identified { var key: String { id.rawValue } }
extension Facility: Identified { var key: String { id.rawValue } }
