#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the folders of app/ and ui/ from the #include lines of their files.

    architecture.py           writes .github/architecture.dot and, with Graphviz, draws it as
                              resources/pictures/architecture.svg
    architecture.py --check   fails when the two files are not what the code gives; needs no Graphviz

An arrow means "includes". An arrow is left out when a longer way has the same two ends (transitive
reduction). app/main.cpp is a node of its own, since it is the only file that includes both layers.
Folders that include one another in a circle stand in one frame, without the arrows between them.
"""
import difflib
import hashlib
import re
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
DOT = TOP / ".github/architecture.dot"
SVG = TOP / "resources/pictures/architecture.svg"
MAIN = "app/main.cpp"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+/[^"]+)"', re.MULTILINE)
# Fill and frame of the nodes of a layer.
COLORS = {"app": ("#e8f0fe", "#174ea6"), "ui": ("#e6f4ea", "#137333"), MAIN: ("#ffffff", "#5f6368")}


def folder_of(path):
    return path if path == MAIN else path.rpartition("/")[0]


def layer_of(node):
    return node if node == MAIN else node.partition("/")[0]


def read_includes():
    """Of each folder, the other folders that its files include."""
    graph = {}
    for layer in ("app", "ui"):
        for file in sorted((TOP / layer).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            folder = folder_of(file.relative_to(TOP).as_posix())
            others = graph.setdefault(folder, set())
            for header in INCLUDE.findall(file.read_text(encoding="utf-8")):
                other = folder_of(header)
                if other != folder:
                    graph.setdefault(other, set())
                    others.add(other)
    return graph


def reachable(graph, start):
    seen = set()
    waiting = [start]
    while waiting:
        for other in graph[waiting.pop()] - seen:
            seen.add(other)
            waiting.append(other)
    return seen


def circles_of(graph):
    """The sets of folders of which each reaches each other one."""
    reach = {node: reachable(graph, node) for node in graph}
    circles = []
    for node in sorted(graph):
        circle = {node} | {other for other in reach[node] if node in reach[other]}
        if len(circle) > 1 and circle not in circles:
            circles.append(circle)
    return circles


def merged(graph, circles):
    """The graph in which each circle is one node, named after its first folder."""
    name = {node: min(circle) for circle in circles for node in circle}
    result = {}
    for node, others in graph.items():
        own = result.setdefault(name.get(node, node), set())
        own |= {name.get(other, other) for other in others} - {name.get(node, node)}
    return result


def reduced(graph):
    """The fewest arrows by which each node reaches what it reaches in a graph without circles."""
    return {node: {other for other in others
                   if not any(other in reachable(graph, third) for third in others - {other})}
            for node, others in graph.items()}


def dot_text(graph):
    circles = circles_of(graph)
    arrows = reduced(merged(graph, circles))
    lines = ["// Made by packaging/architecture.py from the includes in app/ and ui/. Do not edit.",
             "digraph architecture {",
             '    graph [rankdir=TB, compound=true, bgcolor=white, ranksep=0.45, nodesep=0.3,',
             '           fontname="DejaVu Sans", fontsize=13]',
             '    node [shape=box, style="rounded,filled", fontname="DejaVu Sans", fontsize=12,',
             "          height=0.36, margin=\"0.14,0.06\"]",
             '    edge [color="#5f6368", arrowsize=0.7]']

    def node_line(node, indent):
        fill, frame = COLORS[layer_of(node)]
        label = f"files in {node}/" if node in ("app", "ui") else node
        lines.append(f'{indent}"{node}" [label="{label}", fillcolor="{fill}", color="{frame}"]')

    anchors = {}  # of a circle: the node in its frame at which arrows end or begin
    framed = set()
    for number, circle in enumerate(circles):
        frame = COLORS[layer_of(min(circle))][1]
        ordered = sorted(circle)
        framed |= circle
        lines += [f"    subgraph cluster_{number} {{",
                  f'        label="These folders include one another"; style=rounded; color="{frame}"']
        for node in ordered:
            node_line(node, "        ")
        # Rows of five, which invisible edges keep one below the other.
        rows = [ordered[at:at + 5] for at in range(0, len(ordered), 5)]
        for row in rows:
            lines.append("        { rank=same; " + " -> ".join(f'"{node}"' for node in row)
                         + " [style=invis] }")
        for upper, lower in zip(rows, rows[1:]):
            for above, below in zip(upper, lower):
                lines.append(f'        "{above}" -> "{below}" [style=invis]')
        lines.append("    }")
        anchors[min(circle)] = (f"cluster_{number}", rows[0][len(rows[0]) // 2],
                                rows[-1][len(rows[-1]) // 2])
    for node in sorted(set(graph) - framed):
        node_line(node, "    ")
    for node in sorted(arrows):
        for other in sorted(arrows[node]):
            begin, end, options = node, other, []
            if node in anchors:
                frame, _, begin = anchors[node]
                options.append(f"ltail={frame}")
            if other in anchors:
                frame, end, _ = anchors[other]
                options.append(f"lhead={frame}")
            lines.append(f'    "{begin}" -> "{end}"' +
                         (f' [{", ".join(options)}]' if options else ""))
    return "\n".join(lines) + "\n}\n"


def mark_of(dot):
    """Stands in the picture, so that a check without Graphviz knows from which text it was drawn."""
    return f"<!-- Drawn from .github/architecture.dot, SHA-256 {hashlib.sha256(dot.encode()).hexdigest()} -->"


def check(dot):
    kept = DOT.read_text(encoding="utf-8") if DOT.exists() else ""
    if kept != dot:
        sys.stdout.writelines(difflib.unified_diff(kept.splitlines(True), dot.splitlines(True),
                                                   DOT.relative_to(TOP).as_posix(), "the code"))
        sys.exit("The folders include one another otherwise than the picture shows."
                 " Run packaging/architecture.py and commit what it writes.")
    if not SVG.exists() or mark_of(dot) not in SVG.read_text(encoding="utf-8"):
        sys.exit(f"{SVG.relative_to(TOP)} was not drawn from .github/architecture.dot."
                 " Install Graphviz and run packaging/architecture.py.")


def draw(dot):
    DOT.write_text(dot, encoding="utf-8")
    try:
        svg = subprocess.run(["dot", "-Tsvg"], input=dot, check=True, capture_output=True,
                             text=True).stdout
    except FileNotFoundError:
        sys.exit("dot was not found: install Graphviz to draw the picture.")
    svg = svg.replace('font-family="DejaVu Sans"', 'font-family="DejaVu Sans, Verdana, sans-serif"')
    SVG.write_text(svg.replace("<svg ", mark_of(dot) + "\n<svg ", 1), encoding="utf-8")


if __name__ == "__main__":
    text = dot_text(read_includes())
    if sys.argv[1:] == ["--check"]:
        check(text)
    elif not sys.argv[1:]:
        draw(text)
    else:
        sys.exit(__doc__)
