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
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library names: the database's driver, the icons' format, the certificates.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | kwalletmanager, libsecret-1-0, qt6-wayland, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"See, select and delete the HPC clusters of an EHPC cloud
Clusterdeck shows all HPC clusters of a QingCloud-type EHPC cloud in one table.
It deletes, stops or starts the ones that are selected, asks before it deletes,
sends each request once, and watches every job to its end.
.
A practice cloud is inside the program: everything can be tried without an
account. It also runs alone, as clusterdeck-demo-service, for scripts and
courses.")

if(UNIX AND NOT APPLE)
    # Debian wants its own documents in a place of its own.
    configure_file(packaging/linux/changelog.in changelog @ONLY)
    find_program(GZIP gzip REQUIRED)
    add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/changelog.gz
        COMMAND ${GZIP} -9nkf ${CMAKE_BINARY_DIR}/changelog
        DEPENDS ${CMAKE_BINARY_DIR}/changelog)
    add_custom_target(debian-changelog ALL DEPENDS ${CMAKE_BINARY_DIR}/changelog.gz)
    install(FILES ${CMAKE_BINARY_DIR}/changelog.gz packaging/linux/copyright
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/clusterdeck)

    option(CLUSTERDECK_SBOM "Write an SPDX bill of materials (needs python3 and dpkg)" OFF)
    if(CLUSTERDECK_SBOM)
        find_package(Python3 REQUIRED COMPONENTS Interpreter)
        set(sbom ${CMAKE_BINARY_DIR}/clusterdeck.spdx.json)
        add_custom_command(OUTPUT ${sbom}
            COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/packaging/sbom.py ${PROJECT_VERSION}
                    ${sbom} $<TARGET_FILE:clusterdeck> $<TARGET_FILE:clusterdeck-demo-service>
            DEPENDS clusterdeck clusterdeck-demo-service packaging/sbom.py)
        add_custom_target(sbom ALL DEPENDS ${sbom})
        install(FILES ${sbom} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/clusterdeck)
    endif()
endif()

# Neither of these was ever built: see the README.
if(WIN32)
    set(CPACK_GENERATOR NSIS)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
endif()
include(CPack)
