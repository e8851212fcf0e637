import Geometry
import PlanningModel
import RoadNetwork

/// What the drawing of the roads made doubtful, as hints with places.
enum RoadFindings {
  /// How many places are listed one by one.
  private static let listed = 20
  /// How many places stand in a single hint.
  private static let examples = 5

  /// How many ends were joined, and the first of them; nothing where none was.
  static func joinedEnds(_ joints: [EndJoining.Joint], file: String) -> [InputFault] {
    guard !joints.isEmpty else { return [] }
    let check = "roads.joined_ends"
    let isCut = joints.count > listed
    let total = InputFault(
      check: check, severity: .hint, file: file, value: String(joints.count),
      rule: Bilingual(
        "与邻近道路相接的道路端点：\(joints.count) 处" + (isCut ? "，列出前 \(listed) 处" : ""),
        "ends of roads joined to roads near them: \(joints.count)"
          + (isCut ? ", of which the first \(listed) follow" : "")),
      remedy: Bilingual(
        "核对各处是否相通；不应相接时减小容差", "check the places; lower the tolerance where roads do not meet"))
    return [total]
      + joints.prefix(listed).map { joint in
        let metres = fixed(joint.metres, digits: 2)
        return InputFault(
          check: check, severity: .hint, file: file, value: degrees(joint.place),
          rule: Bilingual(
            "线 \(joint.line) 的端点距线 \(joint.otherLine) \(metres) 米，已相接",
            "line \(joint.line) ends \(metres) m from line \(joint.otherLine); they were joined"),
          remedy: Bilingual("核对此处是否相通", "check that they meet here"))
      }
  }

  /// How many crossings have no junction, with some of their places; nothing where none is.
  static func crossings(_ crossings: [UnjoinedCrossing], file: String) -> [InputFault] {
    guard !crossings.isEmpty else { return [] }
    let places = crossings.prefix(examples).map { degrees($0.place) }.joined(separator: "; ")
    return [
      InputFault(
        check: "roads.crossing_without_junction", severity: .hint, file: file, value: places,
        rule: Bilingual(
          "\(crossings.count) 处道路在同一层交叉而没有共同的节点，按互不相通计",
          "\(crossings.count) times roads of one level cross without a vertex in common, and "
            + "nobody can turn there"),
        remedy: Bilingual(
          "相通处补画节点，立交处填写 bridge、tunnel 或 layer",
          "draw a vertex where they meet; tag bridge, tunnel or layer where they do not"))
    ]
  }

  private static func degrees(_ place: Position) -> String {
    "\(fixed(place.x, digits: 6)), \(fixed(place.y, digits: 6))"
  }

  /// A number with so many decimals, whatever the locale.
  private static func fixed(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((abs(value) * Double(scale)).rounded())
    let decimals = String(whole % scale)
    let padding = String(repeating: "0", count: digits - decimals.utf8.count)
    return (value < 0 && whole > 0 ? "-" : "") + "\(whole / scale).\(padding)\(decimals)"
  }
}
