/// Walks delimited text record by record without making a string of any cell.
///
/// Quoted cells are unescaped in place, so that every cell is one range of ``bytes``. Records
/// are numbered as a spreadsheet numbers its rows, blank ones included.
struct CellScanner {
  /// What is wrong with a quotation mark of the current record.
  enum QuoteFault { case unclosed, textAfterQuote }

  /// The text; cells that were quoted have been unescaped in it.
  private(set) var bytes: [UInt8]
  /// The number of the current record, from 1.
  private(set) var record = 0
  /// How many cells the current record has.
  private(set) var count = 0
  private var bounds: [Range<Int>] = []
  /// The first fault of the current record's quotation marks.
  private(set) var quoteFault: QuoteFault?
  private let separator: UInt8
  private var position = 0

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn: UInt8 = 0x0D
  private static let lineFeed: UInt8 = 0x0A

  /// Takes UTF-8 text; the separator is the one of `,`, `;` and tab that the first line with any
  /// of them has most often.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    for byte in bytes {
      if byte == Self.lineFeed || byte == Self.carriageReturn {
        if counts != [0, 0, 0] { break }
      } else if let candidate = candidates.firstIndex(of: byte) {
        counts[candidate] += 1
      }
    }
    let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    separator = candidates[best]
  }

  /// Steps to the next record that holds anything; false at the end.
  mutating func next() -> Bool {
    repeat {
      guard position < bytes.count else { return false }
      readRecord()
    } while count == 1 && bounds[0].isEmpty
    return true
  }

  /// Where a cell of the current record stands, spaces around it left out.
  func range(_ cell: Int) -> Range<Int> { bounds[cell] }

  /// The text of a cell; empty for one that the record does not have.
  func text(_ cell: Int) -> String {
    guard cell < count else { return "" }
    return String(decoding: bytes[bounds[cell]], as: UTF8.self)
  }

  private mutating func readRecord() {
    record += 1
    count = 0
    quoteFault = nil
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        readQuoted()
      } else {
        var end = position
        while end < bytes.count, !endsCell(bytes[end]) { end += 1 }
        add(position, end)
        position = end
      }
      guard position < bytes.count else { return }
      let byte = bytes[position]
      position += 1
      if byte == separator { continue }
      if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed {
        position += 1
      }
      return
    }
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private mutating func add(_ start: Int, _ end: Int) {
    var start = start
    var end = end
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    if count < bounds.count {
      bounds[count] = start..<end
    } else {
      bounds.append(start..<end)
    }
    count += 1
  }

  /// Reads a cell that starts with a quotation mark, moving its content to its front.
  private mutating func readQuoted() {
    let start = position
    var write = start
    position += 1
    while true {
      guard position < bytes.count else {
        quoteFault = quoteFault ?? .unclosed
        return add(start, write)
      }
      let byte = bytes[position]
      position += 1
      if byte == Self.quote {
        guard position < bytes.count, bytes[position] == Self.quote else { break }
        position += 1
      }
      bytes[write] = byte
      write += 1
    }
    add(start, write)
    while position < bytes.count, !endsCell(bytes[position]) {
      if bytes[position] > 0x20 { quoteFault = quoteFault ?? .textAfterQuote }
      position += 1
    }
  }
}
