# Installs the SDK of BUILD under WORK, builds the installed template there with find_package(avow) and runs the contract
# cases on it. Fails with the output of the step that failed.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --component sdk --prefix ${WORK}/prefix)
file(COPY ${WORK}/prefix/share/avow/template/ DESTINATION ${WORK}/source)
run(${CMAKE_COMMAND} -S ${WORK}/source -B ${WORK}/build -G ${GENERATOR}
  -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${CMAKE_COMMAND} -E env AVOW_CONTRACT_PLUGINS=${WORK}/build ${CONTRACT})

file(GLOB_RECURSE installed ${WORK}/prefix/*.cmake)
foreach(file ${installed})
  file(READ ${file} text)
  if(text MATCHES "${BUILD}")
    message(FATAL_ERROR "${file} names the build tree, so that it would not work on another machine")
  endif()
endforeach()
