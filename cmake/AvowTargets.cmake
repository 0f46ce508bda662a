# How every target of this project is made: one function a sort of target, so that flags, warnings and names are
# said once.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

find_program(AVOW_CCACHE ccache)
if(AVOW_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # PCH and ccache agree only with these; without them every build is a miss.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      ${AVOW_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  add_compile_options(-fpch-preprocess)
endif()

# Flags that every target of ours has; an interface target so that nothing leaks into what is installed.
add_library(avow_flags INTERFACE)
target_compile_options(avow_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Werror -fstack-protector-strong)
target_compile_definitions(avow_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
if(AVOW_SANITIZE)
  add_compile_options(-fsanitize=${AVOW_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${AVOW_SANITIZE})
endif()

# avow_core_library(base DEPENDS ... USES ...): the folder core/<name>, as target avow_<name>.
# DEPENDS names other core folders (public), USES outside libraries that only the sources see (private).
function(avow_core_library name)
  cmake_parse_arguments(arg "" "" "DEPENDS;USES;USES_PUBLIC" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    add_library(avow_${name} INTERFACE)
    add_library(avow::${name} ALIAS avow_${name})
    return()
  endif()
  add_library(avow_${name} STATIC ${sources})
  add_library(avow::${name} ALIAS avow_${name})
  target_include_directories(avow_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/include)
  list(TRANSFORM arg_DEPENDS PREPEND avow::)
  target_link_libraries(avow_${name} PUBLIC ${arg_DEPENDS} ${arg_USES_PUBLIC} PRIVATE avow_flags ${arg_USES})
endfunction()

# avow_plugin(pledge SOURCES ... [DATA file...]): plugins/<name> as <build>/plugins/<name>/{libavow_<name>.so,manifest.json,...}.
# A linker version script lets out the one symbol of the ABI and nothing else.
function(avow_plugin name)
  cmake_parse_arguments(arg "TEST_ONLY" "MANIFEST;OUTPUT_DIRECTORY" "SOURCES;DATA" ${ARGN})
  set(target avow_plugin_${name})
  add_library(${target} MODULE ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE avow_flags avow_sdk)
  if(NOT arg_OUTPUT_DIRECTORY)
    set(arg_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/plugins/${name})
  endif()
  if(NOT arg_MANIFEST)
    set(arg_MANIFEST ${CMAKE_CURRENT_SOURCE_DIR}/manifest.json)
  endif()
  set(exports ${PROJECT_SOURCE_DIR}/cmake/plugin_exports.map)
  target_link_options(${target} PRIVATE -Wl,--version-script=${exports} -Wl,--no-undefined)
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME avow_${name} LINK_DEPENDS ${exports}
    C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden
    LIBRARY_OUTPUT_DIRECTORY ${arg_OUTPUT_DIRECTORY})
  configure_file(${arg_MANIFEST} ${arg_OUTPUT_DIRECTORY}/manifest.json COPYONLY)
  foreach(file ${arg_DATA})
    configure_file(${CMAKE_CURRENT_SOURCE_DIR}/${file} ${arg_OUTPUT_DIRECTORY}/${file} COPYONLY)
  endforeach()
  if(NOT arg_TEST_ONLY)
    install(TARGETS ${target} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/avow/plugins/${name})
    install(FILES ${arg_MANIFEST} DESTINATION ${CMAKE_INSTALL_LIBDIR}/avow/plugins/${name} RENAME manifest.json)
    foreach(file ${arg_DATA})
      install(FILES ${file} DESTINATION ${CMAKE_INSTALL_LIBDIR}/avow/plugins/${name})
    endforeach()
  endif()
endfunction()

# avow_test(text USES ...): every tests/<name>/*_test.cpp as one program, each TEST its own ctest case so that they
# run in parallel. Core folders are named plainly, outside libraries by their target.
function(avow_test name)
  cmake_parse_arguments(arg "" "" "DEPENDS;USES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(NOT sources)
    return()
  endif()
  set(target avow_${name}_test)
  add_executable(${target} ${sources})
  list(TRANSFORM arg_DEPENDS PREPEND avow::)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE avow_flags ${arg_DEPENDS} ${arg_USES} GTest::gmock_main)
  target_compile_definitions(${target} PRIVATE
    AVOW_SOURCE_DIR="${PROJECT_SOURCE_DIR}" AVOW_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(${target} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT 300)
endfunction()
