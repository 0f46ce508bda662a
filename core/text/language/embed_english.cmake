# Puts core/text/language/en.txt into the library, so that English needs no file beside the program. Changing it
# configures again.
set(english_file ${CMAKE_CURRENT_SOURCE_DIR}/text/language/en.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${english_file})
file(READ ${english_file} AVOW_ENGLISH)
configure_file(${CMAKE_CURRENT_LIST_DIR}/english_text.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/text/english_text.cpp @ONLY)
target_sources(avow_text PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/text/english_text.cpp)
