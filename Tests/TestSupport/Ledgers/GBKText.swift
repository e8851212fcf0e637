public import Foundation

/// Text in GB18030, whose Chinese letters are those of GBK, as Excel saves CSV in China.
public enum GBKText {
  /// Converts a text.
  ///
  /// - Throws: when a letter is not in GB18030.
  public static func bytes(_ text: String) throws -> Data {
    guard let converter = iconv_open("GB18030", "UTF-8") else { throw POSIXError(.EINVAL) }
    defer { iconv_close(converter) }
    var source = text.utf8.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: source.count * 2 + 4)
    var (left, free) = (source.count, target.count)
    let status = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(converter, &from, &left, &to, &free)
      }
    }
    guard status != Int.max, left == 0 else { throw POSIXError(.EILSEQ) }
    return Data(target.prefix(target.count - free).map { UInt8(bitPattern: $0) })
  }
}
