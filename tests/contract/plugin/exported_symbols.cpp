#include "exported_symbols.hpp"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <iterator>

namespace avow::testing_support {
namespace {

template <typename Struct>
std::vector<Struct> table(const std::string& bytes, std::uint64_t offset, std::uint64_t count) {
  std::vector<Struct> out(count);
  if (offset + count * sizeof(Struct) > bytes.size()) return {};
  std::memcpy(out.data(), bytes.data() + offset, count * sizeof(Struct));
  return out;
}

}  // namespace

std::vector<std::string> exported_symbols(const std::filesystem::path& library) {
  std::ifstream file(library, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto header = table<Elf64_Ehdr>(bytes, 0, 1);
  if (header.empty()) return {};
  const auto sections = table<Elf64_Shdr>(bytes, header[0].e_shoff, header[0].e_shnum);
  std::vector<std::string> out;
  for (const Elf64_Shdr& section : sections) {
    if (section.sh_type != SHT_DYNSYM) continue;
    for (const auto& symbol : table<Elf64_Sym>(bytes, section.sh_offset, section.sh_size / sizeof(Elf64_Sym))) {
      const bool shown = ELF64_ST_BIND(symbol.st_info) != STB_LOCAL && symbol.st_shndx != SHN_UNDEF;
      if (shown) out.emplace_back(bytes.c_str() + sections[section.sh_link].sh_offset + symbol.st_name);
    }
  }
  return out;
}

}  // namespace avow::testing_support
