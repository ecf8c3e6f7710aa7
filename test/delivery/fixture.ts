import type { FinishedCall } from "../../src/delivery/script-http.ts";
import type { HttpAnswer, HttpCall, HttpClient } from "../../src/host/http-call.ts";
import type { CompiledHandler, CompiledScript, Program } from "../../src/compile/script.ts";
import { createDelivery } from "../../src/delivery/create-delivery.ts";
import type { Delivery } from "../../src/delivery/create-delivery.ts";
import type { Mode } from "../../src/delivery/error-responses.ts";
import type { DeliveryLimits } from "../../src/delivery/limits.ts";
import type { FinishedRun, FinishedSend } from "../../src/delivery/observer.ts";
import type { Reception } from "../../src/delivery/receiver.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { FinishedState } from "../../src/engine/finished.ts";
import { createMemoryEngine } from "../../src/engine/memory/create-memory-engine.ts";
import { createSimulatedMedia } from "../../src/channels/whatsapp/simulated-media.ts";
import type { Channel, Channels, DeliveryContext, Receipt } from "../../src/host/channel.ts";
import type { IncomingRequest } from "../../src/host/http.ts";
import type { ChannelName, OutboundMessage } from "../../src/host/message.ts";
import type { RunContext } from "../../src/runtime/run.ts";
import type { Value } from "../../src/runtime/value/value.ts";
import { RouteTable } from "../../src/routes/route-table.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { ManualTime } from "../manual-time.ts";

const TWILIO_PATHS = { call: "/twilio/voice", sms: "/twilio/sms" };

export const LIMITS: DeliveryLimits = {
  steps: 1000,
  depth: 100,
  textLength: 10_000,
  listLength: 1000,
  outputLength: 1000,
  memory: Infinity,
  effects: 100,
  generations: 10,
  runs: 10,
  handlerTimeout: 10_000,
  jobTimeout: 60_000,
};

/** What a handler or a SUB does, in place of BASIC. */
export type Body = (context: RunContext, args: readonly Value[]) => Promise<Value>;

interface ScriptParts {
  readonly path?: string;
  readonly raw?: boolean;
  readonly handler?: Body;
  readonly procedures?: Readonly<Record<string, Body>>;
}

/** Makes a script with a handler for every path and with SUBs. */
export function scriptOf({ path = "bot.bas", raw = false, handler, procedures = {} }: ScriptParts) {
  const handlers: CompiledHandler[] = [];
  const file = new SourceFile(path, 'ON WEBHOOK POST TO "/hook" DO\n  LET X = 1 / 0\nEND ON\n');
  const script: CompiledScript = {
    file,
    sources: [file],
    handlers,
    procedures: new Map(
      Object.entries(procedures).map(([key, run]) => {
        const takes = { least: 0, most: Infinity };
        return [key, { key, displayName: key, kind: "sub", takes, run }];
      }),
    ),
    needs: new Set(),
    runMain: async () => null,
  };
  if (handler !== undefined) {
    handlers.push({
      declaration: { kind: "webhook", method: "POST", path: "/hook", verification: "auto", raw },
      title: 'ON WEBHOOK POST TO "/hook"',
      script,
      span: { start: 0, end: 29 },
      run: (context) => handler(context, []),
    });
  }
  return script;
}

/** A message that a channel was given, with the key of the attempt. */
export interface Delivered {
  readonly message: OutboundMessage;
  readonly key: string;
}

type Answer = (context: DeliveryContext) => Promise<Receipt>;

/** Channels that note what they are given; each attempt takes the next answer, else succeeds. */
export class FakeChannels implements Channels {
  readonly delivered: Delivered[] = [];
  readonly answers: Answer[] = [];
  complete: (prompt: string, system?: string) => Promise<string> = async (prompt) =>
    `echo ${prompt}`;
  readonly mail = this.#channel("mail");
  readonly whatsapp = this.#channel("whatsapp");
  readonly sms = this.#channel("sms");
  readonly call = this.#channel("call");
  readonly model = {
    mode: "simulated",
    complete: (prompt: string, _signal: AbortSignal, system?: string) =>
      this.complete(prompt, system),
  } as const;

  readonly media = createSimulatedMedia();
  readonly smsMedia = createSimulatedMedia();
  /** What was called over HTTP, with the key of each call. */
  readonly called: { readonly call: HttpCall; readonly key: string }[] = [];
  answerCall: (call: HttpCall) => Promise<HttpAnswer> = async () => ({
    ...{ status: 200, statusText: "OK", headers: [], body: "", isText: true },
  });
  readonly http: HttpClient = {
    call: (call, { key }) => {
      this.called.push({ call, key });
      return this.answerCall(call);
    },
    close: async () => {},
  };

  #channel<N extends ChannelName>(name: N): Channel<Extract<OutboundMessage, { channel: N }>> {
    const deliver = async (message: OutboundMessage, context: DeliveryContext) => {
      this.delivered.push({ message, key: context.key });
      return (await this.answers.shift()?.(context)) ?? { id: `receipt ${this.delivered.length}` };
    };
    return { name, mode: "simulated", deliver, close: async () => {} } as never;
  }
}

interface LogRecord {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

interface FixtureOptions {
  readonly script: CompiledScript;
  readonly mode?: Mode;
  readonly limits?: Partial<DeliveryLimits>;
}

/** A delivery pipeline on the engine in memory, with time that stands still. */
export class Fixture {
  readonly time = new ManualTime();
  readonly engine: Engine = createMemoryEngine({ clock: this.time, timers: this.time });
  readonly channels = new FakeChannels();
  readonly records: LogRecord[] = [];
  readonly runs: FinishedRun[] = [];
  readonly sends: FinishedSend[] = [];
  readonly calls: FinishedCall[] = [];
  /** The codes of errors that a person should look at. */
  readonly failures: string[] = [];
  readonly printed: string[] = [];
  /** Files that were fetched, by their paths. */
  readonly kept = new Map<string, Uint8Array>();
  /** What `random.next()` gives. */
  chance = 0.5;
  /** The script that is served; a test may put another in its place. */
  script: CompiledScript;
  readonly delivery: Delivery;
  #uuids = 0;

  constructor({ script, mode = "production", limits = {} }: FixtureOptions) {
    this.script = script;
    const log = (level: LogRecord["level"]) => (fields: LogRecord["fields"], message: string) => {
      this.records.push({ level, fields, message });
    };
    this.delivery = createDelivery({
      engine: this.engine,
      program: () => this.#program(),
      channels: this.channels,
      clock: this.time,
      timers: this.time,
      random: { next: () => this.chance, uuid: () => `uuid-${++this.#uuids}` },
      files: {
        read: async () => new Uint8Array(),
        find: async (path) => ({ path, bytes: 0, modifiedMs: 0 }),
      },
      media: {
        newFolder: () => "own",
        write: async (folder, name, content) => {
          this.kept.set(`${folder}/${name}`, content);
        },
      },
      log: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
      limits: { ...LIMITS, ...limits },
      observer: {
        spawned: () => {},
        runFinished: (run) => this.runs.push(run),
        sendFinished: (send) => this.sends.push(send),
        callFinished: (call) => this.calls.push(call),
        failed: (code) => this.failures.push(code),
      },
      mode,
      callFallback: "<Response><Say>Sorry.</Say></Response>",
      twilio: { paths: TWILIO_PATHS, publicUrl: undefined },
      print: (line) => this.printed.push(line),
    });
  }

  /** Hands a request to the handler of the script; the response has not left yet. */
  receive(request: IncomingRequest, signal?: AbortSignal): Promise<Reception> {
    const match = new RouteTable(this.script.handlers, {
      whatsappPaths: [{ provider: "meta", path: "/hook" }],
      twilioPaths: TWILIO_PATHS,
      asksForStatuses: false,
    }).match("POST", ["hook"]);
    if (match.kind !== "found") throw new Error("the script has no handler");
    const { handlers } = match.route;
    const verified = { request, handlers, verifiedBy: "unsigned" } as const;
    return this.delivery.receiver.receive(verified, signal ?? new AbortController().signal);
  }

  /** Hands over a request, lets its response leave, and waits until all work is done. */
  async handle(request: IncomingRequest): Promise<Reception> {
    const reception = await this.receive(request);
    reception.afterResponse();
    await this.delivery.settled();
    return reception;
  }

  async finished(state: FinishedState): Promise<readonly (string | undefined)[]> {
    return (await this.engine.list({ state, limit: 100 })).map(({ reason }) => reason);
  }

  logged(level: LogRecord["level"]): readonly string[] {
    return this.records.filter((record) => record.level === level).map(({ message }) => message);
  }

  #program(): Program {
    const { script } = this;
    return {
      scripts: [script],
      handlers: script.handlers,
      script: (path) => (path === script.file.path ? script : undefined),
    };
  }
}

/** Makes a pipeline and starts it. */
export async function startFixture(options: FixtureOptions): Promise<Fixture> {
  const fixture = new Fixture(options);
  await fixture.delivery.start();
  return fixture;
}
