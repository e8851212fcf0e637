"""Facilities of the baseline (before the 2024 plan), all invented: kinds, states and dates that a ledger has.

Street and township centres stand on the streets of the seat, stations and points at villages on the roads.
Services in one building share a site. No mental-health rehabilitation facility is among them: no document
names one that existed before the plan.
"""
from randomness import between, unit

SOURCE = "invented by geodata/generator"
NO_CENTRE = ("接龙乡", "赵家乡", "大洞河乡", "土地乡", "后坪苗族土家族乡", "庙垭乡")
RANGES = {"白云乡": "白云乡、大洞河乡", "桐梓镇": "桐梓镇、接龙乡", "长坝镇": "长坝镇、赵家乡"}
MEALS = ("羊角街道", "白马镇", "江口镇", "火炉镇", "长坝镇", "平桥镇")
RIGHTS = ("凤山街道", "芙蓉街道", "仙女山街道", "白马镇", "江口镇", "火炉镇", "鸭江镇", "双河镇", "石桥苗族土家族乡")
HEALTH = ("羊角街道", "白马镇", "江口镇", "火炉镇", "鸭江镇", "桐梓镇", "双河镇", "后坪苗族土家族乡", "浩口苗族仡佬族乡")
NAMES = {"elder_street_center": "综合养老服务中心", "elder_town_center": "养老服务中心", "elder_community_station": "养老服务站",
         "elder_mutual_aid_point": "互助养老点", "elder_canteen": "老年食堂", "elder_meal_point": "老年助餐点",
         "women_child_rights_station": "妇女儿童维权站", "village_service_center": "便民服务中心", "idle_school": "闲置学校",
         "township_health_center": "卫生院", "township_nursing_home": "敬老院"}
HEADER = ("id,name,kind,township,village,lon,lat,state,opened,closed,designation,capacity,floor_area_m2,service_range,site,"
          "provenance,host_provenance,position_provenance,range_provenance,source,note").split(",")


class Book:
    def __init__(self, ground, streets):
        self.ground, self.streets, self.rows, self.sites = ground, streets, [], {}

    def street_place(self, unit_, n):
        """A spot beside a street, the n-th for this seat, 60 to 500 m from the seat."""
        spots = [p for p in self.streets[unit_.code] if 60 < ((p[0] - unit_.x) ** 2 + (p[1] - unit_.y) ** 2) ** 0.5 < 500]
        spots.sort(key=lambda p: unit("spot", unit_.code, int(p[0]), int(p[1])))
        x, y = spots[n % len(spots)]
        return x + between(-18, 18, "sx", unit_.code, n), y + between(-18, 18, "sy", unit_.code, n)

    def village_place(self, v, n):
        x, y = self.ground.node(v.cell)
        return x + between(-60, 60, "vx", v.id, n), y + between(-60, 60, "vy", v.id, n)

    def site(self, key, where):
        if key not in self.sites:
            self.sites[key] = where
        return self.sites[key]

    def add(self, kind, host, key, where, state="operating", opened="", closed="", village="", **more):
        code = host.code if host else "neighbour"
        n = 1 + sum(1 for r in self.rows if r["kind"] == kind and r["code"] == code)
        x, y = self.site(key, where)
        title = (host.name if not village else host.short + village) if host else village
        self.rows.append(dict(
            code=code, id="%s-%s-%d" % (kind, code, n), name="%s%s（示例）" % (title, NAMES[kind]), kind=kind,
            township=host.name if host else "邻区（示例）", village=village, x=x, y=y, state=state, opened=opened, closed=closed,
            site="site-" + key, range_provenance="illustrative" if more.get("service_range") else "", **more))


def day(key, first, last):
    return "%04d-%02d-%02d" % (int(between(first, last + 1, key, "y")), int(between(1, 13, key, "m")), int(between(1, 29, key, "d")))


def whole(low, high, step, *keys):
    return int(between(low, high, *keys) / step) * step


def baseline(ground, units, villages, streets):
    book = Book(ground, streets)
    named = {u.name: u for u in units}
    for u in units:
        key, where = u.code + "-seat", book.street_place(u, 0)
        if u.kind == "街道":
            ready = u.name != "羊角街道"
            book.add("elder_street_center", u, key, where, "operating" if ready else "under_construction",
                     day("open " + u.code, 2019, 2022) if ready else "", capacity=whole(60, 140, 10, "beds", u.code),
                     floor_area_m2=whole(1000, 2200, 50, "area", u.code), designation="区级示范" if u.name == "凤山街道" else "")
        elif u.name not in NO_CENTRE:
            state, closed = {"石桥苗族土家族乡": ("suspended", ""), "浩口苗族仡佬族乡": ("closed", "2023-09-30")}.get(u.name, ("operating", ""))
            book.add("elder_town_center", u, key, where, state, day("open " + u.code, 2017, 2021), closed,
                     capacity=whole(20, 60, 5, "beds", u.code), floor_area_m2=whole(350, 900, 10, "area", u.code),
                     service_range=RANGES.get(u.name, ""), note="suspended for repairs" if state == "suspended" else "")
    communities = [v for v in villages if v.kind == "社区"]
    skipped = sorted(communities, key=lambda v: unit("no station", v.id))[:5]
    for v in communities:
        if v not in skipped:
            rank = unit("station state", v.id)
            state = "planned" if v.name == "龙湖社区" else "suspended" if v.name == "下街社区" else "operating"
            book.add("elder_community_station", v.township, v.township.code + "-" + v.name, book.village_place(v, 0), state,
                     "" if state == "planned" else day("station " + v.id, 2018, 2023), village=v.name,
                     capacity=10 + int(rank * 20), floor_area_m2=whole(200, 700, 10, "area", v.id))
    rural = sorted((v for v in villages if v.kind == "村" and v.where in ("road", "namesake")), key=lambda v: unit("aid", v.id))
    first = {}
    for v in rural:
        first.setdefault(v.township.code, v)
    hosts = list(first.values()) + [v for v in rural if v not in first.values()]
    for n, v in enumerate(hosts[:30]):
        key = v.township.code + "-" + v.name
        book.add("elder_mutual_aid_point", v.township, key, book.village_place(v, 0), "operating", day("aid " + v.id, 2018, 2023),
                 village=v.name, capacity=whole(8, 25, 1, "aid", v.id), floor_area_m2=whole(60, 180, 5, "aid area", v.id))
        if n % 3 == 0:
            book.add("village_service_center", v.township, key, book.village_place(v, 0), "operating", day("centre " + v.id, 2015, 2020),
                     village=v.name, floor_area_m2=whole(220, 800, 10, "hall", v.id), note="shares its building with the mutual-aid point")
    for n, v in enumerate(hosts[30:36]):
        book.add("idle_school", v.township, v.township.code + "-" + v.name + "-school", book.village_place(v, 1), "closed", "",
                 day("school " + v.id, 2012, 2019), village=v.name, floor_area_m2=whole(400, 1500, 20, "school", v.id),
                 note="closed as a school; a building to consider, not a service")
    for n, name in enumerate(("凤山街道", "芙蓉街道", "仙女山街道")):
        u = named[name]
        book.add("elder_canteen", u, u.code + "-canteen", book.street_place(u, 1), "operating", ("2022-05-18", "2022-11-01", "2023-06-20")[n],
                 capacity=(90, 80, 50)[n], floor_area_m2=(320, 260, 180)[n])
    for name in MEALS:
        u = named[name]
        shared = name != "羊角街道"
        book.add("elder_meal_point", u, u.code + ("-seat" if shared else "-meals"), book.street_place(u, 2), "operating", day("meal " + name, 2021, 2023),
                 capacity=whole(20, 40, 5, "meal", name), note="in the elderly service centre" if shared else "")
    for name in RIGHTS:
        u = named[name]
        book.add("women_child_rights_station", u, u.code + "-hall", book.street_place(u, 3), "operating", day("rights " + name, 2019, 2023),
                 floor_area_m2=whole(40, 120, 5, "rights", name))
    for name in HEALTH:
        u = named[name]
        book.add("township_health_center", u, u.code + "-health", book.street_place(u, 4), "operating", "", capacity=whole(20, 70, 5, "health", name))
    for name in ("白马镇", "火炉镇"):
        u = named[name]
        book.add("township_nursing_home", u, u.code + "-home", book.street_place(u, 5), "operating", day("home " + name, 2010, 2014),
                 capacity=whole(50, 90, 5, "home", name))
    return book


def beyond(ground, found):
    book = Book(ground, {})
    kinds = ("elder_town_center", "elder_mutual_aid_point", "elder_canteen", "elder_town_center", "elder_mutual_aid_point", "elder_mutual_aid_point")
    for n, (kind, v) in enumerate(zip(kinds, found[::4])):
        book.add(kind, None, "neighbour-%d" % (n + 1), book.village_place(v, 0), "operating", day("n" + v.id, 2018, 2023), village=v.name,
                 capacity=whole(15, 60, 5, "n", v.id))
    return book


def rows(book, degrees):
    for r in sorted(book.rows, key=lambda r: r["id"]):
        r["lon"], r["lat"] = degrees(r["x"], r["y"])
        r.update(provenance="illustrative", host_provenance="illustrative", position_provenance="illustrative", source=SOURCE)
        yield [r.get(h, "") for h in HEADER]
