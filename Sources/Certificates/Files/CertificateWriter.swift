extension Certificate {
  /// The file.
  ///
  /// - Parameter digest: the SHA-256 of bytes as 64 lower-case hexadecimal digits.
  public func bytes(digest: ([UInt8]) -> String) -> [UInt8] {
    var lines = CertificateLines()
    writeParameters(&lines)
    writeCandidates(&lines)
    writePoints(&lines)
    lines.line("statement", digest(lines.bytes))
    writeProof(&lines)
    lines.line("end", digest(lines.bytes))
    return lines.bytes
  }

  private func writeParameters(_ lines: inout CertificateLines) {
    lines.word(Self.head)
    lines.end()
    for source in sources { lines.line("source", source.role, source.digest) }
    lines.line("problem", statement.problem.rawValue)
    lines.line(
      "decimals",
      of: [
        statement.demandDecimals, statement.priceDecimals, statement.costDecimals,
      ].map { Int64($0) })
    for (name, value) in [
      ("limit", statement.limit), ("sites", statement.siteCount.map { Int64($0) }),
      ("budget", statement.budget), ("need", statement.need),
    ] {
      if let value { lines.line(name, of: [value]) }
    }
  }

  private func writeCandidates(_ lines: inout CertificateLines) {
    lines.line("candidates", of: [Int64(statement.candidateIDs.count)])
    for (site, id) in statement.candidateIDs.enumerated() {
      lines.id(id)
      lines.word(statement.states[site].rawValue)
      lines.number(statement.prices[site])
      lines.end()
    }
    lines.line("units", of: [Int64(statement.unitIDs.count)])
    for (unit, id) in statement.unitIDs.enumerated() {
      lines.id(id)
      lines.number(statement.unitNeeds[unit])
      lines.word(statement.isUnitForced[unit] ? "forced" : "free")
      lines.end()
    }
  }

  private func writePoints(_ lines: inout CertificateLines) {
    lines.line("points", of: [Int64(statement.demandIDs.count)])
    for (point, id) in statement.demandIDs.enumerated() {
      lines.id(id)
      lines.number(statement.demands[point])
      lines.number(statement.unitOfDemand.isEmpty ? -1 : statement.unitOfDemand[point])
      for pair in statement.pairs(ofDemand: point) {
        lines.number(Int64(statement.sites[pair]))
        lines.number(statement.costs[pair])
      }
      lines.end()
    }
  }

  private func writeProof(_ lines: inout CertificateLines) {
    lines.line("answer", proof.isInfeasible ? "infeasible" : "optimal")
    write(proof, &lines)
  }

  private func write(_ proof: SitingProof, _ lines: inout CertificateLines) {
    lines.line("objective", String(proof.objective))
    lines.line("selected", of: proof.selected.map { Int64($0) })
    lines.line("scale", of: [proof.scale])
    if !proof.cuts.isEmpty { lines.line("cuts", of: [Int64(proof.cuts.count)]) }
    for cut in proof.cuts {
      lines.number(cut.divisor)
      for term in cut.terms {
        lines.number(Int64(term.condition))
        lines.number(term.times)
      }
      lines.end()
    }
    lines.line("multipliers", of: [Int64(proof.multipliers.count)])
    for vector in proof.multipliers {
      lines.runs(vector)
      lines.end()
    }
    lines.line("nodes", of: [Int64(proof.nodes.count)])
    for node in proof.nodes {
      switch node {
      case .branch(let site): lines.line("branch", of: [Int64(site)])
      case .bound(let vector, let price): lines.line("bound", of: [Int64(vector), price])
      case .complete: lines.line("complete", of: [])
      case .parts(let parts):
        lines.line("parts", of: [Int64(parts.count)])
        for part in parts {
          lines.line("points", of: part.points.map { Int64($0) })
          write(part.proof, &lines)
        }
      case .reduce(let reductions):
        lines.word("reduce")
        for reduction in reductions {
          let (kind, left, other) =
            switch reduction {
            case .met(let point, let site): ("met", point, site)
            case .site(let site, let other): ("site", site, other)
            case .point(let point, let other): ("point", point, other)
            }
          lines.word(kind)
          lines.number(left)
          lines.number(other)
        }
        lines.end()
      case .fix(let vector, let price, let open, let closed):
        lines.line(
          "fix",
          of: [Int64(vector), price, Int64(open.count)]
            + (open + closed).map { Int64($0) })
      }
    }
  }
}

extension CertificateLines {
  mutating func line(_ words: String...) {
    for text in words { word(text) }
    end()
  }

  mutating func line(_ name: String, of values: [Int64]) {
    word(name)
    for value in values { number(value) }
    end()
  }
}
