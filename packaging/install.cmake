# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` installs.

# The program's application id for desktops and AppStream.
set(CLUSTERDECK_APP_ID "org.clusterdeck.clusterdeck")
# Placeholders, which packaging/deb.sh reads too. The first is the address of the repository's page
# on a code host; the addresses of issues and pictures begin with it.
set(CLUSTERDECK_HOMEPAGE "https://clusterdeck.example/clusterdeck")
set(CLUSTERDECK_MAINTAINER "Clusterdeck maintainers <maintainers@clusterdeck.example>")

install(TARGETS clusterdeck clusterdeck-demo-service RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

configure_file(packaging/linux/clusterdeck.desktop.in ${CLUSTERDECK_APP_ID}.desktop @ONLY)
configure_file(packaging/linux/clusterdeck.metainfo.xml.in ${CLUSTERDECK_APP_ID}.metainfo.xml @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/${CLUSTERDECK_APP_ID}.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${CMAKE_BINARY_DIR}/${CLUSTERDECK_APP_ID}.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)

install(FILES packaging/man/clusterdeck.1 packaging/man/clusterdeck-demo-service.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

foreach(program clusterdeck clusterdeck-demo-service)
    set(completion packaging/linux/completion)
    install(FILES ${completion}/${program}.bash RENAME ${program}
            DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES ${completion}/_${program}
            DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
    install(FILES ${completion}/${program}.fish
            DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endforeach()

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES resources/icons/clusterdeck.svg RENAME ${CLUSTERDECK_APP_ID}.svg
        DESTINATION ${icons}/scalable/apps)
# For desktops without SVG support. After a change of the SVG, in resources/icons:
# for s in 48 64 128 256; do rsvg-convert -w $s -h $s -o clusterdeck-$s.png clusterdeck.svg; done
foreach(size 48 64 128 256)
    install(FILES resources/icons/clusterdeck-${size}.png RENAME ${CLUSTERDECK_APP_ID}.png
            DESTINATION ${icons}/${size}x${size}/apps)
endforeach()
