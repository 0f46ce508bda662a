#include "read/pdf.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "read/child_process.hpp"
#include "read/pdf_file.hpp"
#include "read/reading.hpp"
#include "support/temp_folder.hpp"

namespace avow {
namespace {

using test::error_of;
using test::pdf_of;
using test::Print;
using test::read_one;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Pdf : public testing::Test {
 protected:
  void SetUp() override {
    if (!find_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  }
};

TEST_F(Pdf, JoinsLinesAndPartedWords) {
  const auto document =
      read_one("plan.pdf", pdf_of({{{72, 700, "The harbour council will widen the northern quay before the win-"},
                                    {72, 686, "ter of 2031, and it will pay for that out of its own long-"},
                                    {72, 672, "term reserves, so that no ship has to wait outside of the"},
                                    {72, 658, "harbour. A long-term plan."},
                                    {72, 630, "A second paragraph begins here."}}},
                                  "/Title (Quay and crane) /Author (Ada Vale) /CreationDate (D:20300506070809Z)"));
  EXPECT_EQ(document.text,
            "The harbour council will widen the northern quay before the winter of 2031, and it will pay for that out "
            "of its own long-term reserves, so that no ship has to wait outside of the harbour. A long-term plan.\n\n"
            "A second paragraph begins here.");
  EXPECT_EQ(document.title, "Quay and crane");
  EXPECT_EQ(document.author, "Ada Vale");
  EXPECT_EQ(document.published.text(), "2030-05-06");
  EXPECT_EQ(document.media_type, "application/pdf");
  EXPECT_EQ(document.url, "file:plan.pdf");
}

TEST_F(Pdf, LeavesOutHeadsFeetAndNumbersOfPages) {
  std::vector<std::vector<Print>> pages;
  for (int page = 1; page <= 4; ++page)
    pages.push_back({{72, 760, "The Harbour Manifesto"},
                     {72, 600, fmt::format("Promise number {} of ours will surely be kept by the council.", page)},
                     {300, 30, fmt::format("Page {} of 4", page)}});
  const auto text = read_one("a.pdf", pdf_of(pages)).text;
  EXPECT_THAT(text, AllOf(HasSubstr("Promise number 1"), HasSubstr("Promise number 4")));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("Manifesto")), Not(HasSubstr("Page"))));
}

TEST_F(Pdf, CarriesAParagraphOverToTheNextPage) {
  const auto text = read_one("a.pdf", pdf_of({{{72, 120, "The council will widen the quay and it will"}},
                                              {{72, 600, "paint the crane before the winter of 2031."}}}))
                        .text;
  EXPECT_EQ(text, "The council will widen the quay and it will paint the crane before the winter of 2031.");
}

TEST_F(Pdf, ReadsColumnsOneAfterTheOther) {
  std::vector<Print> page;
  for (int line = 0; line < 8; ++line) {
    page.push_back({60, 700.0 - 14 * line, fmt::format("left column line {} with words", line), 10});
    page.push_back({330, 700.0 - 14 * line, fmt::format("right column line {} with words", line), 10});
  }
  const auto text = read_one("a.pdf", pdf_of({page})).text;
  EXPECT_LT(text.find("left column line 7"), text.find("right column line 0"));
}

TEST_F(Pdf, KeepsItemsOnLinesOfTheirOwn) {
  const auto text =
      read_one(
          "a.pdf",
          pdf_of({{{72, 700, "We will do this:"}, {72, 686, "1. mend the quay"}, {72, 672, "2. paint the crane"}}}))
          .text;
  EXPECT_EQ(text, "We will do this:\n\n1. mend the quay\n2. paint the crane");
}

TEST_F(Pdf, TakesWhatIsPrintedLargestForATitle) {
  EXPECT_EQ(read_one("a.pdf", pdf_of({{{72, 700, "Quay and crane", 24}, {72, 600, "We will mend both of them."}}},
                                     "/Title (Microsoft Word - plan3.doc)"))
                .title,
            "Quay and crane");
}

TEST_F(Pdf, RefusesDamageAndEmptiness) {
  EXPECT_THAT(error_of("a.pdf", "%PDF-1.7 and so on").what(), HasSubstr("a.pdf: pdftotext cannot read the PDF"));
  EXPECT_THAT(error_of("a.pdf", pdf_of({{}})).what(), HasSubstr("holds no text"));
}

/// A program in place of pdftotext.
class FakeProgram : public testing::Test {
 protected:
  ReadLimits limits(const std::string& script) const {
    const auto path = folder_.path() / "fake";
    std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
    chmod(path.c_str(), 0700);
    ReadLimits limits;
    limits.pdf_program = path.string();
    limits.max_pdf_time = std::chrono::seconds(1);
    return limits;
  }
  Error error(const std::string& script) const { return error_of("a.pdf", "%PDF-1.4", limits(script)); }

  TempFolder folder_;
};

TEST_F(FakeProgram, ThatHangsIsEnded) {
  const auto found = error("exec sleep 100");
  EXPECT_EQ(found.code(), ErrorCode::limit);
  EXPECT_THAT(found.what(), HasSubstr("took too long"));
}

TEST_F(FakeProgram, ThatSpinsIsEnded) {
  EXPECT_EQ(error("while :; do :; done").code(), ErrorCode::limit);
}

TEST_F(FakeProgram, ThatIsKilledIsSaidToBe) {
  EXPECT_THAT(error("kill -9 $$").what(), HasSubstr("ended by signal 9"));
}

TEST_F(FakeProgram, ThatWritesWithoutEndIsEnded) {
  ReadLimits small = limits("exec cat /dev/zero");
  small.max_bytes = 100'000;
  EXPECT_THAT(error_of("a.pdf", "%PDF-1.4", small).what(), HasSubstr("too much text"));
}

TEST_F(FakeProgram, ThatFailsIsQuoted) {
  EXPECT_THAT(error("echo no such luck >&2; exit 3").what(), HasSubstr("cannot read the PDF: no such luck"));
}

TEST_F(FakeProgram, GetsTheBytesAndNothingElse) {
  const auto result = run_limited("/bin/sh", {"-c", "cat; env; ls /proc/self/fd"}, "the bytes\n",
                                  {std::size_t{1} << 30, 100'000, std::chrono::seconds(10), std::chrono::seconds(60)});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.output, testing::StartsWith("the bytes\n"));
  EXPECT_THAT(result.output, AllOf(Not(HasSubstr("HOME=")), Not(HasSubstr("\n4\n"))));
}

TEST_F(FakeProgram, ThatIsMissingIsAskedFor) {
  ReadLimits none;
  none.pdf_program = "avow-no-such-program";
  const auto found = error_of("a.pdf", "%PDF-1.4", none);
  EXPECT_EQ(found.code(), ErrorCode::not_found);
  EXPECT_THAT(found.what(),
              HasSubstr("is a PDF, and avow-no-such-program, which Avow reads PDFs with, is not installed"));
  EXPECT_THAT(found.advice(), HasSubstr("poppler-utils"));
}

TEST_F(FakeProgram, MaySayImpossiblePlaces) {
  const auto read = test::read_all(
      "a.pdf", "%PDF-1.4", {},
      limits(
          "printf '<html><body><doc><page><flow><block><line xMin=\"nan\" yMin=\"-1e999\" xMax=\"1e300\" yMax=\"inf\">"
          "<word xMin=\"1e300\" xMax=\"nan\">We</word><word>will.</word></line></block></flow></page></doc></body>"
          "</html>'"));
  EXPECT_EQ(read.documents.at(0).document.text, "We will.");
}

TEST_F(FakeProgram, MayAnswerAnything) {
  for (const auto* answer :
       {"", "<html><body><doc><page>", "<doc/>", "\\377\\000<html>", "<html><body><doc><page width='x'>"})
    EXPECT_EQ(error(fmt::format("printf '{}'", answer)).code(), ErrorCode::bad_input) << answer;
}

}  // namespace
}  // namespace avow
