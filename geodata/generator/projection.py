"""Longitude and latitude (WGS 84) to and from EPSG:4545 (CGCS2000, 3-degree zone, 108 E), in metres.

CGCS2000 and WGS 84 agree here within a decimetre or so; PROJ treats the change as nothing, and so do we.
Axis order is always x east.
"""
from osgeo import osr

osr.UseExceptions()


def reference(code):
    srs = osr.SpatialReference()
    srs.ImportFromEPSG(code)
    srs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return srs


PROJECTED = reference(4545)
_forward = osr.CoordinateTransformation(reference(4490), PROJECTED)
_backward = osr.CoordinateTransformation(PROJECTED, reference(4490))


def to_metres(lon, lat):
    x, y, _ = _forward.TransformPoint(lon, lat)
    return round(x, 2), round(y, 2)


def to_degrees(x, y):
    """Rounded to six decimals (about 0.1 m), the precision of every file written."""
    lon, lat, _ = _backward.TransformPoint(x, y)
    return round(lon, 6), round(lat, 6)
