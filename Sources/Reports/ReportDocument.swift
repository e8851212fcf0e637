public import Planning
public import PlanningModel

/// The report as data: sections of paragraphs, lists, tables and figures whose words and numbers
/// are final; templates only lay them out.
public struct ReportDocument {
  let language: Language
  let title: String
  /// Under the title: scenario, date.
  let subtitle: RichText
  let sections: [ReportSection]
  /// The interactive map's data; nil when no place is known.
  let liveMap: String?
  /// The data of the interactive map beside it, where two scenarios are compared.
  let livePair: String?
  /// At the end of every page or file: what was run.
  let footer: String

  /// Builds the report of an evaluation.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - language: the language of all words.
  ///   - version: the program's version.
  ///   - comparisons: what is set beside it.
  public init(
    _ evaluation: Evaluation, language: Language, version: String,
    comparisons: EvaluationComparisons = .none
  ) {
    let context = ReportContext(evaluation, language: language, comparisons: comparisons)
    liveMap = LiveMap(context: context).json
    livePair = comparisons.scenario.flatMap {
      let other = ReportContext($0.evaluations.before, language: language)
      return LiveMap(context: other, reference: context).json
    }
    self.language = language
    let year = evaluation.asOf.year
    let district = evaluation.district
    title = language(
      "\(district.name)\(year)年度民政服务承诺目标差距报告",
      "\(district.nameEnglish): civil-affairs service promises and gaps, \(year)")
    let date = context.wording.date(evaluation.asOf)
    let scenario = language(
      evaluation.scenarioTitle.map { "情景：\($0)" },
      evaluation.scenarioTitleEnglish.map { "scenario: \($0)" })
    subtitle = RichText(
      language("统计截止日期：\(date)", "as of \(date)") + language("　", " · ")
        + (scenario ?? language("现状（无情景）", "baseline")))
    footer = language("由一刻（Yike）\(version)生成", "Made by Yike \(version)")
    var projects = ProjectSection(context: context).section
    if let plan = comparisons.plan {
      projects.blocks += PlanBlocks(context: context, outcome: plan).blocks
    }
    let unnumbered = [
      SummarySection(context: context).section, OverviewSection(context: context).section,
      VerdictSection(context: context).section, GapSection(context: context).section,
      MapSection(context: context).section, UncoveredSection(context: context).section,
      projects, DutySection(context: context).section,
      QualitySection(context: context).section, CitationAnnex(context: context).section,
      InputAnnex(context: context).section, FigureAnnex(context: context).section,
    ]
    sections = Self.numberingFigures(of: unnumbered, in: language)
  }
}

/// A part of the report under a heading.
struct ReportSection {
  var heading: String
  var blocks: [ReportBlock]
  var startsPage = false
  /// Whether the interactive map stands before the blocks, where there is one.
  var holdsLiveMap = false
}

/// A building block of a section.
enum ReportBlock {
  case paragraph(RichText)
  case subheading(RichText)
  /// A framed box with a title.
  case box(title: String, lines: [RichText])
  case list([RichText])
  case table(ReportTable)
  /// Two interactive maps that move together, under what they show; on a page alone.
  case livePair(before: String, after: String, caption: String)
  /// An SVG drawing with its caption; the name is that of its file.
  case figure(name: String, svg: String, caption: RichText)
}

/// A table with a caption above and a note below.
struct ReportTable {
  /// How a column's cells stand.
  enum Alignment: String {
    case left, center, right
  }

  struct Column {
    var heading: String
    var alignment: Alignment
    /// The share of the table's width, in percent.
    var width: Int
  }

  struct Row {
    var cells: [RichText]
    /// A word for the row's look: `bad`, `total`; empty for none.
    var look = ""
  }

  var caption: RichText
  var columns: [Column]
  var rows: [Row]
  var note: RichText?
}
