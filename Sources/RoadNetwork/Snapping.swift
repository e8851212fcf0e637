/// How far and to how many edges a point is tied.
public struct SnapSettings: Sendable, Hashable {
  /// Distances that differ by less are the same: the order of roads in a file decides nothing.
  public static let toleranceMetres = 0.001

  /// How many edges, nearest first, a point may use; those as far as the last of them count too.
  public var candidateCount: Int
  /// No leg between a point and the network is longer than this.
  public var capMetres: Double

  /// Makes settings; the defaults are five edges within a kilometre.
  public init(candidateCount: Int = 5, capMetres: Double = 1000) {
    self.candidateCount = candidateCount
    self.capMetres = capMetres
  }
}

/// A place on an edge to which a point is tied.
public struct SnapCandidate: Sendable, Hashable {
  /// The edge.
  public var edge: UInt32
  /// What the leg costs at the pace for which the point was tied.
  var legMilliseconds: UInt32
  /// Distance along the edge from its tail.
  public var offsetMetres: Double
  /// Length of the leg between the point and the place: straight, or across country.
  public var legMetres: Double
  /// Degrees east of the place.
  public var longitude: Double
  /// Degrees north of the place.
  public var latitude: Double
}

extension SnapCandidate {
  /// Describes a place on an edge, to which nobody has walked yet.
  public init(
    edge: UInt32, offsetMetres: Double, legMetres: Double, longitude: Double, latitude: Double
  ) {
    self.init(
      edge: edge, legMilliseconds: 0, offsetMetres: offsetMetres, legMetres: legMetres,
      longitude: longitude, latitude: latitude)
  }
}

/// Points tied to the network, in columns; point `i` has the candidates
/// `first[i] ..< first[i + 1]`, nearest first.
public struct SnappedPoints: Sendable {
  /// Start of each point's candidates, and one past the last.
  public var first: [UInt32] = [0]
  /// The candidates of all points.
  public var candidates: [SnapCandidate] = []
  /// Whether each point has usable coordinates.
  public var isValid: [Bool] = []

  /// No points yet.
  public init() {}

  /// How many points there are.
  public var count: Int { isValid.count }

  /// The candidates of a point.
  public func range(_ point: Int) -> Range<Int> { Int(first[point])..<Int(first[point + 1]) }

  /// Whether a point is tied to the network at all.
  public func isSnapped(_ point: Int) -> Bool { first[point] < first[point + 1] }

  /// The same points, some of them with other candidates.
  func replacing(_ changed: [Int: [SnapCandidate]]) -> SnappedPoints {
    var result = SnappedPoints()
    result.isValid = isValid
    for point in 0..<count {
      result.candidates += changed[point] ?? Array(candidates[range(point)])
      result.first.append(UInt32(result.candidates.count))
    }
    return result
  }

  mutating func append(_ other: SnappedPoints) {
    let base = UInt32(candidates.count)
    first.append(contentsOf: other.first.dropFirst().map { $0 + base })
    candidates.append(contentsOf: other.candidates)
    isValid.append(contentsOf: other.isValid)
  }
}
