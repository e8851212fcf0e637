import Geometry
import Planning
import PlanningModel

/// What a map of the report shows besides its background.
enum MapContent: Equatable {
  /// Units by verdict, villages by coverage, facilities by state.
  case coverage
  /// Villages by how long the way is, and the facilities that serve.
  case bands
  /// Units by verdict alone, for a comparison.
  case units
  /// Units by verdict and villages by coverage, with the facilities that two scenarios differ in.
  case half(facilities: Set<FacilityID>)
  /// Villages that gain or lose, by id, with the facilities that two scenarios differ in.
  case changes([String: VillageChange], facilities: Set<FacilityID>)

  var showsUnits: Bool {
    switch self {
    case .coverage, .units, .half: true
    case .bands, .changes: false
    }
  }
  var showsVillages: Bool {
    switch self {
    case .coverage, .half: true
    case .bands, .units, .changes: false
    }
  }
  var showsMinorRoads: Bool { self == .coverage || self == .bands }
}

/// What a comparison does to a village; the marks differ in shape, for grey prints.
enum VillageChange: CaseIterable {
  case gained, nearer, same, farther, lost

  /// Its mark: triangles up where it gets better, down where it gets worse, filled where it
  /// changes whether people are covered.
  func mark(at point: Position, title: String?) -> String {
    let (x, y) = (SVGNumber.text(point.x), SVGNumber.text(point.y))
    let body =
      switch self {
      case .gained: "<path d=\"M\(x) \(SVGNumber.text(point.y - 7))l6 10.5h-12z\" fill=\"#1d6b3a\""
      case .nearer:
        "<path d=\"M\(x) \(SVGNumber.text(point.y - 4))l3.6 6.3h-7.2z\" fill=\"#fff\" "
          + "stroke=\"#1d6b3a\" stroke-width=\"1.2\""
      case .same: "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"1.6\" fill=\"#8a8a8a\""
      case .farther:
        "<path d=\"M\(x) \(SVGNumber.text(point.y + 4))l3.6-6.3h-7.2z\" fill=\"#fff\" "
          + "stroke=\"#a31515\" stroke-width=\"1.2\""
      case .lost: "<path d=\"M\(x) \(SVGNumber.text(point.y + 7))l6-10.5h-12z\" fill=\"#a31515\""
      }
    guard let title else { return body + "/>" }
    let element = self == .same ? "circle" : "path"
    return body + "><title>\(HTMLText.escaped(title))</title></\(element)>"
  }

  func label(_ language: Language) -> String {
    switch self {
    case .gained: language("新增覆盖的村（社区）", "village gained")
    case .nearer: language("用时缩短，覆盖不变", "nearer, not turned")
    case .same: language("没有变化", "unchanged")
    case .farther: language("用时延长，覆盖不变", "farther, not turned")
    case .lost: language("失去覆盖的村（社区）", "village lost")
    }
  }
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
