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

  private enum Access: UInt8 {
    case untagged, open, closed, other
  }
  private enum OneWay: UInt8 {
    case untagged, along, against, both
  }

  private let lines: TaggedLines
  private let rules: RoadRules
  private let access: [Access]
  private let oneWay: [OneWay]
  private let roadClass: [UInt8]
  private let keys: [String: Int]
  private let plainClass: UInt8
  private static let noClass = UInt8.max

  init(_ lines: TaggedLines, rules: RoadRules) {
    self.lines = lines
    self.rules = rules
    keys = Dictionary(
      lines.keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let open = Set(rules.openAccess)
    let closed = Set(rules.closedAccess)
    let classes = Dictionary(
      rules.classes.enumerated().map { ($1.highway, UInt8($0)) },
      uniquingKeysWith: { first, _ in first })
    plainClass = classes[rules.plainLineClass] ?? Self.noClass
    access = lines.strings.map { text in
      if text.isEmpty { return .untagged }
      let parts = text.split(separator: ";").map { $0.filter { $0 != " " } }
      if parts.contains(where: open.contains) { return .open }
      return parts.contains(where: closed.contains) ? .closed : .other
    }
    oneWay = lines.strings.map { text in
      switch text {
      case "yes", "true", "1": .along
      case "-1", "reverse": .against
      case "no", "false", "0", "reversible", "alternating": .both
      default: .untagged
      }
    }
    roadClass = lines.strings.map { classes[$0] ?? Self.noClass }
  }

  /// What a line is to the network; nil when nobody may use it.
  func verdict(of line: Int) -> Verdict? {
    let isFerry = text("highway", line).isEmpty && text("route", line) == "ferry"
    let roadClass =
      isFerry
      ? RoadNetwork.ferryClass
      : keys["highway"] == nil ? plainClass : self.roadClass[number("highway", line)]
    guard isFerry || roadClass != Self.noClass else { return nil }
    var use: RoadUse = []
    if isFerry {
      for mode in rules.ferryModes { use.formUnion([.forward(mode), .backward(mode)]) }
    } else {
      let rule = rules.classes[Int(roadClass)]
      use.formUnion(walking(rule, line))
      use.formUnion(riding(rule, line))
    }
    guard !use.isEmpty else { return nil }
    let name = number("name", line)
    let layer = level("layer", line)
    return Verdict(
      use: use, roadClass: roadClass,
      isStructure: isTagged("bridge", line) || isTagged("tunnel", line),
      name: UInt32(name != 0 ? name : number("ref", line)),
      level: UInt32(layer != 0 ? layer : level("level", line)))
  }

  /// The position of a level in the texts; the ground is the same, tagged or not.
  private func level(_ key: String, _ line: Int) -> Int {
    let number = number(key, line)
    return lines.strings[number] == "0" ? 0 : number
  }

  private func walking(_ rule: RoadRules.RoadClass, _ line: Int) -> RoadUse {
    let isOpen: Bool
    switch (access[number("foot", line)], access[number("access", line)]) {
    case (.open, _): isOpen = true
    case (.closed, _): isOpen = false
    case (_, .closed): isOpen = false
    default: isOpen = rule.isWalkable && text("motorroad", line) != "yes"
    }
    guard isOpen else { return [] }
    var use: RoadUse = [.walkForward, .walkBackward]
    switch oneWay[number("oneway:foot", line)] {
    case .along: use.remove(.walkBackward)
    case .against: use.remove(.walkForward)
    case .untagged, .both: break
    }
    if access[number("foot:forward", line)] == .closed { use.remove(.walkForward) }
    if access[number("foot:backward", line)] == .closed { use.remove(.walkBackward) }
    return use
  }

  private func riding(_ rule: RoadRules.RoadClass, _ line: Int) -> RoadUse {
    guard rule.speedKilometresPerHour != nil else { return [] }
    var use: RoadUse = []
    if isOpen(to: ["motorcar", "motor_vehicle", "vehicle", "access"], line) {
      use.formUnion([.carForward, .carBackward, .busForward, .busBackward])
    }
    if rule.isOpenToMotor, text("motorroad", line) != "yes",
      isOpen(to: ["motorcycle", "motor_vehicle", "vehicle", "access"], line)
    {
      use.formUnion([.motorForward, .motorBackward])
    }
    let forward: RoadUse = [.carForward, .busForward, .motorForward]
    let backward: RoadUse = [.carBackward, .busBackward, .motorBackward]
    switch oneWay[number("oneway", line)] {
    case .along: use.subtract(backward)
    case .against: use.subtract(forward)
    case .both: break
    case .untagged:
      let junction = text("junction", line)
      if junction == "roundabout" || junction == "circular" || rule.highway == "motorway" {
        use.subtract(backward)
      }
    }
    return use
  }

  /// The most special tag that says open or closed decides; untagged is open.
  private func isOpen(to tags: [String], _ line: Int) -> Bool {
    for tag in tags {
      switch access[number(tag, line)] {
      case .open: return true
      case .closed: return false
      case .untagged, .other: continue
      }
    }
    return true
  }

  private func isTagged(_ key: String, _ line: Int) -> Bool {
    let value = text(key, line)
    return !value.isEmpty && value != "no" && value != "0" && value != "false" && value != "F"
  }

  private func number(_ key: String, _ line: Int) -> Int {
    guard let column = keys[key] else { return 0 }
    return Int(lines.values[line * lines.keys.count + column])
  }

  private func text(_ key: String, _ line: Int) -> String { lines.strings[number(key, line)] }
}
