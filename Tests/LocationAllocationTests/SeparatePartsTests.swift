import Certificates
import LocationAllocation
import Testing

/// Covers that fall into parts without a common site: a cycle of five points, each covered by two
/// neighbouring sites, needs three although two and a half would do for the relaxation.
@Suite struct SeparatePartsTests {
  static func cycles(_ count: Int) -> SitingStatement {
    var statement = SitingStatement(
      .lscp, demandIDs: (1000..<1000 + 5 * count).map { "d\($0)" },
      candidateIDs: (1000..<1000 + 5 * count).map { "s\($0)" })
    statement.limit = 0
    for cycle in 0..<count {
      for corner in 0..<5 {
        let pair = [5 * cycle + corner, 5 * cycle + (corner + 1) % 5].sorted()
        statement.sites += pair.map { UInt32($0) }
        statement.costs += [0, 0]
        statement.rowStarts[5 * cycle + corner + 1] = statement.sites.count
      }
    }
    return statement
  }

  /// Branching on all forty together would look at some 2^40 nodes.
  @Test func fortyCyclesAreSolvedApart() throws {
    let statement = Self.cycles(40)
    var solver = SitingSolver()
    solver.effort.nodes = 5_000
    let answer = solver.solve(statement)
    #expect(answer.status == .optimal)
    #expect(answer.objective == 120)
    #expect(answer.isCertified)
    let certificate = Certificate(statement: statement, proof: try #require(answer.proof))
    let bytes = certificate.bytes(digest: Self.digest)
    let back = try Certificate(bytes: bytes, digest: Self.digest)
    #expect(back == certificate)
    try back.check()
  }

  /// Left out, repeated, moved or weakened parts are all refused.
  @Test func tamperedPartsAreRefused() throws {
    let statement = Self.cycles(3)
    let proof = try #require(SitingSolver().solve(statement).proof)
    let position = try #require(
      proof.nodes.firstIndex { if case .parts = $0 { true } else { false } })
    guard case .parts(let parts) = proof.nodes[position] else { return }
    try #require(parts.count == 3)
    try ProofChecker.check(proof, of: statement)
    var fewer = parts
    fewer.removeLast()
    var repeated = parts
    repeated[2] = parts[0]
    var moved = parts
    moved[0].points = parts[1].points
    var dearer = parts
    dearer[0].proof.objective += 1
    var unproven = parts
    unproven[0].proof.nodes.removeLast()
    var outside = parts
    outside[0].points[0] = 99
    for changed in [fewer, repeated, moved, dearer, unproven, outside, []] {
      var tampered = proof
      tampered.nodes[position] = .parts(changed)
      #expect(throws: ProofRefusal.self) { try ProofChecker.check(tampered, of: statement) }
    }
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    String(
      bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
  }
}
