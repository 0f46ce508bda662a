# Puts schema/sqlite/NNNN_what.sql into the library, so that a store can be made wherever the program runs.
# Adding or changing a file there configures again.
set(schema_folder ${PROJECT_SOURCE_DIR}/schema/sqlite)
file(GLOB schema_files CONFIGURE_DEPENDS ${schema_folder}/[0-9][0-9][0-9][0-9]_*.sql)
list(SORT schema_files)
set(AVOW_MIGRATIONS "")
foreach(schema_file ${schema_files})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${schema_file})
  get_filename_component(schema_name ${schema_file} NAME_WE)
  file(READ ${schema_file} schema_text)
  string(APPEND AVOW_MIGRATIONS "    {\"${schema_name}\", R\"avow_sql(${schema_text})avow_sql\"},\n")
endforeach()
configure_file(${CMAKE_CURRENT_LIST_DIR}/sqlite/migration_texts.cpp.in
  ${CMAKE_CURRENT_BINARY_DIR}/store/migration_texts.cpp @ONLY)
target_sources(avow_store PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/store/migration_texts.cpp)
