import ArgumentParser
import Coverage
import Planning
import PlanningModel
import TravelTimes

/// Which measure of access, and with which weights.
struct AccessMeasureOptions: ParsableArguments {
  @Option(
    name: .customLong("method"),
    help: ArgumentHelp(
      "2sfca、e2sfca、kd2sfca、3sfca、m2sfca、mh3sfca、bfca、gravity、cumulative、nearest-n · the measure",
      valueName: "method"))
  var methodName: String
  @Option(
    help: ArgumentHelp(
      "上限，如 30min；--cost-unit m、none 时为数 · the limit, included", valueName: "limit"))
  var within: String?
  @Option(
    help: ArgumentHelp(
      "分段权重 分钟:权重，如 10:1,20:0.68,30:0.22，含上界 · weights by steps, bounds included",
      valueName: "steps"))
  var steps: String?
  @Option(
    help: ArgumentHelp("连续衰减 gaussian、epanechnikov、power:1 · a kernel", valueName: "kernel"))
  var kernel: String?
  @Option(
    help: ArgumentHelp("nearest-n 的 n，缺省 1 · how many nearest supplies", valueName: "n"))
  var nearest: Int?

  func validate() throws {
    let method = try method()
    guard steps == nil || kernel == nil else {
      throw ValidationError("give either --steps or --kernel")
    }
    if !method.isWeighted, steps != nil || kernel != nil {
      throw ValidationError(
        "--method \(methodName) counts all within the limit alike; --steps and --kernel belong to "
          + "weighted methods such as e2sfca")
    }
    if method == .kernelTwoStep, kernel == nil {
      throw ValidationError(
        "--method kd2sfca needs --kernel gaussian, epanechnikov or power:1; steps are e2sfca")
    }
    if [.enhancedTwoStep, .gravity].contains(method), steps == nil, kernel == nil {
      throw ValidationError(
        "--method \(methodName) needs --steps 10:1,20:0.68,30:0.22 or --kernel gaussian")
    }
    guard within != nil || steps != nil else {
      throw ValidationError("give the limit with --within, for example --within 30min")
    }
    if let nearest, nearest < 1 || method != .nearest {
      throw ValidationError("--nearest is a number from 1 on, for --method nearest-n")
    }
    _ = try decay()
  }

  /// The method asked for.
  func method() throws -> AccessMethod {
    guard let method = AccessMethod(rawValue: methodName) else {
      let known = AccessMethod.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--method “\(methodName)” is not known; give one of \(known)")
    }
    return method
  }

  /// The measure for costs of a unit; the limit is that of the last step where none is given.
  func measure(_ unit: CostUnit) throws -> AccessMeasure {
    AccessMeasure(
      method: try method(), limit: try limit(unit), decay: try decay(),
      nearestCount: nearest ?? 1)
  }

  private func limit(_ unit: CostUnit) throws -> ExactDecimal {
    if let within {
      guard let limit = unit.limit(within) else {
        throw ValidationError(
          "--within “\(within)” is no limit of --cost-unit \(unit.rawValue); write 30min with "
            + "times, a plain number with m and none")
      }
      return limit
    }
    guard case .steps(let steps) = try decay(), let last = steps.last?.upper else {
      throw ValidationError("give the limit with --within")
    }
    let (seconds, overflow) = last.numerator.multipliedReportingOverflow(by: 60)
    guard !overflow, let limit = ExactDecimal(seconds, over: last.denominator) else {
      throw ValidationError("--steps reaches too far; give the limit with --within")
    }
    return unit == .seconds ? limit : last
  }

  private func decay() throws -> DistanceDecay {
    if let steps {
      guard let decay = DistanceDecay(steps: steps) else {
        throw ValidationError(
          "--steps “\(steps)” is not bound:weight,…; bounds grow and nothing is negative, for "
            + "example 10:1,20:0.68,30:0.22")
      }
      return decay
    }
    guard let kernel else { return .none }
    guard let decay = DistanceDecay(kernel: kernel) else {
      throw ValidationError(
        "--kernel “\(kernel)” is not one of gaussian, epanechnikov, power:β with β from 0 on")
    }
    return decay
  }
}

/// What is asked of the evenness of access.
struct EquityOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "均等程度（基尼、泰尔等）写入 CSV 或 JSON · evenness of access, by the extension",
      valueName: "file"))
  var equity: String?
  @Option(
    help: ArgumentHelp(
      "需求表中的分组列，泰尔指数按组分解；工作区用 township、class · column of groups", valueName: "column"))
  var group: String?
  @Option(
    help: ArgumentHelp(
      "需求表中的排序列，用于集中指数 · column by which people are ranked", valueName: "column"))
  var rank: String?
  @Option(
    help: ArgumentHelp(
      "可能的最小、最大值，如 0,1，用于修正的集中指数 · bounds of the values", valueName: "low,high"))
  var bounds: String?
  @Option(
    help: ArgumentHelp(
      "标准线，用于 FGT：可达性不应低于、时间（分钟）不应高于 · the line of the shortfall measures",
      valueName: "value"))
  var line: ExactDecimal?

  func validate() throws {
    guard equity != nil || (group == nil && rank == nil && bounds == nil && line == nil) else {
      throw ValidationError("--group, --rank, --bounds and --line need --equity FILE")
    }
    if bounds != nil, rank == nil { throw ValidationError("--bounds needs --rank COLUMN") }
    _ = try range()
    if let line, line <= ExactDecimal(0) { throw ValidationError("--line must be above 0") }
  }

  /// What these flags ask; nil without `--equity`.
  func request() throws -> EquityRequest? {
    guard equity != nil else { return nil }
    return EquityRequest(
      group: group, rank: rank, bounds: try range(), line: line?.doubleValue)
  }

  private func range() throws -> ClosedRange<Double>? {
    guard let bounds else { return nil }
    let parts = bounds.split(separator: ",").map { ExactDecimal($0) }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low < high else {
      throw ValidationError("--bounds “\(bounds)” is not low,high; write for example 0,1")
    }
    return low.doubleValue...high.doubleValue
  }
}
