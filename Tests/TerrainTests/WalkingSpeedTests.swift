import PlanningModel
import Terrain
import Testing

/// The table of relative speeds v(S) / v(0), to three decimals.
@Suite struct WalkingSpeedTests {
  static let slopes = [-0.40, -0.20, -0.05, 0.05, 0.10, 0.20, 0.40]

  @Test(arguments: [
    (SlopeFunction.tobler, [0.350, 0.705, 1.191, 0.839, 0.705, 0.497, 0.247]),
    (.irmischerClarke, [0.562, 0.905, 1.013, 0.963, 0.905, 0.745, 0.397]),
    (.campbell, [0.453, 0.701, 1.037, 0.872, 0.724, 0.506, 0.322]),
    (.naismithLangmuir, [0.474, 2.250, 1.000, 0.706, 0.545, 0.375, 0.231]),
    (.none, [1, 1, 1, 1, 1, 1, 1]),
  ])
  func publishedVectors(_ function: SlopeFunction, _ expected: [Double]) {
    let walking = WalkingSpeed(function: function, isCappedAtFlat: false)
    for (slope, speed) in zip(Self.slopes, expected) {
      #expect(abs(walking.relativeSpeed(atSlope: slope) - speed) <= 0.0005, "S = \(slope)")
      let capped = WalkingSpeed(function: function).relativeSpeed(atSlope: slope)
      #expect(abs(capped - min(1, speed)) <= 0.0005, "S = \(slope), capped")
    }
  }

  @Test func minettiFollowsTheEnergyCost() {
    let walking = WalkingSpeed(function: .minetti, isCappedAtFlat: false)
    // C(0.1) = 2.5 + 1.96 + 0.519 − 0.0768 − 0.00587 + 0.002805
    #expect(abs(walking.relativeSpeed(atSlope: 0.1) - 2.5 / 4.899135) <= 1e-6)
    #expect(walking.relativeSpeed(atSlope: -0.10) > walking.relativeSpeed(atSlope: -0.25))
  }

  @Test func irmischerClarkeOffPathAndMarquezPerez() {
    let offPath = WalkingSpeed(function: .irmischerClarkeOffPath, isCappedAtFlat: false)
    // (0.11 + 0.67 e^(−484/1800)) / (0.11 + 0.67 e^(−4/1800))
    #expect(abs(offPath.relativeSpeed(atSlope: 0.2) - 0.799) <= 0.0005)
    let marquez = WalkingSpeed(function: .marquezPerez, isCappedAtFlat: false)
    // e^(−5.3 · 0.7 · 0.1)
    #expect(abs(marquez.relativeSpeed(atSlope: 0.1) - 0.690) <= 0.0005)
  }

  @Test(arguments: SlopeFunction.allCases)
  func steepSlopesAreClampedAndNonsenseIsFlat(_ function: SlopeFunction) {
    let walking = WalkingSpeed(function: function)
    #expect(walking.relativeSpeed(atSlope: 3) == walking.relativeSpeed(atSlope: 0.4))
    #expect(walking.relativeSpeed(atSlope: -3) == walking.relativeSpeed(atSlope: -0.4))
    #expect(walking.relativeSpeed(atSlope: .nan) == 1)
    #expect(walking.relativeSpeed(atSlope: 0) == 1)
    #expect(walking.timeFactor(atSlope: 0.4) >= 1)
  }
}
