#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that each relative link and picture in a Markdown file of the project leads to a file that is
there, and each anchor to one of its headings."""
import re
import sys
from pathlib import Path
from urllib.parse import unquote

TOP = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)\s]+)\)")


def text_of(path):
    """The text of a Markdown file without its blocks and pieces of code."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]+`", lambda code: code.group().strip("`").replace("]", ""), text)


def anchors_of(path):
    """By the rule of code hosts: "Why is it Unknown?" is "why-is-it-unknown"."""
    headings = re.findall(r"^#+ +(.+)$", text_of(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def main():
    wrong = []
    seen = 0
    # Not those below build/, which is large.
    documents = list(TOP.glob("*.md"))
    for folder in TOP.iterdir():
        if folder.is_dir() and folder.name not in ("build", ".git"):
            documents += folder.rglob("*.md")
    for document in sorted(documents):
        for link in LINK.findall(text_of(document)):
            if re.match(r"[a-z]+:", link):
                continue
            seen += 1
            file, _, anchor = unquote(link).partition("#")
            target = (document.parent / file).resolve() if file else document
            if not target.exists():
                wrong.append(f"{document.relative_to(TOP)}: {link}: there is no such file")
            elif anchor and anchor not in anchors_of(target):
                wrong.append(f"{document.relative_to(TOP)}: {link}: there is no such heading")
    for line in wrong:
        print(line)
    print(f"{seen} links in {len(documents)} documents, {len(wrong)} wrong")
    return 1 if wrong or seen < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
