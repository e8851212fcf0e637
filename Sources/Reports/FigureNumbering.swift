import PlanningModel

extension ReportDocument {
  /// The sections with 图1, 图2 … before the captions of their figures, in the order in which they
  /// stand; which figures there are depends on the data.
  static func numberingFigures(of sections: [ReportSection], in language: Language)
    -> [ReportSection]
  {
    var number = 0
    return sections.map { section in
      var section = section
      section.blocks = section.blocks.map { block in
        guard case .figure(let name, let svg, let caption) = block else { return block }
        number += 1
        let prefix = RichText(language("图\(number)　", "Figure \(number). "))
        return .figure(name: name, svg: svg, caption: prefix + caption)
      }
      return section
    }
  }
}
