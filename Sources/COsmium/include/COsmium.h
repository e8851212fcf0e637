#ifndef YIKE_COSMIUM_H
#define YIKE_COSMIUM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Road lines of one OpenStreetMap file; owns everything the view points to.
typedef struct YikeOsmRoads YikeOsmRoads;

/// A look at `YikeOsmRoads`; valid until it is freed.
typedef struct {
  /// How many lines there are.
  size_t line_count;
  /// How many vertices all lines have together.
  size_t vertex_count;
  /// How many strings there are; the first is empty.
  size_t string_count;
  /// `string_count + 1` byte offsets into `string_bytes`.
  const uint32_t *string_offsets;
  /// UTF-8 without terminators.
  const char *string_bytes;
  /// Distinct nodes that ways refer to and the file lacks.
  size_t missing_nodes;
  /// Ways that were trimmed or split because of them.
  size_t trimmed_ways;
  /// Ways of which less than two neighbouring nodes are left.
  size_t dropped_ways;
} YikeOsmView;

/// Room for the columns of `YikeOsmRoads`, none of it null.
typedef struct {
  /// `line_count + 1` positions of each line's first vertex.
  uint32_t *first_vertex;
  /// Degrees east of each vertex (WGS 84).
  double *longitude;
  /// Degrees north of each vertex (WGS 84).
  double *latitude;
  /// The OSM node of each vertex.
  int64_t *node_ids;
  /// The OSM way of each line.
  int64_t *way_ids;
  /// `line_count * key_count` positions in the strings; 0 means not tagged.
  uint32_t *values;
} YikeOsmColumns;

/// Who reads a file.
typedef enum {
  /// Blobs of PBF side by side; all else, and PBF that is out of the ordinary, by libosmium.
  YIKE_OSM_READER_FASTEST,
  /// libosmium.
  YIKE_OSM_READER_LIBRARY,
  /// Blobs of PBF side by side, or nobody.
  YIKE_OSM_READER_BLOBS
} YikeOsmReader;

/// Reads the ways that carry `highway` or `route=ferry`, with the values of `keys`.
///
/// Returns NULL and a message (to be freed with `yike_osm_free_message`) when the file cannot
/// be read to its end.
YikeOsmRoads *yike_osm_read_roads(
    const char *path, const char *const *keys, size_t key_count, YikeOsmReader reader,
    char **message);

/// Counts and strings.
YikeOsmView yike_osm_view(const YikeOsmRoads *roads);

/// Writes all columns.
void yike_osm_copy(const YikeOsmRoads *roads, YikeOsmColumns columns);

/// Frees the roads.
void yike_osm_free(YikeOsmRoads *roads);

/// Frees a message.
void yike_osm_free_message(char *message);

#ifdef __cplusplus
}
#endif
#endif
