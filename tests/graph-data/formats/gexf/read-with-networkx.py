"""Prints, as one JSON list, what NetworkX reads from GEXF files: their version, then their paths on the command line."""

import json
import sys

import networkx


def read(path, version):
    graph = networkx.read_gexf(path, version=version)
    # Without parallel edges NetworkX makes it a DiGraph, where the id of an edge is only in its data.
    keyed = graph.is_multigraph()
    edges = graph.edges(keys=True, data=True) if keyed else ((s, t, d["id"], d) for s, t, d in graph.edges(data=True))
    return {
        "mode": graph.graph["mode"],
        "nodes": list(graph.nodes(data=True)),
        "edges": list(edges),
    }


version, *paths = sys.argv[1:]
print(json.dumps([read(path, version) for path in paths]))
