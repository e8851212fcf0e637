/// 发文字号: the issuing office's short name, the year in 〔〕, a number, 号.
public enum DocumentNumber {
  /// Whether a text is one, for example 某民发〔2024〕8号.
  public static func isWellFormed(_ text: String) -> Bool {
    text.wholeMatch(of: /[一-龥]+〔(19|20)[0-9]{2}〕[0-9]+号/) != nil
  }

  /// The number that several copies of a document show.
  ///
  /// A copy may have lost its 〔〕 (`渝民〔202169`), and then nothing says where the year ends: only
  /// a whole one is taken, and none when two whole ones differ.
  public static func agreed(among copies: [String]) -> String? {
    let whole = Set(copies.filter(isWellFormed))
    return whole.count == 1 ? whole.first : nil
  }
}
