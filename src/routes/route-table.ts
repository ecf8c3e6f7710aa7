import type { CompiledHandler } from "../compile/script.ts";
import type { RouteHandlers } from "../delivery/receiver.ts";
import { handlerName } from "../host/handler.ts";
import type {
  Admission,
  TwilioDeclaration,
  Verification,
  WebhookDeclaration,
} from "../host/handler.ts";
import { statusPath, type TwilioPaths, twilioPathOf } from "../host/twilio-paths.ts";
import type { TwilioSubject } from "../facts/twilio-statuses.ts";
import type { WhatsAppPath, WhatsAppProvider } from "../host/whatsapp/providers.ts";
import { isPassing } from "../host/whatsapp/providers.ts";
import { isTwilio, isTwilioStatus, isWebhook, isWhatsApp } from "./handler-kinds.ts";
import { decodeSegments } from "./request-path.ts";

/** Where handlers listen that name no path. */
export interface StandardPaths {
  /** Of ON WHATSAPP handlers, beside an ON WEBHOOK of that path. */
  readonly whatsappPaths: readonly WhatsAppPath[];
  /** Of handlers for Twilio, unless an ON WEBHOOK has that path. */
  readonly twilioPaths: TwilioPaths;
  /** True where Twilio is asked to tell what becomes of what it is given. */
  readonly asksForStatuses: boolean;
}

/** The handlers of one method and path, with their place in the table. */
export interface Route {
  readonly handlers: RouteHandlers;
  readonly verification: Verification;
  readonly admission?: Admission | undefined;
  /** Upper case, or ANY. */
  readonly method: string;
  /** As the script declares it; the label in logs and metrics. */
  readonly path: string;
  /** The names of the `:name` segments, in order. */
  readonly parameters: readonly string[];
  /** Values of parameters that are known already, as the path of WhatsApp gives them. */
  readonly known: ReadonlyMap<string, string>;
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

  /**
   * @param handlers that listen to different things, as the loading of a program makes sure
   */
  constructor(handlers: readonly CompiledHandler[], standards: StandardPaths) {
    const { whatsappPaths, twilioPaths } = standards;
    const whatsapp = handlers.filter(isWhatsApp);
    const [standard] = whatsappPaths;
    const elsewhere =
      whatsapp.length === 0 || standard === undefined
        ? undefined
        : { path: standard.path, handlers: whatsapp };
    for (const handler of handlers.filter(isTwilio)) {
      const path = twilioPathOf(handler.declaration, handler.script.file.path, twilioPaths);
      this.#insert(twilioRoute(handler, path), nodeKeys(path));
    }
    for (const about of ["sms", "call"] as const) this.#hear(about, handlers, standards);
    for (const handler of handlers.filter(isWebhook)) {
      const route = toRoute(handler, elsewhere);
      for (const path of pathsOf(handler)) this.#insert({ ...route, path }, nodeKeys(path));
    }
    for (const listening of whatsappPaths) this.#listen(listening, whatsapp);
  }

  /** Adds the ON WHATSAPP handlers on the path of a provider, whose deliveries it is for in any case. */
  #listen({ provider, path }: WhatsAppPath, whatsapp: RouteHandlers["whatsapp"]): void {
    const match = this.match("POST", segmentsOf(path).map(decoded));
    const found = match.kind === "found" ? match : undefined;
    if (whatsapp.length === 0 && (found === undefined || provider === "meta")) return;
    const route =
      found === undefined
        ? whatsappRoute(path, provider)
        : { ...found.route, known: found.values, verification: signedBy(provider, found.route) };
    const handlers = { ...route.handlers, provider, whatsapp, elsewhere: undefined };
    this.#insert({ ...route, handlers, method: "POST" }, segmentsOf(path).map(decoded));
  }

  /** Adds where Twilio tells what became of messages or calls, to handlers or to the history alone. */
  #hear(
    about: TwilioSubject,
    handlers: readonly CompiledHandler[],
    { twilioPaths, asksForStatuses }: StandardPaths,
  ): void {
    const own = handlers.filter(isTwilioStatus).filter((one) => one.declaration.about === about);
    const capability = about === "sms" ? "sms" : "phone";
    const isAsked = asksForStatuses && handlers.some(({ script }) => script.needs.has(capability));
    if (own.length === 0 && !isAsked) return;
    const path = statusPath(about, twilioPaths);
    const none = {
      provider: "meta",
      webhook: undefined,
      whatsapp: [],
      elsewhere: undefined,
    } as const;
    const statuses = { about, handlers: own };
    const place = { method: "POST", path, parameters: [], known: NO_VALUES };
    const route = { handlers: { name: `POST ${path}`, ...none, statuses }, ...place };
    this.#insert({ ...route, verification: "twilio" }, nodeKeys(path));
  }

  /** Everything that listens, for what is told of it. */
  get routes(): readonly Route[] {
    return routesBelow(this.#root);
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

  /** @param keys the segments of the path, undefined for one that takes any value */
  #insert(route: Route, keys: readonly (string | undefined)[]): void {
    let node = this.#root;
    for (const key of keys) {
      node = key === undefined ? (node.parameter ??= createNode()) : literalChild(node, key);
    }
    node.routes.set(route.method, route);
  }
}

const NO_VALUES: ReadonlyMap<string, string> = new Map();

/** A path on which nothing but ON WHATSAPP listens. */
function whatsappRoute(path: string, provider: WhatsAppProvider): Route {
  const none = { webhook: undefined, whatsapp: [], elsewhere: undefined };
  const handlers = { name: `POST ${path}`, provider, ...none };
  const place = { method: "POST", path, parameters: [], known: NO_VALUES };
  return { handlers, verification: provider, ...place };
}

/** What comes to Meta's path by ON WEBHOOK may be signed by Twilio too, as on any other path. */
function signedBy(provider: WhatsAppProvider, { verification }: Route): Verification {
  return verification === "auto" && provider !== "meta" ? provider : verification;
}

function routesBelow({ routes, literals, parameter }: RouteNode): readonly Route[] {
  const below = [...literals.values(), ...(parameter === undefined ? [] : [parameter])];
  return [...routes.values(), ...below.flatMap(routesBelow)];
}

function createNode(): RouteNode {
  return { literals: new Map(), parameter: undefined, routes: new Map() };
}

function segmentsOf(path: string): readonly string[] {
  return withoutTrailingSlash(path.slice(1).split("/"));
}

function nodeKeys(path: string): readonly (string | undefined)[] {
  return segmentsOf(path).map((segment) => (isParameter(segment) ? undefined : decoded(segment)));
}

function decoded(segment: string): string {
  return decodeSegments(`/${segment}`)?.[0] ?? segment;
}

function literalChild(node: RouteNode, literal: string): RouteNode {
  const child = node.literals.get(literal) ?? createNode();
  node.literals.set(literal, child);
  return child;
}

function twilioRoute(webhook: CompiledHandler<TwilioDeclaration>, path: string): Route {
  const { declaration } = webhook;
  const { verification } = declaration;
  const none = { whatsapp: [], elsewhere: undefined };
  const handlers = { name: handlerName(declaration), provider: "meta", webhook, ...none } as const;
  return {
    handlers,
    verification,
    method: "POST",
    path,
    parameters: parametersOf(path),
    known: NO_VALUES,
  };
}

function toRoute(
  webhook: CompiledHandler<WebhookDeclaration>,
  elsewhere: RouteHandlers["elsewhere"],
): Route {
  const { method, path, verification, admission } = webhook.declaration;
  const provider = isPassing(verification) ? verification : "meta";
  const name = handlerName(webhook.declaration);
  const handlers = { name, provider, webhook, whatsapp: [], elsewhere } as const;
  const parameters = parametersOf(path);
  return { handlers, verification, admission, method, path, parameters, known: NO_VALUES };
}

function parametersOf(path: string): readonly string[] {
  return path
    .split("/")
    .filter(isParameter)
    .map((segment) => segment.slice(1));
}

/** A WEBHOOK "Orders" answers at /webhook/orders and /webhook/Orders, and at both below /api/shop for shop.gbai. */
export function pathsOf({
  declaration: { name, path },
  script: { file },
}: CompiledHandler<WebhookDeclaration>): readonly string[] {
  if (name === undefined) return [path];
  const paths = [...new Set([path, `/webhook/${name}`])];
  if (file.folder === undefined) return paths;
  const bot = file.folder.replace(/\.gb(?:ai|dialog)$/i, "");
  return [...paths, ...paths.map((one) => `/api/${encodeURIComponent(bot)}${one}`)];
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

function nameValues(route: Route, values: readonly string[]): ReadonlyMap<string, string> {
  if (values.length === 0) return route.known;
  return new Map(route.parameters.map((name, index) => [name, values[index] ?? ""]));
}
