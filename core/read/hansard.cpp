#include "read/hansard.hpp"

#include <fmt/format.h>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/transcript.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

/// How parlparse's ids name what a record is of: ".../lords/2014-02-24a.710.6".
struct Chamber {
  std::string_view id;
  std::string_view name;
};
constexpr Chamber chambers[] = {{"debate", "House of Commons"},
                                {"lords", "House of Lords"},
                                {"westminhall", "House of Commons, Westminster Hall"},
                                {"wrans", "UK Parliament, written answers"},
                                {"wms", "UK Parliament, written statements"},
                                {"standing", "House of Commons, committees"},
                                {"ni", "Northern Ireland Assembly"},
                                {"spor", "Scottish Parliament"},
                                {"sp", "Scottish Parliament"},
                                {"senedd", "Senedd Cymru"},
                                {"mayor", "London Assembly"},
                                {"london-mayors-questions", "London Assembly"}};

std::string_view chamber_of(std::string_view id) {
  const auto slash = id.rfind('/');
  const auto before = slash == std::string_view::npos || slash == 0 ? std::string_view::npos : id.rfind('/', slash - 1);
  if (before == std::string_view::npos) return {};
  const auto part = id.substr(before + 1, slash - before - 1);
  for (const auto& chamber : chambers)
    if (part.starts_with(chamber.id)) return chamber.name;
  return {};
}

bool is_heading(std::string_view name) {
  return name.ends_with("-heading");
}

bool is_speech(std::string_view name) {
  return name == "speech" || name == "ques" || name == "reply";
}

/// A paragraph all of which is set in italics is the reporters' note, not what was said.
bool is_note(pugi::xml_node paragraph) {
  const auto kind = xml::attribute(paragraph, "class");
  if (kind == "italic" || kind == "procedure" || kind == "motion") return true;
  for (const auto child : paragraph.children()) {
    const bool blank = xml::is_text(child) && ascii::trim(child.value()).empty();
    if (!blank && std::string_view(child.name()) != "i") return false;
  }
  return true;
}

class HansardReader {
 public:
  HansardReader(const Delivery& delivery, std::string_view text)
      : delivery_(delivery), text_(text), tree_(delivery.name, text, delivery.limits) {}

  void run() {
    for (const auto node : tree_.root().children()) {
      const std::string_view name = node.name();
      if (is_heading(name)) heading(node, name);
      if (is_speech(name)) speech(node);
    }
    flush(text_.size());
    if (tree_.fault()) delivery_.failure(record_fault(delivery_, tree_));
    if (documents_ == 0)
      throw Error(ErrorCode::bad_input,
                  fmt::format("{}: a record of parliament in which nobody speaks", delivery_.name));
  }

 private:
  /// "Pensions Bill - Report" where a minor heading follows a major one.
  void heading(pugi::xml_node node, std::string_view name) {
    const std::size_t begin = tree_.begin_of(node);
    flush(begin);
    const auto title = xml::line(node);
    if (name != "minor-heading") major_ = title;
    debate_.title = name == "minor-heading" && !major_.empty() ? major_ + " – " + title : title;
    begin_ = begin;
    first_ = node;
  }

  void speech(pugi::xml_node node) {
    if (!tree_.is_whole(node)) return;
    const auto speaker = split_label(xml::attribute(node, "speakername"));
    if (speaker.name.empty()) return;
    if (!first_) begin_ = tree_.begin_of(node), first_ = node;
    auto role = xml::attribute(node, "speakeroffice");
    if (role.empty()) role = speaker.role;
    bool any = false;
    for (const auto paragraph : node.children("p")) {
      if (!is_note(paragraph)) debate_.add(speaker.name, role, xml::line(paragraph));
      any = true;
    }
    if (!any) debate_.add(speaker.name, role, xml::line(node));
  }

  void flush(std::size_t end) {
    if (!debate_.empty()) {
      ++documents_;
      Document document;
      document.title = debate_.title.empty() ? "Debate" : debate_.title;
      document.speaker = debate_.sole_speaker();
      document.text = debate_text(debate_);
      describe(document);
      delivery_.document(std::move(document), text_.substr(begin_, end - begin_), fmt::format("debate={}", documents_));
    }
    debate_ = {};
    first_ = {};
  }

  void describe(Document& document) const {
    const auto id = xml::attribute(first_, "id");
    document.url = xml::attribute(first_, "url");
    if (!document.url.starts_with("http")) document.url.clear();
    document.published = leading_date(std::string_view(id).substr(std::min(id.rfind('/') + 1, id.size())));
    if (!document.published.is_day()) document.published = date_in_name(delivery_.name);
    document.publisher = chamber_of(id);
    document.language = "en";
    document.media_type = "application/xml";
  }

  const Delivery& delivery_;
  std::string_view text_;
  XmlTree tree_;
  Debate debate_;
  std::string major_;
  pugi::xml_node first_;  ///< of the debate: its heading, or its first speech
  std::size_t begin_ = 0;
  std::size_t documents_ = 0;
};

}  // namespace

void read_hansard(const Delivery& delivery, std::string_view text) {
  HansardReader(delivery, text).run();
}

}  // namespace avow
