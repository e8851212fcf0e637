#ifndef YIKE_COSMIUM_H
#define YIKE_COSMIUM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Road lines of one OpenStreetMap file, in columns; owns everything the view points to.
typedef struct YikeOsmRoads YikeOsmRoads;

/// A look at the columns of `YikeOsmRoads`; valid until it is freed.
typedef struct {
  /// How many lines there are.
  size_t line_count;
  /// How many vertices all lines have together.
  size_t vertex_count;
  /// `line_count + 1` positions of each line's first vertex.
  const uint32_t *first_vertex;
  /// Degrees east of each vertex (WGS 84).
  const double *longitude;
  /// Degrees north of each vertex (WGS 84).
  const double *latitude;
  /// The OSM node of each vertex.
  const int64_t *node_ids;
  /// The OSM way of each line.
  const int64_t *way_ids;
  /// `line_count * key_count` positions in the strings; 0 means not tagged.
  const uint32_t *values;
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

/// Reads the ways that carry `highway` or `route=ferry`, with the values of `keys`.
///
/// Returns NULL and a message (to be freed with `yike_osm_free_message`) when the file cannot
/// be read to its end.
YikeOsmRoads *yike_osm_read_roads(
    const char *path, const char *const *keys, size_t key_count, char **message);

/// The columns.
YikeOsmView yike_osm_view(const YikeOsmRoads *roads);

/// Frees the columns.
void yike_osm_free(YikeOsmRoads *roads);

/// Frees a message.
void yike_osm_free_message(char *message);

#ifdef __cplusplus
}
#endif
#endif
