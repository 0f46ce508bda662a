#pragma once

#include <zip.h>

#include <string>
#include <vector>

namespace avow::test {

struct Member {
  std::string name, content;
};

/// A zip archive of these members, in memory.
inline std::string archive_of(const std::vector<Member>& members) {
  zip_error_t error;
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  for (const auto& member : members)
    zip_file_add(archive, member.name.c_str(),
                 zip_source_buffer(archive, member.content.data(), member.content.size(), 0), 0);
  zip_set_file_compression(archive, 0, ZIP_CM_STORE, 0);
  zip_close(archive);
  zip_stat_t about;
  zip_source_stat(buffer, &about);
  std::string bytes(about.size, '\0');
  zip_source_open(buffer);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

}  // namespace avow::test
