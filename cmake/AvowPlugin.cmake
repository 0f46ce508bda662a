# avow_plugin(pledge SOURCES ... [DATA file...] [MANIFEST file] [OUTPUT_DIRECTORY folder] [TEST_ONLY])
#
# A plugin as target avow_plugin_<name>, built into <build>/plugins/<name>/{libavow_<name>.so,manifest.json,data...}, which
# is how it lies when installed too. A linker version script lets out the one symbol of the ABI and nothing else.
# TEST_ONLY leaves it out of the installation. Used in Avow's own tree and, after find_package(avow), outside it.
include(GNUInstallDirs)

function(avow_plugin name)
  cmake_parse_arguments(arg "TEST_ONLY" "MANIFEST;OUTPUT_DIRECTORY" "SOURCES;DATA" ${ARGN})
  set(target avow_plugin_${name})
  set(exports ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin_exports.map)
  if(NOT arg_OUTPUT_DIRECTORY)
    set(arg_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/plugins/${name})
  endif()
  if(NOT arg_MANIFEST)
    set(arg_MANIFEST ${CMAKE_CURRENT_SOURCE_DIR}/manifest.json)
  endif()
  add_library(${target} MODULE ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE $<TARGET_NAME_IF_EXISTS:avow_flags> avow::sdk)
  target_link_options(${target} PRIVATE -Wl,--version-script=${exports} -Wl,--no-undefined)
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME avow_${name} PREFIX lib SUFFIX .so LINK_DEPENDS ${exports}
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY ${arg_OUTPUT_DIRECTORY})
  configure_file(${arg_MANIFEST} ${arg_OUTPUT_DIRECTORY}/manifest.json COPYONLY)
  foreach(file ${arg_DATA})
    configure_file(${CMAKE_CURRENT_SOURCE_DIR}/${file} ${arg_OUTPUT_DIRECTORY}/${file} COPYONLY)
  endforeach()
  if(NOT arg_TEST_ONLY)
    set_property(GLOBAL APPEND PROPERTY AVOW_PLUGIN_TARGETS ${target})
    set(destination ${CMAKE_INSTALL_LIBDIR}/avow/plugins/${name})
    install(TARGETS ${target} LIBRARY DESTINATION ${destination})
    install(FILES ${arg_MANIFEST} DESTINATION ${destination} RENAME manifest.json)
    foreach(file ${arg_DATA})
      cmake_path(GET file PARENT_PATH parent)
      install(FILES ${file} DESTINATION ${destination}/${parent})
    endforeach()
  endif()
endfunction()
