"""Prints, as one JSON list, what Python's own readers make of each file named on the command line."""

import csv
import json
import sys

import networkx


def read(path):
    if path.endswith(".csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            return {"rows": list(csv.reader(file, strict=True))}
    if path.endswith(".graphml"):
        graph = networkx.read_graphml(path, force_multigraph=True)
    else:
        with open(path, encoding="utf-8") as file:
            graph = networkx.node_link_graph(json.load(file), edges="edges")
    return {
        "directed": graph.is_directed(),
        "graph": graph.graph,
        "nodes": list(graph.nodes(data=True)),
        "edges": list(graph.edges(keys=True, data=True)),
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
