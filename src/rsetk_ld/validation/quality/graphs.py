"""What the checks need to know about directed graphs: reach, circles, shortest paths, classes of equals.

A graph is a mapping from node to the nodes it leads to. Nothing here recurses, so long chains do no harm.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

Graph = Mapping[str, Collection[str]]


def reachable(graph: Graph, start: str) -> set[str]:
    """Return the nodes that one or more steps lead to.

    >>> sorted(reachable({"a": ["b"], "b": ["c"]}, "a"))
    ['b', 'c']
    """
    seen: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting.extend(graph.get(node, ()))
    return seen


def shortest_path(graph: Graph, start: str, goal: str) -> list[str]:
    """Return the nodes of a shortest path, both ends included; nothing where there is none.

    >>> shortest_path({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, "a", "d")
    ['a', 'b', 'd']
    """
    came_from = {start: start}
    layer = [start]
    while layer and goal not in came_from:
        following = []
        for node in layer:
            for other in graph.get(node, ()):
                if other not in came_from:
                    came_from[other] = node
                    following.append(other)
        layer = following
    if goal not in came_from:
        return []
    path = [goal]
    while path[-1] != start:
        path.append(came_from[path[-1]])
    return path[::-1]


def components(graph: Graph) -> dict[str, int]:
    """Return a number for every node; two nodes share it if each can be reached from the other (Tarjan).

    >>> found = components({"a": ["b"], "b": ["a", "c"]})
    >>> found["a"] == found["b"], found["b"] == found["c"]
    (True, False)
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    done: dict[str, int] = {}
    stack: list[str] = []
    for root in graph:
        if root in order:
            continue
        work: list[tuple[str, Iterator[str]]] = [(root, iter(graph.get(root, ())))]
        order[root] = low[root] = len(order)
        stack.append(root)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in order:
                    order[other] = low[other] = len(order)
                    stack.append(other)
                    work.append((other, iter(graph.get(other, ()))))
                    break
                if other not in done:
                    low[node] = min(low[node], order[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    while node not in done:
                        done[stack.pop()] = order[node]
    return done


def circles(graph: Graph) -> list[list[str]]:
    """Return circles of two or more nodes such that every link on any circle is on one of them.

    All circles of a dense graph are more than anybody can read; these are enough to break every one.

    >>> circles({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    [['a', 'b', 'c']]
    >>> circles({"a": ["b", "c"], "b": ["a"], "c": ["a"]})
    [['a', 'b'], ['a', 'c']]
    """
    part = components(graph)
    inner = {
        node: [other for other in others if other != node and part[other] == part[node]]
        for node, others in graph.items()
    }
    found = []
    seen: set[tuple[str, str]] = set()
    for node, others in inner.items():
        for other in others:
            if (node, other) not in seen:
                circle = [node, *shortest_path(inner, other, node)[:-1]]
                seen.update(zip(circle, [*circle[1:], node], strict=True))
                found.append(circle)
    return found


def classes(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return a representative for every node, the same for all that chains of pairs connect (union-find).

    >>> found = classes([("a", "x"), ("b", "x"), ("c", "y")])
    >>> found["a"] == found["b"], found["a"] == found["c"]
    (True, False)
    """
    parent: dict[str, str] = {}

    def top(node: str) -> str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in pairs:
        parent[top(one)] = top(other)
    return {node: top(node) for node in list(parent)}


def both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the graph in which every pair leads in both directions.

    >>> both_ways([("a", "b")])
    {'a': ['b'], 'b': ['a']}
    """
    graph: dict[str, list[str]] = {}
    for one, other in pairs:
        graph.setdefault(one, []).append(other)
        graph.setdefault(other, []).append(one)
    return graph
