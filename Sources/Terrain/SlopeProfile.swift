import Geometry

/// Slopes along lines, in steps of equal length within a line.
///
/// Line `i` has the steps `firstStep[i] ..< firstStep[i + 1]`; a slope is signed in the line's
/// own direction, rise over run.
public struct SlopeProfile: Sendable {
  /// The aimed length of a step: long enough that the noise of a 30 m elevation model, some
  /// metres, does not decide (DOMAIN §4.2 asks for 50–100 m).
  public static let stepMetres = 75.0
  /// A line shorter than this takes its slope from two points this far apart.
  public static let shortestBaseMetres = 50.0

  /// Start of each line's steps, and one past the last.
  public var firstStep: [UInt32]
  /// The slope of each step.
  public var slope: [Float]
  /// The length of all steps whose slope is unknown and counts as flat, in metres.
  public var unknownMetres: Double

  /// Reads the slopes of lines from an elevation model.
  ///
  /// A line of length L has n = max(1, L / 75 m rounded) steps; the heights at their ends give
  /// the slopes. A line under 50 m takes the heights of the two points 25 m before and behind
  /// its middle, on the straight line through its ends, and is flat if it is a closed ring.
  /// Bridges and tunnels rise evenly from one end to the other; where several in a row share
  /// joints with no other line, those joints' heights are interpolated too.
  public init(of lines: SlopeLines, over model: ElevationModel) throws {
    let sampling = SlopeSampling(lines)
    let heights = try model.heights(at: sampling.positions)
    let joints = StructureJoints(lines, lengthMetres: sampling.lengthMetres)
    let jointHeights = joints.heights { line, isEnd in
      heights[isEnd ? sampling.lastSample(of: line) : Int(sampling.firstSample[line])]
    }
    firstStep = [0]
    firstStep.reserveCapacity(lines.count + 1)
    slope = []
    unknownMetres = 0
    for line in 0..<lines.count {
      let length = sampling.lengthMetres[line]
      if lines.isStructure[line] {
        let rise = jointHeights[Int(lines.end[line])] - jointHeights[Int(lines.start[line])]
        append(rise: rise, over: length, of: length)
      } else {
        let first = Int(sampling.firstSample[line])
        let steps = sampling.lastSample(of: line) - first
        for step in 0..<steps {
          let rise = Double(heights[first + step + 1]) - Double(heights[first + step])
          append(
            rise: rise, over: sampling.baseMetres(of: line) / Double(steps),
            of: length / Double(steps))
        }
      }
      firstStep.append(UInt32(slope.count))
    }
  }

  private mutating func append(rise: Double, over base: Double, of length: Double) {
    let known = rise.isFinite
    slope.append(known && base > 0 ? Float(rise / base) : 0)
    if !known { unknownMetres += length }
  }
}
