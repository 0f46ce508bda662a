# Puts schema/policy/policy.json into the library, so that what machines may conclude does not hang on a file beside the
# program. Changing it configures again.
set(policy_file ${PROJECT_SOURCE_DIR}/schema/policy/policy.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${policy_file})
file(READ ${policy_file} AVOW_POLICY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/policy_text.cpp.in ${CMAKE_CURRENT_BINARY_DIR}/engine/policy_text.cpp @ONLY)
target_sources(avow_engine PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/engine/policy_text.cpp)
