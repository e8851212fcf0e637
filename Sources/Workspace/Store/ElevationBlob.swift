import Geometry

/// Heights as bytes: 16-bit whole metres where all cells are such, else 32-bit floats;
/// little-endian, row by row from the north-west.
enum ElevationBlob {
  /// The number that stands for "no data" among whole metres.
  static let noData: Int16 = -32768

  /// How cells are written.
  enum CellType: String {
    case int16
    case float32
  }

  static func encode(_ cells: [Float]) -> (CellType, [UInt8]) {
    // −0 would come back as 0, and the last whole number is taken by "no data".
    let isWhole = cells.allSatisfy {
      $0.isNaN || ($0.rounded() == $0 && abs($0) <= 32767 && !($0 == 0 && $0.sign == .minus))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cells.count * (isWhole ? 2 : 4))
    for cell in cells {
      if isWhole {
        let value = (cell.isNaN ? noData : Int16(cell)).littleEndian
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
      } else {
        // One pattern for all NaN, so that equal rasters are equal bytes.
        let value = (cell.isNaN ? Float.nan : cell).bitPattern.littleEndian
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
      }
    }
    return (isWhole ? .int16 : .float32, bytes)
  }

  /// The cells; nil when there are not `count` of them.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, as type: CellType, count: Int
  ) -> [Float]? {
    switch type {
    case .int16:
      guard bytes.count == 2 * count else { return nil }
      return [Float](unsafeUninitializedCapacity: count) { cells, written in
        for i in 0..<count {
          let value = Int16(
            littleEndian: bytes.loadUnaligned(fromByteOffset: 2 * i, as: Int16.self))
          cells[i] = value == noData ? .nan : Float(value)
        }
        written = count
      }
    case .float32:
      guard bytes.count == 4 * count else { return nil }
      return [Float](unsafeUninitializedCapacity: count) { cells, written in
        for i in 0..<count {
          cells[i] = Float(
            bitPattern: UInt32(
              littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)))
        }
        written = count
      }
    }
  }
}
