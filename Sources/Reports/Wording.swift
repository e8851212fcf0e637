import PlanningModel
import Targets

/// The words of the reports in one language.
struct Wording {
  let language: Language

  func status(_ status: VerdictStatus) -> String {
    let english =
      switch status {
      case .met: "met"
      case .onTrack: "on track"
      case .behind: "behind"
      case .missed: "missed"
      case .unknown: "not enough data"
      case .informational: "for information"
      case .infeasible: "infeasible"
      case .notApplicable: "not applicable"
      }
    return language(status.label, english)
  }

  func reason(_ reason: Reason) -> String {
    switch reason {
    case .noSite: language("无设施", "no facility")
    case .notOperating: language("设施未运营", "not operating")
    case .tooFar: language("超出时限", "too far")
    case .unreachable: language("无路可达", "no way there")
    case .full: language("容量已满", "full")
    case .outsideRange: language("不在服务范围内", "outside the service range")
    case .noRecord: language("无记录", "no record")
    case .noData: language("数据不足", "no data")
    }
  }

  func provenance(_ provenance: Provenance) -> String {
    switch provenance {
    case .official: language("官方数据", "official")
    case .surveyed: language("实地调查", "surveyed")
    case .secondary: language("二手资料", "secondary")
    case .derived: language("推算数据", "derived")
    case .estimated: language("估算数据", "estimated")
    case .illustrative: language("示例数据", "illustrative")
    }
  }

  /// A word short enough for a narrow column.
  func shortProvenance(_ provenance: Provenance) -> String {
    switch provenance {
    case .official: language("官方", "official")
    case .surveyed: language("调查", "surveyed")
    case .secondary: language("二手", "secondary")
    case .derived: language("推算", "derived")
    case .estimated: language("估算", "estimated")
    case .illustrative: language("示例", "illustrative")
    }
  }

  func meaning(_ provenance: Provenance) -> String {
    switch provenance {
    case .official:
      language("主管部门发布或掌握的数据", "published or kept by the office in charge")
    case .surveyed: language("实地测量、核实的数据", "measured in the field")
    case .secondary:
      language("转引自其他出版物或网站的数据", "taken from a publication that repeats it")
    case .derived:
      language("由其他数据按写明的规则计算得出", "computed from other figures by a stated rule")
    case .estimated: language("没有现成数据，按写明的方法估计", "estimated, because no figure exists")
    case .illustrative:
      language("为演示而编制，不是事实，不得引用", "made up to have something to show; never a fact")
    }
  }

  func state(_ state: FacilityState) -> String {
    switch state {
    case .planned: language("规划", "planned")
    case .approved: language("批复", "approved")
    case .underConstruction: language("在建", "under construction")
    case .completed: language("建成", "completed")
    case .accepted: language("验收", "accepted")
    case .operating: language("运营", "operating")
    case .suspended: language("暂停", "suspended")
    case .closed: language("关闭", "closed")
    }
  }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .blocking: language("阻断", "blocking")
    case .warning: language("警告", "warning")
    case .hint: language("提示", "hint")
    }
  }

  func unitClass(_ unitClass: UnitClass) -> String {
    let english =
      switch unitClass {
      case .district: "district"
      case .street: "subdistrict"
      case .town: "town"
      case .township: "township"
      case .ethnicTownship: "ethnic township"
      case .community: "community"
      case .village: "village"
      }
    return language(unitClass.rawValue, english)
  }
}
