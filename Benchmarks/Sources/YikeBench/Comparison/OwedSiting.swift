extension OwedRatio {
  /// spopt by its solver's name, or HiGHS given a ready matrix ("milp"): building and solving.
  private static func solver(_ solver: String, _ run: String) -> Peer {
    Peer(
      name: solver == "milp" ? "HiGHS alone" : "spopt with \(solver == "cbc" ? "CBC" : "HiGHS")",
      group: "B5", label: "\(run)-\(solver)", path: ["solve"], before: ["build"])
  }

  /// A covering problem of 1,000 × 1,000 beside spopt with each of its solvers and HiGHS alone.
  private static func covering(_ name: String, job: String, input: String, run: String)
    -> [OwedRatio]
  {
    [("cbc", 20.0), ("highs", 20), ("milp", 5)].map { other, least in
      OwedRatio(name: name, job: job, input: input, peer: solver(other, run), least: least)
    }
  }

  /// What is promised of siting, all on the instances of the other tools' scripts.
  static let siting: [OwedRatio] =
    ["cbc", "highs"].map {
      OwedRatio(
        name: "p-median 500 × 500, p 20, proven", job: "siting p-median", input: "500 × 500",
        peer: solver($0, "pmedian-500"), least: 30)
    } + [
      OwedRatio(
        name: "p-median 1000 × 1000, p 20, proven", job: "siting p-median",
        input: "1000 × 1000", withinSeconds: 30)
    ]
    + covering(
      "MCLP 1000 × 1000, p 20, 15 min, proven", job: "siting mclp", input: "1000 × 1000",
      run: "mclp-1000")
    + [20, 15].flatMap {
      covering(
        "LSCP 1000 × 1000, \($0) min, proven", job: "siting lscp", input: "pairs, \($0) min",
        run: "lscp-1000-\($0)")
    } + [
      OwedRatio(
        name: "MCLP 100,000 × 1,000, 5·10⁶ pairs, p 20, 8 min", job: "siting mclp",
        input: "100000 × 1000", withinSeconds: 60)
    ]
}
