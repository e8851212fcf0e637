/// The name of one number of the report, by which it can be asked about:
/// `WL24-42c.achieved`, `WL24-22a/<code>.covered`, `people/pop_60plus.total`,
/// `facilities/elder_canteen.operating`.
public struct FigureID: Hashable, Sendable, CustomStringConvertible {
  /// What the number is about.
  public enum Subject: Hashable, Sendable {
    /// A target, by its id.
    case target(String)
    /// A row of a coverage table, by the table's key and the place's id.
    case coverage(table: String, place: String)
    /// All people of a cohort, or `population` for that of the units.
    case people(String)
    /// The facilities of a kind.
    case facilities(kind: String)
  }

  /// Which number of it.
  public enum Item: String, Sendable, CaseIterable {
    /// The size of the universe, or of the cohort.
    case total
    /// What is needed.
    case required
    /// What is done.
    case achieved
    /// What is not known.
    case unknown
    /// What is lacking.
    case gap
    /// The achieved or covered share.
    case share
    /// People covered by own facilities.
    case covered
    /// People covered with the neighbours' facilities.
    case coveredWithNeighbours = "with_neighbours"
    /// Minutes to the nearest facility.
    case minutes
    /// Facilities in operation.
    case operating
    /// Facilities that do not operate yet.
    case notYet = "not_yet"
    /// Facilities suspended or closed.
    case stopped
    /// Neighbours' facilities.
    case neighbours
  }

  /// What the number is about.
  public var subject: Subject
  /// Which number of it.
  public var item: Item

  init(_ subject: Subject, _ item: Item) {
    self.subject = subject
    self.item = item
  }

  /// Reads an id; nil for a text that is none.
  ///
  /// A target's id has no slash, a place's may.
  public init?(_ text: String) {
    guard let dot = text.lastIndex(of: "."),
      let item = Item(rawValue: String(text[text.index(after: dot)...]))
    else { return nil }
    let name = text[..<dot]
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, parts.last?.isEmpty == false else { return nil }
    self.item = item
    switch (first, parts.count) {
    case (_, 1): subject = .target(String(first))
    case ("people", _): subject = .people(String(parts[1]))
    case ("facilities", _): subject = .facilities(kind: String(parts[1]))
    default: subject = .coverage(table: String(first), place: String(parts[1]))
    }
  }

  /// The id as the report carries it.
  public var description: String {
    let name =
      switch subject {
      case .target(let id): id
      case .coverage(let table, let place): "\(table)/\(place)"
      case .people(let cohort): "people/\(cohort)"
      case .facilities(let kind): "facilities/\(kind)"
      }
    return "\(name).\(item.rawValue)"
  }
}
