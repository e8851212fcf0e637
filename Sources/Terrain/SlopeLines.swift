/// Lines whose slopes are wanted, in columns.
///
/// Line `i` has the positions `firstPosition[i] ..< firstPosition[i + 1]`, in WGS 84 degrees, and
/// runs from the joint `start[i]` to the joint `end[i]`; lines meet at joints.
public struct SlopeLines: Sendable {
  /// Start of each line's positions, and one past the last.
  public var firstPosition: [UInt32]
  /// Degrees east.
  public var longitude: [Double]
  /// Degrees north.
  public var latitude: [Double]
  /// The joint at which each line starts.
  public var start: [UInt32]
  /// The joint at which each line ends.
  public var end: [UInt32]
  /// Whether a line is a bridge or a tunnel, which does not lie on the ground.
  public var isStructure: [Bool]
  /// How many joints there are.
  public var jointCount: Int

  /// No lines yet, among a number of joints.
  public init(jointCount: Int) {
    firstPosition = [0]
    longitude = []
    latitude = []
    start = []
    end = []
    isStructure = []
    self.jointCount = jointCount
  }

  /// How many lines there are.
  public var count: Int { start.count }
}
