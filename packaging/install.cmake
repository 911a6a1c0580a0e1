# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed: `cmake --install`, and what CPack packs. The file of the charts installs itself
# (ui/pictures/plugin), to CLUSTERDECK_PLUGINS.

# The name under which desktops, AppStream and Flatpak know the program.
set(CLUSTERDECK_APP_ID "org.clusterdeck.clusterdeck")
# A placeholder until there is a public page: .example is never anybody's.
set(CLUSTERDECK_HOMEPAGE "https://clusterdeck.example" CACHE STRING "Address of the project's page")
set(CLUSTERDECK_MAINTAINER "Clusterdeck maintainers <maintainers@clusterdeck.example>"
    CACHE STRING "Name and address of who makes the packages")

# Windows and macOS: written by CMake's and Qt's documentation and never tried. Windows also needs
# code: app/interrupts, crashes, logfile and providerfiles, and both main files, call POSIX.
if(WIN32 OR APPLE)
    set_target_properties(clusterdeck PROPERTIES WIN32_EXECUTABLE ON MACOSX_BUNDLE ON
        MACOSX_BUNDLE_BUNDLE_NAME Clusterdeck
        MACOSX_BUNDLE_GUI_IDENTIFIER ${CLUSTERDECK_APP_ID}
        MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
        MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION})
    install(TARGETS clusterdeck clusterdeck-demo-service
            BUNDLE DESTINATION . RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES LICENSE DESTINATION .)
    # Qt's libraries and plugins beside the program; Qt 6.5 knows this call by these words.
    qt_generate_deploy_app_script(TARGET clusterdeck OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
    install(SCRIPT ${deploy})
    return()
endif()

install(TARGETS clusterdeck clusterdeck-demo-service RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

configure_file(packaging/linux/clusterdeck.desktop.in ${CLUSTERDECK_APP_ID}.desktop @ONLY)
configure_file(packaging/linux/clusterdeck.metainfo.xml.in ${CLUSTERDECK_APP_ID}.metainfo.xml @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/${CLUSTERDECK_APP_ID}.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_BINARY_DIR}/${CLUSTERDECK_APP_ID}.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

# clusterdeck_gzip(INPUT OUTPUT): the same bytes each time, as Debian wants its pages and documents.
find_program(GZIP gzip REQUIRED)
function(clusterdeck_gzip input output)
    add_custom_command(OUTPUT ${output}
        COMMAND ${GZIP} -9nc ${input} > ${output}
        DEPENDS ${input} VERBATIM)
    set_property(GLOBAL APPEND PROPERTY CLUSTERDECK_GZIPPED ${output})
endfunction()
foreach(page clusterdeck.1 clusterdeck-demo-service.1)
    clusterdeck_gzip(${CMAKE_SOURCE_DIR}/packaging/man/${page} ${CMAKE_BINARY_DIR}/${page}.gz)
    install(FILES ${CMAKE_BINARY_DIR}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()

set(completion packaging/linux/completion)
install(FILES ${completion}/clusterdeck.bash RENAME clusterdeck
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completion}/clusterdeck-demo-service.bash RENAME clusterdeck-demo-service
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completion}/_clusterdeck ${completion}/_clusterdeck-demo-service
        DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${completion}/clusterdeck.fish ${completion}/clusterdeck-demo-service.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES resources/icons/clusterdeck.svg RENAME ${CLUSTERDECK_APP_ID}.svg
        DESTINATION ${icons}/scalable/apps)
# Desktops that draw no SVG take these.
find_program(RSVG_CONVERT rsvg-convert)
if(RSVG_CONVERT)
    foreach(size 48 64 128 256)
        set(picture ${CMAKE_BINARY_DIR}/icons/${size}.png)
        add_custom_command(OUTPUT ${picture}
            COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/icons
            COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} -o ${picture}
                    ${CMAKE_SOURCE_DIR}/resources/icons/clusterdeck.svg
            DEPENDS ${CMAKE_SOURCE_DIR}/resources/icons/clusterdeck.svg)
        list(APPEND pictures ${picture})
        install(FILES ${picture} RENAME ${CLUSTERDECK_APP_ID}.png
                DESTINATION ${icons}/${size}x${size}/apps)
    endforeach()
    add_custom_target(icons ALL DEPENDS ${pictures})
else()
    message(STATUS "rsvg-convert was not found: only the SVG icon will be installed")
endif()
