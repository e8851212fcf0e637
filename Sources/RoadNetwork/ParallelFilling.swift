#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension ParallelSlices {
  /// How many threads the machine offers.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Makes a column of which several threads fill slices; `fill` gives each place of its range a
  /// value, and no other.
  static func column<Element: BitwiseCopyable>(
    _ count: Int, threads: Int,
    _ fill: @Sendable (UnsafeMutablePointer<Element>, Range<Int>) -> Void
  ) -> [Element] {
    columns(count, 0, slicing: count, threads: threads) {
      (places: UnsafeMutablePointer<Element>, _: UnsafeMutablePointer<UInt8>, slice) in
      fill(places, slice)
    }.0
  }

  /// Makes two columns from slices of some items; the slices together give each place of both
  /// columns a value, and none does so with a place of another's.
  static func columns<First: BitwiseCopyable, Second: BitwiseCopyable>(
    _ firstCount: Int, _ secondCount: Int, slicing items: Int, threads: Int,
    _ fill:
      @Sendable (
        UnsafeMutablePointer<First>, UnsafeMutablePointer<Second>, Range<Int>
      ) -> Void
  ) -> ([First], [Second]) {
    var second: [Second] = []
    // Room for one at least, so that both have an address.
    let first = [First](unsafeUninitializedCapacity: max(1, firstCount)) { firsts, firstFilled in
      firstFilled = firstCount
      second = [Second](unsafeUninitializedCapacity: max(1, secondCount)) { seconds, filled in
        filled = secondCount
        guard let firstPlaces = firsts.baseAddress, let secondPlaces = seconds.baseAddress else {
          return
        }
        nonisolated(unsafe) let places = (firstPlaces, secondPlaces)
        _ = map(items, threads: threads, sliceSize: 32_768, scratch: {}) { _, slice in
          fill(places.0, places.1, slice)
        }
      }
    }
    return (first, second)
  }
}
