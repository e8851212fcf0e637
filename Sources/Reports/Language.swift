/// The language of what people read; keys and codes of machine formats never change with it.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese, simplified characters.
  case zh
  /// English.
  case en

  /// The one of two texts that is in this language.
  func callAsFunction<Text>(_ chinese: @autoclosure () -> Text, _ english: @autoclosure () -> Text)
    -> Text
  {
    switch self {
    case .zh: chinese()
    case .en: english()
    }
  }
}
