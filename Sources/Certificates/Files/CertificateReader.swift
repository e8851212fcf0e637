extension Certificate {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - digest: the SHA-256 of bytes as 64 lower-case hexadecimal digits.
  /// - Throws: ``ProofRefusal``: not put together as the format says, or other than when its
  ///   digests were written. That the proof holds is for ``check()`` to say.
  public init(bytes: [UInt8], digest: ([UInt8]) -> String) throws(ProofRefusal) {
    var scanner = CertificateScanner(bytes)
    try scanner.expect("yike-certificate")
    try scanner.expect("1")
    try scanner.end()
    var sources: [Source] = []
    while scanner.begins(with: "source") {
      try scanner.expect("source")
      sources.append(Source(role: try scanner.text(), digest: try scanner.text()))
      try scanner.end()
    }
    let statement = try Self.statement(&scanner)
    try Self.expectDigest(&scanner, "statement", digest)
    let proof = try Self.proof(&scanner, statement)
    try Self.expectDigest(&scanner, "end", digest)
    guard scanner.isAtEnd else { throw scanner.refusal("text after the end") }
    self.init(statement: statement, proof: proof, sources: sources)
  }

  private static func expectDigest(
    _ scanner: inout CertificateScanner, _ name: String, _ digest: ([UInt8]) -> String
  ) throws(ProofRefusal) {
    let start = scanner.position
    try scanner.expect(name)
    guard try scanner.text() == digest(scanner.prefix(start)) else {
      throw ProofRefusal(.wrongDigest, "line \(scanner.line)")
    }
    try scanner.end()
  }

  private static func statement(
    _ scanner: inout CertificateScanner
  ) throws(ProofRefusal) -> SitingStatement {
    try scanner.expect("problem")
    guard let problem = SitingProblem(rawValue: try scanner.text()) else {
      throw scanner.refusal("no such problem")
    }
    try scanner.end()
    var statement = SitingStatement(problem, demandIDs: [], candidateIDs: [])
    try scanner.expect("decimals")
    statement.demandDecimals = try scanner.index(below: 19)
    statement.priceDecimals = try scanner.index(below: 19)
    statement.costDecimals = try scanner.index(below: 19)
    try scanner.end()
    statement.limit = try parameter(&scanner, "limit")
    statement.siteCount = try parameter(&scanner, "sites").flatMap { Int(exactly: $0) }
    statement.budget = try parameter(&scanner, "budget")
    statement.need = try parameter(&scanner, "need")
    for _ in 0..<(try scanner.count("candidates")) {
      statement.candidateIDs.append(try scanner.id())
      guard let state = CandidateState(rawValue: try scanner.text()) else {
        throw scanner.refusal("no such state of a candidate")
      }
      statement.states.append(state)
      statement.prices.append(try scanner.number())
      try scanner.end()
    }
    for _ in 0..<(try scanner.count("units")) {
      statement.unitIDs.append(try scanner.id())
      statement.unitNeeds.append(try scanner.number())
      let word = try scanner.text()
      guard word == "forced" || word == "free" else { throw scanner.refusal("forced or free") }
      statement.isUnitForced.append(word == "forced")
      try scanner.end()
    }
    try readPoints(&scanner, &statement)
    return statement
  }

  private static func readPoints(
    _ scanner: inout CertificateScanner, _ statement: inout SitingStatement
  ) throws(ProofRefusal) {
    for _ in 0..<(try scanner.count("points")) {
      statement.demandIDs.append(try scanner.id())
      statement.demands.append(try scanner.number())
      let unit = try scanner.number()
      if !statement.unitIDs.isEmpty { statement.unitOfDemand.append(Int(unit)) }
      while !scanner.isAtLineEnd {
        statement.sites.append(UInt32(try scanner.index(below: statement.candidateIDs.count)))
        statement.costs.append(try scanner.number())
      }
      statement.rowStarts.append(statement.sites.count)
      try scanner.end()
    }
  }

  private static func parameter(
    _ scanner: inout CertificateScanner, _ name: String
  ) throws(ProofRefusal) -> Int64? {
    guard scanner.begins(with: name) else { return nil }
    try scanner.expect(name)
    let value = try scanner.number()
    try scanner.end()
    return value
  }
}
