extension WorkspaceTemplate {
  /// A file for documents, with one to copy in its comments.
  static let documents = """
    # 政策文件。每份文件一条；各承诺另写在一个文件中，可用 yike policy add 逐条写入。
    # Documents, one each. Their promises go into files of their own; yike policy add writes them.
    schema: yike-policies/1
    documents: []
    # documents:
    #   - id: D2024                 # 条目引用的短名 | the short name that entries use
    #     no: 某民发〔2024〕1号      # 文号；不详则写 no_unknown: true | or no_unknown: true
    #     title: 某某工作要点
    #     title_en: Key points of …
    #     issuer: [某某区民政局]
    #     issued: 2024-02-22
    #     year: 2024                # 计划年度；或 period: [2021, 2025] | the year it plans for
    #     complete: true            # 文本是否完整 | whether the text is whole
    #     text: policies/d2024.txt  # 全文，引文据此核对；可不写 | its text, to check quotes; optional

    """

  /// A file for universes, with two to copy in its comments.
  static let universes = """
    # 分母口径：比例所取的单位。 | Universes: the units that shares are taken over.
    schema: yike-policies/1
    universes: {}
    # universes:
    #   D.township: {level: township, within: "000000", n: 28}     # 全部镇街；n 与台账核对
    #   D.town: {of: D.township, where: {class_in: [镇, 乡]}}       # 乡包括民族乡
    #   D.village: {level: village, within: "000000"}

    """
}
