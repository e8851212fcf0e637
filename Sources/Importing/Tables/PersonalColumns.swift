/// Columns that tell who a person is; ledgers hold counts, and these columns are never read
/// (DESIGN §5.13).
public enum PersonalColumns {
  /// Words of a header that mean a person's name, number, telephone or home.
  static let words = [
    "姓名", "身份证", "身份号", "身份证件", "证件号", "公民身份", "电话", "手机", "联系方式", "联系人",
    "负责人", "户主", "监护人", "法人代表", "法定代表人", "家庭住址", "微信", "邮箱",
  ]
  private static let englishWords: Set<String> = [
    "phone", "telephone", "mobile", "tel", "contact", "surname", "idcard", "email", "passport",
  ]
  private static let englishPhrases = [
    "id number", "id no", "id card", "identity card", "identity number", "full name",
    "person name", "name of person", "first name", "last name", "family name", "given name",
    "home address",
  ]

  /// Whether a header names personal data; `name` of a place does not.
  public static func matches(_ header: String) -> Bool {
    let compact = header.filter { !$0.isWhitespace }
    if words.contains(where: compact.contains) { return true }
    let spaced = header.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
    let parts = String(spaced).split(separator: " ").map(String.init)
    if parts.contains(where: englishWords.contains) { return true }
    let line = " " + parts.joined(separator: " ") + " "
    return englishPhrases.contains { line.contains(" \($0) ") }
  }
}
