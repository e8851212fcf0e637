import Coverage
public import Planning
public import PlanningModel
import Targets

/// From a target, or from one number of the report, to the rows it rests on.
public struct FigureExplanation {
  private let context: ReportContext
  private var language: Language { context.language }
  private var wording: Wording { context.wording }

  /// Explains figures of an evaluation.
  public init(_ evaluation: Evaluation, language: Language) {
    context = ReportContext(evaluation, language: language)
  }

  /// The explanation of a target's id or a figure's id; nil for anything else.
  public func text(_ id: String) -> String? {
    if let verdict = context.verdicts.first(where: { $0.id == id }) {
      return text(of: verdict, item: nil)
    }
    guard let figure = FigureID(id) else { return nil }
    switch figure.subject {
    case .target(let target):
      guard let verdict = context.verdicts.first(where: { $0.id == target }),
        [.total, .required, .achieved, .unknown, .gap, .share].contains(figure.item)
      else { return nil }
      return text(of: verdict, item: figure.item)
    case .coverage(let key, let place): return coverage(figure, key: key, place: place)
    case .people(let cohort): return people(figure, cohort)
    case .facilities(let kind): return facilities(figure, ServiceKind(kind))
    }
  }

  private func text(of verdict: Verdict, item: FigureID.Item?) -> String {
    let explained = TargetExplanation(verdict: verdict, context: context)
    return
      ([explained.sentence(item) + "\n"] + explained.tables(item).map { $0.rendered() }
      + [
        inputs(roles: [
          "units", "facilities", "activities", "progress", "submissions", "milestones", "issues",
          "villages", "policies", "document", "decisions", "scenario", "scenario_base", "settings",
        ]).rendered()
      ]).joined(separator: "\n")
  }

  /// A number of a coverage table: the rows one level below, whose sum it is.
  private func coverage(_ figure: FigureID, key: String, place: String) -> String? {
    let keys = CoverageKeys.keys(of: context.tables)
    guard let index = keys.firstIndex(of: key),
      let row = context.tables[index].rows.first(where: { $0.id == place })
    else { return nil }
    let table = context.tables[index]
    let below = rows(below: row, in: table)
    let value =
      figure.item == .minutes
      ? row.time?.minutesText ?? "—"
      : number(figure.item, of: row).map(wording.count)
        ?? (figure.item == .share ? row.shareText : nil)
        ?? "—"
    let sentence = language(
      "\(figure) = \(value)：\(row.name)，\(context.label(table))，\(wording.limit(table.limit))，"
        + "\(context.cohort(table.cohort))，\(wording.profile(table.profile))；"
        + (below.isEmpty ? "这是单个村（社区）的数字。" : "由下列\(below.count)行相加。"),
      "\(figure) = \(value): \(row.name), \(context.label(table)), \(wording.limit(table.limit)), "
        + "\(context.cohort(table.cohort)), \(wording.profile(table.profile)); "
        + (below.isEmpty ? "the figure of one village." : "the sum of these \(below.count) rows."))
    var listed = TextTable(
      columns: [
        .init(language("编号", "Id")), .init(language("名称", "Name")),
        .init(language("总数", "Total"), isNumeric: true),
        .init(language("覆盖", "Covered"), isNumeric: true),
        .init(language("最近设施", "Nearest")), .init(language("分钟", "Minutes"), isNumeric: true),
        .init(language("原因", "Reason")), .init(language("数据性质", "Data")),
      ])
    for row in below.isEmpty ? [row] : below {
      let hidden = row.isWithheld ? language("不公布", "withheld") : "—"
      listed.rows.append([
        .init(row.id), .init(row.name), .init(row.total.map(wording.count) ?? hidden),
        .init(row.covered.map(wording.count) ?? hidden),
        .init(row.nearest.map { "\(context.facilityNames[$0])（\($0)）" } ?? "—"),
        .init(row.time?.minutesText ?? "—"), .init(row.reason.map(wording.reason) ?? "—"),
        .init(wording.provenance(row.provenance)),
      ])
    }
    return [
      sentence + "\n", listed.rendered(),
      inputs(roles: [
        "villages", "facilities", "roads", "elevation", "settings", "scenario", "scenario_base",
      ])
      .rendered(),
    ].joined(separator: "\n")
  }

  private func number(_ item: FigureID.Item, of row: CoverageRow) -> Int? {
    switch item {
    case .total: row.total
    case .covered: row.covered
    case .coveredWithNeighbours: row.coveredWithNeighbours
    default: nil
    }
  }

  /// A township's villages; the district's villages.
  private func rows(below row: CoverageRow, in table: CoverageTable) -> [CoverageRow] {
    switch row.level {
    case .township:
      table.rows.filter {
        $0.level == .village && context.pointsByID[$0.id]?.unit == UnitID(row.id)
      }
    case .district: table.rows.filter { $0.level == .village }
    case .village, .cell, .universe: []
    }
  }

  private func people(_ figure: FigureID, _ cohort: String) -> String? {
    let id = CohortID(cohort)
    let known = context.evaluation.district.cohorts.contains { $0.id == id }
    guard known || cohort == "population", figure.item == .total else { return nil }
    var listed = TextTable(
      columns: [
        .init(language("编号", "Id")), .init(language("名称", "Name")),
        .init(language("人数", "Count"), isNumeric: true), .init(language("数据性质", "Data")),
      ])
    var sum = 0
    if known {
      // As on the page: the sum is told unless only a range of it may be.
      let told = context.suppression.districtTotal(id)
      guard told.map({ $0.lowerBound == $0.upperBound }) ?? true else {
        return language("\(figure)：人数过少，不公布。\n", "\(figure): withheld.\n")
      }
      for point in context.ownPoints {
        sum += point.people[id] ?? 0
        listed.rows.append([
          .init(point.id.rawValue), .init(point.name),
          .init(
            context.suppression.hides(point.id.rawValue, id)
              ? language("不公布", "withheld") : point.people[id].map(wording.count) ?? "—"),
          .init(wording.provenance(point.peopleProvenance)),
        ])
      }
    } else {
      for unit in context.evaluation.district.units {
        sum += unit.population ?? 0
        listed.rows.append([
          .init(unit.id.rawValue), .init(context.name(of: unit)),
          .init(unit.population.map(wording.count) ?? "—"),
          .init(unit.populationProvenance.map(wording.provenance) ?? "—"),
        ])
      }
    }
    let name = known ? context.cohort(id) : language("乡镇（街道）人口", "people of all units")
    let sentence = language(
      "\(figure) = \(wording.count(sum))：\(name)，由下列\(listed.rows.count)行相加。",
      "\(figure) = \(wording.count(sum)): \(name), the sum of these \(listed.rows.count) rows.")
    return [
      sentence + "\n", listed.rendered(), inputs(roles: [known ? "villages" : "units"]).rendered(),
    ].joined(separator: "\n")
  }

  private func facilities(_ figure: FigureID, _ kind: ServiceKind) -> String? {
    let date = context.evaluation.asOf
    let all = context.evaluation.district.facilities.filter { $0.kind == kind }
    let own = all.filter { $0.band == .own }
    let counted: [Facility]
    switch figure.item {
    case .operating: counted = own.filter { MapMarks.mark($0, on: date) == .operating }
    case .notYet: counted = own.filter { MapMarks.mark($0, on: date) == .notYet }
    case .stopped: counted = own.filter { MapMarks.mark($0, on: date) == .stopped }
    case .neighbours: counted = all.filter { $0.band == .neighbour }
    default: return nil
    }
    guard context.evaluation.district.serviceTypes.contains(where: { $0.id == kind }) else {
      return nil
    }
    let table = FacilityRows(context: context).table(counted)
    let sentence = language(
      "\(figure) = \(counted.count)：截至\(wording.date(date))，下列各处。",
      "\(figure) = \(counted.count): these, as of \(wording.date(date)).")
    return [
      sentence + "\n", table.rendered(),
      inputs(roles: ["facilities", "scenario", "scenario_base"]).rendered(),
    ].joined(separator: "\n")
  }

  /// The files that the rows come from, with their fingerprints.
  private func inputs(roles: [String]) -> TextTable {
    var table = TextTable(
      title: language("出自", "From"),
      columns: [
        .init(language("文件", "File")), .init(language("内容", "Role")), .init("SHA-256"),
      ])
    for input in context.evaluation.inputs where roles.contains(input.role) {
      table.rows.append([.init(input.path), .init(input.role), .init(input.sha256)])
    }
    return table
  }
}
