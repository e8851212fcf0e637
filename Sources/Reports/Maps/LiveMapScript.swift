/// The page's own program: it draws what ``LiveMap`` says with Leaflet, and loads nothing.
///
/// A page has one map, and where two scenarios are compared a pair of them that move together;
/// the right one shows the report's own data, which stand in the page once.
enum LiveMapScript {
  static let text = """
    (function () {
      function read(id) {
        var e = document.getElementById(id);
        return e ? JSON.parse(e.textContent) : null;
      }
      function esc(t) { var e = document.createElement('i'); e.textContent = t; return e.innerHTML; }
      function draw(d, box, other) {
        var w = d.words, view = {d: d, target: d.first, service: 0};
        var map = view.map = L.map(box, {preferCanvas: true, zoomSnap: 0.25, attributionControl: true});
        map.attributionControl.setPrefix(false).addAttribution(w.note);
        var fills = ['#f7f6f2', '#bcd8b4', '#eeb48c', '#ece3bd'];
        var answers = [w.outside, w.met, w.missing, w.undecided];
        var tones = {1: '#3c3c3c', 2: '#ffffff', 3: '#bbbbbb'}, all = [];
        var units = d.units.map(function (u) {
          var p = L.polygon(u.g, {color: '#8a8478', weight: 1, fillOpacity: 0.75});
          p.bindPopup(function () {
            var t = d.targets[view.target];
            return '<b>' + esc(u.n) + '</b>' + (t ? '<br>' + esc(t.title) + '：' +
              esc(answers[u.a[view.target] || 0]) : '');
          });
          all.push(p); return p;
        });
        d.rivers.forEach(function (r) {
          L.polyline(r, {color: '#6fa3c7', weight: 3, interactive: false}).addTo(map);
        });
        var villages = d.villages.map(function (v) {
          var c = L.circleMarker(v.p, {radius: 4, weight: 1.2, fillOpacity: 0.95});
          c.bindPopup(function () {
            var s = v.s[view.service];
            var text = '<b>' + esc(v.n) + '</b> ' + esc(v.u);
            if (s) text += '<br>' + esc(d.services[view.service]) + '：' + esc(answers[s[1]]) +
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
        var theirs = {};
        if (other) other.villages.forEach(function (v) { theirs[v.u + '/' + v.n] = v; });
        view.paint = function () {
          units.forEach(function (p, i) {
            p.setStyle({fillColor: fills[d.units[i].a[view.target] || 0]});
          });
          villages.forEach(function (c, i) {
            var v = d.villages[i], s = v.s[view.service], state = s ? s[1] : 3;
            var o = theirs[v.u + '/' + v.n], turned = o && o.s[view.service] &&
              o.s[view.service][1] !== state;
            c.setStyle({color: turned ? '#1f6fb2' : state === 2 ? '#b3261e' : '#222222',
              weight: turned ? 3 : 1.2, fillColor: tones[state]});
            c.setRadius(turned ? 7 : 4);
          });
        };
        units.forEach(function (p) { p.addTo(map); });
        villages.forEach(function (c) { c.addTo(map); });
        layers.forEach(function (l) { l.addTo(map); });
        var panel = {};
        d.kinds.forEach(function (k, i) { panel[esc(k)] = layers[i]; });
        L.control.layers(null, panel, {collapsed: box.clientWidth < 1200}).addTo(map);
        box.querySelector('.leaflet-control-layers-toggle').textContent = w.facilities;
        L.control.scale({imperial: false}).addTo(map);
        // A marker's weight can be set only on a map that shows something.
        if (all.length) map.fitBounds(L.featureGroup(all).getBounds());
        view.paint();
        return view;
      }
      function choice(host, label, options, first, views, key) {
        if (options.length === 0) return;
        var l = document.createElement('label'), s = document.createElement('select');
        l.textContent = label;
        options.forEach(function (o, i) {
          var e = document.createElement('option'); e.value = i; e.textContent = o;
          s.appendChild(e);
        });
        s.value = first;
        s.onchange = function () {
          views.forEach(function (v) {
            v[key] = Number(s.value); v.paint(); v.map.closePopup();
          });
        };
        l.appendChild(s); host.appendChild(l);
      }
      function choices(host, views) {
        var d = views[views.length - 1].d;
        views.forEach(function (v) { v.target = d.first; v.paint(); });
        choice(host, d.words.units, d.targets.map(function (t) { return t.title; }), d.first, views,
          'target');
        choice(host, d.words.villages, d.services, 0, views, 'service');
      }
      function show(id) {
        document.getElementById(id + '-figure').hidden = false;
        return document.getElementById(id);
      }
      function follow(from, to) {
        from.map.on('move', function () {
          if (to.moving) return;
          from.moving = true;
          to.map.setView(from.map.getCenter(), from.map.getZoom(), {animate: false});
          from.moving = false;
        });
      }
      var own = read('live-map-data'), before = read('live-pair-data');
      if (!own) return;
      choices(document.getElementById('live-map-choices'), [draw(own, show('live-map'))]);
      if (!before) return;
      show('live-pair');
      var left = draw(before, document.getElementById('live-pair-before'), own);
      var right = draw(own, document.getElementById('live-pair-after'), before);
      right.map.setView(left.map.getCenter(), left.map.getZoom(), {animate: false});
      follow(left, right); follow(right, left);
      choices(document.getElementById('live-pair-choices'), [left, right]);
    })();
    """
}
