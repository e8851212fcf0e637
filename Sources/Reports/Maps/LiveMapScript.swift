/// The page's own program: it draws what ``LiveMap`` says with Leaflet, and loads nothing.
enum LiveMapScript {
  static let text = """
    (function () {
      var d = JSON.parse(document.getElementById('live-map-data').textContent), w = d.words;
      var box = document.getElementById('live-map');
      document.getElementById('live-map-figure').hidden = false;
      var map = L.map(box, {preferCanvas: true, zoomSnap: 0.25, attributionControl: true});
      map.attributionControl.setPrefix(false).addAttribution(w.note);
      var fills = ['#f7f6f2', '#bcd8b4', '#eeb48c', '#ece3bd'];
      var answers = [w.outside, w.met, w.missing, w.undecided];
      var tones = {1: '#3c3c3c', 2: '#ffffff', 3: '#bbbbbb'}, all = [];
      function esc(t) { var e = document.createElement('i'); e.textContent = t; return e.innerHTML; }
      var target = d.first, service = 0;
      var units = d.units.map(function (u) {
        var p = L.polygon(u.g, {color: '#8a8478', weight: 1, fillOpacity: 0.75});
        p.bindPopup(function () {
          var t = d.targets[target];
          return '<b>' + esc(u.n) + '</b>' + (t ? '<br>' + esc(t.title) + '：' +
            esc(answers[u.a[target] || 0]) : '');
        });
        all.push(p); return p;
      });
      d.rivers.forEach(function (r) {
        L.polyline(r, {color: '#6fa3c7', weight: 3, interactive: false}).addTo(map);
      });
      var villages = d.villages.map(function (v) {
        var c = L.circleMarker(v.p, {radius: 4, weight: 1.2, fillOpacity: 0.95});
        c.bindPopup(function () {
          var s = v.s[service];
          var text = '<b>' + esc(v.n) + '</b> ' + esc(v.u);
          if (s) text += '<br>' + esc(d.services[service]) + '：' + esc(answers[s[1]]) +
            (s[0] ? '，' + s[0] + w.minutes : '') + (s[2] ? '<br>' + w.nearest + esc(s[2]) : '') +
            '<br>' + esc(s[3]);
          return text;
        });
        all.push(c); return c;
      });
      var layers = d.kinds.map(function () { return L.layerGroup(); });
      d.facilities.forEach(function (f) {
        L.circleMarker(f.p, {radius: f.o ? 6 : 4, color: f.m === 0 ? '#ffffff' : f.c,
          weight: f.m === 0 ? 1 : 2.5, dashArray: f.m === 2 ? '2 3' : null,
          fillColor: f.m === 0 ? f.c : '#ffffff', fillOpacity: 1})
          .bindPopup('<b>' + esc(f.n) + '</b><br>' + esc(d.kinds[f.k]) + '，' + esc(f.s) +
            (f.o ? '' : '，' + w.neighbour)).addTo(layers[f.k]);
      });
      function paint() {
        units.forEach(function (p, i) {
          p.setStyle({fillColor: fills[d.units[i].a[target] || 0]});
        });
        villages.forEach(function (c, i) {
          var s = d.villages[i].s[service], state = s ? s[1] : 3;
          c.setStyle({color: state === 2 ? '#b3261e' : '#222222', fillColor: tones[state]});
        });
      }
      units.forEach(function (p) { p.addTo(map); });
      villages.forEach(function (c) { c.addTo(map); });
      layers.forEach(function (l) { l.addTo(map); });
      function choice(label, options, first, change) {
        if (options.length === 0) return;
        var l = document.createElement('label'), s = document.createElement('select');
        l.textContent = label;
        options.forEach(function (o, i) {
          var e = document.createElement('option'); e.value = i; e.textContent = o;
          s.appendChild(e);
        });
        s.value = first;
        s.onchange = function () { change(Number(s.value)); paint(); map.closePopup(); };
        l.appendChild(s); document.getElementById('live-map-choices').appendChild(l);
      }
      choice(w.units, d.targets.map(function (t) { return t.title; }), target,
        function (v) { target = v; });
      choice(w.villages, d.services, 0, function (v) { service = v; });
      var panel = {};
      d.kinds.forEach(function (k, i) { panel[esc(k)] = layers[i]; });
      L.control.layers(null, panel, {collapsed: box.clientWidth < 1200}).addTo(map);
      box.querySelector('.leaflet-control-layers-toggle').textContent = w.facilities;
      L.control.scale({imperial: false}).addTo(map);
      paint();
      if (all.length) map.fitBounds(L.featureGroup(all).getBounds());
    })();
    """
}
