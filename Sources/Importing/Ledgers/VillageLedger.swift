public import PlanningModel

/// Reads villages and communities with their people.
///
/// Columns: `name`, `kind` (村 or 社区), `code` (official, if there is one), `township`,
/// `township_code_<system>`, `urban_rural_code` (城乡分类代码), `tags`, `lon`, `lat`, one column for
/// each cohort by its id, `name_provenance`, `position_provenance`, `people_provenance`, `source`, `note`.
public enum VillageLedger {
  /// The columns of the ledger.
  public static func columns(_ cohorts: [Cohort]) -> ColumnRules {
    ColumnRules(
      required: ["name", "kind", "township"],
      optional: [
        "code", "urban_rural_code", "tags", "lon", "lat", "name_provenance", "position_provenance",
        "people_provenance", "source", "note",
      ] + cohorts.map(\.id.rawValue),
      prefixes: ["township_code_"], units: ["township"], repeated: ["township"])
  }

  /// Reads the rows; townships of the neighbours' band are not matched.
  public static func read(_ table: HeaderedTable, in context: LedgerContext) -> Reading<DemandPoint>
  {
    var reading = Reading<DemandPoint>(table)
    if let missing = PlaceColumns.missing(from: table) { reading.faults.append(missing) }
    for cohort in context.cohorts where !table.columns.contains(cohort.id.rawValue) {
      reading.faults.append(
        ImportCheck.cohortNoColumn.fault(
          file: table.file, layer: table.layer, column: cohort.id.rawValue,
          rule: Bilingual(
            "没有“\(cohort.label)”的人数列，各行均计为未知",
            "no column counts the cohort \(cohort.labelEnglish); it is unknown in every row"),
          remedy: Bilingual(
            "补上该列，或从 yike.yaml 中去掉该人群",
            "add the column, or take the cohort out of yike.yaml")))
    }
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let point = point(&reader, table, context)
      if let point { firsts.check(&reader, .villageDuplicate, "name", point.id.rawValue) }
      reading.take(point, from: reader)
    }
    return reading
  }

  private static func point(
    _ reader: inout RowReader, _ table: HeaderedTable, _ context: LedgerContext
  ) -> DemandPoint? {
    let name = reader.required("name")
    let kinds = [UnitClass.village, .community]
    let kind = reader.word("kind", kinds.map { ($0.rawValue, $0) })
    let isOwn = context.band == .own
    let unit =
      isOwn
      ? reader.unit(name: "township", codes: "township_code_", of: table, in: context) : nil
    if isOwn, unit == nil, !reader.isRejected {
      reader.note(
        .cellMissing, "township",
        Bilingual("未填写所属乡镇街道", "the village names no township"),
        Bilingual("填写乡镇街道的名称或代码", "fill in the township's name or code"))
    }
    let position = reader.position(context.coordinates)
    var people: [CohortID: Int] = [:]
    for cohort in context.cohorts {
      if let count = reader.count(cohort.id.rawValue) { people[cohort.id] = count }
    }
    let located = reader.provenance("position_provenance", else: context.provenance)
    let counted = reader.provenance("people_provenance", else: context.provenance)
    _ = reader.provenance("name_provenance", else: context.provenance)
    let code = reader.digits("code")
    let (urbanRural, tags) = (urbanRuralCode(&reader), reader.names("tags") ?? [])
    guard let name, let kind else { return nil }
    let owner = isOwn ? unit?.rawValue ?? "" : "neighbour/\(reader.text("township") ?? "")"
    return DemandPoint(
      id: DemandPointID(code ?? "\(owner)/\(name)"), code: code, name: name, unitClass: kind,
      unit: unit, position: position, people: people, band: context.band,
      urbanRuralCode: urbanRural, tags: tags, positionProvenance: located,
      peopleProvenance: counted)
  }

  /// 城乡分类代码: 111, 112, 121, 122, 123 of towns and cities, 210, 220 of the country
  /// (统计上划分城乡的规定, 国函〔2008〕60号).
  private static func urbanRuralCode(_ reader: inout RowReader) -> String? {
    guard let code = reader.digits("urban_rural_code") else { return nil }
    let known = ["111", "112", "121", "122", "123", "210", "220"]
    if known.contains(code) { return code }
    let words = known.joined(separator: ", ")
    reader.note(
      .cellUnknownWord, "urban_rural_code", value: code,
      Bilingual("不是城乡分类代码", "it is no code of the urban-rural classification"),
      Bilingual("改写为 \(words) 之一，或留空", "write one of \(words), or leave it empty"))
    return nil
  }
}
