public import PlanningModel

/// A measure of how evenly something is shared out, with its definition.
public enum EquityMeasure: String, Sendable, CaseIterable {
  /// The mean per person.
  case mean
  /// The Gini coefficient.
  case gini
  /// Theil's T.
  case theil = "theil_t"
  /// Its part between groups.
  case theilBetween = "theil_between"
  /// Its part within groups.
  case theilWithin = "theil_within"
  /// The ratio of the best-served to the worst-served, after Palma's.
  case palma = "palma_type"
  /// The concentration index by a given rank.
  case concentration = "concentration_index"
  /// Erreygers' correction of it for bounded values.
  case erreygers = "concentration_erreygers"
  /// The mean of the worst-served tenth.
  case worstDecileMean = "worst_decile_mean"
  /// The value at the border of the worst-served tenth.
  case worstDecileBound = "worst_decile_bound"
  /// The value that nine tenths do not exceed.
  case ninetiethPercentile = "p90"
  /// The share of people short of the line: FGT with α = 0.
  case shortfallShare = "fgt_0"
  /// The mean depth of the shortfall: FGT with α = 1.
  case shortfallDepth = "fgt_1"
  /// The mean squared depth: FGT with α = 2.
  case shortfallSeverity = "fgt_2"

  /// What it is, as the outputs say it.
  public var definition: Bilingual {
    switch self {
    case .mean:
      Bilingual("人均值：Σ p·A / Σ p", "mean per person: Σ p·A / Σ p")
    case .gini:
      Bilingual(
        "基尼系数：按可达性由低到高排列人口的洛伦兹曲线，1 − Σ (x_k − x_{k−1})(y_k + y_{k−1})；0 为完全均等",
        "Gini coefficient of the Lorenz curve of people sorted by value: "
          + "1 − Σ (x_k − x_{k−1})(y_k + y_{k−1}); 0 is perfectly even")
    case .theil:
      Bilingual(
        "泰尔指数 T：Σ (p/P)(A/μ) ln(A/μ)，0·ln 0 = 0；0 为完全均等",
        "Theil's T: Σ (p/P)(A/μ) ln(A/μ), with 0·ln 0 = 0; 0 is perfectly even")
    case .theilBetween:
      Bilingual(
        "泰尔指数的组间部分：Σ_g (P_g/P)(μ_g/μ) ln(μ_g/μ)",
        "the part of Theil's T between groups: Σ_g (P_g/P)(μ_g/μ) ln(μ_g/μ)")
    case .theilWithin:
      Bilingual(
        "泰尔指数的组内部分：Σ_g (P_g μ_g / P μ) T_g；与组间部分之和为 T",
        "the part of Theil's T within groups: Σ_g (P_g μ_g / P μ) T_g; both parts add up to T")
    case .palma:
      Bilingual(
        "帕尔马型比值：可达性最高的 10% 人口的均值除以最低的 40% 人口的均值；按可达性而非收入排序",
        "Palma-type ratio: mean of the best-served 10 % of people over that of the worst-served "
          + "40 %; people are ranked by access, not by income as Palma's are")
    case .concentration:
      Bilingual(
        "集中指数：2 cov(A, r) / μ，r 为按所给列由小到大的人口分数秩，同值取中；大于 0 表示集中于该列数值较大者",
        "concentration index: 2 cov(A, r) / μ, r the fractional rank of people by the given column "
          + "from its smallest value, ties in their middle; above 0: those with large values have more"
      )
    case .erreygers:
      Bilingual(
        "Erreygers 修正的集中指数：4 μ C / (上界 − 下界)，用于有上下界的数值",
        "Erreygers' corrected concentration index: 4 μ C / (upper − lower bound), for bounded values"
      )
    case .worstDecileMean:
      Bilingual(
        "最差十分之一人口的均值；边界上的地点按比例计入",
        "mean of the tenth of people with the worst values; the place at the border counts in part")
    case .worstDecileBound:
      Bilingual(
        "最差十分之一人口与其余人口的分界值", "the value that parts the worst-served tenth from the others")
    case .ninetiethPercentile:
      Bilingual(
        "第 90 百分位：至少 90% 的人口不超过的最小值；到不了的人视为超过任何值",
        "90th percentile: the smallest value that at least 90 % of people do not exceed; people "
          + "who reach nothing are beyond every value")
    case .shortfallShare:
      Bilingual(
        "FGT α=0：未达标准线的人口占比；时间指标中到不了的人计为未达",
        "FGT α = 0: share of people short of the line; for times, those who reach nothing count")
    case .shortfallDepth:
      Bilingual(
        "FGT α=1：平均差距，差距为与标准线之差除以标准线；时间指标中有人到不了时不定义",
        "FGT α = 1: mean gap, the distance from the line over the line; for times not defined when "
          + "somebody reaches nothing")
    case .shortfallSeverity:
      Bilingual(
        "FGT α=2：差距平方的平均，重视差距最大者；不定义的情形同上",
        "FGT α = 2: mean squared gap, which heeds the worst off; defined when α = 1 is")
    }
  }
}
