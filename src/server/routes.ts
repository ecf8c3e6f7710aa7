import type { CompiledHandler } from "../compile/script.ts";
import { decodeSegments } from "./request-path.ts";

/** One handler with its place in the table. */
export interface Route {
  readonly handler: CompiledHandler;
  /** Upper case, or ANY. */
  readonly method: string;
  /** As the script declares it; the label in logs and metrics. */
  readonly path: string;
  /** The names of the `:name` segments, in order. */
  readonly parameters: readonly string[];
}

/** What the table says of a path and method. */
export type RouteMatch =
  | { readonly kind: "found"; readonly route: Route; readonly values: ReadonlyMap<string, string> }
  | {
      readonly kind: "wrong-method";
      /** Sorted; for the Allow header. */
      readonly allowed: readonly string[];
      /** The POST route of the path, which a GET may be the handshake of. */
      readonly post: Route | undefined;
    }
  | { readonly kind: "unknown" };

interface RouteNode {
  readonly literals: Map<string, RouteNode>;
  parameter: RouteNode | undefined;
  readonly routes: Map<string, Route>;
}

interface Candidate {
  readonly node: RouteNode;
  readonly values: readonly string[];
}

/**
 * The routes of a program as a tree of segments. A literal segment wins over a parameter, paths
 * compare with case, and one trailing slash more or less makes no difference, since neither Meta
 * nor Twilio follows a redirect to the other form.
 */
export class RouteTable {
  readonly #root: RouteNode = createNode();

  /** @param handlers of routes that differ, as the loading of a program makes sure */
  constructor(handlers: readonly CompiledHandler[]) {
    for (const handler of handlers) this.#insert(toRoute(handler));
  }

  /**
   * Finds the handler of a request.
   * @param method upper case, as on the request line
   * @param segments the decoded segments of the path
   */
  match(method: string, segments: readonly string[]): RouteMatch {
    const candidates: Candidate[] = [];
    collect(this.#root, withoutTrailingSlash(segments), 0, [], candidates);
    for (const { node, values } of candidates) {
      const route = routeFor(node, method);
      if (route !== undefined) return { kind: "found", route, values: nameValues(route, values) };
    }
    if (candidates.length === 0) return { kind: "unknown" };
    return {
      kind: "wrong-method",
      allowed: allowedMethods(candidates),
      post: candidates.map(({ node }) => routeFor(node, "POST")).find((route) => route),
    };
  }

  #insert(route: Route): void {
    let node = this.#root;
    for (const segment of withoutTrailingSlash(route.path.slice(1).split("/"))) {
      node = isParameter(segment) ? (node.parameter ??= createNode()) : literalChild(node, segment);
    }
    node.routes.set(route.method, route);
  }
}

function createNode(): RouteNode {
  return { literals: new Map(), parameter: undefined, routes: new Map() };
}

function literalChild(node: RouteNode, segment: string): RouteNode {
  const literal = decodeSegments(`/${segment}`)?.[0] ?? segment;
  const child = node.literals.get(literal) ?? createNode();
  node.literals.set(literal, child);
  return child;
}

function toRoute(handler: CompiledHandler): Route {
  const { method, path } = handler.declaration;
  const parameters = path.split("/").filter(isParameter);
  return { handler, method, path, parameters: parameters.map((segment) => segment.slice(1)) };
}

function isParameter(segment: string): boolean {
  return segment.length > 1 && segment.startsWith(":");
}

function withoutTrailingSlash(segments: readonly string[]): readonly string[] {
  return segments.length > 1 && segments.at(-1) === "" ? segments.slice(0, -1) : segments;
}

/** Adds every node that the path leads to, the most literal first. */
function collect(
  node: RouteNode,
  segments: readonly string[],
  depth: number,
  values: readonly string[],
  found: Candidate[],
): void {
  const segment = segments[depth];
  if (segment === undefined) {
    if (node.routes.size > 0) found.push({ node, values });
    return;
  }
  const literal = node.literals.get(segment);
  if (literal !== undefined) collect(literal, segments, depth + 1, values, found);
  if (node.parameter !== undefined && segment !== "")
    collect(node.parameter, segments, depth + 1, [...values, segment], found);
}

/** HEAD is answered by GET, whose response is then sent without its body. */
function routeFor(node: RouteNode, method: string): Route | undefined {
  const { routes } = node;
  const asGet = method === "HEAD" ? routes.get("GET") : undefined;
  return routes.get(method) ?? asGet ?? routes.get("ANY");
}

function allowedMethods(candidates: readonly Candidate[]): readonly string[] {
  const methods = new Set(candidates.flatMap(({ node }) => [...node.routes.keys()]));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

function nameValues(route: Route, values: readonly string[]): ReadonlyMap<string, string> {
  if (values.length === 0) return NO_VALUES;
  return new Map(route.parameters.map((name, index) => [name, values[index] ?? ""]));
}
