import PlanningModel
import YAMLDocuments

extension SettingsReader {
  /// Reads `repair_readings`, in the order of the file.
  static func readRepairReadings(
    _ entry: YAMLEntry?, cohorts: [Cohort], _ faults: inout YAMLFaults
  ) -> [RepairReading] {
    faults.items(of: entry).compactMap { item in
      faults.allow(["target", "within", "mode", "cohort", "unit_share", "force"], in: item)
      let target = faults.text(faults.require("target", in: item))
      let limit = faults.duration(faults.require("within", in: item))
      let mode = faults.choice(item.find("mode"), of: TravelMode.self) ?? .motor
      let cohortEntry = item.find("cohort")
      let cohort = CohortID(faults.text(cohortEntry) ?? "total")
      if !cohorts.contains(where: { $0.id == cohort }) {
        faults.add(
          "settings.unknown_cohort", at: cohortEntry ?? item, value: cohort.rawValue,
          rule: Bilingual("cohorts 中没有这一人群", "cohorts knows no such group"),
          remedy: Bilingual("更正人群，或先在 cohorts 中声明", "correct it, or declare it first"))
      }
      let shareEntry = faults.require("unit_share", in: item)
      let share = faults.decimal(shareEntry)
      if let shareEntry, let share, share <= ExactDecimal(0) || share > ExactDecimal(1) {
        faults.add(
          "settings.out_of_range", at: shareEntry, value: share.description,
          rule: Bilingual("比例应大于 0、不超过 1", "a share is above 0 and at most 1"),
          remedy: Bilingual("例如 0.5", "write for example 0.5"))
      }
      let forced = faults.texts(item.find("force"))
      guard let target, let limit, let share else { return nil }
      return RepairReading(
        target: target, limit: limit, mode: mode, cohort: cohort, unitShare: share,
        forced: forced)
    }
  }
}
