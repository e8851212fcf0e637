import CGDAL
import Foundation

/// One stretch of work with GDAL whose messages are captured and never printed.
///
/// GDAL keeps its error handlers by thread, so the whole stretch runs on the thread that
/// started it; handles are opened and closed inside it.
struct GDALSession {
  /// What GDAL says meanwhile.
  final class Log {
    /// Failures, in order.
    fileprivate(set) var failures: [String] = []
    /// Warnings, each once, in order.
    fileprivate(set) var warnings: [String] = []

    /// The last failure; the words to hand to a person.
    var lastFailure: String { failures.last ?? "GDAL gave no reason" }

    /// The last failure as part of a sentence, with the file called by another name.
    func words(of path: String, as name: String) -> String {
      let text =
        lastFailure
        .replacingOccurrences(of: URL(fileURLWithPath: path).path, with: name)
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
  }

  // A global is initialised once, whichever thread comes first.
  private static let registered: Void = {
    // Nothing may be written beside the inputs: no .aux.xml, no repaired .shx.
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO")
    CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO")
    // x is east in every system, whatever the order in its registry.
    CPLSetConfigOption("OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "TRADITIONAL_GIS_ORDER")
    // The same bytes on any machine.
    CPLSetConfigOption("GDAL_NUM_THREADS", "1")
    GDALAllRegister()
  }()

  /// Runs some work with GDAL ready and its messages captured.
  static func run<Result>(_ body: (Log) throws -> Result) rethrows -> Result {
    _ = registered
    let log = Log()
    CPLPushErrorHandlerEx(
      { level, _, message in
        guard let user = CPLGetErrorHandlerUserData(), let message else { return }
        let log = Unmanaged<Log>.fromOpaque(user).takeUnretainedValue()
        let text = String(cString: message)
        switch level.rawValue {
        case CE_Failure.rawValue, CE_Fatal.rawValue: log.failures.append(text)
        case CE_Warning.rawValue where !log.warnings.contains(text): log.warnings.append(text)
        default: break
        }
      }, Unmanaged.passUnretained(log).toOpaque())
    defer { CPLPopErrorHandler() }
    return try withExtendedLifetime(log) { try body(log) }
  }

  /// Hands GDAL a list of texts, such as `NAME=value` options, for the length of a call.
  static func withTexts<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for text in texts { list = CSLAddString(list, text) }
    defer { CSLDestroy(list) }
    return body(list)
  }

  /// Opens a file; nil when no driver of the list takes it.
  static func open(
    _ path: String, flags: Int32, drivers: [String], options: [String] = []
  ) -> GDALDatasetH? {
    func constant(
      _ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> UnsafePointer<UnsafePointer<CChar>?>? {
      list.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) }
    }
    return withTexts(drivers) { drivers in
      withTexts(options) { options in
        GDALOpenEx(
          path, UInt32(flags | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR), constant(drivers),
          constant(options), nil)
      }
    }
  }
}
