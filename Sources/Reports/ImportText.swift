public import Planning
public import PlanningModel

/// What an import did, as a table.
public enum ImportText {
  /// One row a source, then what became of the store.
  public static func rendered(_ summary: ImportSummary, language: Language) -> String {
    let table = TextTable(
      columns: [
        .init(language("用途", "Role")), .init(language("文件", "File")),
        .init(language("读入", "Read"), isNumeric: true),
        .init(language("警告", "Warnings"), isNumeric: true),
        .init(language("提示", "Hints"), isNumeric: true),
      ],
      rows: summary.lines.map { line in
        [
          .init(line.role), .init(line.file), .init(line.taken.map { String($0) } ?? "—"),
          .init(String(line.warnings)), .init(String(line.hints)),
        ]
      })
    let end =
      summary.isWritten
      ? language(
        "已写入数据库。警告与提示见 yike check。",
        "The store was written. See yike check for warnings and hints.")
      : language(
        "来源未变，数据库保持不变。", "The sources have not changed; the store stays as it is.")
    return table.rendered() + "\n" + end + "\n"
  }
}
