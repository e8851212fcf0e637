import Certificates
import Testing

/// A problem small enough to prove by hand: two points, two sites, one to be opened.
@Suite struct CertificateFileTests {
  static var statement: SitingStatement {
    var statement = SitingStatement(
      .pMedian, demandIDs: ["a b", "c"], candidateIDs: ["x", "y%"])
    statement.demands = [2, 1]
    statement.siteCount = 1
    statement.sites = [0, 1, 0, 1]
    statement.costs = [0, 5, 4, 0]
    statement.rowStarts = [0, 2, 4]
    return statement
  }

  /// With x open the sum is 4, with y 10; u = (10, 4) gives 14 − 10 for x and 14 − 4 for y.
  static var proof: SitingProof {
    var proof = SitingProof(isInfeasible: false, selected: [0], objective: 4, scale: 1)
    proof.multipliers = [[10, 4]]
    proof.nodes = [.bound(multipliers: 0, sitePrice: 10)]
    return proof
  }

  /// Not SHA-256, but a digest as well.
  static func digest(_ bytes: [UInt8]) -> String {
    String(
      bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
  }

  static var certificate: Certificate { Certificate(statement: statement, proof: proof) }

  @Test func handMadeProofHolds() throws {
    try ProofChecker.check(Self.proof, of: Self.statement)
  }

  @Test func readsWhatItWrites() throws {
    let bytes = Self.certificate.bytes(digest: Self.digest)
    let back = try Certificate(bytes: bytes, digest: Self.digest)
    #expect(back == Self.certificate)
    #expect(back.bytes(digest: Self.digest) == bytes)
  }

  @Test func anyChangedByteIsRefused() throws {
    let bytes = Self.certificate.bytes(digest: Self.digest)
    for position in bytes.indices {
      var changed = bytes
      changed[position] =
        changed[position] == UInt8(ascii: "7") ? UInt8(ascii: "8") : UInt8(ascii: "7")
      #expect(throws: ProofRefusal.self) {
        try Certificate(bytes: changed, digest: Self.digest).check()
      }
    }
  }

  @Test func cutTextIsRefused() throws {
    let bytes = Self.certificate.bytes(digest: Self.digest)
    for count in 0..<bytes.count {
      #expect(throws: ProofRefusal.self) {
        try Certificate(bytes: Array(bytes[..<count]), digest: Self.digest)
      }
    }
  }

  @Test(arguments: [[Int64(3), 4], [10, 3], [11, 0], [0, 0]])
  func weakMultipliersAreRefused(multipliers: [Int64]) throws {
    var proof = Self.proof
    proof.multipliers = [multipliers]
    proof.nodes = [.bound(multipliers: 0, sitePrice: 0)]
    #expect(throws: ProofRefusal(.boundTooWeak, "node 0")) {
      try ProofChecker.check(proof, of: Self.statement)
    }
  }

  @Test func wrongObjectiveAndWrongSitesAreRefused() throws {
    var proof = Self.proof
    proof.objective = 3
    #expect(
      throws: ProofRefusal(.wrongObjective, "the objective is not that of the selected sites")
    ) { try ProofChecker.check(proof, of: Self.statement) }
    proof = Self.proof
    proof.selected = [0, 1]
    #expect(throws: ProofRefusal(.notFeasible, "2 sites instead of 1")) {
      try ProofChecker.check(proof, of: Self.statement)
    }
  }

  @Test func openTreeIsRefused() throws {
    var proof = Self.proof
    proof.nodes = [.branch(site: 0), .complete]
    #expect(throws: ProofRefusal(.treeIncomplete, "the tree ends too early")) {
      try ProofChecker.check(proof, of: Self.statement)
    }
  }
}
