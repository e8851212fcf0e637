import PlanningModel
import Synchronization
import TravelTimes

/// The nearest facilities that one cost field was asked for already.
///
/// A patch that moves one canteen leaves the questions on all other services as they are; in a
/// session that stays open they are not searched again.
final class SearchMemory: Sendable {
  struct Question: Hashable, Sendable {
    var origins: [GeographicPosition?]
    var destinations: [GeographicPosition?]
    var profile: TravelProfile
    var countsSecond: Bool
  }

  /// So many answers are kept; all are forgotten then.
  private static let most = 256
  private let answers = Mutex<[Question: NearestTimes]>([:])

  /// The answer to a question, searched for once; twice where two threads ask it at the same time.
  func answer(
    _ question: Question, _ search: (Question) throws -> NearestTimes
  ) rethrows -> NearestTimes {
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = try search(question)
    answers.withLock { answers in
      if answers.count >= Self.most { answers = [:] }
      answers[question] = answer
    }
    return answer
  }
}
