#include "publish/export.hpp"

#include "publish/record_json.hpp"

namespace avow {

void export_ndjson(Store& store, const std::function<void(std::string_view)>& write) {
  store.each_record([&](const AnyRecord& record, std::int64_t) {
    std::string line = record_line(record_json(record));
    line.push_back('\n');
    write(line);
  });
}

}  // namespace avow
