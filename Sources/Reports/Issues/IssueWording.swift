import PlanningModel
import Targets

/// The words of the ledger of issues.
struct IssueWording {
  let context: ReportContext
  private var wording: Wording { context.wording }
  private var language: Language { wording.language }

  /// What is lacking, as a short sentence without a full stop.
  func problem(_ issue: Issue) -> String {
    let reason = issue.reason.map(wording.reason)
    if issue.verdict.wholeReason != nil, let reason {
      return all(issue.verdict) + language("待核实（\(reason)）", " undecided (\(reason))")
    }
    let bracket = reason.map { language("（\($0)）", " (\($0))") } ?? ""
    guard issue.villages.isEmpty else {
      let shown = issue.villages.prefix(12).joined(separator: language("、", ", "))
      let more = issue.villages.count > 12 ? language("等", " and others") : ""
      return language(
        "\(issue.count)个村（社区）\(missing(issue))\(bracket)：\(shown)\(more)",
        "\(issue.count) villages \(missing(issue))\(bracket): \(shown)\(more)")
    }
    if let reason {
      return language("\(missing(issue))（\(reason)）", "\(missing(issue)) (\(reason))")
    }
    if issue.standing == .toVerify {
      return issue.verdict.reason(in: language)
        ?? language("缺少判定所需的数据", "the data to decide is missing")
    }
    return issue.count > 0
      ? language("尚差\(wording.count(issue.count))", "\(wording.count(issue.count)) lacking")
      : issue.verdict.reason(in: language) ?? wording.status(issue.verdict.status)
  }

  /// `全部28个乡镇（街道）`.
  func all(_ verdict: Verdict) -> String {
    let count = wording.count(verdict.undecided.count)
    return switch verdict.listing {
    case .units: language("全部\(count)个单位", "all \(count) units")
    case .places: language("全部\(count)个村（社区）", "all \(count) villages")
    case .items: language("全部\(count)项", "all \(count) items")
    }
  }

  private func missing(_ issue: Issue) -> String {
    guard issue.standing == .open else { return language("待核实", "undecided") }
    return issue.verdict.listing == .items
      ? language("未完成", "not done") : language("未覆盖", "not covered")
  }

  /// What can be done about it.
  func measure(_ issue: Issue) -> String {
    guard issue.standing == .open else {
      return language("补充或声明台账后重新判定", "complete or declare the ledger, then judge again")
    }
    switch issue.reason {
    case .noSite:
      return language(
        "新设站点，或纳入已有设施的服务范围", "a new site, or a place in the range of an existing one")
    case .notOperating: return language("推动已建设施投入运营", "open what is built")
    case .tooFar, .unreachable:
      return language(
        "就近布点，或以流动服务、班车、送餐上门等方式延伸服务",
        "a nearer site, or mobile service, a shuttle, meals brought home")
    case .full: return language("扩大容量或分流", "more capacity, or another facility for some")
    case .outsideRange: return language("调整设施服务范围", "widen the service range of a facility")
    case .noRecord: return language("开展服务并补录台账、附佐证", "hold the service and record it with evidence")
    case .noData: return language("补充数据后重新判定", "complete the data, then judge again")
    case nil: return language("按时序推进，附佐证材料", "carry on as planned, with evidence")
    }
  }

  /// 销号状态.
  func standing(_ issue: Issue) -> String {
    issue.standing == .open ? language("未销号", "open") : language("待核实", "to verify")
  }

  /// The day it is due, or what kind of promise it is.
  func due(_ issue: Issue) -> String {
    issue.verdict.dueDate.map(wording.date) ?? wording.dueKind(issue.verdict.dueKind)
  }

  /// The lead departments.
  func leads(_ issue: Issue) -> String {
    issue.verdict.leads.isEmpty
      ? "—" : context.terms(issue.verdict.leads)
  }
}
