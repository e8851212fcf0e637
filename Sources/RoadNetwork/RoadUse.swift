import PlanningModel

/// Who may use an edge, in which direction: one bit each.
struct RoadUse: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let walkForward = RoadUse(rawValue: 1)
  static let walkBackward = RoadUse(rawValue: 2)
  static let motorForward = RoadUse(rawValue: 4)
  static let motorBackward = RoadUse(rawValue: 8)
  static let carForward = RoadUse(rawValue: 16)
  static let carBackward = RoadUse(rawValue: 32)
  static let busForward = RoadUse(rawValue: 64)
  static let busBackward = RoadUse(rawValue: 128)

  /// Along the line, for a mode.
  static func forward(_ mode: TravelMode) -> RoadUse {
    switch mode {
    case .walk: .walkForward
    case .motor: .motorForward
    case .car: .carForward
    case .bus: .busForward
    }
  }

  /// Against the line, for a mode.
  static func backward(_ mode: TravelMode) -> RoadUse {
    RoadUse(rawValue: forward(mode).rawValue << 1)
  }
}
