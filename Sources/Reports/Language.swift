import PlanningModel

extension Language {
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
