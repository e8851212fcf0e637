public import PlanningModel

/// How fast one kind of ground lets people travel on the flat.
public struct GroundSpeed: Sendable, Hashable {
  /// Speed on flat ground.
  public var kilometresPerHour: Double
  /// Whether slope matters; vehicles keep their speed.
  public var isOnFoot: Bool

  /// Makes a speed; 0 stands for impassable.
  public init(kilometresPerHour: Double, isOnFoot: Bool = true) {
    self.kilometresPerHour = kilometresPerHour
    self.isOnFoot = isOnFoot
  }

  var secondsPerMetre: Double { 3.6 / kilometresPerHour }
}

/// The speed of each land cover class: the table `class,speed_kmh[,mode]`.
public struct LandCoverSpeeds: Sendable, Hashable {
  /// The speeds by class.
  public var byClass: [Int: GroundSpeed]

  /// Wraps a table.
  public init(byClass: [Int: GroundSpeed]) { self.byClass = byClass }

  /// The same table for people whose pace is `factor` times that of those it was written for.
  public func scaled(by factor: Double) -> LandCoverSpeeds {
    LandCoverSpeeds(
      byClass: byClass.mapValues { speed in
        var speed = speed
        if speed.isOnFoot { speed.kilometresPerHour *= factor }
        return speed
      })
  }

  /// Reads the rows of a table whose columns are known by name.
  ///
  /// `class` is a whole number, given once; `speed_kmh` is at least 0 (0: impassable) and at most
  /// 300; `mode` is `walk` (also when empty), for which slope matters, or `motor`, `car` or
  /// `bus`, for which it does not.
  ///
  /// - Returns: what could be read, and every fault of the table.
  public static func read(
    _ rows: [(number: Int, values: [String: String])], file: String
  ) -> (speeds: LandCoverSpeeds, faults: [InputFault]) {
    var speeds = LandCoverSpeeds(byClass: [:])
    var faults: [InputFault] = []
    for row in rows {
      func fault(_ column: String, _ rule: Bilingual, _ remedy: Bilingual) {
        faults.append(
          InputFault(
            check: "landcover.speeds", severity: .blocking, file: file, row: row.number,
            column: column, value: row.values[column], rule: rule, remedy: remedy))
      }
      let coverClass = Int(row.values["class"] ?? "")
      let speed = Double(row.values["speed_kmh"] ?? "")
      let mode = row.values["mode"] ?? ""
      let travels = ["": true, "walk": true, "motor": false, "car": false, "bus": false][mode]
      if coverClass == nil {
        fault(
          "class", Bilingual("类别应为整数", "a class is a whole number"),
          Bilingual("填写栅格所用的编号", "write the number that the raster uses"))
      } else if let coverClass, speeds.byClass[coverClass] != nil {
        fault(
          "class", Bilingual("该类别重复", "the class stands here a second time"),
          Bilingual("每个类别只保留一行", "keep one row for each class"))
      }
      if speed.map({ $0 >= 0 && $0 <= 300 }) != true {
        fault(
          "speed_kmh", Bilingual("速度应为 0 至 300 的数", "a speed is a number from 0 to 300"),
          Bilingual("以公里每小时填写", "write kilometres an hour"))
      }
      if travels == nil {
        fault(
          "mode", Bilingual("方式无法识别", "the mode is not known"),
          Bilingual("填写 walk, motor, car 或 bus", "write walk, motor, car or bus"))
      }
      guard let coverClass, speeds.byClass[coverClass] == nil, let speed, speed >= 0,
        speed <= 300, let travels
      else { continue }
      speeds.byClass[coverClass] = GroundSpeed(kilometresPerHour: speed, isOnFoot: travels)
    }
    return (speeds, faults)
  }
}
