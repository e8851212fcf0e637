import LocationAllocation
import Planning
import PlanningModel
import Targets
import Workspace

/// In 建议项目库: the fewest sites when a site may serve its neighbours within a limit of travel, for
/// the readings that `yike.yaml` states.
struct RepairReadingTable {
  let context: ReportContext
  let readings: [RepairProposals.Reading]
  let number: Int
  private var language: Language { context.language }
  private var wording: Wording { context.wording }
  private var own: RepairSection { RepairSection(context: context) }

  var blocks: [ReportBlock] {
    [
      .paragraph(
        RichText(
          language(
            "若站点可以服务时限内的邻近乡镇，所需站点更少。下表按本区设定的读法（yike.yaml 的 repair_readings）"
              + "另行测算：单元内足够比例的人口在时限内可到达任一站点，该单元即计入；候选点为各单元驻地。"
              + "这不是文件的口径，仅供比选。",
            "Where a site may serve neighbours within a limit of travel, fewer suffice. Under the readings "
              + "that yike.yaml sets (repair_readings) a unit counts when enough of its people are within the "
              + "limit of any site; candidates are the seats of units. This is not the document's own rule."
          ))),
      .table(table),
    ]
  }

  private var table: ReportTable {
    ReportTable(
      caption: RichText(
        language("表6-\(number)　按时限读法的补救方案", "Table 6-\(number). Repairs under limits of travel")),
      columns: [
        .init(heading: language("目标", "Target"), alignment: .left, width: 12),
        .init(heading: language("读法", "Reading"), alignment: .left, width: 22),
        .init(heading: language("需", "Needs"), alignment: .right, width: 6),
        .init(heading: language("现有", "Has"), alignment: .right, width: 7),
        .init(heading: language("新建", "New sites"), alignment: .right, width: 7),
        .init(heading: language("地点", "Places"), alignment: .left, width: 14),
        .init(heading: language("建成后", "Then"), alignment: .left, width: 10),
        .init(heading: language("证明", "Proof"), alignment: .center, width: 7),
        .init(heading: language("费用", "Cost"), alignment: .left, width: 15),
      ],
      rows: readings.map(row), note: own.note(readings.map(\.repair)))
  }

  /// A repair has not been built: its figures are marked whatever they rest on.
  private func row(_ proposed: RepairProposals.Reading) -> ReportTable.Row {
    let repair = proposed.repair
    let isFound = repair.answer.status == .optimal
    return .init(cells: [
      RichText(repair.verdict.id), RichText(words(of: proposed.reading)),
      "\(repair.need)\(context.measureWord(repair.verdict))",
      "\(repair.reachedBefore)\(mark: repair.provenance)",
      isFound
        ? "\(repair.sites.count)\(mark: Provenance.illustrative)"
        : RichText(language("无方案", "no answer")),
      RichText(own.places(repair)),
      isFound
        ? "\(repair.evaluated.map(RepairWording(wording: wording).effect) ?? "—")\(mark: Provenance.illustrative)"
        : "—",
      RichText(
        repair.answer.isCertified ? language("已证明", "proven") : language("未证明", "none")),
      own.cost(repair),
    ])
  }

  /// The reading in words, for example 30分钟内（电动车、摩托车）可到站的常住人口不少于50%；必须计入：….
  private func words(of reading: RepairReading) -> String {
    let cohort = context.evaluation.district.cohorts.first { $0.id == reading.cohort }
    let people = language(cohort?.label, cohort?.labelEnglish) ?? reading.cohort.rawValue
    let limit = wording.limit(reading.limit)
    let mode = wording.mode(reading.mode)
    let share =
      ShareText.percent(reading.unitShare.numerator, of: reading.unitShare.denominator) ?? "—"
    let forced = reading.forced.map(name).joined(separator: language("、", ", "))
    return language(
      "\(limit)内（\(mode)）可到站的\(people)不少于\(share)"
        + (forced.isEmpty ? "" : "；\(forced)必须计入"),
      "at least \(share) of \(people) within \(limit) (\(mode))"
        + (forced.isEmpty ? "" : "; \(forced) must count"))
  }

  /// A target that names units reads by its id, with a word for what it names.
  private func name(_ word: String) -> String {
    context.verdicts.contains { $0.id == word }
      ? language("\(word)点名的单元", "the units that \(word) names") : word
  }
}
