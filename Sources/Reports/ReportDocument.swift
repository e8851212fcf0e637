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
  /// At the end of every page or file: what was run.
  let footer: String

  /// Builds the report of an evaluation.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - language: the language of all words.
  ///   - version: the program's version.
  public init(_ evaluation: Evaluation, language: Language, version: String) {
    let context = ReportContext(evaluation, language: language)
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
    sections = [
      SummarySection(context: context).section, OverviewSection(context: context).section,
      VerdictSection(context: context).section, GapSection(context: context).section,
      MapSection(context: context).section, UncoveredSection(context: context).section,
      TownshipSection(context: context).section, QualitySection(context: context).section,
      CitationAnnex(context: context).section, InputAnnex(context: context).section,
    ]
  }
}

/// A part of the report under a heading.
struct ReportSection {
  var heading: String
  var blocks: [ReportBlock]
  var startsPage = false
}

/// A building block of a section.
enum ReportBlock {
  case paragraph(RichText)
  case subheading(RichText)
  /// A framed box with a title.
  case box(title: String, lines: [RichText])
  case list([RichText])
  case table(ReportTable)
  /// An SVG drawing with its caption, and what stands in its place where none can be shown.
  case figure(svg: String, caption: RichText)
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
