import Coverage
import Planning
import PlanningModel
import Targets

/// 附件3: the ids of the figures, by which `yike explain` walks from a number to its rows.
struct FigureAnnex {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    var rows: [ReportTable.Row] = []
    for verdict in context.verdicts {
      let subject = FigureID.Subject.target(verdict.id)
      let provenance = verdict.provenance
      let figures: [(FigureID.Item, RichText)] = [
        (.total, context.marked(verdict.universe, verdict.countsPeople ? provenance : nil)),
        (.required, context.required(verdict, "")),
        (.achieved, context.marked(verdict.achieved, provenance)),
        (.unknown, context.marked(verdict.unknown, provenance)),
        (.gap, context.marked(verdict.gap, provenance)),
      ]
      for (item, value) in figures where value.plain != "—" {
        rows.append(row(FigureID(subject, item), value, verdict.title(in: language)))
      }
    }
    for (table, key) in zip(context.tables, CoverageKeys.keys(of: context.tables)) {
      for row in table.rows where row.level == .district {
        let subject = FigureID.Subject.coverage(table: key, place: row.id)
        let words = "\(context.label(table))，\(context.wording.limit(table.limit))"
        rows.append(
          self.row(FigureID(subject, .covered), context.figure(row.covered, of: row), words))
        rows.append(self.row(FigureID(subject, .total), context.figure(row.total, of: row), words))
      }
    }
    let table = ReportTable(
      caption: RichText(language("附表4　数字编号", "Annex table 4. Figures and their ids")),
      columns: [
        .init(heading: language("编号", "Id"), alignment: .left, width: 34),
        .init(heading: language("数值", "Value"), alignment: .right, width: 16),
        .init(heading: language("所属", "Of"), alignment: .left, width: 50),
      ], rows: rows,
      note: RichText(
        language(
          "运行“yike explain 编号”可由数字查到台账各行。乡镇、村的编号为“表/单元代码.covered”等，"
            + "设施数为“facilities/类型.operating”，人口为“people/人群.total”；网页中每个数字带有其编号。",
          "“yike explain ID” walks from a number to the rows. Townships and villages have ids like "
            + "“table/code.covered”, facilities “facilities/kind.operating”, people "
            + "“people/cohort.total”; on the page every number bears its id.")))
    return ReportSection(
      heading: language("附件3　数字编号", "Annex 3. Ids of figures"), blocks: [.table(table)])
  }

  private func row(_ id: FigureID, _ value: RichText, _ words: String) -> ReportTable.Row {
    .init(cells: [RichText(id.description), value, RichText(words)])
  }
}
