/// Why a place or a unit is not covered; the codes of the JSON and CSV outputs.
public enum Reason: String, Sendable, CaseIterable {
  /// No facility of the kind exists where it would count.
  case noSite = "no_site"
  /// A facility exists but does not operate on the date.
  case notOperating = "not_operating"
  /// The nearest facility is beyond the limit.
  case tooFar = "too_far"
  /// No path leads to any facility.
  case unreachable
  /// The facilities within reach have no capacity left.
  case full
  /// The facility within reach does not serve this place.
  case outsideRange = "outside_range"
  /// No record shows it.
  case noRecord = "no_record"
  /// The data that would decide is missing.
  case noData = "no_data"
}
