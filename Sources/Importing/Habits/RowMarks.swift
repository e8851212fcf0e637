/// What marks a row that is none of the ledger's records.
enum RowMarks {
  /// A row that adds others up.
  enum Total {
    /// 小计: of a group.
    case group
    /// 合计, 总计, 共计: of all, or of a group.
    case all
  }

  private static let noteWords = [
    "备注", "注", "说明", "填表说明", "填表人", "填报人", "制表人", "制表", "审核人", "审核", "负责人", "填表单位",
    "填报单位", "填报日期", "填表日期", "联系人", "联系电话",
  ]

  /// Whether one of the first three texts of a row says that it is a sum.
  static func total(_ row: TableRow, skipping free: Set<Int>) -> Total? {
    let texts = row.cells.enumerated()
      .filter { $0.element.kind == .text && !free.contains($0.offset) }.prefix(3)
      .map { $0.element.text.filter { !$0.isWhitespace && $0 != "：" && $0 != ":" } }
    if texts.contains(where: { $0.count <= 14 && $0.hasSuffix("小计") }) { return .group }
    let words = ["合计", "总计", "共计"]
    return texts.contains { text in
      words.contains(text) || text.count <= 14 && words.contains { text.hasSuffix($0) }
    } ? .all : nil
  }

  /// Whether a row is a remark: its first cell is 备注, 注, 填表人 and the like with a colon, and at
  /// most every second column holds anything.
  static func isNote(_ row: TableRow, width: Int) -> Bool {
    let filled = row.cells.filter { $0.kind != .empty }
    guard let first = filled.first, first.kind == .text, filled.count * 2 <= max(width, 2) else {
      return false
    }
    let text = TextFolding.halfWidth(first.text).filter { !$0.isWhitespace }
    return noteWords.contains { word in
      text.hasPrefix(word + ":") || filled.count == 1 && text == word
        || numbered(text, after: word)
    }
  }

  /// `注1:`.
  private static func numbered(_ text: String, after word: String) -> Bool {
    guard word == "注" || word == "备注", text.hasPrefix(word) else { return false }
    let rest = text.dropFirst(word.count).drop { $0.isNumber }
    return rest.first == ":" || rest.first == "."
  }
}
