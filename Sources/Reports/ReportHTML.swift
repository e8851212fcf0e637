import Mustache
import PlanningModel

/// The report as one HTML file that needs nothing else and prints on A4.
enum ReportHTML {
  /// The page's text.
  static func text(_ document: ReportDocument) throws -> String {
    let template = try MustacheTemplate(string: ReportHTMLTemplate.text)
    return template.render(context(document))
  }

  private static func context(_ document: ReportDocument) -> [String: Any] {
    [
      "lang": document.language("zh-CN", "en"),
      "style": ReportStyle.text,
      "title": HTMLText.escaped(document.title),
      "subtitle": html(document.subtitle, document.language),
      "footer": HTMLText.escaped(document.footer),
      "sections": document.sections.map { section in
        [
          "heading": HTMLText.escaped(section.heading), "hasHeading": !section.heading.isEmpty,
          "startsPage": section.startsPage,
          "blocks": section.blocks.map { block($0, document.language) },
        ] as [String: Any]
      },
    ]
  }

  private static func block(_ block: ReportBlock, _ language: Language) -> [String: Any] {
    switch block {
    case .paragraph(let text): ["paragraph": html(text, language)]
    case .subheading(let text): ["subheading": html(text, language)]
    case .box(let title, let lines):
      [
        "box": [
          "boxTitle": HTMLText.escaped(title), "lines": lines.map { html($0, language) },
        ] as [String: Any]
      ]
    case .list(let items):
      items.isEmpty ? [:] : ["list": ["items": items.map { html($0, language) }]]
    case .table(let table): ["table": self.table(table, language)]
    case .figure(let svg, let caption):
      ["figure": ["svg": svg, "figureCaption": html(caption, language)]]
    }
  }

  private static func table(_ table: ReportTable, _ language: Language) -> [String: Any] {
    [
      "caption": html(table.caption, language),
      "columns": table.columns.map {
        [
          "heading": HTMLText.escaped($0.heading), "width": String($0.width),
          "align": $0.alignment.rawValue,
        ]
      },
      "rows": table.rows.map { row in
        [
          "look": row.look,
          "cells": zip(row.cells, table.columns).map {
            ["cell": html($0, language, inCell: true), "align": $1.alignment.rawValue]
          },
        ] as [String: Any]
      },
      // A table that fits on what is left of a page need not be torn.
      "isShort": table.rows.count <= 16, "isEmpty": table.rows.isEmpty,
      "none": language("无", "none"),
      "columnCount": String(table.columns.count),
      "hasNote": table.note != nil, "note": table.note.map { html($0, language) } ?? "",
    ]
  }

  /// The text as HTML; in a narrow cell a mark may move to the next line.
  private static func html(_ text: RichText, _ language: Language, inCell: Bool = false)
    -> String
  {
    text.runs.map { run in
      switch run {
      case .plain(let text): HTMLText.escaped(text)
      case .strong(let text): "<strong>\(HTMLText.escaped(text))</strong>"
      case .figure(let id, let text):
        "<span data-figure=\"\(HTMLText.escaped(id))\">\(HTMLText.escaped(text))</span>"
      case .mark(let provenance):
        (inCell ? "<wbr>" : "")
          + "<span class=\"mark\" title=\"\(Wording(language: language).provenance(provenance))\">"
          + "\(DataMark.text(provenance, language))</span>"
      }
    }.joined()
  }
}

/// The visible mark of a figure that rests on estimated or illustrative data.
enum DataMark {
  static func text(_ provenance: Provenance, _ language: Language) -> String {
    provenance == .illustrative ? language("*示", "*ill") : language("*估", "*est")
  }
}
