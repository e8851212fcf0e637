/// Where a patch stands, for messages; with `extends` a scenario comes from several files.
public struct PatchOrigin: Sendable, Hashable {
  /// The file, as named.
  public var file: String
  /// The line in it.
  public var line: Int

  /// Names a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `scenarios/plan.yaml:12`.
  var text: String { "\(file):\(line)" }
}
