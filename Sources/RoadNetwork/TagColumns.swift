/// Where the value of each tag that the rules read stands among the values of a line.
struct TagColumns {
  /// Instead of a position, where the lines have no such tag.
  static let none = -1

  let highway, route, name, ref, access, foot, motorroad, oneWay, oneWayOnFoot: Int
  let footForward, footBackward, junction, bridge, tunnel, layer, level: Int
  /// The tags that open or close a road to cars, the most special first.
  let car: [Int]
  /// The same for motorcycles.
  let motor: [Int]

  init(_ keys: [String]) {
    func column(_ key: String) -> Int { keys.firstIndex(of: key) ?? Self.none }
    highway = column("highway")
    route = column("route")
    name = column("name")
    ref = column("ref")
    access = column("access")
    foot = column("foot")
    motorroad = column("motorroad")
    oneWay = column("oneway")
    oneWayOnFoot = column("oneway:foot")
    footForward = column("foot:forward")
    footBackward = column("foot:backward")
    junction = column("junction")
    bridge = column("bridge")
    tunnel = column("tunnel")
    layer = column("layer")
    level = column("level")
    let vehicle = ["motor_vehicle", "vehicle", "access"].map(column)
    car = [column("motorcar")] + vehicle
    motor = [column("motorcycle")] + vehicle
  }
}
