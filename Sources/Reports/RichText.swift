import PlanningModel

/// A run of words with emphasis and data marks, independent of the format it ends up in.
struct RichText: ExpressibleByStringInterpolation {
  /// A piece of the text.
  enum Run {
    case plain(String)
    case strong(String)
    /// A number that can be asked about by its id (``FigureID``).
    case figure(String, String)
    /// The visible mark of a figure that rests on estimated or illustrative data.
    case mark(Provenance)
  }

  var runs: [Run]

  init(_ text: String) { runs = [.plain(text)] }
  init(stringLiteral value: String) { self.init(value) }
  init(runs: [Run]) { self.runs = runs }
  init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

  /// Collects the pieces of a literal.
  struct Interpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { runs.append(.plain(literal)) }
    }

    mutating func appendInterpolation(_ text: String) { runs.append(.plain(text)) }
    mutating func appendInterpolation(_ number: Int) { runs.append(.plain(String(number))) }
    mutating func appendInterpolation(_ text: RichText) { runs += text.runs }
    mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }
    mutating func appendInterpolation(figure id: FigureID?, _ text: String) {
      runs.append(id.map { .figure($0.description, text) } ?? .plain(text))
    }

    /// The mark of a figure; nothing for data that needs none.
    mutating func appendInterpolation(mark provenance: Provenance?) {
      if let provenance, provenance.needsMark { runs.append(.mark(provenance)) }
    }
  }

  static func + (left: RichText, right: RichText) -> RichText {
    RichText(runs: left.runs + right.runs)
  }
}

extension RichText {
  /// The words with the marks of figures as text.
  func text(in language: Language) -> String {
    runs.map { run in
      switch run {
      case .plain(let text), .strong(let text), .figure(_, let text): text
      case .mark(let provenance): DataMark.text(provenance, language)
      }
    }.joined()
  }

  /// The words without marks.
  var plain: String {
    runs.map { run in
      switch run {
      case .plain(let text), .strong(let text), .figure(_, let text): text
      case .mark: ""
      }
    }.joined()
  }
}

extension Sequence<RichText> {
  /// The texts one after the other, with a separator between.
  func joined(separator: RichText) -> RichText {
    var runs: [RichText.Run] = []
    for (position, text) in enumerated() {
      if position > 0 { runs += separator.runs }
      runs += text.runs
    }
    return RichText(runs: runs)
  }
}
