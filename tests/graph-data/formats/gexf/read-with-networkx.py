"""Prints, as one JSON list, what NetworkX reads from each GEXF 1.3 file named on the command line."""

import json
import sys

import networkx


def read(path):
    graph = networkx.read_gexf(path, version="1.3")
    # Without parallel edges NetworkX makes it a DiGraph, where the id of an edge is only in its data.
    keyed = graph.is_multigraph()
    edges = graph.edges(keys=True, data=True) if keyed else ((s, t, d["id"], d) for s, t, d in graph.edges(data=True))
    return {
        "mode": graph.graph["mode"],
        "nodes": list(graph.nodes(data=True)),
        "edges": list(edges),
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
