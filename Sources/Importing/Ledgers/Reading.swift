public import PlanningModel

/// Where a value stands in the files.
public struct SourcePlace: Sendable, Hashable {
  /// What messages call the file.
  public var file: String
  /// The sheet or layer inside the file.
  public var layer: String?
  /// The row as a spreadsheet numbers it, from 1.
  public var row: Int?

  /// Names a place.
  public init(file: String, layer: String? = nil, row: Int? = nil) {
    self.file = file
    self.layer = layer
    self.row = row
  }
}

/// What a ledger holds, and everything that is wrong with it.
///
/// Rows with a blocking fault are in `faults` and not in `values`, so that a waived fault leaves
/// out its row and nothing else.
public struct Reading<Value: Sendable>: Sendable {
  /// The values of the rows that could be read, in the order of the rows.
  public var values: [Value] = []
  /// Where each value stands; as many as `values`.
  public var places: [SourcePlace] = []
  /// What is wrong, doubtful or noteworthy, in the order of the rows.
  public var faults: [InputFault] = []

  /// Nothing yet.
  public init() {}

  /// Starts with the faults of the table's form.
  init(_ table: HeaderedTable) { faults = table.faults }

  /// Takes what a row gave: its faults, and its value unless one of them blocks.
  mutating func take(_ value: Value?, from row: RowReader) {
    faults += row.faults
    guard let value, !row.isRejected else { return }
    values.append(value)
    places.append(row.place)
  }

  /// The values by a key, with their places; of equal keys the first stays.
  public func placesByKey<Key: Hashable>(_ key: (Value) -> Key) -> [Key: SourcePlace] {
    Dictionary(zip(values.map(key), places), uniquingKeysWith: { first, _ in first })
  }
}
