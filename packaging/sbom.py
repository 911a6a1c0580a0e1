#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes an SPDX 2.3 bill of materials of built programs.

    sbom.py VERSION OUTPUT PROGRAM...

Lists each program with its checksum, every shared library that the dynamic loader would bring in
with the Debian package and version it comes from, and the header-only libraries that were compiled
in. The same input makes the same bytes: times come from SOURCE_DATE_EPOCH.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone

# Compiled in, so that no loader knows of them.
HEADER_ONLY = ["libexpected-dev"]


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries(program):
    """Paths of the shared libraries of `program`, those of its libraries included."""
    return re.findall(r"=> (/\S+)", output_of("ldd", program))


def package_of(path):
    """The Debian package that owns the file, or nothing."""
    for candidate in (path, os.path.realpath(path), "/usr" + path):
        found = subprocess.run(["dpkg-query", "-S", candidate], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    return None


def package_entry(name):
    version, architecture, source = output_of(
        "dpkg-query", "-W", "-f", "${Version}\n${Architecture}\n${source:Package}\n", name
    ).splitlines()[:3]
    return {
        "SPDXID": "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9.-]", "-", name),
        "name": name,
        "versionInfo": version,
        "supplier": "Organization: Debian",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "externalRefs": [
            {
                "referenceCategory": "PACKAGE-MANAGER",
                "referenceType": "purl",
                "referenceLocator": f"pkg:deb/debian/{name}@{version}?arch={architecture}&upstream={source}",
            }
        ],
    }


def program_entry(path):
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return {
        "SPDXID": "SPDXRef-File-" + os.path.basename(path),
        "fileName": "./usr/bin/" + os.path.basename(path),
        "fileTypes": ["BINARY"],
        "checksums": [{"algorithm": "SHA256", "checksumValue": digest}],
        "licenseConcluded": "GPL-3.0-or-later",
        "licenseInfoInFiles": ["GPL-3.0-or-later"],
        "copyrightText": "2026 The Clusterdeck developers",
    }


def main(version, output, programs):
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0")) or int(datetime.now().timestamp())
    files = [program_entry(program) for program in sorted(programs)]
    names = {package_of(path) for program in programs for path in libraries(program)}
    if None in names:
        sys.exit("sbom.py: a shared library belongs to no package")
    dependencies = [package_entry(name) for name in sorted(names | set(HEADER_ONLY))]
    own = {
        "SPDXID": "SPDXRef-Package-clusterdeck",
        "name": "clusterdeck",
        "versionInfo": version,
        "supplier": "Organization: Clusterdeck",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "GPL-3.0-or-later",
        "licenseDeclared": "GPL-3.0-or-later",
        "copyrightText": "2026 The Clusterdeck developers",
    }
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", own["SPDXID"])]
    relations += [(own["SPDXID"], "CONTAINS", file["SPDXID"]) for file in files]
    for entry in dependencies:
        header = entry["name"] in HEADER_ONLY
        relations.append(
            (entry["SPDXID"], "BUILD_DEPENDENCY_OF", own["SPDXID"])
            if header
            else (own["SPDXID"], "DYNAMIC_LINK", entry["SPDXID"])
        )
    content = hashlib.sha256(json.dumps([files, dependencies], sort_keys=True).encode()).hexdigest()
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"clusterdeck-{version}",
        "documentNamespace": f"https://clusterdeck.example/spdx/clusterdeck-{version}-{content[:16]}",
        "creationInfo": {
            "created": datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Organization: Clusterdeck", "Tool: packaging/sbom.py"],
        },
        "packages": [own] + dependencies,
        "files": files,
        "relationships": [
            {"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b}
            for a, kind, b in relations
        ],
    }
    with open(output, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=2, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
