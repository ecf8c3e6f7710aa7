import { historyMessages } from "../diagnostics/codes/history.ts";
import { responseMessages } from "../diagnostics/codes/response.ts";
import { whatsAppMessages } from "../diagnostics/codes/whatsapp.ts";
import type { Channels } from "../host/channel.ts";
import type {
  Clock,
  FileReader,
  Host,
  Output,
  Phone,
  Random,
  RequestReader,
  ResponseWriter,
  ScriptLog,
} from "../host/host.ts";
import type { FailedMessage, FailureReader } from "../host/failed-message.ts";
import type { MessageHistory } from "../host/history.ts";
import type { IncomingRequest } from "../host/http.ts";
import type { MediaOrigin, MediaStore } from "../host/media.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import type { ReceivedReader } from "../host/received.ts";
import type { Log } from "../host/log.ts";
import { BasicError } from "../runtime/error.ts";
import type { BufferedResponse } from "../runtime/response.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import { at } from "./payload-values.ts";
import { createScriptMedia } from "./script-media.ts";
import { receivedItem } from "./received-item.ts";
import { blockAddressOf, createCallAnswer } from "./call-answer.ts";
import type { RunEffects } from "./run-effects.ts";
import type { TwilioAddresses } from "./call-answer.ts";
import { createScriptHttp, type FinishedCall } from "./script-http.ts";
import { createScriptModel } from "./script-model.ts";

/** What all runs of one server share. */
export interface HostServices {
  readonly channels: Channels;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: FileReader;
  readonly media: MediaStore;
  readonly log: Log;
  readonly twilio: TwilioAddresses;
}

/** What one run has of its own. */
export interface RunSurroundings {
  readonly runId: string;
  /** The path of its script. */
  readonly script: string;
  /** Undefined where the run answers no request. */
  readonly request: IncomingRequest | undefined;
  readonly response: BufferedResponse | undefined;
  readonly output: Output;
  readonly effects: RunEffects;
  readonly clock: Clock;
  readonly random: Random;
  readonly history: MessageHistory;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
  /** Notes what the run keeps, by the path of its folder below the data folder. */
  readonly keepFile: (path: string) => Promise<void>;
  /** Is told of each call over HTTP that is made. */
  readonly called: (call: FinishedCall) => void;
  /** The message that the run is about, where it follows a failure. */
  readonly failed: FailedMessage | undefined;
  /** Who brought the message that the run follows. */
  readonly mediaOrigin: MediaOrigin;
}

/**
 * Makes everything that the statements of one run can reach.
 * @param logLength UTF-16 units that the run may log
 */
export function createRunHost(
  services: HostServices,
  run: RunSurroundings,
  logLength: number,
): Host {
  const { files, log } = services;
  const { clock, random, history } = run;
  return {
    request: requestReader(run.request),
    response: run.response ?? noResponse,
    output: run.output,
    log: limitLog(logLength, (message, fields, { file, line }) => {
      log.info(
        { run: run.runId, file, line, ...(fields === undefined ? {} : { fields }) },
        message,
      );
    }),
    clock,
    random,
    history,
    failure: createFailureReader(run.failed),
    received: createReceivedReader(run.request, clock.zone),
    call: createCallAnswer(run.response, run.script, services.twilio, (detail, place) => {
      const { code, message, hint } = detail;
      log.warn({ code, run: run.runId, file: place.file, line: place.line, hint }, message);
    }),
    conversation: { say: (text) => run.response?.say(text) ?? false },
    files,
    mail: run.effects,
    whatsapp: run.effects,
    sms: run.effects,
    phone: phoneOf(services, run),
    media: mediaReader(services, run),
    ...httpCaller(services, run),
    ...createScriptModel(services.channels.model, (asked, perform) =>
      run.effects.ask("model", asked, perform),
    ),
  };
}

function phoneOf({ twilio }: HostServices, { effects, script }: RunSurroundings): Phone {
  return {
    send: (message, place) => {
      effects.send(message, place);
    },
    skip: (message, reason, place) => {
      effects.skip(message, reason, place);
    },
    blockAddress: (block, kept) => blockAddressOf(block, kept, script, twilio),
  };
}

/** The folder of a file is noted first: one that was noted and never came does no harm. */
function storeOf({ media }: HostServices, { keepFile }: RunSurroundings): MediaStore {
  return {
    newFolder: () => media.newFolder(),
    write: async (folder, name, content) => {
      await keepFile(`${MEDIA_FOLDER}/${folder}`);
      await media.write(folder, name, content);
    },
  };
}

function mediaReader(services: HostServices, run: RunSurroundings) {
  const { channels } = services;
  const { request, effects, mediaOrigin: origin } = run;
  return createScriptMedia({
    origin,
    channels,
    store: storeOf(services, run),
    ask: (asked, perform) => effects.ask("media", asked, perform),
    typeOf: (id) => mediaTypeIn(request, id),
  });
}

function httpCaller(services: HostServices, run: RunSurroundings) {
  const { channels, log } = services;
  return createScriptHttp({
    client: channels.http,
    store: storeOf(services, run),
    ask: (asked, perform) => run.effects.ask("http", asked, perform),
    elapsed: run.elapsed,
    finished: (call) => {
      run.called(call);
      reportCall(log, run.runId, call);
    },
  });
}

/** Writes the line of a call; its path and query may hold secrets, so they are not in it. */
function reportCall(log: Log, runId: string, { code, ...call }: FinishedCall): void {
  const { method, host, status } = call;
  const title = `${method} ${host}`;
  const fields = { run: runId, ...call };
  if (status === undefined) log.warn({ ...fields, code }, `${title} got no answer`);
  else log.info(fields, `${title} ${String(status)}`);
}

/**
 * Makes a log that takes so much of one run and no more, since what it writes stays.
 * @param logLength UTF-16 units
 */
export function limitLog(logLength: number, write: ScriptLog["write"]): ScriptLog {
  let length = 0;
  return {
    write(message, fields, place) {
      length += message.length + (fields === undefined ? 0 : toText(fields).length);
      if (length > logLength) throw new BasicError(responseMessages.logTooLong(logLength));
      write(message, fields, place);
    },
  };
}

/**
 * Makes an output that writes lines.
 * @param write takes one line without its end
 * @param outputLength UTF-16 units that the run may print
 */
export function createLineOutput(write: (line: string) => void, outputLength: number): Output {
  let length = 0;
  return {
    print(value) {
      const line = toText(value);
      length += line.length + 1;
      if (length > outputLength) throw new BasicError(responseMessages.outputTooLong(outputLength));
      write(line);
    },
  };
}

/**
 * Makes what gives the WhatsApp message of a run; it is read once, when a script first asks.
 * @param request undefined in a run that no request started
 */
function createReceivedReader(request: IncomingRequest | undefined, zone: string): ReceivedReader {
  let item: Value | undefined;
  return {
    whatsapp() {
      if (request === undefined) throw new BasicError(whatsAppMessages.noMessage());
      return (item ??= receivedItem(request, zone));
    },
  };
}

/** Gives the media type of the file that the message of the run has under an id. */
function mediaTypeIn(request: IncomingRequest | undefined, id: string): string | undefined {
  const media = request === undefined ? null : at(receivedItem(request, "UTC"), "media");
  return at(media, "id") === id ? toText(at(media, "type")) : undefined;
}

/** For runs that are about no message. */
export const nothingReceived: ReceivedReader = { whatsapp: () => null };

/** Makes what gives the message that a run is about. @param failed undefined where it is about none */
export function createFailureReader(failed: FailedMessage | undefined): FailureReader {
  return {
    current() {
      if (failed === undefined) throw new BasicError(historyMessages.noFailure());
      return failed;
    },
  };
}

function requestReader(request: IncomingRequest | undefined): RequestReader {
  return {
    current() {
      if (request === undefined) throw new BasicError(responseMessages.noRequest());
      return request;
    },
  };
}

const noResponse: ResponseWriter = {
  setStatus: refuse,
  setHeader: refuse,
};

function refuse(): never {
  throw new BasicError(responseMessages.noResponse());
}
