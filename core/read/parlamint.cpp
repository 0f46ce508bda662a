#include "read/parlamint.hpp"

#include <fmt/format.h>

#include <map>

#include "read/ascii.hpp"
#include "read/date_guess.hpp"
#include "read/transcript.hpp"
#include "read/xml_tree.hpp"

namespace avow {
namespace {

/// A sitting with more text than this is taken apart.
constexpr std::size_t large_sitting = std::size_t{1} << 20;

using People = std::map<std::string, NameAndRole, std::less<>>;

/// "Ada Vale" of <persName><surname>Vale</surname><forename>Ada</forename></persName>.
std::string name_of(pugi::xml_node person) {
  const auto name = person.child("persName");
  std::string whole;
  for (const auto* part : {"forename", "nameLink", "surname"})
    for (const auto node : name.children(part)) whole += (whole.empty() ? "" : " ") + xml::line(node);
  return whole.empty() ? xml::line(name) : whole;
}

/// The latest office; a seat in parliament is nothing particular here.
std::string role_of(pugi::xml_node person) {
  std::string role;
  for (const auto node : person.children("affiliation"))
    if (auto name = xml::line(node.child("roleName")); !name.empty()) role = std::move(name);
  return role;
}

People people_of(pugi::xml_node root) {
  People people;
  for (auto node = root; node; node = xml::next(node, root)) {
    if (std::string_view(node.name()) != "person") continue;
    if (auto name = name_of(node); !name.empty())
      people.emplace(xml::attribute(node, "xml:id"), NameAndRole{std::move(name), role_of(node)});
  }
  return people;
}

/// "#AdaVale" or "#AdaVale.1961" as a name.
std::string name_in_id(std::string_view id) {
  std::string name;
  for (const char c : id.substr(0, id.find('.'))) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !name.empty() && name.back() != ' ' && name.back() != '-') name += ' ';
    name += c == '_' ? ' ' : c;
  }
  return name;
}

/// What is heard or noted beside the words.
bool is_aside(std::string_view name) {
  return name == "note" || name == "gap" || name == "vocal" || name == "kinesic" || name == "incident" ||
         name == "desc" || name == "pb" || name == "linkGrp";
}

/// The words of a paragraph. In annotated text every word stands by itself; join="right" says that no blank follows.
std::string words_of(pugi::xml_node segment) {
  std::string words;
  bool annotated = false;
  for (auto node = segment; node;) {
    const std::string_view name = node.name();
    const bool aside = is_aside(name);
    const bool word = name == "w" || name == "pc";
    annotated = annotated || word;
    if (word) words += xml::line(node) + (xml::attribute(node, "join") == "right" ? "" : " ");
    if (!annotated && !aside && xml::is_text(node)) words += xml::value(node);
    node = xml::next(node, segment, aside || word);
  }
  return ascii::squeeze(words);
}

class SittingReader {
 public:
  SittingReader(const Delivery& delivery, const XmlTree& tree, const People& people)
      : delivery_(delivery), tree_(tree), people_(people) {}

  void sitting(pugi::xml_node tei) {
    header_ = tei.child("teiHeader");
    language_ = xml::attribute(tei, "xml:lang");
    const auto body = tei.child("text");
    Debate whole;
    add(body, whole);
    whole.title = sitting_title();
    auto text = debate_text(whole);
    if (text.size() <= large_sitting) return deliver(tei, whole, std::move(text));
    divisions(body);
  }

  std::size_t documents() const { return documents_; }

 private:
  void divisions(pugi::xml_node body) {
    for (auto node = body; node;) {
      const bool division = std::string_view(node.name()) == "div";
      if (division) {
        Debate debate;
        add(node, debate);
        const auto head = xml::line(node.child("head"));
        debate.title = head.empty() ? sitting_title() : head;
        deliver(node, debate, debate_text(debate));
      }
      node = xml::next(node, body, division);
    }
  }

  /// All speeches beneath a node.
  void add(pugi::xml_node root, Debate& debate) {
    std::string announced;
    for (auto node = root; node;) {
      const std::string_view name = node.name();
      if (name == "note" && xml::attribute(node, "type") == "speaker") announced = xml::line(node);
      const bool speech = name == "u";
      if (speech) utterance(node, announced, debate);
      if (speech) announced.clear();
      node = xml::next(node, root, speech);
    }
  }

  void utterance(pugi::xml_node speech, std::string_view announced, Debate& debate) {
    if (!tree_.is_whole(speech)) return;
    const auto [name, role] = speaker_of(xml::attribute(speech, "who"), announced);
    bool any = false;
    for (const auto segment : speech.children("seg")) {
      debate.add(name, role, words_of(segment));
      any = true;
    }
    if (!any) debate.add(name, role, words_of(speech));
  }

  NameAndRole speaker_of(std::string_view who, std::string_view announced) const {
    if (who.starts_with('#')) who.remove_prefix(1);
    if (const auto known = people_.find(who); known != people_.end()) return known->second;
    const auto said = split_label(announced);
    return said.name.empty() ? NameAndRole{name_in_id(who), {}} : said;
  }

  void deliver(pugi::xml_node element, const Debate& debate, std::string text) {
    if (text.empty()) return;
    ++documents_;
    Document document;
    document.title = debate.title;
    document.speaker = debate.sole_speaker();
    document.text = std::move(text);
    document.published = day();
    document.publisher = house();
    document.language = language_;
    document.media_type = "application/tei+xml";
    delivery_.document(std::move(document), tree_.source(element), fmt::format("sitting={}", documents_));
  }

  /// The subtitle names the sitting where the title names the corpus; "[ParlaMint]" is said of every file.
  std::string sitting_title() const {
    const auto statement = xml::first(header_, "titleStmt");
    std::string title;
    for (const auto node : statement.children("title")) {
      const bool sub = xml::attribute(node, "type") == "sub";
      if (title.empty() || (sub && xml::attribute(node, "xml:lang") == "en")) title = xml::line(node);
    }
    title = ascii::trim(std::string_view(title).substr(0, title.find(" [ParlaMint")));
    return title.empty() ? "Sitting" : title;
  }

  Date day() const {
    for (const auto* place : {"settingDesc", "sourceDesc"}) {
      const auto date = xml::first(xml::first(header_, place), "date");
      for (const auto* name : {"when", "from"})
        if (Date found = leading_date(xml::attribute(date, name)); found.known()) return found;
    }
    return date_in_name(delivery_.name);
  }

  std::string house() const {
    const auto meeting = xml::line(xml::first(xml::first(header_, "settingDesc"), "orgName"));
    if (!meeting.empty()) return meeting;
    for (auto name = xml::first(header_, "settingDesc"); name; name = xml::next(name, header_))
      if (xml::attribute(name, "type") == "org") return xml::line(name);
    return xml::line(xml::first(xml::first(header_, "sourceDesc"), "publisher"));
  }

  const Delivery& delivery_;
  const XmlTree& tree_;
  const People& people_;
  pugi::xml_node header_;
  std::string language_;
  std::size_t documents_ = 0;
};

}  // namespace

void read_parlamint(const Delivery& delivery, std::string_view text) {
  const XmlTree tree(delivery.name, text, delivery.limits);
  const auto people = people_of(tree.root());
  SittingReader reader(delivery, tree, people);
  for (auto node = tree.root(); node;) {
    const bool sitting = std::string_view(node.name()) == "TEI";
    if (sitting) reader.sitting(node);
    node = xml::next(node, tree.root(), sitting);
  }
  if (tree.fault()) delivery.failure(record_fault(delivery, tree));
  if (reader.documents() == 0)
    throw Error(ErrorCode::bad_input, fmt::format("{}: a record of parliament in which nobody speaks", delivery.name),
                "of a corpus give the files of the sittings, not the one that lists them");
}

}  // namespace avow
