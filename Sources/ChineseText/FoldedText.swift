import Foundation

/// A text as it is compared: simplified characters, compatibility forms resolved, blanks and
/// punctuation left out.
///
/// Two copies of one document differ in exactly these: full-width and half-width marks, quotation
/// marks and 〔〕 lost on the way to the web, blanks and line breaks inside words, traditional
/// characters by machine. Nothing that carries meaning is left out: letters and digits, %, ‰, +,
/// and between two digits the marks . : / - that make another number of them.
public struct FoldedText: Sendable {
  /// The text in simplified characters and resolved forms, blanks and marks included.
  let shown: [Unicode.Scalar]
  /// What is compared.
  let scalars: [Unicode.Scalar]
  /// Where each compared scalar stands in ``shown``.
  let places: [Int]

  /// Folds a text.
  ///
  /// - Throws: `WorkError` where OpenCC's dictionaries are not installed.
  public init(_ text: String) throws {
    let simple = try Simplified.text(text)
    let shown = Array(simple.precomposedStringWithCompatibilityMapping.unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    var places: [Int] = []
    scalars.reserveCapacity(shown.count)
    places.reserveCapacity(shown.count)
    for (place, scalar) in shown.enumerated() where Self.isKept(scalar, at: place, in: shown) {
      scalars.append(scalar)
      places.append(place)
    }
    self.shown = shown
    self.scalars = scalars
    self.places = places
  }

  private static func isKept(
    _ scalar: Unicode.Scalar, at place: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    switch scalar {
    case "%", "‰", "+": return true
    case ".", ":", "/", "-":
      return place > 0 && place + 1 < text.count && isDigit(text[place - 1])
        && isDigit(text[place + 1])
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  /// Where `part` begins at or after `start`; nil when it does not occur, and `start` when it is
  /// empty.
  func find(_ part: FoldedText, from start: Int) -> Int? {
    let wanted = part.scalars
    guard let first = wanted.first else { return start }
    var place = start
    while place + wanted.count <= scalars.count {
      if scalars[place] == first, scalars[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place
      }
      place += 1
    }
    return nil
  }

  /// The words as shown, from one compared scalar up to another.
  func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let from = places[range.lowerBound]
    let to = places[range.upperBound - 1]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: shown[from...to])
    return String(view).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
