import { randomUUID } from "node:crypto";
import { createScriptModel } from "../delivery/script-model.ts";
import { responseMessages } from "../diagnostics/codes/response.ts";
import type { LanguageModel } from "../host/channel.ts";
import type { FileReader, Host } from "../host/host.ts";
import { BasicError } from "../runtime/error.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import type { CommandIo } from "./io.ts";
import type { RunSenders } from "./run-senders.ts";

/** What `gbasic run` connects a script to. */
export interface RunHostParts {
  readonly io: CommandIo;
  readonly senders: RunSenders;
  readonly model: LanguageModel;
  readonly files: FileReader;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
}

/** Makes the host of a script that no request started: PRINT goes to standard output, LOG to standard error. */
export function createRunHost({ io, senders, model, files, zone }: RunHostParts): Host {
  return {
    request: {
      current: () => {
        throw new BasicError(responseMessages.noRequest());
      },
    },
    response: { setStatus: refuseResponse, setHeader: refuseResponse },
    output: { print: (value) => io.stdout(`${toText(value)}\n`) },
    log: {
      write: (message, fields, { file, line }) =>
        io.stderr(`${file}:${line} ${message}${fieldText(fields)}\n`),
    },
    clock: { now: () => Date.now(), zone },
    random: { next: () => Math.random(), uuid: () => randomUUID() },
    files,
    ...createScriptModel(model),
    mail: senders.mail,
    whatsapp: senders.whatsapp,
    sms: senders.sms,
  };
}

function refuseResponse(): never {
  throw new BasicError(responseMessages.noResponse());
}

function fieldText(fields: Value | undefined): string {
  return fields === undefined ? "" : ` ${toText(fields)}`;
}
