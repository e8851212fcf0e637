#ifndef YIKE_PBF_FILE_HPP
#define YIKE_PBF_FILE_HPP

#include <protozero/data_view.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace yike {

/// The container of a PBF file: a header, then blobs of data.
///
/// Format: <https://wiki.openstreetmap.org/wiki/PBF_Format>. Every method throws for what does not
/// keep to it, and for what only libosmium reads: history files, packings other than zlib.
class PbfFile {
 public:
  /// Opens a file, checks its header and finds its blobs.
  explicit PbfFile(const char *path);
  ~PbfFile();
  PbfFile(const PbfFile &) = delete;
  PbfFile &operator=(const PbfFile &) = delete;

  /// How many blobs of data there are.
  size_t count() const { return blobs_.size(); }

  /// The unpacked contents of a blob; may be called by several threads.
  std::string contents(size_t index) const;

 private:
  struct Blob {
    uint64_t offset;
    uint32_t size;
  };

  std::string bytes(uint64_t offset, size_t size) const;
  Blob next_blob(uint64_t offset, const char *type) const;
  std::string unpacked(Blob blob) const;

  int file_ = -1;
  uint64_t size_ = 0;
  std::vector<Blob> blobs_;
};

}  // namespace yike
#endif
