extension Certificate {
  /// The objective with its decimals, such as `1523.5`.
  public var objectiveText: String {
    let decimals =
      switch statement.problem {
      case .lscp, .backup: 0
      case .mclp, .budget: statement.demandDecimals
      case .pMedian: statement.demandDecimals + statement.costDecimals
      case .pCentre: statement.costDecimals
      case .partialCover, .unitShare: statement.priceDecimals
      }
    let digits = String(proof.objective)
    guard decimals > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var text = padded.dropLast(decimals) + "." + padded.suffix(decimals)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }
}
