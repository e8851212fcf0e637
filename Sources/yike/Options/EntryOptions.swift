import ArgumentParser
import PlanningModel
import Targets

/// What a clause promises, as flags.
struct EntryOptions: ParsableArguments {
  @Option(help: ArgumentHelp("文件 id，如 documents.yaml 所写 · the document", valueName: "id"))
  var document: String?
  @Option(help: ArgumentHelp("条款 · the clause", valueName: "text"))
  var clause: String?
  @Option(help: ArgumentHelp("原文，略去处写… · the words, verbatim", valueName: "text"))
  var quote: String?
  @Option(help: ArgumentHelp("条目 id · the entry's id", valueName: "id"))
  var id: String?
  @Option(help: ArgumentHelp("指标类型 · what is measured", valueName: "type"))
  var measure: AuthoredMeasure?
  @Option(help: ArgumentHelp("标题，缺省取原文开头 · the title", valueName: "text"))
  var title: String?
  @Option(
    name: .customLong("title-en"), help: ArgumentHelp("英文标题 · in English", valueName: "text"))
  var titleEnglish: String?
  @Option(help: ArgumentHelp("服务类型，可重复 · a kind of facility", valueName: "kind"))
  var kind: [String] = []
  @Option(help: ArgumentHelp("台账指标 · an indicator of the ledger", valueName: "name"))
  var object: String?
  @Option(help: ArgumentHelp("承诺的数值，如 100、60% · the figure", valueName: "number"))
  var value: String?
  @Option(help: ArgumentHelp("口径分母 · a universe", valueName: "id"))
  var universe: String?
  @Option(help: ArgumentHelp("点名的单位，逗号分隔 · units named", valueName: "names"))
  var names: String?
  @Option(help: ArgumentHelp("分子指标 · those served", valueName: "name"))
  var numerator: String?
  @Option(help: ArgumentHelp("分母指标 · all of them", valueName: "name"))
  var denominator: String?
  @Option(help: ArgumentHelp("人群 · who is counted", valueName: "cohort"))
  var cohort: String?
  @Option(help: ArgumentHelp("时限（分钟） · the limit", valueName: "minutes"))
  var minutes: String?
  @Option(
    help: ArgumentHelp("阶段，按先后，末一个为完成 · states in their order", valueName: "names"))
  var states: String?
  @Option(help: ArgumentHelp("活动名称 · an activity", valueName: "name"))
  var activity: String?
  @Option(help: ArgumentHelp("须有的记录 · records that must exist", valueName: "names"))
  var records: String?
  @Option(help: ArgumentHelp("报送日期 · days that reports are due", valueName: "dates"))
  var dates: String?
  @Option(
    name: .customLong("from-universe"),
    help: ArgumentHelp("报送单位的口径 · whose units report", valueName: "id"))
  var fromUniverse: String?
  @Option(help: ArgumentHelp("原文写明的期限 · the day in the text", valueName: "date"))
  var due: CivilDate?
  @Option(help: ArgumentHelp("责任单位 · who leads", valueName: "names"))
  var lead: String?
  @Option(help: ArgumentHelp("配合单位 · who supports", valueName: "names"))
  var support: String?
  @Option(
    help: ArgumentHelp("有歧义的词怎样读，可重复 · how a word is read", valueName: "word=reading"))
  var choose: [WordChoice] = []

  /// What still lacks before there is an entry at all, as flags.
  var missing: [String] {
    [
      ("--document", document == nil), ("--clause", clause == nil), ("--quote", quote == nil),
      ("--id", id == nil), ("--measure", measure == nil),
    ].filter(\.1).map(\.0)
  }

  /// The draft; nil while something of ``missing`` lacks.
  var draft: EntryDraft? {
    guard let document, let clause, let quote, let id, let measure else { return nil }
    var draft = EntryDraft(
      id: id, document: document, clause: clause, quote: quote, measure: measure)
    draft.title = title
    draft.titleEnglish = titleEnglish
    draft.kinds = kind
    draft.object = object
    draft.value = value
    draft.universe = universe
    draft.names = Self.list(names)
    draft.numerator = numerator
    draft.denominator = denominator
    draft.cohort = cohort
    draft.minutes = minutes
    draft.states = Self.list(states)
    draft.activity = activity
    draft.records = Self.list(records)
    draft.dates = Self.list(dates)
    draft.reportsFrom = fromUniverse
    draft.due = due
    draft.leads = Self.list(lead)
    draft.supporters = Self.list(support)
    return draft
  }

  /// Names separated by commas of either width or by 、.
  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(whereSeparator: { ",，、".contains($0) }).map {
      String($0.drop(while: \.isWhitespace))
    }
  }
}
