/// Which columns a ledger has.
public struct ColumnRules: Sendable {
  /// Columns that must be there.
  public var required: [String]
  /// Columns that may be there.
  public var optional: [String]
  /// Beginnings of further columns, for example `code_`.
  public var prefixes: [String]
  /// Columns that name units; in merged cells they hold for every row of the range.
  public var units: [String]
  /// Those of `units` in which an empty cell means “as above”.
  public var repeated: [String]

  /// Names the columns.
  public init(
    required: [String], optional: [String] = [], prefixes: [String] = [],
    units: [String] = [], repeated: [String] = []
  ) {
    self.required = required
    self.optional = optional
    self.prefixes = prefixes
    self.units = units
    self.repeated = repeated
  }

  /// Whether a column of that name is read.
  public func knows(_ column: String) -> Bool {
    required.contains(column) || optional.contains(column)
      || prefixes.contains { column.hasPrefix($0) && column != $0 }
  }

  /// All names without the open ones, in order.
  var named: [String] { required + optional }
}
