import Planning
import PlanningModel

extension Wording {
  /// Why a facility does not operate: 在建, 2025-03-01才开办.
  func standing(_ standing: Explanation.Standing) -> String {
    switch standing {
    case .state(let state): self.state(state)
    case .opensLater(let date): language("\(date)才开办", "to open on \(date)")
    case .closedOn(let date): language("\(date)已停办", "closed since \(date)")
    }
  }
}
