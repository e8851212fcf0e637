/// A sparse table of costs by row, each row sorted by column.
struct TimedPairs: Sendable {
  /// One entry.
  struct Entry: Sendable {
    var column: UInt32
    var milliseconds: UInt32
    var millimetres: UInt32
  }

  /// Start of each row's entries, and one past the last.
  private(set) var first: [Int] = [0]
  /// The entries.
  private(set) var entries: [Entry] = []

  /// A table without rows.
  init() {}

  /// A table of rows without entries.
  init(emptyRows count: Int) { first = [Int](repeating: 0, count: count + 1) }

  /// Tables below each other, whose rows together are those of a table in another order:
  /// `rows` says which of its rows each is.
  init(_ tables: [TimedPairs], rows: [UInt32]) {
    var place: [(table: Int, row: Int)] = []
    place.reserveCapacity(rows.count)
    for (table, pairs) in tables.enumerated() {
      for row in 0..<pairs.rowCount { place.append((table, row)) }
    }
    var position = [Int](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() { position[Int(row)] = index }
    first.reserveCapacity(rows.count + 1)
    entries.reserveCapacity(tables.reduce(0) { $0 + $1.entries.count })
    for index in position {
      entries.append(contentsOf: tables[place[index].table].row(place[index].row))
      endRow()
    }
  }

  /// How many rows there are.
  var rowCount: Int { first.count - 1 }

  /// The entries of a row.
  func row(_ row: Int) -> ArraySlice<Entry> { entries[first[row]..<first[row + 1]] }

  /// Closes a row whose entries were appended.
  mutating func endRow() { first.append(entries.count) }

  /// Adds an entry to the row that is open.
  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Adds the rows of another table below.
  mutating func append(_ other: TimedPairs) {
    let base = entries.count
    entries.append(contentsOf: other.entries)
    first.append(contentsOf: other.first.dropFirst().map { $0 + base })
  }

  /// Rows become columns.
  func transposed(columnCount: Int) -> TimedPairs {
    var result = TimedPairs()
    result.first = [Int](repeating: 0, count: columnCount + 1)
    for entry in entries { result.first[Int(entry.column) + 1] += 1 }
    for column in 0..<columnCount { result.first[column + 1] += result.first[column] }
    var place = result.first
    result.entries = [Entry](
      repeating: Entry(column: 0, milliseconds: 0, millimetres: 0), count: entries.count)
    for row in 0..<rowCount {
      for entry in self.row(row) {
        result.entries[place[Int(entry.column)]] = Entry(
          column: UInt32(row), milliseconds: entry.milliseconds, millimetres: entry.millimetres)
        place[Int(entry.column)] += 1
      }
    }
    return result
  }

  /// The entries that both tables have, combined.
  func combined(with other: TimedPairs, _ combine: (Entry, Entry) -> Entry) -> TimedPairs {
    var result = TimedPairs()
    for row in 0..<rowCount {
      var second = other.first[row]
      for entry in self.row(row) {
        while second < other.first[row + 1], other.entries[second].column < entry.column {
          second += 1
        }
        guard second < other.first[row + 1], other.entries[second].column == entry.column else {
          continue
        }
        result.append(combine(entry, other.entries[second]))
      }
      result.endRow()
    }
    return result
  }

  /// The entries whose cost is at most a limit.
  func within(_ limit: UInt32) -> TimedPairs {
    var result = TimedPairs()
    for row in 0..<rowCount {
      for entry in self.row(row) where entry.milliseconds <= limit { result.append(entry) }
      result.endRow()
    }
    return result
  }
}
