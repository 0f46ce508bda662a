# Puts core/text/language/en.txt into the library, so that English needs no file beside the program. Changing it
# configures again.
set(english_file ${CMAKE_CURRENT_SOURCE_DIR}/text/language/en.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${english_file})
file(READ ${english_file} AVOW_ENGLISH)
configure_file(${CMAKE_CURRENT_LIST_DIR}/english_text.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/text/english_text.cpp @ONLY)
target_sources(avow_text PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/text/english_text.cpp)

# The files stand in ../share of the program, once installed and in the build tree.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/avow)
file(CREATE_LINK ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_BINARY_DIR}/share/avow/languages SYMBOLIC)
file(GLOB language_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.txt)
install(FILES ${language_files} DESTINATION ${CMAKE_INSTALL_DATADIR}/avow/languages)
