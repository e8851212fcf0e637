import Planning
import PlanningModel
import Targets

/// 问题台账, the second half of section five: what is to be seen to, place by place.
struct IssueSection {
  let context: ReportContext
  private var language: Language { context.language }
  private static let shownRows = 60

  var blocks: [ReportBlock] {
    let issues = IssueLedger(context).issues
    guard !issues.isEmpty else {
      return [.paragraph(RichText(language("没有需要整改的问题。", "There is no open issue.")))]
    }
    let number = context.tables.count + 1
    // What is known to be lacking comes first.
    let ordered =
      issues.filter { $0.standing == .open } + issues.filter { $0.standing == .toVerify }
    let open = issues.count { $0.standing == .open }
    let rest = issues.count - Self.shownRows
    let words = IssueWording(context: context)
    let wording = context.wording
    let count = wording.count(issues.count)
    let table = ReportTable(
      caption: RichText(language("表5-\(number)　问题台账", "Table 5-\(number). Open issues")),
      columns: [
        .init(heading: language("序号", "No."), alignment: .center, width: 5),
        .init(heading: language("目标", "Target"), alignment: .left, width: 12),
        .init(heading: language("地点", "Place"), alignment: .left, width: 14),
        .init(heading: language("问题", "Issue"), alignment: .left, width: 23),
        .init(heading: language("整改措施", "Measure"), alignment: .left, width: 17),
        .init(heading: language("责任单位", "Lead"), alignment: .left, width: 9),
        .init(heading: language("时限", "Due"), alignment: .left, width: 13),
        .init(heading: language("销号", "State"), alignment: .center, width: 7),
      ],
      rows: ordered.prefix(Self.shownRows).enumerated().map { position, issue in
        .init(cells: [
          "\(position + 1)", RichText(issue.verdict.id), RichText(issue.place),
          RichText(words.problem(issue)), RichText(words.measure(issue)),
          RichText(words.leads(issue)), RichText(words.due(issue)),
          RichText(words.standing(issue)),
        ])
      },
      note: rest > 0
        ? RichText(
          language(
            "表中列出前\(Self.shownRows)条，其余\(rest)条见 missing-units.csv。",
            "The first \(Self.shownRows) are shown; missing-units.csv has the rest."))
        : nil)
    return [
      .paragraph(
        RichText(
          language(
            "共\(count)条：未销号\(wording.count(open))条，待核实\(wording.count(issues.count - open))条。",
            "\(count) in all: \(wording.count(open)) open, "
              + "\(wording.count(issues.count - open)) to verify."))),
      .table(table),
    ]
  }
}
