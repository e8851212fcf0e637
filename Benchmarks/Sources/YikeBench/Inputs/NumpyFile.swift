import Foundation

/// A `.npy` file of numbers, row by row.
struct NumpyFile {
  /// The numbers, row by row.
  let values: [Double]
  /// Rows, columns and so on; empty for a single number.
  let shape: [Int]

  /// How many numbers a row has.
  var columnCount: Int { shape.count > 1 ? shape[1...].reduce(1, *) : 1 }

  /// One column.
  func column(_ column: Int) -> [Double] {
    stride(from: column, to: values.count, by: columnCount).map { values[$0] }
  }

  /// Reads a file of little-endian `f8`, `f4`, `i8`, `i4` or `u1` in C order.
  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    guard data.count > 12, data.starts(with: [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]) else {
      throw CheckFailure(description: "\(path) is no .npy file")
    }
    let isFirstVersion = data[6] == 1
    let sizeBytes = data[8..<(isFirstVersion ? 10 : 12)]
    let headerSize = sizeBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = (isFirstVersion ? 10 : 12) + headerSize
    let header = String(decoding: data[..<start].dropFirst(isFirstVersion ? 10 : 12), as: UTF8.self)
    guard let type = header.firstMatch(of: /'descr': '[<|=]([a-z]\d)'/)?.1,
      header.contains("'fortran_order': False"),
      let dimensions = header.firstMatch(of: /'shape': \(([0-9, ]*)\)/)?.1
    else { throw CheckFailure(description: "\(path) has a layout that is not read") }
    shape = dimensions.split(separator: ",").compactMap {
      Int($0.trimmingCharacters(in: .whitespaces))
    }
    let body = data[start...]
    switch type {
    case "f8": values = Self.numbers(body, Double.self) { $0 }
    case "f4": values = Self.numbers(body, Float.self) { Double($0) }
    case "i8": values = Self.numbers(body, Int64.self) { Double($0) }
    case "i4": values = Self.numbers(body, Int32.self) { Double($0) }
    case "u1": values = Self.numbers(body, UInt8.self) { Double($0) }
    default: throw CheckFailure(description: "\(path) holds \(type), which is not read")
    }
    try CheckFailure.unless(
      values.count == shape.reduce(1, *), "\(path) holds \(values.count) numbers, not \(shape)")
  }

  private static func numbers<Element: BitwiseCopyable>(
    _ data: Data, _: Element.Type, _ convert: (Element) -> Double
  ) -> [Double] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / MemoryLayout<Element>.stride).map {
        convert(
          bytes.loadUnaligned(
            fromByteOffset: $0 * MemoryLayout<Element>.stride, as: Element.self))
      }
    }
  }
}
