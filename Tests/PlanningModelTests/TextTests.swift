import PlanningModel
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    (9, 22, "40.9%"), (5996, 10000, "59.9%"), (13, 22, "59.0%"), (0, 5, "0.0%"), (5, 5, "100.0%"),
    (999_999, 1_000_000, "99.9%"),
  ])
  func sharesAreFlooredToOneDecimal(numerator: Int, denominator: Int, text: String) {
    #expect(ShareText.percent(numerator, of: denominator) == text)
  }

  @Test func aShareOfNothingHasNoText() { #expect(ShareText.percent(0, of: 0) == nil) }

  @Test func promisedSharesReadAsWritten() throws {
    #expect(ShareText.promised(try #require(ExactDecimal("0.60"))) == "60%")
    #expect(ShareText.promised(try #require(ExactDecimal("0.455"))) == "45.5%")
    #expect(ShareText.promised(try #require(ExactDecimal("1.00"))) == "100%")
  }

  @Test(arguments: [
    ("15min", 900_000), ("900s", 900_000), ("1h", 3_600_000), ("1.5h", 5_400_000),
    ("0.5s", 500), ("250ms", 250), ("0min", 0),
  ])
  func readsDurations(text: String, milliseconds: UInt32) {
    #expect(TravelTime(text)?.milliseconds == milliseconds)
  }

  @Test(arguments: ["", "15", "min", "-1min", "15 min", "15分钟", "0.0001s", "9999999h"])
  func refusesWhatIsNoDuration(text: String) { #expect(TravelTime(text) == nil) }

  @Test func writesTimesForFilesAndForPeople() {
    #expect(TravelTime(milliseconds: 900_007).secondsText == "900.007")
    #expect(TravelTime(milliseconds: 899_999).minutesText == "15.0")
    #expect(TravelTime(milliseconds: 62_999).minutesText == "1.0")
    #expect(TravelTime(milliseconds: 63_000).minutesText == "1.1")
  }

  @Test(arguments: ["2024-02-29", "2023-12-31", "2000-02-29"])
  func readsDays(text: String) { #expect(CivilDate(text)?.description == text) }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2024-13-01", "2024-1-1", "2024/01/01", "+024-01-01",
  ])
  func refusesDaysThatDoNotExist(text: String) { #expect(CivilDate(text) == nil) }
}
