import PlanningModel
import TravelTimes

/// The nearest facilities that one cost field was asked for already.
///
/// A patch that moves one canteen leaves the questions on all other services as they are; in a
/// session that stays open they are not searched again. Not shared between threads.
final class SearchMemory {
  struct Question: Hashable {
    var origins: [GeographicPosition?]
    var destinations: [GeographicPosition?]
    var profile: TravelProfile
    var countsSecond: Bool
  }

  /// So many answers are kept; all are forgotten then.
  private static let most = 256
  private var answers: [Question: NearestTimes] = [:]

  /// The answer to a question, searched for once.
  func answer(
    _ question: Question, _ search: (Question) throws -> NearestTimes
  ) rethrows -> NearestTimes {
    if let known = answers[question] { return known }
    let answer = try search(question)
    if answers.count >= Self.most { answers = [:] }
    answers[question] = answer
    return answer
  }
}
