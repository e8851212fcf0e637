import PlanningModel

/// Codes: digits that are names, not numbers.
extension RowReader {
  /// The characters of a code, full-width ones made plain; nil when empty or lost.
  ///
  /// A spreadsheet writes a long code as a number with an exponent. `5.00156101200E+11` still has
  /// every digit and is read as the code; `5.00156E+11` has lost some and is refused, for zeros in
  /// their place would be invented.
  mutating func digits(_ column: String) -> String? {
    guard let written = text(column) else { return nil }
    let code = TextFolding.halfWidth(written)
    guard let (mantissa, exponent) = Self.scientific(code) else { return code }
    let digits = mantissa.filter { $0 != "." }
    guard digits.count == exponent + 1 else {
      note(
        .cellScientific, column, value: code,
        Bilingual(
          "电子表格把代码变成了科学计数法，位数已丢失",
          "a spreadsheet turned the code into a number with an exponent and lost digits"),
        Bilingual(
          "将该列设为文本格式，重新填写代码", "format the column as text and write the code again"))
      return nil
    }
    note(
      .cellScientificExact, column, value: code,
      Bilingual(
        "科学计数法保留了全部数字，读作 \(digits)",
        "the number with an exponent has all its digits; it was read as \(digits)"),
      Bilingual("将该列设为文本格式，写作 \(digits)", "format the column as text and write \(digits)"))
    return digits
  }

  /// The digits before the exponent, one of them in front of the point, and the exponent.
  private static func scientific(_ text: String) -> (mantissa: String, exponent: Int)? {
    let parts = text.split(separator: "E", omittingEmptySubsequences: false)
    let lower =
      parts.count == 2 ? parts : text.split(separator: "e", omittingEmptySubsequences: false)
    guard lower.count == 2, lower[1].first == "+", let exponent = Int(lower[1].dropFirst()),
      let first = lower[0].first, first.isNumber,
      lower[0].dropFirst().isEmpty || lower[0].dropFirst().first == ".",
      lower[0].dropFirst(2).utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return (String(lower[0]), exponent)
  }
}
