#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes an SPDX 2.3 bill of materials of built programs, or checks one.

    sbom.py VERSION ROOT DOCUMENT
    sbom.py --check ROOT DOCUMENT

The first lists each program and library installed below ROOT, with its checksums; every shared library
that the dynamic loader would load, with its Debian package and version; and what is compiled in or
loaded at run time. The same input makes the same bytes: times come from SOURCE_DATE_EPOCH. The second
reports what in the document is not SPDX 2.3 or does not match the files below ROOT.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import datetime, timezone
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

# Compiled in, so the loader does not know them.
BUILT_IN = ["libexpected-dev", "qt6-translations-l10n"]
# Loaded by Qt when the journal is opened.
LOADED = ["libqt6sql6-sqlite"]
LICENCE = "GPL-3.0-or-later"
COPYRIGHT = "2026 The Clusterdeck developers"


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def digest(kind, path):
    with open(path, "rb") as file:
        return hashlib.new(kind, file.read()).hexdigest()


def libraries(program):
    """Paths of the shared libraries of `program`, including those of its libraries."""
    return re.findall(r"=> (/\S+)", output_of("ldd", program))


def packages_of(paths):
    """The Debian packages that own the files; ends the script when a file belongs to no package."""
    candidates = {path: {path, os.path.realpath(path), "/usr" + path} for path in paths}
    every = sorted(set().union(*candidates.values()))
    # The exit status is 1 when a candidate is unknown: most are, under two of their three names.
    lines = subprocess.run(["dpkg-query", "-S", *every], capture_output=True, text=True).stdout
    owners = {}
    for line in lines.splitlines():
        owner, _, path = line.rpartition(": ")
        if not line.startswith("diversion "):
            owners[path] = owner.split(",")[0].split(":")[0]
    found = set()
    for path, names in candidates.items():
        known = sorted({owners[name] for name in names if name in owners})
        if not known:
            sys.exit(f"sbom.py: {path} belongs to no package")
        found.add(known[0])
    return found


def package_entry(name):
    version, architecture, source = output_of(
        "dpkg-query", "-W", "-f", "${Version}\n${Architecture}\n${source:Package}\n", name
    ).splitlines()[:3]
    locator = f"pkg:deb/debian/{quote(name)}@{quote(version, safe=':~.-')}"
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
                "referenceLocator": f"{locator}?arch={architecture}&upstream={quote(source)}",
            }
        ],
    }


def programs_below(root):
    """Paths of the ELF files below `root`, sorted."""
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names]
    return sorted(path for path in paths if not os.path.islink(path) and is_elf(path))


def is_elf(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def file_entry(path, root):
    return {
        "SPDXID": "SPDXRef-File-" + os.path.basename(path),
        "fileName": "./" + os.path.relpath(path, root),
        "fileTypes": ["BINARY"],
        "checksums": [
            {"algorithm": kind.upper(), "checksumValue": digest(kind, path)} for kind in ("sha1", "sha256")
        ],
        "licenseConcluded": LICENCE,
        "licenseInfoInFiles": [LICENCE],
        "copyrightText": COPYRIGHT,
    }


def verification_code(files):
    """As section 7.9 of SPDX 2.3 has it: the SHA-1 of the files' sorted SHA-1s."""
    sums = sorted(entry["checksums"][0]["checksumValue"] for entry in files)
    return hashlib.sha1("".join(sums).encode()).hexdigest()


def own_entry(version, files):
    return {
        "SPDXID": "SPDXRef-Package-clusterdeck",
        "name": "clusterdeck",
        "versionInfo": version,
        "supplier": "Organization: Clusterdeck",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": True,
        "packageVerificationCode": {"packageVerificationCodeValue": verification_code(files)},
        "licenseConcluded": LICENCE,
        "licenseInfoFromFiles": [LICENCE],
        "licenseDeclared": LICENCE,
        "copyrightText": COPYRIGHT,
        "primaryPackagePurpose": "APPLICATION",
    }


def relation(subject, kind, thing):
    return {"spdxElementId": subject, "relationshipType": kind, "relatedSpdxElement": thing}


def write(version, root, output):
    programs = programs_below(root)
    if not programs:
        sys.exit(f"sbom.py: no program is below {root}")
    moment = int(os.environ.get("SOURCE_DATE_EPOCH", "0")) or int(datetime.now().timestamp())
    files = [file_entry(path, root) for path in programs]
    names = packages_of({library for path in programs for library in libraries(path)})
    dependencies = [package_entry(name) for name in sorted(names | set(BUILT_IN + LOADED))]
    own = own_entry(version, files)
    relations = [relation("SPDXRef-DOCUMENT", "DESCRIBES", own["SPDXID"])]
    relations += [relation(own["SPDXID"], "CONTAINS", entry["SPDXID"]) for entry in files]
    for entry in dependencies:
        if entry["name"] in BUILT_IN:
            relations.append(relation(entry["SPDXID"], "BUILD_DEPENDENCY_OF", own["SPDXID"]))
        elif entry["name"] in LOADED:
            relations.append(relation(entry["SPDXID"], "RUNTIME_DEPENDENCY_OF", own["SPDXID"]))
        else:
            relations.append(relation(own["SPDXID"], "DYNAMIC_LINK", entry["SPDXID"]))
    content = hashlib.sha256(json.dumps([files, dependencies], sort_keys=True).encode()).hexdigest()
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"clusterdeck-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/clusterdeck-{version}-{uuid5(NAMESPACE_URL, content)}",
        "creationInfo": {
            "created": datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "creators": ["Organization: Clusterdeck", "Tool: packaging-sbom.py"],
        },
        "packages": [own] + dependencies,
        "files": files,
        "relationships": relations,
    }
    with open(output, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=2, ensure_ascii=False)
        file.write("\n")


# What section 6 to 8 of SPDX 2.3 ask for, as far as this document has it.
NEEDED = {
    "document": {"spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo"},
    "package": {"SPDXID", "name", "downloadLocation"},
    "file": {"SPDXID", "fileName", "checksums"},
}
FREE = {"NOASSERTION", "NONE"}


def problems_of(document, root):
    entries = document["packages"] + document["files"]
    ids = [document["SPDXID"]] + [entry["SPDXID"] for entry in entries]
    for kind, objects in (("document", [document]), ("package", document["packages"]), ("file", document["files"])):
        for entry in objects:
            for missing in sorted(NEEDED[kind] - entry.keys()):
                yield f"{entry.get('SPDXID', kind)} has no {missing}"
    if document["spdxVersion"] != "SPDX-2.3" or document["dataLicense"] != "CC0-1.0":
        yield "it is no SPDX 2.3 under CC0-1.0"
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", document["creationInfo"]["created"]):
        yield "the time of its creation is written wrongly"
    yield from (f"{one} is no SPDXID" for one in ids if not re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", one))
    yield from (f"{one} is there twice" for one in sorted({one for one in ids if ids.count(one) > 1}))
    related = {document["SPDXID"]}
    for each in document["relationships"]:
        related |= {each["spdxElementId"], each["relatedSpdxElement"]}
    yield from (f"{one} is related to but does not exist" for one in sorted(related - set(ids)))
    yield from (f"{one} is related to nothing" for one in sorted(set(ids) - related))
    for entry in entries:
        for field in ("licenseConcluded", "licenseDeclared"):
            if entry.get(field, LICENCE) not in FREE | {LICENCE}:
                yield f"{entry['SPDXID']}: {entry[field]} is no licence that this checker knows"
    own = document["packages"][0]
    if own["packageVerificationCode"]["packageVerificationCodeValue"] != verification_code(document["files"]):
        yield "the package's verification code is not that of its files"
    for entry in document["files"]:
        path = os.path.join(root, entry["fileName"])
        for each in entry["checksums"]:
            if not os.path.exists(path):
                yield f"{entry['fileName']} is not in the package"
            elif digest(each["algorithm"].lower(), path) != each["checksumValue"]:
                yield f"{entry['fileName']} is another file than the one listed"


def check(root, path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    found = list(problems_of(document, root))
    for problem in found:
        print(f"{os.path.basename(path)}: {problem}", file=sys.stderr)
    if not found:
        print(f"{len(document['files'])} files, {len(document['packages'])} packages, all in order")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    if sys.argv[1] == "--check":
        sys.exit(check(*sys.argv[2:]))
    write(*sys.argv[1:])
