import Mustache
import PlanningModel

/// The report as one HTML file that needs nothing else and prints on A4.
enum ReportHTML {
  /// The page's text.
  ///
  /// - Parameter leaflet: draws the interactive map; nil for a page without one, which runs no
  ///   scripts.
  static func text(_ document: ReportDocument, leaflet: LeafletLibrary? = nil) throws -> String {
    let template = try MustacheTemplate(string: ReportHTMLTemplate.text)
    return template.render(context(document, leaflet))
  }

  private static func context(
    _ document: ReportDocument, _ leaflet: LeafletLibrary?
  ) -> [String: Any] {
    let live = leaflet.flatMap { library in document.liveMap.map { (library, $0) } }
    return [
      "policy": live == nil
        ? "default-src 'none'; style-src 'unsafe-inline'"
        : "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:",
      "isLive": live != nil, "liveStyle": live?.0.style ?? "",
      "liveLibrary": live?.0.script ?? "", "liveData": live?.1 ?? "",
      "hasPair": live != nil && document.livePair != nil,
      "pairData": document.livePair ?? "",
      "liveProgram": LiveMapScript.text,
      "liveCaption": document.language(
        "交互地图：可缩放、点选、切换目标和服务（离线可用，不打印）",
        "Interactive map: zoom, tap, choose a target and a service (works offline, not printed)"),

      "lang": document.language("zh-CN", "en"),
      "style": ReportStyle.text,
      "title": HTMLText.escaped(document.title),
      "subtitle": html(document.subtitle, document.language),
      "footer": HTMLText.escaped(document.footer),
      "sections": document.sections.map { section in
        [
          "heading": HTMLText.escaped(section.heading), "hasHeading": !section.heading.isEmpty,
          "startsPage": section.startsPage, "hasLiveMap": live != nil && section.holdsLiveMap,
          "blocks": section.blocks.map { block($0, document.language, isLive: live != nil) },
        ] as [String: Any]
      },
    ]
  }

  private static func block(
    _ block: ReportBlock, _ language: Language, isLive: Bool
  ) -> [String: Any] {
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
    case .livePair(let before, let after, let caption):
      isLive
        ? [
          "livePair": [
            "before": HTMLText.escaped(before), "after": HTMLText.escaped(after),
            "pairCaption": HTMLText.escaped(caption),
          ]
        ] : [:]
    case .figure(_, let svg, let caption):
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
      "isShort": table.rows.count <= 8, "isNarrow": table.columns.count <= 4,
      "isEmpty": table.rows.isEmpty,
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
