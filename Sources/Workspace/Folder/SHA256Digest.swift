import CCrypto

/// The Secure Hash Algorithm with 256 bits (FIPS 180-4), fed piece by piece, by OpenSSL.
///
/// Inputs and outputs of runs are identified by it; nothing secret is involved.
public struct SHA256Digest: ~Copyable {
  private let context: OpaquePointer

  /// Nothing hashed yet.
  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      // Every build of OpenSSL has SHA-256; what is left is memory that has run out.
      fatalError("OpenSSL cannot begin a SHA-256 digest")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    EVP_DigestUpdate(context, bytes, bytes.count)
  }

  /// The digest of all bytes so far, as 64 lower-case hexadecimal digits.
  public consuming func finish() -> String {
    let digest = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of a text's UTF-8 bytes.
  public static func hexadecimal(of text: String) -> String {
    hexadecimal(of: Array(text.utf8))
  }

  /// The digest of bytes in memory.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256Digest()
    digest.update(bytes)
    return digest.finish()
  }
}
