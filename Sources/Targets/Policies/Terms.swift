public import PlanningModel

/// What the ids and words of policy files and ledgers are called in either language.
///
/// A ledger's indicators have ids in Latin letters (`safety_accidents`), which no reader of a
/// report should meet; offices, activities and states have Chinese words, which a reader of the
/// English edition cannot read. Both have their names here; a word without one stands for itself.
public struct Terms: Sendable, Hashable {
  private var names: [String: Bilingual]

  /// Collects names by id or word.
  public init(_ names: [String: Bilingual] = [:]) { self.names = names }

  /// The words that have a name, bytewise.
  var words: [String] { names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The name of a word; the word itself where it has none.
  public subscript(word: String) -> Bilingual { names[word] ?? Bilingual(word, word) }

  /// Several names as a list.
  public func list(_ words: [String]) -> Bilingual {
    let all = words.map { self[$0] }
    return Bilingual(
      all.map(\.chinese).joined(separator: "、"), all.map(\.english).joined(separator: ", "))
  }
}
