import { noCallAnswer } from "../delivery/call-answer.ts";
import {
  createFailureReader,
  createLineOutput,
  limitLog,
  nothingReceived,
} from "../delivery/run-host.ts";
import { RunRandom } from "../delivery/run-random.ts";
import { responseMessages } from "../diagnostics/codes/response.ts";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import type { FileReader, Host, Sender } from "../host/host.ts";
import type { OutboundMessage } from "../host/message.ts";
import { BasicError } from "../runtime/error.ts";
import type { TestBed } from "./test-bed.ts";
import { ACTS } from "./acts-itself.ts";

/** What the lines of a test reach. */
export interface TestRunParts {
  readonly bed: TestBed;
  readonly files: FileReader;
  /** Takes what the test itself prints or logs, one line each. */
  readonly print: (line: string) => void;
  /** UTF-16 units that the test may print, and as many that it may log. */
  readonly outputLength: number;
}

/** Makes the host of a test: it computes and looks, what acts on the outside is for the script. */
export function createTestHost({ bed, files, print, outputLength }: TestRunParts): Host {
  return {
    request: {
      current: () => {
        throw new BasicError(responseMessages.noRequest());
      },
    },
    response: { setStatus: refuseResponse, setHeader: refuseResponse },
    output: createLineOutput(print, outputLength),
    log: limitLog(outputLength, (message) => {
      print(message);
    }),
    clock: bed.time,
    random: new RunRandom("gbasic test", "test"),
    files,
    failure: createFailureReader(undefined),
    received: nothingReceived,
    call: noCallAnswer,
    conversation: { say: () => false },
    media: {
      save: () => refuse("fetch a file"),
      saveSms: () => refuse("fetch a file"),
    },
    history: { of: (person, last) => bed.history(person, last) },
    mail: refusing(ACTS.mail),
    whatsapp: refusing(ACTS.whatsapp),
    sms: refusing(ACTS.sms),
    phone: { ...refusing(ACTS.phone), blockAddress: () => refuse(ACTS.phone) },
    model: { mode: "simulated", complete: () => refuse(ACTS.model) },
    http: { call: () => refuse(ACTS.http), download: () => refuse(ACTS.http) },
    sentHeaders: {
      set: () => refuse(ACTS.sentHeaders),
      get: () => undefined,
      clear: () => refuse(ACTS.sentHeaders),
    },
    systemPrompt: { set: () => refuse(ACTS.systemPrompt) },
  };
}

function refusing<M extends OutboundMessage>(what: string): Sender<M> {
  return { send: () => refuse(what), skip: () => refuse(what) };
}

/** @throws BasicError GB3503 always */
export function refuse(what: string): never {
  throw new BasicError(testingMessages.notInTests(what));
}

function refuseResponse(): never {
  throw new BasicError(responseMessages.noResponse());
}
