import PlanningModel
import YAMLDocuments

extension SettingsReader {
  static func readSources(
    _ entry: YAMLEntry?, storeOf code: String?, _ faults: inout YAMLFaults
  ) -> [SourceSettings] {
    var sources: [SourceSettings] = []
    for item in faults.items(of: entry) {
      guard let source = readSource(item, &faults) else { continue }
      if let code, source.file == "geodata/\(code).gpkg" {
        faults.add(
          "settings.source_is_store", at: item, value: source.file,
          rule: Bilingual(
            "一刻生成的数据库不能作为自己的来源", "the store that Yike writes cannot be its own source"),
          remedy: Bilingual(
            "将文件改名，或写明生成它的原始文件",
            "rename the file, or name the files it was made from"))
      }
      if sources.contains(where: {
        ($0.role, $0.file, $0.layer) == (source.role, source.file, source.layer)
      }) {
        faults.add(
          "settings.source_twice", at: item, value: source.file,
          rule: Bilingual(
            "同一文件的同一图层以同一用途列了两次",
            "the same layer of the same file is named twice for one role"),
          remedy: Bilingual("删去其中一项", "remove one of the two entries"))
      }
      sources.append(source)
    }
    return sources
  }

  private static func readSource(
    _ item: YAMLEntry, _ faults: inout YAMLFaults
  ) -> SourceSettings? {
    faults.allow(
      [
        "role", "file", "layer", "provenance", "publisher", "datum", "crs", "band", "columns",
        "table_header_row", "fill_down",
      ], in: item)
    let role = faults.choice(faults.require("role", in: item), of: SourceRole.self)
    let file = faults.require("file", in: item).flatMap { WorkspacePath.read($0, &faults) }
    let provenance = faults.choice(faults.require("provenance", in: item), of: Provenance.self)
    let layer = faults.text(item.find("layer"))
    let publisher = faults.text(item.find("publisher")).flatMap { $0.isEmpty ? nil : $0 }
    let datum = faults.choice(item.find("datum"), of: SourceDatum.self)
    let system = referenceSystem(item.find("crs"), &faults)
    if let entry = item.find("crs"), item.find("datum") != nil {
      faults.add(
        "settings.source_datum", at: entry, value: system,
        rule: Bilingual(
          "坐标基准（datum，单位为度）与坐标系（crs）只能写一个",
          "a source has either a datum (degrees) or a reference system (crs)"),
        remedy: Bilingual("保留坐标实际所用的那一个", "keep the one that its coordinates are in"))
    }
    let band = readBand(item.find("band"), &faults)
    let columns = readColumns(item.find("columns"), &faults)
    let headerRow = readHeaderRow(item.find("table_header_row"), &faults)
    let fillDown = readFillDown(item.find("fill_down"), &faults)
    guard let role, let file, let provenance else { return nil }
    return SourceSettings(
      role: role, file: file, layer: layer, provenance: provenance, publisher: publisher,
      datum: datum, referenceSystem: system, band: band, columns: columns, headerRow: headerRow,
      fillDown: fillDown)
  }

  private static func readBand(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> Band {
    guard let entry, let text = faults.text(entry) else { return .own }
    if let band = Band(rawValue: text) { return band }
    faults.add(
      "yaml.wrong_type", at: entry, value: text,
      rule: Bilingual("此处应为 own, neighbour 之一", "one of own, neighbour is expected here"),
      remedy: Bilingual(
        "区县界外的地点写 neighbour，否则删去该键",
        "write neighbour for places beyond the border, or remove the key"))
    return .own
  }

  private static func readColumns(
    _ entry: YAMLEntry?, _ faults: inout YAMLFaults
  ) -> [String: String] {
    guard let entry else { return [:] }
    var columns: [String: String] = [:]
    var taken: [String: String] = [:]
    for pair in faults.pairs(of: entry) {
      guard let ours = faults.text(pair.value) else { continue }
      if let other = taken.updateValue(pair.key, forKey: ours) {
        faults.add(
          "settings.columns", at: pair.value, value: ours,
          rule: Bilingual(
            "“\(other)”和“\(pair.key)”两列对应了同一含义",
            "the columns “\(other)” and “\(pair.key)” are given the same meaning"),
          remedy: Bilingual("只保留一列", "keep one of them"))
      }
      columns[pair.key] = ours
    }
    return columns
  }

  /// Only units may stand for the rows below; a figure or a name never does.
  private static func readFillDown(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> [String] {
    faults.items(of: entry).compactMap { item in
      guard let column = faults.text(item) else { return nil }
      if ["township", "unit"].contains(column) { return column }
      faults.add(
        "settings.columns", at: item, value: column,
        rule: Bilingual(
          "只有 township 和 unit 两列的空单元格可以表示“同上”",
          "an empty cell may mean “as above” in the columns township and unit only"),
        remedy: Bilingual("删去该列，在台账中逐行填写", "remove the column, and fill in each row"))
      return nil
    }
  }

  private static func readHeaderRow(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> Int? {
    guard let entry, let row = faults.integer(entry) else { return nil }
    if row >= 1 { return row }
    faults.add(
      "settings.out_of_range", at: entry, value: String(row),
      rule: Bilingual(
        "行号从 1 数起，与电子表格相同", "rows are counted from 1, as a spreadsheet does"),
      remedy: Bilingual(
        "写列名所在行的行号", "write the number of the row that holds the column names"))
    return nil
  }
}
