# Puts schema/nationalities/en.txt into the library: which country "Greek" means. Changing it configures again.
set(nationalities_file ${PROJECT_SOURCE_DIR}/schema/nationalities/en.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${nationalities_file})
file(READ ${nationalities_file} AVOW_NATIONALITIES)
configure_file(${CMAKE_CURRENT_LIST_DIR}/nationalities_text.cpp.in
  ${CMAKE_CURRENT_BINARY_DIR}/engine/nationalities_text.cpp @ONLY)
target_sources(avow_engine PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/engine/nationalities_text.cpp)
