/// The language of what people read; keys and codes of machine formats never change with it.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese, simplified characters.
  case zh
  /// English.
  case en
}
