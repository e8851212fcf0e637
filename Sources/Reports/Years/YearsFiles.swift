public import Planning
import PlanningModel
import Scenarios
import Targets

/// Two years side by side, as CSV and JSON (docs/formats/years.md).
public enum YearsFiles {
  /// A row for each target and basis; the parts of the change stand in the row of the original
  /// basis.
  public static func csv(_ table: YearsTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "id", "id_before", "title", "basis", "achieved_before", "unknown_before",
        "universe_before", "share_before", "achieved", "unknown", "universe", "share",
        "change_pp", "status_before", "status", "sites", "people", "roads", "provenance", "reason",
      ], byteOrderMark: byteOrderMark)
    for target in table.targets {
      for (basis, pair, why) in [
        ("original", target.original, target.noDecomposition),
        ("comparable", target.comparable, target.noComparable),
      ] {
        let parts = basis == "original" ? target.decomposition : nil
        csv.append(
          [target.id, target.idBefore, target.title, basis]
            + cells(pair?.before) + cells(pair?.after) + [
              pair?.basisPoints.map(YearsFiles.points), target.statuses.first?.rawValue,
              target.statuses.last?.rawValue,
            ] + ChangeFactor.allCases.map { factor in parts.map { String($0[factor]) } } + [
              target.provenance?.rawValue, why?.chinese,
            ])
      }
    }
    return csv.bytes
  }

  /// The document `yike-years/1`.
  ///
  /// - Parameter version: the program's version.
  /// - Throws: what the JSON encoder throws, which no table brings about.
  public static func json(_ table: YearsTable, version: String) throws -> [UInt8] {
    try JSONText.bytes(YearsDocument(table, version: version))
  }

  private static func cells(_ share: YearComparison.Share?) -> [String?] {
    [
      share?.achieved?.description, share?.unknown?.description, share?.universe?.description,
      share?.text,
    ]
  }

  /// Percentage points as a plain decimal: `-1.05`.
  static func points(_ basisPoints: Int) -> String {
    let size = basisPoints.magnitude
    let cents = size % 100
    return "\(basisPoints < 0 ? "-" : "")\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}

/// The document as it is written.
struct YearsDocument: Encodable {
  let schema = "yike-years/1"
  let version: String
  let before, after: YearEntry
  let changes: [ChangeEntry]
  let targets: [PairEntry]
  let onlyBefore, onlyAfter: [String]

  private enum CodingKeys: String, CodingKey {
    case schema, version, before, after
    case changes = "unit_changes"
    case targets
    case onlyBefore = "only_before"
    case onlyAfter = "only_after"
  }

  struct YearEntry: Encodable {
    let district, asOf, codeSystem: String

    private enum CodingKeys: String, CodingKey {
      case district
      case asOf = "as_of"
      case codeSystem = "code_system"
    }

    init(_ year: YearsTable.Year) {
      district = year.district
      asOf = year.asOf.description
      codeSystem = year.codeSystem.rawValue
    }
  }

  struct ChangeEntry: Encodable {
    @ExplicitNull var date: String?
    let from, to: String
  }

  init(_ table: YearsTable, version: String) {
    self.version = version
    before = YearEntry(table.before)
    after = YearEntry(table.after)
    changes = table.changes.map {
      ChangeEntry(
        date: $0.date?.description, from: "\($0.fromSystem.rawValue):\($0.fromCode)",
        to: "\($0.toSystem.rawValue):\($0.toCode)")
    }
    targets = table.targets.map(PairEntry.init)
    onlyBefore = table.onlyBefore
    onlyAfter = table.onlyAfter
  }
}

/// One promise in two years.
struct PairEntry: Encodable {
  let id, idBefore, title: String
  let rules, statuses: [String]
  let original: BasisEntry
  @ExplicitNull var comparable: BasisEntry?
  @ExplicitNull var comparableReason: String?
  @ExplicitNull var decomposition: PartsEntry?
  @ExplicitNull var decompositionReason: String?
  @ExplicitNull var provenance: String?

  private enum CodingKeys: String, CodingKey {
    case id
    case idBefore = "id_before"
    case title, rules, statuses, original, comparable
    case comparableReason = "comparable_reason"
    case decomposition
    case decompositionReason = "decomposition_reason"
    case provenance
  }

  init(_ target: YearComparison) {
    id = target.id
    idBefore = target.idBefore
    title = target.title
    rules = target.rules
    statuses = target.statuses.map(\.rawValue)
    original = BasisEntry(target.original)
    comparable = target.comparable.map(BasisEntry.init)
    comparableReason = target.noComparable?.chinese
    decomposition = target.decomposition.map(PartsEntry.init)
    decompositionReason = target.noDecomposition?.chinese
    provenance = target.provenance?.rawValue
  }
}

/// A share in two years.
struct BasisEntry: Encodable {
  let before, after: ShareEntry
  @ExplicitNull var changeInPoints: String?

  struct ShareEntry: Encodable {
    @ExplicitNull var achieved: Int?
    @ExplicitNull var unknown: Int?
    @ExplicitNull var universe: Int?
    @ExplicitNull var shareText: String?

    private enum CodingKeys: String, CodingKey {
      case achieved, unknown, universe
      case shareText = "share_text"
    }

    init(_ share: YearComparison.Share) {
      achieved = share.achieved
      unknown = share.unknown
      universe = share.universe
      shareText = share.text
    }
  }

  private enum CodingKeys: String, CodingKey {
    case before, after
    case changeInPoints = "change_pp"
  }

  init(_ pair: YearComparison.Pair) {
    before = ShareEntry(pair.before)
    after = ShareEntry(pair.after)
    changeInPoints = pair.basisPoints.map(YearsFiles.points)
  }
}

/// A change taken apart.
struct PartsEntry: Encodable {
  let before, after, change, sites, people, roads: Int
  let sixths, corners: [Int]

  init(_ parts: ChangeDecomposition) {
    before = parts.before
    after = parts.after
    change = parts.change
    sites = parts[.sites]
    people = parts[.people]
    roads = parts[.roads]
    sixths = parts.sixths
    corners = parts.corners
  }
}
