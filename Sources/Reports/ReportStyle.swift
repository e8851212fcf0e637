/// How the HTML report looks: the calm of an official paper, on screen and on A4.
enum ReportStyle {
  static let text = """
    :root { --body: "仿宋", FangSong, "仿宋_GB2312", FangSong_GB2312, STFangsong, FandolFang,
      "Noto Serif CJK SC", "Source Han Serif SC", serif;
      --head: "黑体", SimHei, STHeiti, "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
      --sub: "楷体", KaiTi, "楷体_GB2312", STKaiti, "AR PL UKai CN", "Noto Serif CJK SC", serif;
      --title: "小标宋", "方正小标宋简体", "宋体", SimSun, STSong, "Noto Serif CJK SC", serif; }
    :root:lang(en) { --body: "Times New Roman", "Liberation Serif", "Noto Serif", "DejaVu Serif",
      "Noto Serif CJK SC", serif;
      --head: Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", sans-serif;
      --sub: var(--body); --title: var(--body); }
    * { box-sizing: border-box; }
    html { background: #e9e8e4; }
    body { margin: 0; color: #1a1a1a; font: 18px/1.75 var(--body); }
    main { max-width: 960px; margin: 24px auto; padding: 64px 72px; background: #fff;
      box-shadow: 0 1px 6px rgba(0,0,0,.18); }
    h1 { margin: 0 0 .4em; font: bold 29px/1.4 var(--title); text-align: center;
      text-wrap: balance; overflow-wrap: anywhere; }
    p.subtitle, :lang(en) p.subtitle { margin: 0 0 1.6em; text-align: center; text-indent: 0; font-family: var(--sub); }
    h2 { margin: 1.5em 0 .6em; font: normal 21px/1.5 var(--head); }
    h3 { margin: 1.1em 0 .3em; font: bold 18px/1.6 var(--sub); overflow-wrap: anywhere; }
    h2, h3, caption { break-after: avoid; }
    p { margin: .35em 0; text-indent: 2em; text-align: justify; overflow-wrap: anywhere;
      orphans: 2; widows: 2; }
    :lang(en) p { text-indent: 0; text-align: left; }
    .box { margin: 0 0 1.2em; padding: .7em 1.2em; border: 1px solid #8a8478;
      border-top: 3px solid #8f2f22; background: #fbfaf6;
      box-decoration-break: clone; -webkit-box-decoration-break: clone; }
    .box p { break-inside: avoid; } .box p.box-title { break-after: avoid; }
    .box p.box-title { text-indent: 0; text-align: center; font: normal 19px/1.6 var(--head); }
    .box p { text-align: left; }
    ul { margin: .3em 0 .6em; padding-left: 2.6em; }
    li { margin: .15em 0; overflow-wrap: anywhere; }
    table { width: 100%; margin: 1em 0 .4em; border-collapse: collapse; table-layout: fixed;
      font-size: 14px; line-height: 1.45; }
    caption { padding: .3em 0 .4em; font: normal 16px/1.5 var(--head); caption-side: top; }
    table.short { break-inside: avoid; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    tbody tr:nth-last-child(2) { break-after: avoid; }
    tbody tr:nth-child(-n+2) { break-before: avoid; }
    :lang(en) td, :lang(en) th { overflow-wrap: break-word; hyphens: auto; }
    th, td { padding: .3em .4em; border: 1px solid #9a958a; vertical-align: middle;
      overflow-wrap: anywhere; }
    th { background: #f0eee8; font: normal 14px/1.4 var(--head); text-align: center; }
    td.right { text-align: right; overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
    td.center { text-align: center; }
    tr.bad td:nth-last-child(2) { color: #a31515; }
    tr.good td:nth-last-child(2) { color: #1d6b3a; }
    tr.unknown td:nth-last-child(2) { color: #8a5a00; }
    tr.total td { background: #f7f6f2; font-weight: bold; }
    tr.fingerprint td:last-child { font: 11px/1.35 "Liberation Mono", Consolas, monospace;
      word-break: break-all; }
    .mark { margin-left: .1em; color: #a31515; font: normal .68em/1 var(--head);
      white-space: nowrap; vertical-align: .35em; }
    .note { break-before: avoid; margin: .1em 0 1em; text-indent: 0; font-size: 14px; color: #444; }
    figure { margin: .6em 0 1em; break-inside: avoid; }
    figure > svg { display: block; width: 100%; height: auto; }
    figcaption { margin-top: .4em; text-align: center; font: normal 16px/1.5 var(--head); }
    #live-map { height: 560px; border: 1px solid #8a8478; background: #f2f1ec; }
    #live-pair { display: flex; gap: 10px; }
    #live-pair > div { flex: 1; min-width: 0; }
    #live-pair p { margin: 0; text-align: center; text-indent: 0; font: 16px/1.8 var(--head); }
    #live-pair-before, #live-pair-after { height: 480px; border: 1px solid #8a8478; background: #f2f1ec; }
    #live-map-choices, #live-pair-choices { display: flex; flex-wrap: wrap; gap: .4em 1.6em; margin-bottom: .5em;
      font: 15px/1.6 var(--head); }
    #live-map-choices select, #live-pair-choices select { max-width: 24em; margin-left: .3em; font: inherit; }
    .live .leaflet-popup-content, .live .leaflet-control { font: 14px/1.5 var(--head); }
    .live .leaflet-control-layers { max-height: 330px; overflow-y: auto; }
    .live .leaflet-control-layers-toggle { width: auto; height: auto; padding: .1em .8em;
      color: #222; text-decoration: none; }
    footer { margin-top: 2.5em; text-align: right; font-size: 14px; color: #555; }
    @page { size: A4; margin: 30mm 24mm 26mm 26mm;
      @bottom-center { content: "— " counter(page) " —"; font: 11pt "Noto Serif CJK SC", serif; } }
    @media print {
      .live { display: none; }
      html, main { background: none; }
      body { font-size: 14pt; line-height: 1.7; }
      :lang(en) body { font-size: 11.5pt; line-height: 1.5; }
      main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
      h1 { font-size: 22pt; }
      h2 { font-size: 16pt; }
      h3 { font-size: 14pt; }
      .box p.box-title { font-size: 14pt; }
      caption, figcaption { font-size: 11pt; }
      table, th, .note, footer { font-size: 9pt; }
      :lang(en) table, :lang(en) th { font-size: 8pt; }
      th, td { padding: .25em .3em; border-width: .5pt; }
      tr.fingerprint td:last-child { font-size: 7pt; }
      tr.small td { padding: .08em .3em; font-size: 8pt; line-height: 1.3; }
      section.page { break-before: page; }
      section.page h2 { margin-top: 0; }
      * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    @media screen { .scroll { overflow-x: auto; } }
    @media screen and (max-width: 700px) { main { margin: 0; padding: 24px 16px; }
      body { font-size: 17px; } h1 { font-size: 23px; } ul { padding-left: 1.3em; }
      table { min-width: 620px; font-size: 13px; } table.narrow { min-width: 0; }
      caption { text-align: left; }
      figure { overflow-x: auto; } figure > svg { min-width: 680px; }
      #live-map { height: 70vh; }
      #live-pair { flex-direction: column; }
      #live-pair-before, #live-pair-after { height: 45vh; } }
    """
}
