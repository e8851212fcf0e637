extension Certificate {
  static func proof(
    _ scanner: inout CertificateScanner, _ statement: SitingStatement
  ) throws(ProofRefusal) -> SitingProof {
    try scanner.expect("answer")
    let answer = try scanner.text()
    guard answer == "optimal" || answer == "infeasible" else {
      throw scanner.refusal("optimal or infeasible")
    }
    try scanner.end()
    return try proof(
      &scanner, isInfeasible: answer == "infeasible", sites: statement.candidateIDs.count,
      points: statement.demandIDs.count, level: 0)
  }

  private static func proof(
    _ scanner: inout CertificateScanner, isInfeasible: Bool, sites: Int, points: Int, level: Int
  ) throws(ProofRefusal) -> SitingProof {
    try scanner.expect("objective")
    let digits = try scanner.text()
    guard let objective = Int128(digits), String(objective) == digits else {
      throw scanner.refusal("a whole number is expected")
    }
    try scanner.end()
    try scanner.expect("selected")
    let selected = try indexes(&scanner, below: sites)
    try scanner.end()
    try scanner.expect("scale")
    var proof = SitingProof(
      isInfeasible: isInfeasible, selected: selected, objective: objective,
      scale: try scanner.number())
    try scanner.end()
    if scanner.begins(with: "cuts") {
      for number in 0..<(try scanner.count("cuts")) {
        proof.cuts.append(try cut(&scanner, conditions: points + number))
        try scanner.end()
      }
    }
    for _ in 0..<(try scanner.count("multipliers")) {
      proof.multipliers.append(try runs(&scanner))
      try scanner.end()
    }
    for _ in 0..<(try scanner.count("nodes")) {
      if scanner.begins(with: "parts") {
        proof.nodes.append(
          .parts(try parts(&scanner, sites: sites, points: points, level: level + 1)))
      } else {
        proof.nodes.append(try node(&scanner, sites: sites, points: points))
        try scanner.end()
      }
    }
    return proof
  }

  private static func cut(
    _ scanner: inout CertificateScanner, conditions: Int
  ) throws(ProofRefusal) -> SitingProof.Cut {
    var cut = SitingProof.Cut(divisor: try scanner.number(), terms: [])
    while !scanner.isAtLineEnd {
      cut.terms.append(
        .init(
          condition: try scanner.index(below: conditions), times: try scanner.number()))
    }
    return cut
  }

  private static func parts(
    _ scanner: inout CertificateScanner, sites: Int, points: Int, level: Int
  ) throws(ProofRefusal) -> [SitingProof.Part] {
    // Parts of parts without end would fill the stack.
    guard level <= SitingProof.deepestParts else { throw scanner.refusal("parts are too deep") }
    var result: [SitingProof.Part] = []
    for _ in 0..<(try scanner.count("parts")) {
      try scanner.expect("points")
      let numbers = try indexes(&scanner, below: points)
      try scanner.end()
      result.append(
        SitingProof.Part(
          points: numbers,
          proof: try proof(
            &scanner, isInfeasible: false, sites: sites, points: numbers.count, level: level)))
    }
    return result
  }

  private static func node(
    _ scanner: inout CertificateScanner, sites: Int, points: Int
  ) throws(ProofRefusal) -> SitingProof.Node {
    switch try scanner.text() {
    case "branch": return .branch(site: try scanner.index(below: sites))
    case "bound":
      let vector = try scanner.index(below: .max)
      return .bound(multipliers: vector, sitePrice: try scanner.number())
    case "complete": return .complete
    case "reduce": return .reduce(try reductions(&scanner, sites: sites, points: points))
    case "fix":
      let vector = try scanner.index(below: .max)
      let price = try scanner.number()
      let openCount = try scanner.index(below: sites + 1)
      let both = try indexes(&scanner, below: sites)
      guard openCount <= both.count else { throw scanner.refusal("sites are missing") }
      return .fix(
        multipliers: vector, sitePrice: price, open: Array(both[..<openCount]),
        closed: Array(both[openCount...]))
    default: throw scanner.refusal("no such node")
    }
  }

  private static func reductions(
    _ scanner: inout CertificateScanner, sites: Int, points: Int
  ) throws(ProofRefusal) -> [SitingProof.Reduction] {
    var result: [SitingProof.Reduction] = []
    while !scanner.isAtLineEnd {
      switch try scanner.text() {
      case "met":
        result.append(
          .met(try scanner.index(below: points), by: try scanner.index(below: sites)))
      case "site":
        result.append(
          .site(try scanner.index(below: sites), by: try scanner.index(below: sites)))
      case "point":
        result.append(
          .point(try scanner.index(below: points), by: try scanner.index(below: points)))
      default: throw scanner.refusal("no such reduction")
      }
    }
    return result
  }

  private static func indexes(
    _ scanner: inout CertificateScanner, below count: Int
  ) throws(ProofRefusal) -> [Int] {
    var result: [Int] = []
    while !scanner.isAtLineEnd { result.append(try scanner.index(below: count)) }
    return result
  }

  private static func runs(
    _ scanner: inout CertificateScanner
  ) throws(ProofRefusal) -> [Int64] {
    var result: [Int64] = []
    while !scanner.isAtLineEnd {
      let word = try scanner.word()
      let parts = word.split(
        separator: UInt8(ascii: "*"), maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = parts.first, let value = CertificateScanner.number(first) else {
        throw scanner.refusal("a number is expected")
      }
      var times: Int64 = 1
      if parts.count == 2 { times = CertificateScanner.number(parts[1]) ?? 0 }
      // A length that no problem has would fill the memory.
      guard times >= 1, times <= 1 << 28 else { throw scanner.refusal("a run is too long") }
      result += Array(repeating: value, count: Int(times))
    }
    return result
  }
}
