import Dispatch
import Synchronization

/// Runs work over slices of a range on several threads; results come in the order of the slices,
/// so that the number of threads changes nothing.
enum ParallelSlices {
  /// Cuts `0 ..< count` into slices and maps them; each thread makes its own scratch with
  /// `scratch` and takes the next slice that nobody has taken.
  static func map<Scratch, Result: Sendable>(
    _ count: Int, threads: Int, sliceSize: Int, scratch: @Sendable () -> Scratch,
    _ body: @Sendable (inout Scratch, Range<Int>) -> Result
  ) -> [Result] {
    let slices = (count + sliceSize - 1) / sliceSize
    @Sendable func slice(_ index: Int) -> Range<Int> {
      index * sliceSize..<min(count, (index + 1) * sliceSize)
    }
    if threads <= 1 || slices <= 1 {
      var own = scratch()
      return (0..<slices).map { body(&own, slice($0)) }
    }
    let next = Atomic<Int>(0)
    let results = Mutex<[Result?]>(Array(repeating: nil, count: slices))
    DispatchQueue.concurrentPerform(iterations: min(threads, slices)) { _ in
      var own = scratch()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < slices else { return }
        let result = body(&own, slice(index))
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { $0.compactMap { $0 } }
  }
}
