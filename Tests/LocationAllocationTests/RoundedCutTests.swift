import Certificates
import LocationAllocation
import Testing

/// Covers whose linear relaxation is far below them: every line of a finite geometry needs a point.
///
/// What is left is a set without a full line. The largest of those in the affine plane over
/// three elements have 4 points, in the projective space over two elements 8, those off a plane.
@Suite struct RoundedCutTests {
  static var affine: SitingStatement {
    lines(of: 9) { first, second in
      (6 - first % 3 - second % 3) % 3 + (6 - first / 3 - second / 3) % 3 * 3
    }
  }

  static var projective: SitingStatement {
    lines(of: 15) { (($0 + 1) ^ ($1 + 1)) - 1 }
  }

  private static func lines(of count: Int, _ third: (Int, Int) -> Int) -> SitingStatement {
    var lines: Set<[Int]> = []
    for first in 0..<count {
      for second in 0..<first { lines.insert([first, second, third(first, second)].sorted()) }
    }
    var statement = SitingStatement(
      .lscp, demandIDs: (1000..<1000 + lines.count).map { "d\($0)" },
      candidateIDs: (1000..<1000 + count).map { "s\($0)" })
    statement.limit = 0
    for (row, line) in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }).enumerated() {
      statement.sites += line.map { UInt32($0) }
      statement.costs += line.map { _ in 0 }
      statement.rowStarts[row + 1] = statement.sites.count
    }
    return statement
  }

  @Test func geometriesNeedTheirPublishedCovers() throws {
    for (statement, fewest) in [
      (Self.affine, 5), (Self.projective, 7),
    ] {
      let answer = SitingSolver().solve(statement)
      #expect(answer.objective == Int128(fewest))
      #expect(answer.isCertified)
      let proof = try #require(answer.proof)
      #expect(!proof.cuts.isEmpty)
      let certificate = Certificate(statement: statement, proof: proof)
      let back = try Certificate(
        bytes: certificate.bytes(digest: Self.digest), digest: Self.digest)
      #expect(back == certificate)
    }
  }

  /// A cut is what its derivation gives: less than what it was taken for, no proof holds.
  @Test func tamperedCutsAreRefused() throws {
    let statement = Self.affine
    let proof = try #require(SitingSolver().solve(statement).proof)
    try ProofChecker.check(proof, of: statement)
    var changes: [(inout SitingProof) -> Void] = [
      { $0.cuts.removeAll() }, { $0.cuts.removeLast() }, { $0.cuts.append($0.cuts[0]) },
    ]
    for cut in proof.cuts.indices {
      changes += [
        { $0.cuts[cut].divisor = 0 }, { $0.cuts[cut].divisor = -1 },
        { $0.cuts[cut].divisor = .max }, { $0.cuts[cut].terms[0].times = 0 },
        { $0.cuts[cut].terms[0].times = -1 }, { $0.cuts[cut].terms[0].times = .max },
        { $0.cuts[cut].terms[0].condition = -1 },
        { $0.cuts[cut].terms[0].condition = statement.demands.count + cut },
        { $0.cuts[cut].terms.removeAll() },
      ]
    }
    for (number, change) in changes.enumerated() {
      var tampered = proof
      change(&tampered)
      #expect(throws: ProofRefusal.self, "change \(number)") {
        try ProofChecker.check(tampered, of: statement)
      }
    }
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    String(
      bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
  }
}
