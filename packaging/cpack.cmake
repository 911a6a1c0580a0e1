# SPDX-License-Identifier: GPL-3.0-or-later
# The packages: `cpack -G DEB` (packaging/deb.sh does all of it), NSIS and a macOS bundle.
set(CPACK_PACKAGE_NAME clusterdeck)
set(CPACK_PACKAGE_VENDOR "Clusterdeck")
set(CPACK_PACKAGE_CONTACT "${CLUSTERDECK_MAINTAINER}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${CLUSTERDECK_HOMEPAGE}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "See, select and delete the HPC clusters of an EHPC cloud")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_EXECUTABLES clusterdeck Clusterdeck)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The programs' libraries and those of the charts' file, which is loaded when it is wanted: Qt Charts
# is 2 MB of what Qt brings anyway, and with it nobody meets a picture that is missing.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library names: the database's driver and the certificates.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, ca-certificates")
# A place for secrets, Wayland, and letters for Chinese. Qt's Chinese words are inside the program.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager, libsecret-1-0, qt6-wayland, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Clusterdeck shows all HPC clusters of a QingCloud-type EHPC cloud in one table.
It deletes, stops or starts the ones that are selected, asks before it deletes,
sends each request once, and watches every job to its end.

A practice cloud is inside the program: everything can be tried without an
account. It also runs alone, as clusterdeck-demo-service, for scripts and
courses.")

if(UNIX AND NOT APPLE)
    # Debian wants its own documents in a place of its own.
    configure_file(packaging/linux/changelog.in changelog @ONLY)
    clusterdeck_gzip(${CMAKE_BINARY_DIR}/changelog ${CMAKE_BINARY_DIR}/changelog.gz)
    install(FILES ${CMAKE_BINARY_DIR}/changelog.gz packaging/linux/copyright
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/clusterdeck)
    get_property(gzipped GLOBAL PROPERTY CLUSTERDECK_GZIPPED)
    add_custom_target(gzipped ALL DEPENDS ${gzipped})

    option(CLUSTERDECK_SBOM "Write an SPDX bill of materials (needs python3 and dpkg)" OFF)
    if(CLUSTERDECK_SBOM)
        find_package(Python3 REQUIRED COMPONENTS Interpreter)
        set(sbom ${CMAKE_BINARY_DIR}/clusterdeck.spdx.json)
        # Every time: what it tells of the system's packages may have changed.
        add_custom_target(sbom ALL
            COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/packaging/sbom.py ${PROJECT_VERSION} ${sbom}
                    $<TARGET_FILE:clusterdeck>=${CMAKE_INSTALL_FULL_BINDIR}
                    $<TARGET_FILE:clusterdeck-demo-service>=${CMAKE_INSTALL_FULL_BINDIR}
                    $<TARGET_FILE:clusterdeck-pictures>=${CMAKE_INSTALL_PREFIX}/${CLUSTERDECK_PLUGINS}
            DEPENDS clusterdeck clusterdeck-demo-service clusterdeck-pictures
            BYPRODUCTS ${sbom} VERBATIM)
        install(FILES ${sbom} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/clusterdeck)
    endif()
endif()

# Neither of these was ever built: see install.cmake.
if(WIN32)
    set(CPACK_GENERATOR NSIS)
    set(CPACK_NSIS_DISPLAY_NAME Clusterdeck)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_URL_INFO_ABOUT "${CLUSTERDECK_HOMEPAGE}")
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
endif()
include(CPack)
