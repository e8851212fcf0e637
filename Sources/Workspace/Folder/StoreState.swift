/// Whether the store holds what the sources say now.
public enum StoreState: Sendable, Hashable {
  /// There is no store yet.
  case absent
  /// It was built from something else; the reasons say from what, a phrase each.
  case outdated([String])
  /// It was built from these very sources and settings.
  case current
}
