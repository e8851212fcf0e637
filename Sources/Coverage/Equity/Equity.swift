/// How evenly something is shared out: measures, groups and the Lorenz curve.
public struct Equity: Sendable {
  /// One measure.
  public struct Value: Sendable {
    /// Which.
    public var measure: EquityMeasure
    /// Its value; nil where it is not defined, such as the Gini of nothing.
    public var value: Double?
  }

  /// One group of places.
  public struct Group: Sendable {
    /// Its name.
    public var name: String
    /// Its people.
    public var people: Double
    /// Those of them without a value.
    public var peopleWithoutValue: Double
    /// The mean per person.
    public var mean: Double?
    /// Its own Gini coefficient.
    public var gini: Double?
    /// Its own Theil index.
    public var theil: Double?
  }

  /// The measures that could be asked for with what was given.
  public var values: [Value]
  /// The groups, sorted bytewise.
  public var groups: [Group]
  /// The Lorenz curve from (0, 0) to (1, 1): share of people, share of the whole.
  public var lorenz: [(people: Double, share: Double)]
  /// Everybody.
  public var people: Double
  /// People whose place has no value; they are left out unless a definition says otherwise.
  public var peopleWithoutValue: Double

  /// The value of one measure; nil when it is not defined or was not asked for.
  public subscript(measure: EquityMeasure) -> Double? {
    values.first { $0.measure == measure }?.value
  }
}
