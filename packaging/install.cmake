# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed besides the programs' libraries: `cmake --install`, and what CPack packs.

# The name under which desktops, AppStream and Flatpak know the program.
set(CLUSTERDECK_APP_ID "org.clusterdeck.Clusterdeck")
# A placeholder until there is a public page: .example is never anybody's.
set(CLUSTERDECK_HOMEPAGE "https://clusterdeck.example" CACHE STRING "Address of the project's page")
set(CLUSTERDECK_MAINTAINER "Clusterdeck maintainers <maintainers@clusterdeck.example>"
    CACHE STRING "Name and address of who makes the packages")

include(GNUInstallDirs)

if(WIN32)
    install(TARGETS clusterdeck clusterdeck-demo-service RUNTIME DESTINATION .)
    install(FILES LICENSE DESTINATION .)
    return()
endif()
if(APPLE)
    install(TARGETS clusterdeck BUNDLE DESTINATION . RUNTIME DESTINATION .)
    return()
endif()

install(TARGETS clusterdeck clusterdeck-demo-service RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

configure_file(packaging/linux/clusterdeck.desktop.in ${CLUSTERDECK_APP_ID}.desktop @ONLY)
configure_file(packaging/linux/clusterdeck.metainfo.xml.in ${CLUSTERDECK_APP_ID}.metainfo.xml @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/${CLUSTERDECK_APP_ID}.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_BINARY_DIR}/${CLUSTERDECK_APP_ID}.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES packaging/man/clusterdeck.1 packaging/man/clusterdeck-demo-service.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

set(completion packaging/linux/completion)
install(FILES ${completion}/clusterdeck.bash RENAME clusterdeck
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completion}/clusterdeck.bash RENAME clusterdeck-demo-service
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
