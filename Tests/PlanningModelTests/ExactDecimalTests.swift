import PlanningModel
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0.60", 22, 14), ("60%", 28, 17), ("0.6", 12, 8), ("0.6", 15, 9), ("0.9", 22, 20),
    ("0.55", 100, 55), ("0.07", 100, 7), ("1.00", 4, 4), ("0", 7, 0), ("0.45", 0, 0),
  ])
  func needIsTheCeilingOfTheShare(share: String, total: Int, need: Int) throws {
    #expect(try #require(ExactDecimal(share)).need(of: total) == need)
  }

  /// ⌈p/q · N⌉ is the least n with n·q ≥ p·N; tried for every fraction up to hundredths.
  @Test func needIsTheLeastNumberThatReachesTheShare() throws {
    for q in 1...100 {
      for p in 0...q {
        let share = try #require(ExactDecimal(p, over: q))
        for total in [0, 1, 2, 3, 7, 22, 26, 28, 99, 100, 101, 997, 1000] {
          let need = share.need(of: total)
          #expect(need * q >= p * total && (need - 1) * q < p * total, "\(p)/\(q) of \(total)")
        }
      }
    }
  }

  @Test func needDoesNotOverflow() throws {
    let share = try #require(ExactDecimal("0.999999999999999"))
    #expect(share.need(of: 1_400_000_000) == 1_400_000_000)
  }

  @Test(arguments: ["", ".", "1.", ".5", "1,5", "0x10", "1e3", "--1", "12345678901234567", "五"])
  func refusesWhatIsNoPlainDecimal(text: String) { #expect(ExactDecimal(text) == nil) }

  @Test(arguments: [
    ("0.60", "0.6"), ("15", "15"), ("-2.50", "-2.5"), ("60%", "0.6"), ("0.125", "0.125"),
    ("0.05", "0.05"), ("-0.05", "-0.05"),
  ])
  func readsBackAsWritten(text: String, canonical: String) throws {
    #expect(try #require(ExactDecimal(text)).description == canonical)
  }

  @Test func comparesExactly() throws {
    let third = try #require(ExactDecimal(1, over: 3))
    let nearly = try #require(ExactDecimal("0.333333333333333"))
    #expect(nearly < third)
    #expect(third.description == "1/3")
  }
}
