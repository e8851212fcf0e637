import CGEOS

extension Shape {
  /// Whether no point of another shape lies outside this one; borders may touch.
  public func covers(_ other: Shape) throws(GeometryError) -> Bool {
    var context = try GEOSContext()
    let first = try context.make(self, for: "covers")
    defer { context.destroy(first) }
    let second = try context.make(other, for: "covers")
    defer { context.destroy(second) }
    let answer = GEOSCovers_r(context.handle, first, second)
    guard answer == 0 || answer == 1 else {
      throw context.failure("covers", "\(kind) and \(other.kind)")
    }
    return answer == 1
  }
}
