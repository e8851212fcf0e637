/// The layout of the HTML report; all values arrive escaped.
enum ReportHTMLTemplate {
  static let text = """
    <!DOCTYPE html>
    <html lang="{{lang}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="{{{policy}}}">
    <title>{{{title}}}</title>
    <style>
    {{{liveStyle}}}
    {{{style}}}
    </style>
    </head>
    <body>
    <main>
    <header>
    <h1>{{{title}}}</h1>
    <p class="subtitle">{{{subtitle}}}</p>
    </header>
    {{#sections}}
    <section{{#startsPage}} class="page"{{/startsPage}}>
    {{#hasHeading}}
    <h2>{{{heading}}}</h2>
    {{/hasHeading}}
    {{#hasLiveMap}}
    <figure class="live" id="live-map-figure" hidden>
    <div id="live-map-choices"></div>
    <div id="live-map"></div>
    <figcaption>{{{liveCaption}}}</figcaption>
    </figure>
    {{/hasLiveMap}}
    {{#blocks}}
    {{#paragraph}}
    <p>{{{.}}}</p>
    {{/paragraph}}
    {{#subheading}}
    <h3>{{{.}}}</h3>
    {{/subheading}}
    {{#box}}
    <div class="box">
    <p class="box-title">{{{boxTitle}}}</p>
    {{#lines}}
    <p>{{{.}}}</p>
    {{/lines}}
    </div>
    {{/box}}
    {{#list}}
    <ul>
    {{#items}}
    <li>{{{.}}}</li>
    {{/items}}
    </ul>
    {{/list}}
    {{#table}}
    <div class="scroll">
    <table class="{{#isShort}}short{{/isShort}}{{#isNarrow}} narrow{{/isNarrow}}">
    <caption>{{{caption}}}</caption>
    <colgroup>{{#columns}}<col style="width:{{width}}%">{{/columns}}</colgroup>
    <thead><tr>{{#columns}}<th class="{{align}}">{{{heading}}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{look}}">{{#cells}}<td class="{{align}}">{{{cell}}}</td>{{/cells}}</tr>
    {{/rows}}
    {{#isEmpty}}
    <tr><td class="center" colspan="{{columnCount}}">{{none}}</td></tr>
    {{/isEmpty}}
    </tbody>
    </table>
    </div>
    {{#hasNote}}
    <p class="note">{{{note}}}</p>
    {{/hasNote}}
    {{/table}}
    {{#livePair}}
    <figure class="live" id="live-pair-figure" hidden>
    <div id="live-pair-choices"></div>
    <div id="live-pair">
    <div><p>{{{before}}}</p><div id="live-pair-before"></div></div>
    <div><p>{{{after}}}</p><div id="live-pair-after"></div></div>
    </div>
    <figcaption>{{{pairCaption}}}</figcaption>
    </figure>
    {{/livePair}}
    {{#figure}}
    <figure>
    {{{svg}}}
    <figcaption>{{{figureCaption}}}</figcaption>
    </figure>
    {{/figure}}
    {{/blocks}}
    </section>
    {{/sections}}
    <footer>{{{footer}}}</footer>
    </main>
    {{#isLive}}
    <script type="application/json" id="live-map-data">{{{liveData}}}</script>
    {{#hasPair}}
    <script type="application/json" id="live-pair-data">{{{pairData}}}</script>
    {{/hasPair}}
    <script>{{{liveLibrary}}}</script>
    <script>
    {{{liveProgram}}}
    </script>
    {{/isLive}}
    </body>
    </html>

    """
}
