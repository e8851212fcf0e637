import PlanningModel

/// How much a YAML file may hold, so that no file stops the program.
public struct YAMLLimits: Sendable, Hashable {
  /// The most bytes of text.
  public var bytes: Int
  /// The most values once anchors are expanded.
  public var nodes: Int
  /// How deep values may lie within each other.
  public var depth: Int
  /// The most aliases (`*`).
  public var aliases: Int

  /// States limits; the defaults are far above what any workspace needs.
  public init(
    bytes: Int = 4_000_000, nodes: Int = 200_000, depth: Int = 50, aliases: Int = 1_000
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
    self.aliases = aliases
  }

  /// Refuses a text that is too long, or whose anchors multiply, before it is parsed.
  ///
  /// - Throws: `WorkError` (`malformed`) with the line.
  func check(_ text: String, file: String) throws {
    let size = text.utf8.count
    guard size <= bytes else {
      throw failure(
        file, line: nil,
        Bilingual("文件有 \(size) 字节，超过 \(bytes)", "the file has \(size) bytes, more than \(bytes)"))
    }
    var anchors = AnchorWeights(limit: bytes)
    for mark in YAMLMarks(text) {
      if mark.isAlias { anchors.use(mark) } else { anchors.define(mark) }
      guard anchors.aliasCount <= aliases, !anchors.isTooHeavy else {
        throw failure(
          file, line: mark.line,
          Bilingual("锚点（&、*）展开后过大", "the anchors (&, *) expand to too much"))
      }
    }
  }

  func failure(_ file: String, line: Int?, _ message: Bilingual) -> WorkError {
    WorkError(
      .malformed, operation: "read YAML",
      subject: line.map { "\(file):\($0)" } ?? file, message: message,
      remedy: Bilingual(
        "去掉重复引用的锚点（&、*）和多余的层级，或拆分文件",
        "remove repeated anchors (&, *) and needless nesting, or split the file"))
  }
}

/// An anchor or an alias in a text.
struct YAMLMark {
  var name: Substring.UTF8View
  var isAlias: Bool
  /// Bytes before it.
  var offset: Int
  var line: Int
}

/// What looks like an anchor or an alias, in the order of the text; words in quotes and comments
/// may be among them, which only makes the estimate of their weight higher.
struct YAMLMarks: Sequence, IteratorProtocol {
  private let text: Substring.UTF8View
  private var index: Substring.UTF8View.Index
  private var offset = 0
  private var line = 1
  private var before = UInt8(ascii: " ")

  init(_ text: String) {
    self.text = text[...].utf8
    index = self.text.startIndex
  }

  mutating func next() -> YAMLMark? {
    while index < text.endIndex {
      let byte = text[index]
      let isMark = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")
      let start = text.index(after: index)
      let isFree = [
        UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "["),
        UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"),
        UInt8(ascii: "\r"),
      ].contains(before)
      before = byte
      index = start
      offset += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard isMark, isFree else { continue }
      var end = start
      while end < text.endIndex, Self.isName(text[end]) { end = text.index(after: end) }
      guard end > start else { continue }
      return YAMLMark(
        name: text[start..<end], isAlias: byte == UInt8(ascii: "*"), offset: offset - 1,
        line: line)
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// An upper bound of the bytes that a text has once its aliases are written out.
///
/// What an anchor names is complete before it is first used, so it weighs at most the text from
/// the anchor to that first use, with the aliases in between at their own weights.
struct AnchorWeights {
  private let limit: Int
  private var open: [[UInt8]: (offset: Int, extra: Int)] = [:]
  private var weights: [[UInt8]: Int] = [:]
  /// Sum of the weights of all aliases so far.
  private var extra = 0
  private(set) var aliasCount = 0
  /// Whether the text would expand beyond the limit.
  private(set) var isTooHeavy = false

  init(limit: Int) { self.limit = limit }

  mutating func define(_ mark: YAMLMark) {
    let name = Array(mark.name)
    open[name] = (mark.offset, extra)
    weights[name] = nil
  }

  mutating func use(_ mark: YAMLMark) {
    aliasCount += 1
    let name = Array(mark.name)
    if weights[name] == nil, let start = open[name] {
      weights[name] = mark.offset - start.offset + extra - start.extra
    }
    extra += weights[name] ?? 0
    // Ten times what a file may have leaves room for honest use, and none for multiplying.
    if extra > limit * 10 { isTooHeavy = true }
  }
}
