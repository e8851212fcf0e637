import Coverage
import Planning
import PlanningModel
import Targets

extension ReportWorkbook {
  /// 未覆盖村: the uncovered places of every coverage table, those with most people first.
  var uncovered: WorkbookSheet {
    var rows: [WorkbookSheet.Row] = []
    for (table, key) in zip(context.tables, CoverageKeys.keys(of: context.tables)) {
      for (position, row) in UncoveredSection.ranked(table).enumerated() {
        let point = context.pointsByID[row.id]
        let unit = point?.unit.flatMap { context.unitsByID[$0] }
        let provenance =
          row.isEstimated ? max(row.provenance, .estimated) : row.provenance
        rows.append(
          .init(cells: [
            .text(key), .text(context.label(table)), .text(wording.limit(table.limit)),
            .integer(position + 1), .init(unit.map { context.name(of: $0) }), .text(row.name),
            .text(context.cohort(table.cohort)), people(row),
            .init(row.nearest.map { context.facilityNames[$0] }), minutes(row.time),
            .init(row.reason.map(wording.reason)), .text(wording.provenance(provenance)),
          ]))
      }
    }
    return WorkbookSheet(
      name: language("未覆盖村", "Not covered"),
      title: language("未覆盖村（社区）清单", "Villages not covered"),
      note: language(
        "按人数从多到少排列；“不公布”表示人数过少或可据以推算。",
        "Those with most people first; “withheld”: too few people, or they could be computed."),
      columns: [
        .init(heading: language("目标", "Target"), width: 12),
        .init(heading: language("服务", "Service"), width: 20),
        .init(heading: language("时限", "Limit"), width: 9),
        .init(heading: language("排名", "Rank"), width: 6),
        .init(heading: language("乡镇（街道）", "Unit"), width: 22),
        .init(heading: language("村（社区）", "Village"), width: 16),
        .init(heading: language("人群", "Cohort"), width: 14),
        .init(heading: language("人数", "People"), width: 9),
        .init(heading: language("最近设施", "Nearest"), width: 28),
        .init(heading: language("分钟", "Minutes"), width: 9),
        .init(heading: language("原因", "Reason"), width: 14),
        .init(heading: language("数据性质", "Data"), width: 11),
      ], rows: rows, frozenColumns: 0)
  }

  private func people(_ row: CoverageRow) -> WorkbookSheet.Cell {
    if let total = row.total { return .integer(total) }
    return row.isWithheld ? .text(language("不公布", "withheld")) : .empty
  }

  func minutes(_ time: TravelTime?) -> WorkbookSheet.Cell {
    guard let time else { return .empty }
    return .minutes(Double((UInt64(time.milliseconds) + 3_000) / 6_000) / 10)
  }

  /// 设施: every facility, the neighbours' ones marked.
  var facilities: WorkbookSheet {
    let district = context.evaluation.district
    let types = Dictionary(
      district.serviceTypes.map { ($0.id, language($0.label, $0.labelEnglish)) },
      uniquingKeysWith: { first, _ in first })
    let date = context.evaluation.asOf
    let rows = district.facilities.map { facility in
      WorkbookSheet.Row(cells: [
        .text(facility.id.rawValue), .text(facility.name),
        .text(types[facility.kind] ?? facility.kind.rawValue),
        .init(facility.host.flatMap { context.unitsByID[$0] }.map { context.name(of: $0) }),
        .text(wording.state(facility.state)),
        .text(
          facility.isOperating(on: date) ? language("是", "yes") : language("否", "no")),
        .init(facility.opened), .init(facility.closed),
        .init(facility.designations.joined(separator: language("、", ", "))),
        .init(facility.capacity ?? facility.sharedCapacity),
        facility.floorAreaSquareMetres.map {
          .decimal(Double($0.numerator) / Double($0.denominator))
        } ?? .empty,
        .init(
          facility.serviceRange?.map { id in
            context.unitsByID[id].map { context.name(of: $0) } ?? id.rawValue
          }.joined(separator: language("、", ", "))),
        .text(
          facility.band == .own ? language("本区", "own") : language("毗邻", "neighbour")),
        .text(wording.provenance(facility.provenance.record)),
        .text(wording.provenance(facility.provenance.position)),
      ])
    }
    return WorkbookSheet(
      name: language("设施", "Facilities"), title: language("设施台账", "Facilities"),
      note: subtitle,
      columns: [
        .init(heading: language("编号", "Id"), width: 26),
        .init(heading: language("名称", "Name"), width: 32),
        .init(heading: language("类型", "Kind"), width: 24),
        .init(heading: language("所在乡镇（街道）", "Unit"), width: 22),
        .init(heading: language("状态", "State"), width: 8),
        .init(heading: language("统计日在营", "Operating"), width: 10),
        .init(heading: language("开办日期", "Opened"), width: 12),
        .init(heading: language("停办日期", "Closed"), width: 12),
        .init(heading: language("称号", "Designations"), width: 20),
        .init(heading: language("容量", "Capacity"), width: 8),
        .init(heading: language("建筑面积（平方米）", "Floor area, m²"), width: 12),
        .init(heading: language("服务范围", "Service range"), width: 28),
        .init(heading: language("归属", "Band"), width: 8),
        .init(heading: language("记录性质", "Record data"), width: 11),
        .init(heading: language("位置性质", "Position data"), width: 11),
      ], rows: rows, frozenColumns: 2)
  }

  /// 问题台账: what is to be seen to, place by place.
  var issues: WorkbookSheet {
    let words = IssueWording(context: context)
    let rows = IssueLedger(context).issues.enumerated().map { position, issue in
      WorkbookSheet.Row(
        cells: [
          .integer(position + 1), .text(issue.verdict.id),
          .text(issue.verdict.title(in: language)), .text(issue.place), .integer(issue.count),
          .text(words.problem(issue)), .text(words.measure(issue)), .text(words.leads(issue)),
          .text(words.due(issue)), .text(words.standing(issue)),
        ], look: issue.standing == .open ? .plain : .unknown)
    }
    return WorkbookSheet(
      name: language("问题台账", "Issues"), title: language("问题台账", "Open issues"),
      note: subtitle,
      columns: [
        .init(heading: language("序号", "No."), width: 6),
        .init(heading: language("目标", "Target"), width: 13),
        .init(heading: language("指标", "Title"), width: 30),
        .init(heading: language("乡镇（街道）", "Unit"), width: 22),
        .init(heading: language("数量", "Count"), width: 8),
        .init(heading: language("问题", "Issue"), width: 60),
        .init(heading: language("整改措施", "Measure"), width: 34),
        .init(heading: language("责任单位", "Lead"), width: 20),
        .init(heading: language("时限", "Due"), width: 16),
        .init(heading: language("销号状态", "Standing"), width: 10),
      ], rows: rows, frozenColumns: 2)
  }
}
