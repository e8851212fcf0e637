#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file in memory for as long as this lives.
final class MappedFile {
  /// Its bytes.
  let bytes: UnsafeRawBufferPointer

  /// Nil for what is missing, empty or no plain file.
  init?(_ path: String) {
    // Without blocking, so that a pipe under the name is no trap.
    let file = open(path, O_RDONLY | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0),
      start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
