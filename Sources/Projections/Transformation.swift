import CPROJ
public import Geometry
import Synchronization

/// Leads coordinates from one reference system to another; x is east on both sides.
///
/// Several tasks may use one transformation at once: each borrows a handle of its own from a
/// pool, since a PROJ handle belongs to one thread at a time.
public final class Transformation: Sendable {
  /// Which way to go.
  public enum Direction: Sendable {
    /// From ``Transformation/source`` to ``Transformation/target``.
    case forward
    /// From ``Transformation/target`` to ``Transformation/source``.
    case inverse
  }

  /// Where coordinates come from.
  public let source: ReferenceSystem
  /// Where they go to.
  public let target: ReferenceSystem
  private let idle: Mutex<[TransformationHandle]>

  /// Opens the best operation between two systems that needs no network.
  ///
  /// - Throws: `noTransformation` when none leads from one to the other.
  public init(from source: ReferenceSystem, to target: ReferenceSystem) throws(ProjectionError) {
    self.source = source
    self.target = target
    idle = Mutex([try TransformationHandle(from: source, to: target)])
  }

  /// Transforms all positions in place, in one call; one that has no image becomes NaN.
  ///
  /// - Throws: only when a further handle cannot be opened.
  public func transform(
    _ positions: inout [Position], _ direction: Direction = .forward
  ) throws(ProjectionError) {
    guard !positions.isEmpty else { return }
    let handle: TransformationHandle
    if let free = idle.withLock({ $0.popLast() }) {
      handle = free
    } else {
      handle = try TransformationHandle(from: source, to: target)
    }
    handle.transform(&positions, direction)
    idle.withLock { $0.append(handle) }
  }

  /// The transformed positions; one that has no image becomes NaN.
  public func transformed(
    _ positions: [Position], _ direction: Direction = .forward
  ) throws(ProjectionError) -> [Position] {
    var positions = positions
    try transform(&positions, direction)
    return positions
  }

  /// The shape with its positions transformed; straight lines stay straight between vertices.
  public func transformed(
    _ shape: Shape, _ direction: Direction = .forward
  ) throws(ProjectionError) -> Shape {
    try shape.mapPositions { (positions) throws(ProjectionError) in
      try transformed(positions, direction)
    }
  }
}

/// One PROJ operation with its own context.
///
/// It is `Sendable` because the pool hands it to one caller at a time: nobody else holds it
/// while it is used.
private final class TransformationHandle: @unchecked Sendable {
  private var context: PROJContext
  private let operation: OpaquePointer

  init(from source: ReferenceSystem, to target: ReferenceSystem) throws(ProjectionError) {
    var context = try PROJContext()
    let subject = "\(source) to \(target)"
    guard
      let raw = proj_create_crs_to_crs(context.handle, source.definition, target.definition, nil)
    else { throw context.failure(.noTransformation, "open transformation", subject) }
    defer { proj_destroy(raw) }
    // Registries put north first for many systems; this makes x east always.
    guard let operation = proj_normalize_for_visualization(context.handle, raw) else {
      throw context.failure(.noTransformation, "open transformation", subject)
    }
    self.operation = operation
    self.context = context
  }

  deinit { proj_destroy(operation) }

  func transform(_ positions: inout [Position], _ direction: Transformation.Direction) {
    let stride = MemoryLayout<Position>.stride
    positions.withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      let count = bytes.count / stride
      let x = start.assumingMemoryBound(to: Double.self)
      let y = (start + MemoryLayout<Double>.stride).assumingMemoryBound(to: Double.self)
      _ = proj_trans_generic(
        operation, direction == .forward ? PJ_FWD : PJ_INV,
        x, stride, count, y, stride, count, nil, 0, 0, nil, 0, 0)
    }
    for index in positions.indices
    where !positions[index].x.isFinite || !positions[index].y.isFinite {
      positions[index] = Position(x: .nan, y: .nan)
    }
  }
}
