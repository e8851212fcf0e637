extension WorkspaceTemplate {
  /// The commented `yike.yaml`; only the district's code has to be filled in before it is read.
  static let settings = #"""
    # 一刻的工作区。填写标有“必填”的各行；其余各键可以删去，删去后用括号中的默认值。
    # A Yike workspace. Fill in the lines marked “fill in”; every other key may be left out, and the
    # value shown holds then.
    schema: yike-workspace/1

    district:
      code: "000000"              # 必填：六位代码，带引号 | fill in: six digits, in quotes
      name: 某某区                # 必填 | fill in
      name_en: Some District
      code_system: nbs2023        # 代码体系，units.csv 中的列名为 code_nbs2023 | column code_nbs2023

    as_of: 2024-12-31             # 必填：统计截止日期 | fill in: the day everything is judged at
    language: zh                  # zh | en
    # 投影坐标系：CGCS2000 三度带。中央经线105°为 EPSG:4544，108°为 4545，111°为 4546。
    # CGCS2000, 3-degree zones: EPSG:4544 around 105°E, 4545 around 108°E, 4546 around 111°E.
    projected: EPSG:4545          # 必填 | fill in

    # 人群：键就是 villages.csv 的列名。 | Cohorts; the keys are the columns of villages.csv.
    cohorts:
      total: {label: 常住人口, label_en: residents}
      pop_60plus: {label: 60岁及以上人口, label_en: people aged 60+}
      pop_80plus: {label: 80岁及以上人口, label_en: people aged 80+}
      children: {label: 儿童, label_en: children}
      women: {label: 妇女, label_en: women}
      households: {label: 户数, label_en: households}
      registered_mh_subjects: {label: 登记康复对象, label_en: registered rehabilitation subjects, sensitive: true}

    # 服务类型和服务组用内置的目录；要改就在这里写全。
    # Kinds and groups of services come from the built-in catalogue; write them here to replace it.
    # service_types:
    #   elder_canteen: {label: 老年食堂, label_en: canteen for older people}
    # service_groups:
    #   meal_service: {label: 老年助餐设施, label_en: canteens and meal points, kinds: [elder_canteen]}

    travel:
      default_pace: elder         # adult 1.25, elder 0.9, elder_75 0.8, frail 0.65, accompanied 1.0 (m/s)
      direction: {walk: round-trip, motor: to, car: to, bus: to}

    # 登记册：只有声明为完整的，“查无记录”才等于“没有”。
    # Registers: only in one declared complete does absence mean no.
    registers:
      elder_services:
        kinds: [elder_street_center, elder_town_center, elder_community_station, elder_mutual_aid_point]
        complete: false
      mh_rehab:
        kinds: [mh_rehab_area_center, mh_rehab_station, mh_rehab_point]
        activities: [精康服务]
        complete: false
      # 台账指标和报送也可声明：indicators: […]、targets: […]（条目 id）。
      # Figures and papers too: indicators: […], targets: […] (ids of entries).

    local_thresholds: {}          # 本区自定门槛 | thresholds of one's own, for example {ID: 0.9}
    # 新建站点费用 | what new sites cost: site_costs: {currency: 万元, provenance: estimated, kinds: {elder_canteen: 30}}
    waivers: []                   # [{id: unit.unmatched, file: …, row: 12, reason: …}]
    aliases: {}                   # 简称: 全称 | short name: full name

    # 数据来源。provenance: official | surveyed | secondary | derived | estimated | illustrative
    # 坐标须声明基准：wgs84 | cgcs2000 | gcj02（高德、腾讯）| bd09（百度），或 crs: EPSG:4545。
    # Sources. Declare the datum of coordinates, or their reference system with crs.
    sources:
      - {role: units, file: geodata/units.csv, provenance: official, publisher: "", datum: wgs84}
      # 撤并、更名、代码变更 | splits, mergers, new names and codes of units
      - {role: unit_changes, file: geodata/unit_changes.csv, provenance: official}
      - {role: villages, file: geodata/villages.csv, provenance: official, publisher: "", datum: wgs84}
      - {role: facilities, file: geodata/facilities.csv, provenance: official, publisher: "", datum: wgs84}
      - {role: activities, file: geodata/activities.csv, provenance: official}
      # 累计数：服务人数、改造户数、其他。 | Figures: people served, homes adapted, everything else.
      - {role: progress, file: geodata/served.csv, provenance: official}
      - {role: progress, file: geodata/households.csv, provenance: official}
      - {role: progress, file: geodata/progress.csv, provenance: official}
      # 报送、阶段、问题。 | Papers received, states reached, issues.
      - {role: submissions, file: geodata/submissions.csv, provenance: official}
      - {role: milestones, file: geodata/milestones.csv, provenance: official}
      - {role: issues, file: geodata/issues.csv, provenance: official}
      # 列名不同时：columns: {他们的列名: 我们的列名}；表头不在第一行时：table_header_row: 3
      # Other column names: columns: {theirs: ours}; a header further down: table_header_row: 3
      # - {role: roads, file: geodata/roads.geojson, provenance: secondary, datum: wgs84}
      # - {role: elevation, file: geodata/elevation.tif, provenance: secondary, crs: EPSG:4545}
      # - {role: unit_polygons, file: geodata/units.shp, provenance: official, datum: cgcs2000}
      # - {role: rivers, file: geodata/rivers.geojson, provenance: secondary, datum: wgs84}
      # 邻区 | beyond the border:
      # - {role: facilities, file: geodata/neighbours.csv, provenance: official, datum: wgs84, band: neighbour}

    policies: [policies/*.yaml]

    """#
}
