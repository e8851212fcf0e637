import LocationAllocation
import Planning
import PlanningModel
import Targets

/// The first part of 建议项目库: the fewest new sites that keep each missed promise, proven, with what
/// they cost and what can be done without building.
struct RepairSection {
  let context: ReportContext
  private var language: Language { context.language }
  private var words: RepairWording { RepairWording(wording: context.wording) }
  private var proposals: RepairProposals? { context.comparisons.proposals }
  /// So many places are named; the rest is counted.
  private static let shownSites = 12

  /// How many tables it has.
  var tableCount: Int { ownTables + (readings.isEmpty ? 0 : 1) }

  private var ownTables: Int { (proposals?.repairs ?? []).isEmpty ? 0 : 1 }
  private var readings: [RepairProposals.Reading] { proposals?.readings ?? [] }

  var blocks: [ReportBlock] {
    guard let proposals else { return [] }
    var blocks: [ReportBlock] = []
    if proposals.repairs.isEmpty {
      blocks.append(
        .paragraph(
          RichText(
            language(
              "没有可以靠新建站点补救的未达标目标；数据不足的目标须先补数据，不作测算。",
              "No missed target can be repaired by new sites; those without data need data first."))
        ))
    } else {
      blocks += [.paragraph(introduction), .table(table(proposals.repairs))]
      if let joint = proposals.joint {
        let costs = words.costs(joint.expense).map { language("", " ") + $0 } ?? ""
        blocks.append(
          .paragraph("\(words.sentence(joint))\(costs)\(mark: Provenance.illustrative)"))
      }
      let options = proposals.repairs.flatMap(options)
      if !options.isEmpty {
        blocks += [
          .paragraph(
            RichText(
              language(
                "不需新建的办法（均为假设，逐项重新评价，列出评价结果）：",
                "Without building (assumed; each was judged again):"))), .list(options),
        ]
      }
    }
    if !readings.isEmpty {
      blocks +=
        RepairReadingTable(context: context, readings: readings, number: ownTables + 1).blocks
    }
    if !proposals.refusals.isEmpty {
      blocks += [
        .paragraph(
          RichText(language("未作测算的目标：", "Targets without a proposal:"))),
        .list(
          proposals.refusals.map { refusal in
            RichText(
              language(
                "\(refusal.target)：\(refusal.reason.chinese)",
                "\(refusal.target): \(refusal.reason.english)"))
          }),
      ]
    }
    return blocks
  }

  private var introduction: RichText {
    RichText(
      language(
        "下表为各未达标目标的最少（或最省）新建方案，现有设施保留不动；“已证明”指本次已复核证明，没有更少（更省）的方案。"
          + "同样好的选法不止一种时，表中地点为按代码排序的第一种，可从中另选。",
        "The fewest, or cheapest, new sites for each missed target; what operates stays. “Proven” "
          + "means that a proof was checked in this run. Where several choices are equally good, the "
          + "places are the first by code."))
  }

  private func table(_ repairs: [TargetRepair]) -> ReportTable {
    ReportTable(
      caption: RichText(language("表6-1　未达标目标的补救方案", "Table 6-1. Repairs of missed targets")),
      columns: [
        .init(heading: language("目标", "Target"), alignment: .left, width: 10),
        .init(heading: language("需", "Needs"), alignment: .right, width: 6),
        .init(heading: language("现有", "Has"), alignment: .right, width: 6),
        .init(heading: language("新建", "New sites"), alignment: .right, width: 6),
        .init(heading: language("地点", "Places"), alignment: .left, width: 24),
        .init(heading: language("建成后", "Then"), alignment: .left, width: 12),
        .init(heading: language("同样好的选法", "Equally good"), alignment: .right, width: 9),
        .init(heading: language("证明", "Proof"), alignment: .center, width: 7),
        .init(heading: language("费用", "Cost"), alignment: .left, width: 20),
      ],
      rows: repairs.map(row), note: note(repairs))
  }

  /// A repair has not been built: its figures are marked whatever they rest on.
  private func row(_ repair: TargetRepair) -> ReportTable.Row {
    let isFound = repair.answer.status == .optimal
    let measure = context.measureWord(repair.verdict)
    return .init(cells: [
      RichText(repair.verdict.id), "\(repair.need)\(measure)",
      context.marked(repair.reachedBefore, repair.verdict.provenance),
      isFound
        ? "\(repair.sites.count)\(mark: Provenance.illustrative)"
        : RichText(language("无方案", "no answer")),
      RichText(places(repair)),
      isFound && repair.evaluated != nil
        ? "\(repair.evaluated.map(words.effect) ?? "")\(mark: Provenance.illustrative)" : "—",
      RichText(repair.equalChoices.map { context.wording.count($0) } ?? "—"),
      RichText(
        repair.answer.isCertified ? language("已证明", "proven") : language("未证明", "none")),
      cost(repair),
    ])
  }

  func places(_ repair: TargetRepair) -> String {
    let names = repair.sites.map(\.name)
    let shown = names.prefix(Self.shownSites).joined(separator: language("、", ", "))
    let rest = names.count - Self.shownSites
    guard !names.isEmpty else { return "—" }
    return rest > 0 ? shown + language(" 等\(names.count)处", " and \(rest) more") : shown
  }

  func cost(_ repair: TargetRepair) -> RichText {
    guard let expense = repair.expense, let text = words.costs(expense) else {
      return RichText(language("未给出", "not given"))
    }
    return "\(text)\(mark: expense.provenance)"
  }

  private func options(_ repair: TargetRepair) -> [RichText] {
    repair.options.map { option in
      let text = language(option.text.chinese, option.text.english)
      let effect = words.effect(option.effect)
      let assumption = language(option.assumption.text, option.assumption.textEnglish)
      return RichText(
        language(
          "\(repair.verdict.id)　\(text)：\(effect)。假设：\(assumption)。",
          "\(repair.verdict.id): \(text): \(effect). Assumed: \(assumption)."))
        + "\(mark: Provenance.illustrative)"
    }
  }

  /// What repairs take for granted, each once; nil for nothing.
  func note(_ repairs: [TargetRepair]) -> RichText? {
    var seen: Set<String> = []
    let texts = repairs.flatMap(\.assumptions).filter { seen.insert($0.id).inserted }
      .map { language($0.text, $0.textEnglish) }
    guard !texts.isEmpty else { return nil }
    return RichText(
      language("假设：", "Assumed: ") + texts.joined(separator: language("；", "; "))
        + language("。", "."))
  }
}
