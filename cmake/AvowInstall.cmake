# What is installed: the program with its data, the plugins (avow_plugin installs each itself), and, as the component
# `sdk`, what a plugin author needs: headers, find_package(avow) and the template. docs/plugins.md is for them.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/avow)
install(TARGETS avow_sdk EXPORT avow_targets)
install(EXPORT avow_targets NAMESPACE avow:: DESTINATION ${package_folder} COMPONENT sdk)
install(DIRECTORY core/include/avow DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT sdk)
configure_package_config_file(cmake/avowConfig.cmake.in ${PROJECT_BINARY_DIR}/avowConfig.cmake
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO)
# Plugins are accepted across minor versions of Avow, whatever the ABI's own number says in the headers.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/avowConfigVersion.cmake
  COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/avowConfig.cmake ${PROJECT_BINARY_DIR}/avowConfigVersion.cmake
  cmake/AvowPlugin.cmake cmake/plugin_exports.map DESTINATION ${package_folder} COMPONENT sdk)
install(DIRECTORY plugins/template DESTINATION ${CMAKE_INSTALL_DATADIR}/avow COMPONENT sdk)
install(FILES docs/plugins.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT sdk)

foreach(folder vocabulary json sqlite)
  if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/schema/${folder})
    install(DIRECTORY schema/${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/avow)
  endif()
endforeach()
if(TARGET avow)
  install(TARGETS avow RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
