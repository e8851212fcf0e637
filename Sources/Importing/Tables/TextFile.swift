import PlanningModel

/// Text files for readers that work on bytes, tables of many rows above all.
public enum TextFile {
  /// The bytes of a file as UTF-8 without a byte-order mark; UTF-16 and GB18030 are converted.
  ///
  /// - Throws: `WorkError` for a file that is not there or cannot be read, and, with the place,
  ///   for bytes that are no text.
  public static func utf8(_ path: String) throws -> [UInt8] {
    let operation = "read table"
    let bytes = try ReadableFile.bytes(path, name: path, operation: operation)
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw WorkError(
        .malformed, operation: operation, subject: path,
        message: Bilingual("这是工作簿（XLSX），不是 CSV", "this is a workbook (XLSX), not CSV"),
        remedy: Bilingual("另存为 CSV", "save the sheet as CSV"))
    }
    return isPlainASCII(bytes) ? bytes : try TextDecoding.utf8(bytes, name: path)
  }

  /// Whether all bytes are ASCII and none is NUL; most large tables are.
  private static func isPlainASCII(_ bytes: [UInt8]) -> Bool {
    var highBits: UInt8 = 0
    for byte in bytes { highBits |= byte | (byte &- 1) }
    return highBits < 0x80
  }
}
