import Planning
import PlanningModel

/// What a map of the report shows besides its background.
enum MapContent {
  /// Units by verdict, villages by coverage, facilities by state.
  case coverage
  /// Villages by how long the way is, and the facilities that serve.
  case bands
  /// Units by verdict alone, for a comparison.
  case units

  var showsUnits: Bool { self != .bands }
  var showsVillages: Bool { self == .coverage }
  var showsMinorRoads: Bool { self != .units }
}

/// How long the way to the nearest facility is, in classes; light to dark, so that a grey print
/// keeps their order.
enum TravelBand: Int, CaseIterable {
  case quarter, half, threeQuarters, hour, beyond, unknown

  /// The upper ends in minutes, included.
  private static let minutes: [UInt32] = [15, 30, 45, 60]

  init(_ time: TravelTime?) {
    guard let time else {
      self = .unknown
      return
    }
    let index = Self.minutes.firstIndex { time.milliseconds <= $0 * 60_000 }
    self = index.flatMap(TravelBand.init) ?? .beyond
  }

  /// The fill of its mark.
  var fill: String {
    switch self {
    case .quarter: "#fdf3d9"
    case .half: "#f3c77c"
    case .threeQuarters: "#d98a3d"
    case .hour: "#a04f1e"
    case .beyond: "#4a1f10"
    case .unknown: "#ffffff"
    }
  }

  func label(_ language: Language) -> String {
    switch self {
    case .quarter: language("15分钟以内", "up to 15 minutes")
    case .half: language("15至30分钟", "15 to 30 minutes")
    case .threeQuarters: language("30至45分钟", "30 to 45 minutes")
    case .hour: language("45至60分钟", "45 to 60 minutes")
    case .beyond: language("60分钟以上", "more than 60 minutes")
    case .unknown: language("无路可达或数据不足", "no way there, or no data")
    }
  }
}
