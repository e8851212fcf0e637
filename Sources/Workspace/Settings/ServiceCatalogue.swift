import PlanningModel

/// The cohorts, kinds and groups that hold where `yike.yaml` names none (DOMAIN §3).
enum ServiceCatalogue {
  static let cohorts = [
    Cohort(id: "children", label: "儿童", labelEnglish: "children"),
    Cohort(
      id: "households", label: "户数", labelEnglish: "households", unit: "户",
      unitEnglish: "households"),
    Cohort(id: "pop_60plus", label: "60岁及以上人口", labelEnglish: "people aged 60+"),
    Cohort(id: "pop_80plus", label: "80岁及以上人口", labelEnglish: "people aged 80+"),
    Cohort(
      id: "registered_mh_subjects", label: "登记康复对象",
      labelEnglish: "registered rehabilitation subjects", isSensitive: true),
    Cohort(id: "total", label: "常住人口", labelEnglish: "residents"),
    Cohort(id: "women", label: "妇女", labelEnglish: "women"),
  ]

  static let types = [
    ("child_protection_center", "未成年人救助保护中心", "child protection centre"),
    ("child_protection_station", "未成年人保护工作站", "child protection station"),
    ("chronic_rehab_station", "慢性病康养理疗服务站", "chronic-care station"),
    ("community_service_complex", "城乡社区综合服务设施", "integrated community service facility"),
    ("disability_home", "渝馨家园(残疾人之家)", "disability home"),
    ("elder_canteen", "老年食堂", "canteen for older people"),
    ("elder_community_station", "社区养老服务站", "community care station"),
    ("elder_meal_point", "老年助餐点", "meal point for older people"),
    ("elder_mutual_aid_point", "村级互助养老点", "village mutual-aid point"),
    ("elder_street_center", "街道养老服务中心", "street elderly-care centre"),
    ("elder_town_center", "乡镇养老服务中心", "township elderly-care centre"),
    ("home_care_bed", "家庭养老床位", "home-care bed"),
    ("idle_school", "闲置学校", "idle school"),
    ("marriage_outdoor_base", "婚姻登记户外颁证基地", "outdoor marriage certificate base"),
    ("mh_rehab_area_center", "片区型精神障碍康复服务中心", "area mental-health rehabilitation centre"),
    (
      "mh_rehab_center_district", "区级精神障碍康复服务中心",
      "district mental-health rehabilitation centre"
    ),
    ("mh_rehab_point", "村(社区)精康服务点", "village mental-health service point"),
    ("mh_rehab_station", "“渝康家园”社区康复站点", "Yukang Home rehabilitation station"),
    ("private_nursing_home", "社会办养老机构", "private nursing home"),
    ("rescue_station", "救助管理站", "rescue station"),
    ("rural_cemetery", "农村公益性安葬(放)设施", "rural public burial facility"),
    ("social_assistance_hub", "社会救助服务联合体", "social assistance hub"),
    ("social_assistance_point", "社会救助服务站(点)", "social assistance point"),
    ("social_work_station", "社会工作站", "social work station"),
    ("tekun_care_center", "失能特困人员集中照护中心", "district care centre for disabled destitute people"),
    ("township_health_center", "乡镇卫生院", "township health centre"),
    ("township_nursing_home", "乡镇敬老院", "township nursing home"),
    ("village_clinic", "村卫生室", "village clinic"),
    ("village_service_center", "村便民服务中心", "village service centre"),
    ("volunteer_point", "志愿服务站点", "volunteer service point"),
    ("women_child_rights_station", "妇女儿童维权站", "women and children's rights station"),
  ].map { ServiceType(id: ServiceKind($0.0), label: $0.1, labelEnglish: $0.2) }

  static let groups = [
    ServiceGroup(
      id: "elder_service", label: "养老服务设施", labelEnglish: "elderly service centres",
      kinds: [
        "elder_community_station", "elder_mutual_aid_point", "elder_street_center",
        "elder_town_center",
      ]),
    ServiceGroup(
      id: "meal_service", label: "老年助餐设施", labelEnglish: "canteens and meal points",
      kinds: ["elder_canteen", "elder_meal_point"]),
    ServiceGroup(
      id: "mh_rehab", label: "精神障碍社区康复设施",
      labelEnglish: "mental-health rehabilitation facilities",
      kinds: ["mh_rehab_area_center", "mh_rehab_point", "mh_rehab_station"]),
    ServiceGroup(
      id: "women_child_rights", label: "妇女儿童维权站",
      labelEnglish: "women and children's rights stations",
      kinds: ["women_child_rights_station"]),
  ]
}
