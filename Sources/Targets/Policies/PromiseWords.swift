import PlanningModel

/// What the words of a promise ask for; a planner's reading is compared with it.
///
/// The words decide nothing by themselves: they make the check of a policy file ask.
public enum PromiseWords {
  /// What a verb asks of a facility.
  public enum Asked: Sendable, Hashable {
    /// So far on the ladder, and marked besides or not.
    case state(StateRequirement)
    /// Progress, for information.
    case progress
    /// An activity, which needs no building.
    case activity
    /// Moved: the number stays.
    case relocation
  }

  /// What the first verb of the words asks for; nil where no verb says it.
  ///
  /// 启动建设 starts, 规范化建设 marks: the first verb governs those that follow it.
  public static func asked(by quote: String) -> Asked? {
    let verbs: [(word: String, asked: Asked)] = [
      ("迁建", .relocation),
      ("启动", .state(StateRequirement(minimum: .underConstruction, isDesignated: false))),
      ("规范化", .state(marked)), ("打造", .state(marked)), ("创建", .state(marked)),
      ("推进", .progress), ("新建", .state(built)), ("建成", .state(built)),
      ("建设", .state(built)), ("完成", .state(built)), ("开展", .activity),
    ]
    // 迁建 says what 完成 before it completes.
    if quote.contains("迁建") { return .relocation }
    let found = verbs.compactMap { verb in
      position(of: verb.word, in: quote).map { (place: $0, asked: verb.asked) }
    }
    return found.min { $0.place < $1.place }?.asked
  }

  /// How a figure compares by its words: 以上 and 不低于 include it, 余 and 超过 do not.
  public static func comparison(in quote: String) -> Comparison? {
    let inclusive = ["以上", "不低于", "不少于", "达到", "至少"]
    let exclusive = ["超过", "高于", "多于"]
    let ceilings = ["不超过", "不高于", "不多于", "以内", "以下", "零"]
    if ceilings.contains(where: quote.contains) { return .atMost }
    if inclusive.contains(where: quote.contains) { return .atLeast }
    if exclusive.contains(where: quote.contains) || hasRemainder(quote) { return .moreThan }
    return nil
  }

  /// Whether it is to be striven for only: 力争, 早日, 努力.
  public static func isSoft(_ quote: String) -> Bool {
    ["力争", "早日", "努力"].contains { quote.contains($0) }
  }

  /// Whether the figure is only about right: 左右, 约.
  public static func isApproximate(_ quote: String) -> Bool {
    quote.contains("左右") || quote.contains("大约")
  }

  /// Whether a number is left open: 一批, 若干.
  public static func isUnquantified(_ quote: String) -> Bool {
    ["一批", "若干", "一定数量"].contains { quote.contains($0) }
  }

  /// Whether the list of names is open: 等 right behind the last of them.
  public static func isOpenList(_ quote: String, after name: String) -> Bool {
    var rest = Substring(quote)
    while let found = rest.firstRange(of: name) {
      rest = rest[found.upperBound...]
      if rest.hasPrefix("等") { return true }
    }
    return false
  }

  private static let built = StateRequirement(minimum: .accepted, isDesignated: false)
  private static let marked = StateRequirement(minimum: .accepted, isDesignated: true)

  /// 余 behind a digit: 500余名.
  private static func hasRemainder(_ quote: String) -> Bool {
    var isAfterDigit = false
    for character in quote {
      if character == "余", isAfterDigit { return true }
      isAfterDigit = character.isNumber || "十百千万".contains(character)
    }
    return false
  }

  private static func position(of word: String, in quote: String) -> Int? {
    quote.firstRange(of: word).map { quote.distance(from: quote.startIndex, to: $0.lowerBound) }
  }
}
