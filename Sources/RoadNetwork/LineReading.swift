import Geometry
import PlanningModel

/// What the tags of a line mean under the rules, with every distinct text judged once.
struct LineReading {
  /// What a line is to the network.
  struct Verdict {
    var use: RoadUse
    /// Position in the rules' classes; ``RoadNetwork/ferryClass`` for a ferry.
    var roadClass: UInt8
    var isStructure: Bool
    /// Position of its name, or else its number, in the texts.
    var name: UInt32
    /// Position of its level in the texts: lines of different levels cross without meeting.
    var level: UInt32
  }

  private static let noClass = UInt8.max

  private let values: [UInt32]
  private let keyCount: Int
  private let columns: TagColumns
  private let texts: [TagMeaning]
  private let classes: [RoadRules.RoadClass]
  private let isMotorway: [Bool]
  private let plainClass: UInt8
  private let ferryUse: RoadUse

  init(_ lines: TaggedLines, rules: RoadRules) {
    values = lines.values
    keyCount = lines.keys.count
    columns = TagColumns(lines.keys)
    classes = rules.classes
    isMotorway = rules.classes.map { $0.highway == "motorway" }
    let numbers = Dictionary(
      rules.classes.enumerated().map { ($1.highway, UInt8($0)) },
      uniquingKeysWith: { first, _ in first })
    plainClass = numbers[rules.plainLineClass] ?? Self.noClass
    let reader = TagMeaning.Reader(rules)
    texts = lines.strings.map { reader.meaning(of: $0, roadClass: numbers[$0] ?? Self.noClass) }
    ferryUse = rules.ferryModes.reduce(into: []) {
      $0.formUnion([.forward($1), .backward($1)])
    }
  }

  /// What a line is to the network; nil when nobody may use it.
  func verdict(of line: Int) -> Verdict? {
    let isFerry =
      meaning(columns.highway, line).access == .untagged && meaning(columns.route, line).isFerry
    let roadClass =
      isFerry
      ? RoadNetwork.ferryClass
      : columns.highway == TagColumns.none ? plainClass : meaning(columns.highway, line).roadClass
    guard isFerry || roadClass != Self.noClass else { return nil }
    var use = ferryUse
    if !isFerry { use = walking(roadClass, line).union(riding(roadClass, line)) }
    guard !use.isEmpty else { return nil }
    let name = number(columns.name, line)
    let layer = level(columns.layer, line)
    return Verdict(
      use: use, roadClass: roadClass,
      isStructure: meaning(columns.bridge, line).isYes || meaning(columns.tunnel, line).isYes,
      name: UInt32(name != 0 ? name : number(columns.ref, line)),
      level: UInt32(layer != 0 ? layer : level(columns.level, line)))
  }

  /// The position of a level in the texts; the ground is the same, tagged or not.
  private func level(_ column: Int, _ line: Int) -> Int {
    let number = number(column, line)
    return texts[number].isGround ? 0 : number
  }

  private func walking(_ roadClass: UInt8, _ line: Int) -> RoadUse {
    let isOpen: Bool
    switch (meaning(columns.foot, line).access, meaning(columns.access, line).access) {
    case (.open, _): isOpen = true
    case (.closed, _): isOpen = false
    case (_, .closed): isOpen = false
    default:
      isOpen = classes[Int(roadClass)].isWalkable && !meaning(columns.motorroad, line).isExactlyYes
    }
    guard isOpen else { return [] }
    var use: RoadUse = [.walkForward, .walkBackward]
    switch meaning(columns.oneWayOnFoot, line).oneWay {
    case .along: use.remove(.walkBackward)
    case .against: use.remove(.walkForward)
    case .untagged, .both: break
    }
    if meaning(columns.footForward, line).access == .closed { use.remove(.walkForward) }
    if meaning(columns.footBackward, line).access == .closed { use.remove(.walkBackward) }
    return use
  }

  private func riding(_ roadClass: UInt8, _ line: Int) -> RoadUse {
    guard classes[Int(roadClass)].speedKilometresPerHour != nil else { return [] }
    var use: RoadUse = []
    if isOpen(to: columns.car, line) {
      use.formUnion([.carForward, .carBackward, .busForward, .busBackward])
    }
    if classes[Int(roadClass)].isOpenToMotor, !meaning(columns.motorroad, line).isExactlyYes,
      isOpen(to: columns.motor, line)
    {
      use.formUnion([.motorForward, .motorBackward])
    }
    let forward: RoadUse = [.carForward, .busForward, .motorForward]
    let backward: RoadUse = [.carBackward, .busBackward, .motorBackward]
    switch meaning(columns.oneWay, line).oneWay {
    case .along: use.subtract(backward)
    case .against: use.subtract(forward)
    case .both: break
    case .untagged:
      if meaning(columns.junction, line).isRoundabout || isMotorway[Int(roadClass)] {
        use.subtract(backward)
      }
    }
    return use
  }

  /// The most special tag that says open or closed decides; untagged is open.
  private func isOpen(to tags: [Int], _ line: Int) -> Bool {
    for column in tags {
      switch meaning(column, line).access {
      case .open: return true
      case .closed: return false
      case .untagged, .other: continue
      }
    }
    return true
  }

  private func number(_ column: Int, _ line: Int) -> Int {
    column == TagColumns.none ? 0 : Int(values[line * keyCount + column])
  }

  private func meaning(_ column: Int, _ line: Int) -> TagMeaning { texts[number(column, line)] }
}
