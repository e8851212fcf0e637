/// A proof with the problem it belongs to, as a file holds them.
///
/// The file is text, a statement a line, and stands on its own: it has the whole problem in whole
/// numbers, so that whoever checks it needs nothing else. `docs/formats/certificate.md` has the
/// format.
public struct Certificate: Sendable, Equatable {
  /// A file the problem was read from.
  public struct Source: Sendable, Equatable {
    /// What it was read for: `costs`, `demand`, `candidates`.
    public var role: String
    /// Its SHA-256 as hexadecimal digits.
    public var digest: String

    /// Names a source.
    public init(role: String, digest: String) {
      self.role = role
      self.digest = digest
    }
  }

  /// The problem.
  public var statement: SitingStatement
  /// The proof.
  public var proof: SitingProof
  /// The files the problem was read from.
  public var sources: [Source]

  /// Puts both together.
  public init(statement: SitingStatement, proof: SitingProof, sources: [Source] = []) {
    self.statement = statement
    self.proof = proof
    self.sources = sources
  }

  /// Re-computes the proof.
  ///
  /// - Throws: ``ProofRefusal``, the first thing that is wrong.
  public func check() throws(ProofRefusal) {
    try ProofChecker.check(proof, of: statement)
  }

  /// The first line of a file.
  static let head = "yike-certificate 1"
}
