"""The files: UTF-8, LF, six decimals, one feature a line, nothing that depends on the clock or the machine."""
import csv
import json
import os

from osgeo import gdal

from projection import PROJECTED, to_degrees

gdal.UseExceptions()


def table(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def degrees(x, y):
    lon, lat = to_degrees(x, y)
    return "%.6f" % lon, "%.6f" % lat


def collection(folder, name, features):
    """features: (properties, geometry type, coordinates in metres: a line, or a list of closed rings)."""
    def point(p):
        return "[%s,%s]" % degrees(p[0], p[1])

    def line(points):
        text = []
        for p in points:
            t = point(p)
            if not text or text[-1] != t:
                text.append(t)
        return "[" + ",".join(text) + "]"

    rows = []
    for properties, kind, shape in features:
        text = line(shape) if kind == "LineString" else "[" + ",".join(line(r) for r in shape) + "]"
        rows.append('{"type":"Feature","properties":%s,"geometry":{"type":"%s","coordinates":%s}}' % (
            json.dumps(properties, ensure_ascii=False, separators=(",", ":")), kind, text))
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
        file.write('{"type":"FeatureCollection","features":[\n' + ",\n".join(rows) + "\n]}\n")


def road_features(lines, prefix):
    for n, l in enumerate(lines, 1):
        properties = {"id": "%s%04d" % (prefix, n), "name": l["name"]}
        if l["name_en"]:
            properties["name_en"] = l["name_en"]
        properties["highway"] = l["highway"]
        for key in ("bridge", "tunnel", "layer", "oneway", "surface"):
            if key in l["tags"]:
                properties[key] = l["tags"][key]
        properties["provenance"] = "illustrative"
        yield properties, "LineString", l["points"]


def elevation(folder, name, field, heights, nodata):
    driver = gdal.GetDriverByName("GTiff")
    path = os.path.join(folder, name)
    data = driver.Create(path, field.cols, field.rows, 1, gdal.GDT_Int16,
                         ["COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "BLOCKYSIZE=64"])
    data.SetGeoTransform((field.x0, 100, 0, field.y1, 0, -100))
    data.SetProjection(PROJECTED.ExportToWkt())
    band = data.GetRasterBand(1)
    band.SetNoDataValue(nodata)
    band.WriteArray(heights)
    data = None
