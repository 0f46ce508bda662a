# Puts schema/vocabulary/indicators/members.tsv into the library: how figures are made of others. Changing it configures
# again.
set(members_file ${PROJECT_SOURCE_DIR}/schema/vocabulary/indicators/members.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${members_file})
file(READ ${members_file} AVOW_MEMBERS)
configure_file(${CMAKE_CURRENT_LIST_DIR}/members_text.cpp.in
  ${CMAKE_CURRENT_BINARY_DIR}/engine/members_text.cpp @ONLY)
target_sources(avow_engine PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/engine/members_text.cpp)
