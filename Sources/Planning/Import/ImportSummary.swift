public import PlanningModel

/// What an import read, matched and rejected.
public struct ImportSummary: Sendable {
  /// One source and how many of its rows were taken.
  public struct Line: Sendable {
    /// The file.
    public var file: String
    /// Its role.
    public var role: String
    /// Rows, features or cells that were taken; nil when nothing was read because the store is current.
    public var taken: Int?
    /// Findings about it that block, warn or hint, waived ones among the warnings.
    public var warnings: Int
    /// Hints.
    public var hints: Int
  }

  /// One line a source.
  public var lines: [Line]
  /// Whether the store was written; false when it was current already.
  public var isWritten: Bool
  /// Warnings, hints and waived faults.
  public var findings: [InputFault]
}
