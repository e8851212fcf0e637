import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the operating system says that this process has used.
enum ProcessUse {
  /// User and system seconds of all threads so far.
  static var cpuSeconds: Double {
    let usage = usage()
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The largest resident set so far, in MiB.
  static var peakMebibytes: Double {
    #if canImport(Darwin)
      let bytesPerUnit = 1.0
    #else
      let bytesPerUnit = 1024.0
    #endif
    return Double(usage().ru_maxrss) * bytesPerUnit / 1_048_576
  }

  /// The resident set at this moment, in MiB; nil where the system does not say it in a file.
  static var residentMebibytes: Double? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
    else { return nil }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  private static func usage() -> rusage {
    var usage = rusage()
    // RUSAGE_SELF, which is an enumeration in one C library and a number in the other.
    getrusage(0, &usage)
    return usage
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
