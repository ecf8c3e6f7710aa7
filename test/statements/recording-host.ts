import { receivedItem } from "../../src/delivery/received-item.ts";
import { RunHeaders } from "../../src/delivery/sent-headers.ts";
import { callTitle } from "../../src/diagnostics/call-title.ts";
import { httpMessages } from "../../src/diagnostics/codes/http.ts";
import type { HttpAnswer, ScriptCall } from "../../src/host/http-call.ts";
import { statementMessages } from "../../src/diagnostics/codes/statements.ts";
import type { Host, Place, Sender } from "../../src/host/host.ts";
import type { FailedMessage } from "../../src/host/failed-message.ts";
import type { IncomingRequest } from "../../src/host/http.ts";
import type { TwimlElement } from "../../src/host/twiml.ts";
import type { OutboundMessage } from "../../src/host/message.ts";
import { BasicError } from "../../src/runtime/error.ts";
import type { Value } from "../../src/runtime/value/value.ts";

/** What a script asked of its host, in the order in which it asked. */
export interface Recording {
  readonly sent: { message: OutboundMessage; place: Place }[];
  readonly skipped: { message: OutboundMessage; reason: string; place: Place }[];
  readonly printed: Value[];
  readonly logged: { message: string; fields: Value | undefined; place: Place }[];
  readonly statuses: number[];
  readonly headers: [name: string, value: string][];
  readonly prompts: string[];
  readonly systemPrompts: string[];
  readonly verbs: TwimlElement[];
  readonly called: ScriptCall[];
  /** What the calls over HTTP are answered, first to last; no further one gets an answer. */
  readonly answers: HttpAnswer[];
}

export interface RecordingHost extends Recording {
  readonly host: Host;
}

/** Makes a request; what is not given is empty. */
export function requestOf(given: Partial<IncomingRequest> = {}): IncomingRequest {
  return {
    id: "request-1",
    method: "POST",
    path: "/orders",
    originalUrl: "/orders",
    query: new Map(),
    headers: new Map(),
    rawBody: new Uint8Array(),
    form: new Map(),
    files: new Map(),
    pathValues: new Map(),
    ...given,
  };
}

/**
 * Makes a host that records everything and sends nothing.
 * @param given the request of the run, and the files below the folder of the scripts by path
 */
export function recordingHost(
  given: { request?: IncomingRequest; files?: ReadonlyMap<string, string> } = {},
): RecordingHost {
  const recording: Recording = {
    sent: [],
    skipped: [],
    printed: [],
    logged: [],
    statuses: [],
    headers: [],
    prompts: [],
    systemPrompts: [],
    verbs: [],
    called: [],
    answers: [],
  };
  const request = given.request ?? requestOf();
  const files = given.files ?? new Map<string, string>();
  return { ...recording, host: hostOf(recording, request, files) };
}

function hostOf(
  recording: Recording,
  request: IncomingRequest,
  given: ReadonlyMap<string, string>,
): Host {
  const sender = recordingSender(recording);
  const files = new Map(given);
  const keep = (name: string) => {
    files.set(`media/${name}`, `content of ${name}`);
    return Promise.resolve(`media/${name}`);
  };
  return {
    request: { current: () => request },
    response: {
      setStatus: (status) => void recording.statuses.push(status),
      setHeader: (name, value) => void recording.headers.push([name, value]),
    },
    output: { print: (value) => void recording.printed.push(value) },
    log: {
      write: (message, fields, place) => void recording.logged.push({ message, fields, place }),
    },
    clock: { now: () => 0, zone: "UTC" },
    random: { next: () => 0, uuid: () => "00000000-0000-4000-8000-000000000000" },
    files: {
      read: (path) => readGiven(path, files),
      find: async (path) => {
        const { byteLength: bytes } = await readGiven(path, files);
        return { path, bytes, modifiedMs: 0 };
      },
    },
    mail: sender,
    whatsapp: sender,
    sms: sender,
    phone: { ...sender, blockAddress: (block) => `/blocks/${block}` },
    model: {
      mode: "simulated",
      complete: (prompt) => {
        recording.prompts.push(prompt);
        return Promise.resolve(`answer to ${prompt}`);
      },
    },
    systemPrompt: { set: (text) => void recording.systemPrompts.push(text) },
    sentHeaders: new RunHeaders(),
    http: {
      call: async (call) => {
        recording.called.push(call);
        const answer = recording.answers.shift();
        if (answer !== undefined) return answer;
        const title = callTitle(call.method, call.url);
        throw new BasicError(httpMessages.addressUnreachable(title, "this is a test"));
      },
      download: (_call, path = "download") => keep(path),
    },
    history: { of: () => Promise.resolve([]) },
    failure: { current: () => FAILED },
    media: {
      save: (id, path) => keep(path ?? id),
      saveSms: (address, path) => keep(path ?? address),
    },
    received: { whatsapp: () => receivedItem(request, "UTC") },
    call: {
      add: (verb) => void recording.verbs.push(verb),
      address: (written) => written,
      blockAddress: (block) => `/blocks/${block}`,
    },
    conversation: { say: () => false },
  };
}

const FAILED: FailedMessage = {
  ...{ channel: "whatsapp", to: "5511999999999", subject: undefined, text: "hello" },
  ...{ error: "refused", code: "131026", id: undefined, attempts: 1, entry: "run:1" },
  place: { file: "bot.bas", line: 7 },
};

function recordingSender(recording: Recording): Sender<OutboundMessage> {
  return {
    send: (message, place) => {
      recording.sent.push({ message, place });
    },
    skip: (message, reason, place) => {
      recording.skipped.push({ message, reason, place });
    },
  };
}

function readGiven(path: string, files: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const content = files.get(path);
  return content === undefined
    ? Promise.reject(new BasicError(statementMessages.attachmentKind(`missing file ${path}`)))
    : Promise.resolve(new TextEncoder().encode(content));
}
