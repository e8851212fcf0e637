import Mustache
import PlanningModel

/// The report as Markdown with tables (GitHub flavour); the map is a file beside it.
enum ReportMarkdown {
  /// The file's text.
  static func text(_ document: ReportDocument) throws -> String {
    let template = try MustacheTemplate(string: ReportMarkdownTemplate.text)
    let text = template.render(context(document))
    return text.replacing(/\n{3,}/, with: "\n\n")
  }

  private static func context(_ document: ReportDocument) -> [String: Any] {
    [
      "title": MarkdownText.escaped(document.title),
      "subtitle": markdown(document.subtitle, document.language),
      "footer": MarkdownText.escaped(document.footer),
      "sections": document.sections.map { section in
        [
          "heading": MarkdownText.escaped(section.heading),
          "hasHeading": !section.heading.isEmpty,
          "blocks": section.blocks.map { block($0, document.language) },
        ] as [String: Any]
      },
    ]
  }

  private static func block(_ block: ReportBlock, _ language: Language) -> [String: Any] {
    switch block {
    case .paragraph(let text):
      ["paragraph": MarkdownText.atLineStart(markdown(text, language))]
    case .subheading(let text): ["subheading": markdown(text, language)]
    case .box(let title, let lines):
      [
        "box": [
          "boxTitle": MarkdownText.escaped(title),
          "lines": lines.map { MarkdownText.atLineStart(markdown($0, language)) },
        ] as [String: Any]
      ]
    case .list(let items):
      items.isEmpty
        ? [:]
        : ["list": ["items": items.map { MarkdownText.atLineStart(markdown($0, language)) }]]
    case .table(let table): ["table": self.table(table, language)]
    case .livePair: [:]
    case .figure(let name, _, let caption):
      ["figure": ["file": "\(name).svg", "figureCaption": markdown(caption, language)]]
    }
  }

  private static func table(_ table: ReportTable, _ language: Language) -> [String: Any] {
    let rules = table.columns.map { column in
      switch column.alignment {
      case .left: "---"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    return [
      "caption": markdown(table.caption, language),
      "header": table.columns.map { MarkdownText.escaped($0.heading) }.joined(separator: " | "),
      "rule": rules.joined(separator: " | "),
      "rows": table.rows.map { row in
        row.cells.map { markdown($0, language) }.joined(separator: " | ")
      },
      "hasNote": table.note != nil, "note": table.note.map { markdown($0, language) } ?? "",
    ]
  }

  private static func markdown(_ text: RichText, _ language: Language) -> String {
    text.runs.map { run in
      switch run {
      case .plain(let text), .figure(_, let text): MarkdownText.escaped(text)
      case .strong(let text): "**\(MarkdownText.escaped(text))**"
      case .mark(let provenance): MarkdownText.escaped(DataMark.text(provenance, language))
      }
    }.joined()
  }
}

/// The layout of the Markdown report; all values arrive escaped.
enum ReportMarkdownTemplate {
  static let text = """
    # {{{title}}}

    {{{subtitle}}}

    {{#sections}}
    {{#hasHeading}}

    ## {{{heading}}}

    {{/hasHeading}}
    {{#blocks}}
    {{#paragraph}}

    {{{.}}}

    {{/paragraph}}
    {{#subheading}}

    ### {{{.}}}

    {{/subheading}}
    {{#box}}

    > **{{{boxTitle}}}**
    {{#lines}}
    >
    > {{{.}}}
    {{/lines}}

    {{/box}}
    {{#list}}

    {{#items}}
    - {{{.}}}
    {{/items}}

    {{/list}}
    {{#table}}

    **{{{caption}}}**

    | {{{header}}} |
    | {{{rule}}} |
    {{#rows}}
    | {{{.}}} |
    {{/rows}}

    {{#hasNote}}

    {{{note}}}

    {{/hasNote}}
    {{/table}}
    {{#figure}}

    ![{{{figureCaption}}}]({{file}})

    {{{figureCaption}}}

    {{/figure}}
    {{/blocks}}
    {{/sections}}

    ---

    {{{footer}}}

    """
}
