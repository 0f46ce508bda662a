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
  # PCH and ccache agree only with the first; without it every build is a miss. The others let all clones share a cache.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${AVOW_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  add_compile_options(-fpch-preprocess)
endif()

# Flags that every target of ours has; an interface target so that nothing leaks into what is installed.
add_library(avow_flags INTERFACE)
target_compile_options(avow_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> -Werror -fstack-protector-strong)
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
  add_library(avow_${name} STATIC ${sources})
  add_library(avow::${name} ALIAS avow_${name})
  target_include_directories(avow_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR}/include)
  list(TRANSFORM arg_DEPENDS PREPEND avow::)
  target_link_libraries(avow_${name} PUBLIC ${arg_DEPENDS} ${arg_USES_PUBLIC} PRIVATE avow_flags ${arg_USES})
endfunction()

include(AvowPlugin)

# avow_test(text USES ...): every tests/<name>/*.cpp (or the SOURCES named) as one program, each TEST its own ctest case so
# that they run in parallel. Core folders are named plainly, outside libraries by their target.
function(avow_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;USES" ${ARGN})
  set(sources ${arg_SOURCES})
  if(NOT sources)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  set(target avow_${name}_test)
  add_executable(${target} ${sources})
  list(TRANSFORM arg_DEPENDS PREPEND avow::)
  target_link_libraries(${target} PRIVATE avow_flags ${arg_DEPENDS} ${arg_USES} avow_test_support)
  gtest_discover_tests(${target} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT 300)
endfunction()
