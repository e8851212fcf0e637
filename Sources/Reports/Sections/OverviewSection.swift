import Planning
import PlanningModel

/// 一、总体情况: what is there, as of when, and how good the data is.
struct OverviewSection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    ReportSection(
      heading: language("一、总体情况", "1. Overview"),
      blocks: [.paragraph(units), .table(table), .paragraph(marks)])
  }

  private var units: RichText {
    let district = context.evaluation.district
    let classes: [UnitClass] = [.street, .town, .township]
    let parts: [String] = classes.compactMap { word in
      let count = district.units.count { $0.unitClass.matches(word) }
      guard count > 0 else { return nil }
      let ethnic = district.units.count { $0.unitClass == .ethnicTownship }
      let name = context.wording.unitClass(word)
      let note =
        word == .township && ethnic > 0
        ? language("（含民族乡\(ethnic)个）", " (\(ethnic) of them ethnic)") : ""
      return language("\(name)\(count)个\(note)", "\(count) × \(name)\(note)")
    }
    let date = context.wording.date(context.evaluation.asOf)
    return language(
      "\(district.name)现有乡镇（街道）\(context.wording.count(district.units.count))个，其中"
        + "\(parts.joined(separator: "、"))；\(places)。"
        + "统计截止日期为\(date)，单元代码采用\(codeSystem)。",
      "\(district.nameEnglish) has \(context.wording.count(district.units.count)) township-level units ("
        + "\(parts.joined(separator: ", "))); \(places). Figures are as of \(date); unit codes are "
        + "those of \(codeSystem).")
  }

  /// How many villages and communities there are; none loaded is not none there.
  private var places: String {
    let points = context.ownPoints
    guard !points.isEmpty else {
      return language(
        "村、社区名录未载入", "its villages and communities are not loaded")
    }
    let villages = points.count { $0.unitClass == .village }
    let communities = points.count { $0.unitClass == .community }
    return language(
      "村\(villages)个、社区\(communities)个",
      "\(villages) villages and \(communities) communities")
  }

  private var codeSystem: String {
    switch context.evaluation.district.codeSystem {
    case .nbs2023:
      language("国家统计局统计用区划代码（2023年）", "the National Bureau of Statistics, 2023")
    case .mca: language("民政部行政区划代码", "the Ministry of Civil Affairs")
    case let other: other.rawValue
    }
  }

  /// A sum over some of the places says so: it is not the sum of all.
  private func partly(_ label: String, _ count: Int, of all: Int) -> String {
    let (some, whole) = (context.wording.count(count), context.wording.count(all))
    return count == all
      ? label
      : language("\(label)（\(whole)个中\(some)个有数据）", "\(label) (\(some) of \(whole) have figures)")
  }

  private var table: ReportTable {
    let points = context.ownPoints
    var rows: [ReportTable.Row] = []
    let units = context.evaluation.district.units
    if units.contains(where: { $0.population != nil }) {
      rows.append(
        row(
          partly(
            language("乡镇（街道）人口合计", "People of all units"),
            units.count { $0.population != nil }, of: units.count),
          units.compactMap(\.population).reduce(0, +),
          Provenance.weakest(of: units.compactMap(\.populationProvenance)),
          language("人", "people"), FigureID(.people("population"), .total)))
    }
    let suppression = CoverageSuppression(context.evaluation)
    for cohort in context.evaluation.district.cohorts {
      let counts = points.compactMap { $0.people[cohort.id] }
      let told = suppression.districtTotal(cohort.id)
      let isHidden = told.map { $0.lowerBound < $0.upperBound } ?? false
      rows.append(
        row(
          partly(
            language(cohort.label, cohort.labelEnglish),
            isHidden || counts.isEmpty ? points.count : counts.count, of: points.count),
          counts.isEmpty || isHidden ? nil : counts.reduce(0, +),
          counts.isEmpty ? nil : Provenance.weakest(of: points.map(\.peopleProvenance)),
          language(cohort.unit, cohort.unitEnglish),
          FigureID(.people(cohort.id.rawValue), .total)))
    }
    for type in context.evaluation.district.serviceTypes {
      let own = context.evaluation.district.facilities.filter {
        $0.band == .own && $0.kind == type.id
      }
      guard !own.isEmpty else { continue }
      let operating = own.filter { $0.isOperating(on: context.evaluation.asOf) }
      // Kinds of which nothing ever served, such as empty schools, are no supply.
      guard own.contains(where: { $0.state != .closed }) else { continue }
      rows.append(
        row(
          language("\(type.label)（运营中）", "\(type.labelEnglish) (operating)"),
          operating.count, Provenance.weakest(of: own.map(\.provenance.record)),
          language("个", "places"), FigureID(.facilities(kind: type.id.rawValue), .operating)))
    }
    return ReportTable(
      caption: RichText(language("表1　基本情况", "Table 1. Basic figures")),
      columns: [
        .init(heading: language("项目", "Item"), alignment: .left, width: 48),
        .init(heading: language("数值", "Value"), alignment: .right, width: 20),
        .init(heading: language("单位", "Unit"), alignment: .center, width: 12),
        .init(heading: language("数据性质", "Data"), alignment: .center, width: 20),
      ], rows: rows)
  }

  private func row(
    _ item: String, _ value: Int?, _ provenance: Provenance?, _ unit: String, _ id: FigureID
  ) -> ReportTable.Row {
    .init(cells: [
      RichText(item), context.marked(value, provenance, id), RichText(unit),
      RichText(provenance.map(context.wording.provenance) ?? "—"),
    ])
  }

  private var marks: RichText {
    language(
      "带有\(mark: .illustrative)或\(mark: .estimated)标记的数字依据示例数据或估算数据得出，"
        + "仅供演示和核对方法，不得作为事实引用。",
      "Figures marked \(mark: .illustrative) or \(mark: .estimated) rest on illustrative or "
        + "estimated data; they demonstrate the method and are not facts.")
  }
}
