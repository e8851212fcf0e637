/// Words and signs that planners write where there is nothing to write.
enum EmptyWords {
  private static let words: Set<String> = [
    "无", "暂无", "略", "未统计", "不详", "未知", "-", "--", "—", "——", "–", "―", "/", "\\", "…", "……",
    "...",
  ]
  private static let asAbove: Set<String> = ["同上", "〃", "″", "\"", "''"]

  /// Columns of free text, where such a word may be what is meant.
  static let freeColumns: Set<String> = ["note", "source"]

  /// Whether a cell says that it is empty; 0 is a number and does not.
  static func matches(_ cell: TableCell) -> Bool {
    cell.kind == .text && cell.text.utf8.count <= 12
      && words.contains(TextFolding.trimmed(TextFolding.halfWidth(cell.text)))
  }

  /// Whether a cell says that it repeats the one above.
  static func saysAsAbove(_ cell: TableCell) -> Bool {
    cell.kind == .text && asAbove.contains(TextFolding.trimmed(TextFolding.halfWidth(cell.text)))
  }
}
