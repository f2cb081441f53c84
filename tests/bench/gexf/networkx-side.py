"""Run by sides.ts: a file of graph lines; prints the processor seconds write_gexf takes for the nodes alone and for all."""
import json
import os
import sys
import time

import networkx


def to_viz(data):
    colour = data.pop("color")
    viz = {"color": {"r": int(colour[1:3], 16), "g": int(colour[3:5], 16), "b": int(colour[5:7], 16), "a": 1.0}}
    if "x" in data:
        viz["position"] = {"x": data.pop("x"), "y": data.pop("y"), "z": 0}
        viz["size"] = data.pop("size")
    return {**data, "viz": viz}


def measure(graph):
    started = time.process_time()
    networkx.write_gexf(graph, os.devnull, version="1.3")
    return time.process_time() - started


graph = networkx.MultiDiGraph()
nodes_alone = None
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        row = json.loads(line)
        if len(row) == 2:
            graph.add_node(row[0], **to_viz(row[1]))
            continue
        if nodes_alone is None:
            nodes_alone = measure(graph)
        graph.add_edge(row[1], row[2], key=row[0], **to_viz(row[3]))
print(json.dumps({"nodes": nodes_alone, "all": measure(graph)}))
