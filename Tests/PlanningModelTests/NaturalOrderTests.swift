import PlanningModel
import Testing

/// Numbers in texts stand in the order of their values.
@Suite struct NaturalOrderTests {
  @Test func numbersStandByValue() {
    let rows = ["T/10", "T/2", "T/1/Q2", "T/1", "T/1/Q10", "T/02", "S/11", "T"]
    #expect(
      rows.sorted(by: NaturalOrder.precedes) == [
        "S/11", "T", "T/1", "T/1/Q2", "T/1/Q10", "T/02", "T/2", "T/10",
      ])
  }

  /// Codes of one length stand as they do bytewise.
  @Test func codesStandBytewise() {
    let codes = ["500156100", "500156001", "500156202", "500156003"]
    #expect(codes.sorted(by: NaturalOrder.precedes) == codes.sorted())
  }

  /// A strict total order, on every pair and triple of short texts of digits and letters.
  @Test func theOrderIsTotal() {
    let texts = [
      "0", "00", "1", "01", "a", "1a", "01a", "a1", "a01", "a1b01", "a01b1", "", "10", "9",
    ]
    for left in texts {
      for right in texts {
        let before = NaturalOrder.precedes(left, right)
        #expect(left == right ? !before : before != NaturalOrder.precedes(right, left))
        for third in texts where before && NaturalOrder.precedes(right, third) {
          #expect(NaturalOrder.precedes(left, third), "\(left) \(right) \(third)")
        }
      }
    }
  }
}
