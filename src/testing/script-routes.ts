import type { Program } from "../compile/script.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type {
  HandlerDeclaration,
  TwilioEvent,
  Verification,
  WebhookDeclaration,
} from "../host/handler.ts";
import { handlerName } from "../host/handler.ts";
import { type TwilioPaths, twilioPathOf } from "../host/twilio-paths.ts";
import type { WhatsAppProvider } from "../host/whatsapp/providers.ts";
import { BasicError } from "../runtime/error.ts";
import { RouteTable, type StandardPaths } from "../routes/route-table.ts";

/** A kind of event, and how paths tell that they are for it. */
interface EventKind {
  readonly statement: string;
  /** Part of a path that is most likely for it. */
  readonly named: RegExp;
  /** Part of a path that is for it and nothing else. */
  readonly only: RegExp;
  readonly signedBy: "meta" | "twilio";
}

const WHATSAPP: EventKind = {
  statement: "RECEIVE WHATSAPP",
  named: /whatsapp|meta/i,
  only: /whatsapp/i,
  signedBy: "meta",
};
const CALL: EventKind = {
  statement: "RECEIVE CALL",
  named: /voice|call/i,
  only: /voice|\bcalls?\b/i,
  signedBy: "twilio",
};
const SMS: EventKind = {
  statement: "RECEIVE SMS",
  named: /sms|message/i,
  only: /sms/i,
  signedBy: "twilio",
};
const KINDS = [WHATSAPP, CALL, SMS];

/** A block that gets a recording, what was said in one, or what a dialled call came to. */
export interface BlockRoute {
  /** As the script names it. */
  readonly block: string;
  readonly path: string;
}

/** Where the events of a test go, where it does not say. */
export class ScriptRoutes {
  readonly #program: Program;
  readonly #handlers: readonly HandlerDeclaration[];
  readonly #paths: StandardPaths;
  readonly #table: RouteTable;

  constructor(program: Program, given: Omit<StandardPaths, "asksForStatuses">) {
    const paths = { ...given, asksForStatuses: true };
    this.#program = program;
    this.#handlers = program.handlers.map(({ declaration }) => declaration);
    this.#paths = paths;
    this.#table = new RouteTable(program.handlers, paths);
  }

  /** Where handlers for Twilio listen that name no path. */
  get twilioPaths(): TwilioPaths {
    return this.#paths.twilioPaths;
  }

  /** The names of what requests can reach: `POST /orders`. */
  get names(): readonly string[] {
    const reachable = this.#handlers.filter(({ kind }) => kind !== "send-failed");
    return [...new Set(reachable.map((one) => this.#nameOf(one)))];
  }

  /** The fields of Meta's webhooks that ON WHATSAPP EVENT handlers are for. */
  get fields(): readonly string[] {
    return this.#handlers.flatMap((one) =>
      one.kind === "whatsapp" && one.field !== undefined ? [one.field] : [],
    );
  }

  /** The blocks ON TRANSCRIPTION, in the order of the scripts. */
  get transcriptions(): readonly BlockRoute[] {
    return this.#blocksOf("transcription");
  }

  /** The blocks ON RECORDING, in the order of the scripts. */
  get recordings(): readonly BlockRoute[] {
    return this.#blocksOf("recording");
  }

  /** The blocks ON DIAL RESULT, in the order of the scripts. */
  get dialResults(): readonly BlockRoute[] {
    return this.#blocksOf("dial");
  }

  #blocksOf(event: "transcription" | "recording" | "dial"): readonly BlockRoute[] {
    return this.#program.handlers.flatMap(({ declaration, script }) => {
      if (declaration.kind !== "twilio" || declaration.event !== event) return [];
      const path = twilioPathOf(declaration, script.file.path, this.#paths.twilioPaths);
      return [{ block: declaration.block ?? "", path }];
    });
  }

  /** Finds the route that a request which reached none most likely meant. */
  nearest(request: string): string | undefined {
    const known = this.#webhooks().map(handlerName);
    return suggest(request, known);
  }

  /** How the handler of a path verifies its requests; `auto` where none listens there. */
  verificationOf(method: string, target: string): Verification {
    const path = target.split("?", 1)[0] ?? target;
    const match = this.#table.match(method, path.slice(1).split("/"));
    return match.kind === "found" ? match.route.verification : "auto";
  }

  /** Who delivers to a path: the provider whose path or signature it has, else Meta. */
  providerOf(target: string): WhatsAppProvider {
    const path = target.split("?", 1)[0] ?? target;
    const match = this.#table.match("POST", path.slice(1).split("/"));
    return match.kind === "found" ? match.route.handlers.provider : "meta";
  }

  /**
   * The path of WhatsApp: that of ON WHATSAPP handlers, else of the one webhook that is for it.
   * @param provider who delivers; the first of the settings where it is left out
   * @throws BasicError GB3511 where none or several could be meant
   */
  whatsapp(provider?: WhatsAppProvider): string {
    const standard = this.#standardPath(provider);
    if (this.#handlers.some(({ kind }) => kind === "whatsapp")) return standard;
    const own = provider === undefined ? undefined : this.#pathOf(provider, standard);
    return own ?? this.#pathFor(WHATSAPP);
  }

  #standardPath(provider: WhatsAppProvider | undefined): string {
    const { whatsappPaths } = this.#paths;
    const found = whatsappPaths.find((one) => one.provider === provider) ?? whatsappPaths[0];
    return found?.path ?? "";
  }

  /** The path of the one ON WEBHOOK that is for a provider. */
  #pathOf(provider: WhatsAppProvider, standard: string): string | undefined {
    const routes = this.#table.routes.filter(({ handlers }) => handlers.provider === provider);
    const paths = [...new Set(routes.map(({ path }) => path))];
    if (paths.includes(standard)) return standard;
    return provider !== "meta" && paths.length === 1 ? paths[0] : undefined;
  }

  /** @throws BasicError GB3511 where no path or several could be meant */
  call(): string {
    return this.#twilio(CALL, "call") ?? this.#pathFor(CALL);
  }

  /** @throws BasicError GB3511 where no path or several could be meant */
  sms(): string {
    return this.#twilio(SMS, "sms") ?? this.#pathFor(SMS);
  }

  /**
   * The path of the handler for an event of Twilio: the one that names no path, else the only one.
   * @throws BasicError GB3511 where there are several
   */
  #twilio({ statement }: EventKind, event: TwilioEvent): string | undefined {
    const found = this.#program.handlers.flatMap(({ declaration, script }) =>
      declaration.kind === "twilio" && declaration.event === event
        ? [
            {
              name: handlerName(declaration),
              isPlain: declaration.path === undefined,
              path: twilioPathOf(declaration, script.file.path, this.#paths.twilioPaths),
            },
          ]
        : [],
    );
    const [first, ...others] = found;
    if (first === undefined || others.length === 0) return first?.path;
    const plain = found.find(({ isPlain }) => isPlain);
    if (plain !== undefined) return plain.path;
    const names = found.map(({ name }) => name);
    throw new BasicError(testingMessages.whichPath(statement, names, first.path));
  }

  /** The path whose name says that it is for the events, else the only one that is not for others. */
  #pathFor(kind: EventKind): string {
    const { statement, named, signedBy } = kind;
    const others = KINDS.filter((one) => one !== kind);
    const possible = this.#webhooks().filter(
      ({ method, verification }) =>
        ["POST", "ANY"].includes(method) &&
        ["auto", "open", signedBy].some((one) => one === verification),
    );
    // What stands in the place of a `:name` no event tells.
    const whole = possible.filter(({ path }) => !path.includes("/:"));
    const paths = [...new Set(whole.map(({ path }) => path))];
    const likely = paths.filter((path) => named.test(path));
    const free = paths.filter((path) => !others.some(({ only }) => only.test(path)));
    const meant = likely.length > 0 ? likely : free;
    const [first] = meant;
    if (first !== undefined && meant.length === 1) return first;
    throw new BasicError(testingMessages.whichPath(statement, this.names, first));
  }

  #webhooks(): readonly WebhookDeclaration[] {
    return this.#handlers.filter((one) => one.kind === "webhook");
  }

  #nameOf(declaration: HandlerDeclaration): string {
    const name = handlerName(declaration);
    return declaration.kind === "whatsapp"
      ? `${name} (POST ${this.#standardPath(undefined)})`
      : name;
  }
}
