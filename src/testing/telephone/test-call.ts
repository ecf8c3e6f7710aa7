import type { Element } from "@xmldom/xmldom";
import { sendMessages } from "../../diagnostics/codes/send.ts";
import { testLanguageMessages } from "../../diagnostics/codes/test-language.ts";
import { testingMessages } from "../../diagnostics/codes/testing.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { BasicError } from "../../runtime/error.ts";
import type { TwilioCall } from "../events/twilio/call-forms.ts";
import type { TwilioForm } from "../events/twilio/form.ts";
import type { TestAnswer } from "../test-bed.ts";
import { TEST_ADDRESS } from "../test-settings.ts";
import { type CallEnd, type CallRequest, describeEnd, followCall } from "./follow-call.ts";
import { areKeys, type Gather, type Given, methodOf, pressed } from "./gather.ts";
import { leadsOn } from "./play-response.ts";
import { readTwiml, textOf } from "./read-twiml.ts";

const ORIGIN = `${TEST_ADDRESS.protocol}://${TEST_ADDRESS.host}`;

/** Sends a request of a call to the script. */
export type SendCallRequest = (request: CallRequest) => Promise<TestAnswer>;

/** Where a call goes on behind a recording or a dialled call. */
export interface OnwardPlace {
  /** Path and query of the script. */
  readonly target: string;
  readonly method: "GET" | "POST";
}

/** The request that a call begins or goes on with. */
export interface CallBeginning extends OnwardPlace {
  readonly form: TwilioForm;
}

/** A call of a test: it stands still where the caller is asked, until the test says something. */
export class TestCall {
  /** What the caller heard since the test acted last, a text for each `<Say>`. */
  heard: string[] = [];
  /** Where it was told to send what was said in each of its recordings, once that is written down. */
  readonly transcribed: URL[] = [];
  /** Where it was told to go on behind each of its recordings. */
  readonly recorded: OnwardPlace[] = [];
  /** Where it was told to go on behind each of its dialled calls. */
  readonly dialled: OnwardPlace[] = [];
  readonly call: TwilioCall;
  readonly #turns: AsyncGenerator<Gather, CallEnd, Given | undefined>;
  #asked: Gather | undefined;
  #end: CallEnd | undefined;

  constructor(call: TwilioCall, first: CallBeginning, send: SendCallRequest) {
    this.call = call;
    const { target, method, form } = first;
    this.#turns = followCall(
      call,
      { url: new URL(target, ORIGIN), method, form },
      {
        ask: async (request) => verbsOf(await send(request), request.url),
        resolve: (written, from) => URL.parse(written, from.href) ?? undefined,
        hear: (verb, from) => {
          if (verb.tagName === "Say") this.heard.push(textOf(verb));
          if (verb.tagName === "Record") this.#noteRecording(verb, from);
          if (leadsOn(verb)) this.dialled.push(...onwardPlace(verb, from));
        },
      },
    );
  }

  /** Why the call is over; undefined while it goes on. */
  get ended(): string | undefined {
    return this.#end && describeEnd(this.#end);
  }

  /** Rings, and plays up to the first question. @throws BasicError GB4249, GB3513 */
  begin(): Promise<void> {
    return this.#goOn(undefined);
  }

  /**
   * Presses keys; none at all is silence.
   * @throws BasicError GB3525 to GB3527 where they are not asked for, GB3513, GB4249
   */
  async press(keys: string): Promise<void> {
    const gather = this.#question("PRESS");
    if (keys === "") return this.#goOn(undefined);
    if (!areKeys(keys)) throw new BasicError(testLanguageMessages.wrongKeys(keys));
    if (!gather.takesKeys) {
      throw new BasicError(testLanguageMessages.wrongInput("PRESS", "words", 'SPEAK "yes"'));
    }
    return this.#goOn(pressed(keys, gather));
  }

  /** Says something; nothing at all is silence. @throws BasicError GB3525, GB3526, GB3513, GB4249 */
  async speak(words: string): Promise<void> {
    const gather = this.#question("SPEAK");
    if (words === "") return this.#goOn(undefined);
    if (!gather.takesWords) {
      throw new BasicError(testLanguageMessages.wrongInput("SPEAK", "keys", 'PRESS "1"'));
    }
    return this.#goOn({ speech: words });
  }

  #noteRecording(record: Element, from: URL): void {
    this.recorded.push(...onwardPlace(record, from));
    const written = record.getAttribute("transcribeCallback") ?? "";
    const address = written === "" ? null : URL.parse(written, ORIGIN);
    if (address !== null) this.transcribed.push(address);
  }

  #question(statement: string): Gather {
    if (this.#asked !== undefined) return this.#asked;
    throw new BasicError(testLanguageMessages.callOver(statement, this.ended ?? "nobody answered"));
  }

  async #goOn(given: Given | undefined): Promise<void> {
    this.heard = [];
    const turn = await this.#turns.next(given);
    this.#asked = turn.done === true ? undefined : turn.value;
    if (turn.done === true) this.#finish(turn.value);
  }

  /** What Twilio would complain of ends the test; that the script refuses a call may be what is tested. */
  #finish(end: CallEnd): void {
    this.#end = end;
    if (end.kind === "lost") throw new BasicError(testingMessages.elsewhere(end.address));
    if (end.kind === "elsewhere" && end.afterGather) {
      throw new BasicError(testingMessages.elsewhere(end.url.href));
    }
    const isEndless = end.kind === "failed" && end.detail.code === sendMessages.endlessCall(0).code;
    if (isEndless) throw new BasicError(end.detail);
  }
}

/** Where a verb leads when it is over; none where that is another server. */
function onwardPlace(verb: Element, from: URL): readonly OnwardPlace[] {
  const action = URL.parse(verb.getAttribute("action") ?? "", from.href);
  if (action?.origin !== ORIGIN) return [];
  return [{ target: action.pathname + action.search, method: methodOf(verb) }];
}

function verbsOf({ status, body }: TestAnswer, { pathname }: URL): readonly Element[] | Message {
  if (status < 200 || status > 299) return sendMessages.refused(status, 1, 1);
  return readTwiml(body) ?? sendMessages.noTwiml(pathname);
}
