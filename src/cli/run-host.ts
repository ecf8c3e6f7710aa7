import { randomUUID } from "node:crypto";
import { noCallAnswer } from "../delivery/call-answer.ts";
import {
  createFailureReader,
  createLineOutput,
  limitLog,
  nothingReceived,
} from "../delivery/run-host.ts";
import { type AskAddress, createScriptHttp } from "../delivery/script-http.ts";
import { createScriptMedia } from "../delivery/script-media.ts";
import { createScriptModel } from "../delivery/script-model.ts";
import { responseMessages } from "../diagnostics/codes/response.ts";
import { visibleLines } from "../diagnostics/visible.ts";
import type { Channels } from "../host/channel.ts";
import type { FileReader, Host, Phone } from "../host/host.ts";
import type { MediaStore } from "../host/media.ts";
import { BasicError } from "../runtime/error.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { CommandIo } from "./io.ts";
import type { RunSenders } from "./run-senders.ts";

/** What `gbasic run` connects a script to. */
export interface RunHostParts {
  readonly io: CommandIo;
  readonly senders: RunSenders;
  readonly channels: Channels;
  /** Makes the calls of this run and fetches files, or gives what came of them. */
  readonly ask: AskAddress;
  readonly files: FileReader;
  readonly store: MediaStore;
  /** Gives where a server goes on with calls in the blocks of the script. */
  readonly blockAddress: Phone["blockAddress"];
  /** UTF-16 units that it may print, and as many that it may log. */
  readonly outputLength: number;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
}

/** Makes the host of a script that no request started: PRINT goes to standard output, LOG to standard error. */
export function createRunHost(parts: RunHostParts): Host {
  const { io, senders, channels, ask, files, store, outputLength, zone } = parts;
  return {
    request: {
      current: () => {
        throw new BasicError(responseMessages.noRequest());
      },
    },
    response: { setStatus: refuseResponse, setHeader: refuseResponse },
    output: createLineOutput((line) => io.stdout(`${line}\n`), outputLength),
    log: limitLog(outputLength, (message, fields, { file, line }) => {
      io.stderr(`${visibleLines(`${file}:${line} ${message}${fieldText(fields)}`)}\n`);
    }),
    clock: { now: () => Date.now(), zone },
    random: { next: () => Math.random(), uuid: () => randomUUID() },
    files,
    failure: createFailureReader(undefined),
    received: nothingReceived,
    call: noCallAnswer,
    conversation: { say: () => false },
    media: createScriptMedia({ channels, store, ask, typeOf: () => undefined }),
    // Without a store nobody wrote or was sent anything.
    history: { of: () => Promise.resolve([]) },
    ...createScriptModel(channels.model),
    ...createScriptHttp({
      client: channels.http,
      store,
      ask,
      elapsed: () => performance.now(),
      finished: () => {},
    }),
    mail: senders.mail,
    whatsapp: senders.whatsapp,
    sms: senders.sms,
    phone: { ...senders.call, blockAddress: parts.blockAddress },
  };
}

function refuseResponse(): never {
  throw new BasicError(responseMessages.noResponse());
}

function fieldText(fields: Value | undefined): string {
  return fields === undefined ? "" : ` ${toText(fields)}`;
}
