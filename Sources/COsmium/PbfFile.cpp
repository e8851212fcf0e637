#include "PbfFile.hpp"

#include <osmium/io/detail/pbf.hpp>
#include <osmium/io/detail/protobuf_tags.hpp>
#include <osmium/io/file.hpp>

#include <protozero/pbf_message.hpp>
#include <zlib.h>

#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace yike {
namespace {

namespace format = osmium::io::detail;
using Wire = protozero::pbf_wire_type;
using format::FileFormat::BlobHeader;
using format::OSMFormat::HeaderBlock;
using protozero::tag_and_type;
using PackedBlob = format::FileFormat::Blob;

[[noreturn]] void refuse(const char *reason) { throw std::runtime_error{reason}; }

void inflate(protozero::data_view packed, std::string &contents) {
  uLongf size = contents.size();
  const int result = uncompress(
      reinterpret_cast<Bytef *>(contents.data()), &size,
      reinterpret_cast<const Bytef *>(packed.data()), packed.size());
  if (result != Z_OK || size != contents.size()) refuse("a blob does not unpack");
}

void check_header(const std::string &contents) {
  protozero::pbf_message<HeaderBlock> header{contents};
  while (header.next(HeaderBlock::repeated_string_required_features, Wire::length_delimited)) {
    const auto feature = header.get_string();
    // HistoricalInformation is for the library: there the last version of a node counts.
    if (feature != "OsmSchema-V0.6" && feature != "DenseNodes") refuse("a feature is required");
  }
}

}  // namespace

PbfFile::PbfFile(const char *path) {
  const osmium::io::File described{path};
  if (described.format() != osmium::io::file_format::pbf ||
      described.compression() != osmium::io::file_compression::none)
    refuse("no PBF file");
  file_ = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  if (file_ < 0 || fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) {
    if (file_ >= 0) close(file_);
    refuse("no plain file");
  }
  try {
    size_ = static_cast<uint64_t>(status.st_size);
    const Blob header = next_blob(0, "OSMHeader");
    check_header(unpacked(header));
    for (uint64_t offset = header.offset + header.size; offset < size_;) {
      blobs_.push_back(next_blob(offset, "OSMData"));
      offset = blobs_.back().offset + blobs_.back().size;
    }
  } catch (...) {
    close(file_);
    throw;
  }
}

PbfFile::~PbfFile() { close(file_); }

std::string PbfFile::contents(size_t index) const { return unpacked(blobs_[index]); }

std::string PbfFile::bytes(uint64_t offset, size_t size) const {
  if (offset > size_ || size > size_ - offset) refuse("the file ends early");
  std::string bytes(size, '\0');
  for (size_t done = 0; done < size;) {
    const ssize_t count =
        pread(file_, bytes.data() + done, size - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) refuse("the file cannot be read");
    done += static_cast<size_t>(count);
  }
  return bytes;
}

PbfFile::Blob PbfFile::next_blob(uint64_t offset, const char *type) const {
  uint32_t header_size = 0;
  for (const char byte : bytes(offset, 4))
    header_size = header_size << 8 | static_cast<unsigned char>(byte);
  if (header_size > static_cast<uint32_t>(format::max_blob_header_size))
    refuse("a blob's header is too long");
  const std::string header_bytes = bytes(offset + 4, header_size);
  protozero::pbf_message<BlobHeader> header{header_bytes};
  std::string found;
  int32_t size = 0;
  while (header.next()) {
    switch (header.tag_and_type()) {
      case tag_and_type(BlobHeader::required_string_type, Wire::length_delimited):
        found = header.get_string();
        break;
      case tag_and_type(BlobHeader::required_int32_datasize, Wire::varint):
        size = header.get_int32();
        break;
      default:
        header.skip();
    }
  }
  const uint64_t start = offset + 4 + header_size;
  if (found != type || size <= 0 ||
      static_cast<uint64_t>(size) > format::max_uncompressed_blob_size ||
      static_cast<uint64_t>(size) > size_ - start)
    refuse("no blob of the expected type");
  return {start, static_cast<uint32_t>(size)};
}

std::string PbfFile::unpacked(Blob blob) const {
  const std::string packed = bytes(blob.offset, blob.size);
  protozero::pbf_message<PackedBlob> message{packed};
  protozero::data_view plain;
  protozero::data_view deflated;
  int32_t size = 0;
  while (message.next()) {
    switch (message.tag_and_type()) {
      case tag_and_type(PackedBlob::optional_bytes_raw, Wire::length_delimited):
        plain = message.get_view();
        break;
      case tag_and_type(PackedBlob::optional_int32_raw_size, Wire::varint):
        size = message.get_int32();
        break;
      case tag_and_type(PackedBlob::optional_bytes_zlib_data, Wire::length_delimited):
        deflated = message.get_view();
        break;
      default:
        refuse("a blob is packed otherwise");
    }
  }
  if (!plain.empty() && deflated.empty()) return {plain.data(), plain.size()};
  if (plain.empty() == deflated.empty() || size <= 0 ||
      static_cast<uint64_t>(size) > format::max_uncompressed_blob_size)
    refuse("a blob has no contents");
  std::string contents(static_cast<size_t>(size), '\0');
  inflate(deflated, contents);
  return contents;
}

}  // namespace yike
