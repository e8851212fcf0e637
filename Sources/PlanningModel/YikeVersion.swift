/// The program's version, as printed and as recorded in manifests.
public enum YikeVersion {
  /// Semantic version.
  public static let text = "0.1.0"
}
