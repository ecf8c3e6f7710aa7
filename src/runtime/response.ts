import { responseMessages } from "../diagnostics/codes/response.ts";
import { type GivenAnswer, phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import { twilioAnswerMessages } from "../diagnostics/codes/twilio-answers.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Output, Place, ResponseWriter } from "../host/host.ts";
import type { OutgoingResponse } from "../host/http.ts";
import type { Conversation, TwimlElement } from "../host/twiml.ts";
import { answeredMessages, type SaidText } from "./answered-messages.ts";
import { CallVerbs } from "./call-verbs.ts";
import { BasicError, locate, type Site } from "./error.ts";
import type { Limits } from "./run.ts";
import { ErrorValue } from "./value/error-value.ts";
import { isObject } from "./value/kind.ts";
import { getMember, hasMember } from "./value/member.ts";
import { statusProblem } from "./value/response-status.ts";
import { toText } from "./value/text.ts";
import type { Value, ValueObject } from "./value/value.ts";

const TEXT = "text/plain; charset=utf-8";
const XML = "text/xml; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

const PARTS: ReadonlySet<string> = new Set(["status", "headers", "body"]);

/** An import would load Node's whole HTTP client, which most commands never need. */
const http = () => process.getBuiltinModule("node:http");

/** They describe the connection and the framing of the body, which the server decides. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * What a response answers: a phone call, a message that Twilio brought, another request that has to be
 * signed by Twilio, an event that nobody waits for the answer to, or any other request.
 */
export type Answers = "call" | "message" | "twilio" | "event" | "request";

/** How a response is written that is TwiML. */
export interface TwimlWriting {
  readonly write: (verbs: readonly TwimlElement[]) => string;
  /** Tells whether a text that is markup is the script's own, which goes out as it is. */
  readonly isOwn: (printed: string) => boolean;
}

/** The response of one run, kept until the run ends. */
export class BufferedResponse implements ResponseWriter, Output, Conversation {
  readonly #outputLength: number;
  readonly #answers: Answers;
  readonly #call = new CallVerbs();
  readonly #said: SaidText[] = [];
  #status = 200;
  /** By lower-case name. */
  readonly #headers = new Map<string, readonly [name: string, value: string]>();
  readonly #printed: string[] = [];
  #printedAt: Place | undefined;
  #returnedAt: Site | undefined;
  #statusSetAt: Site | undefined;
  #printedLength = 0;
  #printedData = false;
  #isForeign = false;

  constructor(limits: Pick<Limits, "outputLength">, answers: Answers = "request") {
    this.#outputLength = limits.outputLength;
    this.#answers = answers;
  }

  /** @throws BasicError GB3201 */
  setStatus(status: number): void {
    const problem = statusProblem(status);
    if (problem !== undefined) throw new BasicError(problem);
    this.#status = status;
  }

  /** Notes where a variable was set that is the status, as `result_status` is. */
  statusSet(site: Site): void {
    this.#statusSetAt = site;
  }

  /** @throws BasicError GB3202, GB3203 or GB3204 */
  setHeader(name: string, value: string): void {
    try {
      http().validateHeaderName(name);
    } catch {
      throw new BasicError(responseMessages.badHeaderName(name));
    }
    const key = name.toLowerCase();
    if (RESERVED_HEADERS.has(key)) throw new BasicError(responseMessages.reservedHeader(name));
    try {
      http().validateHeaderValue(name, value);
    } catch {
      throw new BasicError(responseMessages.badHeaderValue(name));
    }
    this.#headers.set(key, [name, value]);
  }

  /** @throws BasicError GB3205 */
  print(value: Value, place?: Place): void {
    this.#printedAt ??= place;
    const text = toText(value);
    this.#count(text);
    this.#printed.push(text);
    this.#printedData = isData(value);
  }

  /** @throws BasicError GB3205 */
  say(text: string): boolean {
    if (this.#answers !== "message") return false;
    this.#count(text);
    this.#said.push({ text, before: this.#printed.length });
    return true;
  }

  /**
   * Adds a verb to the answer of a call.
   * @returns what is to be told where it is left out
   * @throws BasicError GB3205, GB4680, GB4682 or GB4685
   */
  addVerb(verb: TwimlElement, place: Place): Message | undefined {
    if (this.#answers === "event") throw new BasicError(phoneCallMessages.noCall());
    if (this.#answers === "message") throw new BasicError(phoneCallMessages.noCallHere());
    this.#count(textOf(verb));
    return this.#call.add(verb, place);
  }

  /** Notes where RETURN gives what replaces what is printed. */
  returned(site: Site): void {
    this.#returnedAt = site;
  }

  /** Where RETURN gives the response, else where the first PRINT stands; undefined for neither. */
  get answeredAt(): Place | undefined {
    if (this.#returnedAt === undefined) return this.#printedAt;
    const { file, span } = this.#returnedAt;
    return { file: file.path, line: file.position(span.start).line };
  }

  /** True where the answer was markup that the script does not write, and went out as a text. */
  get isForeign(): boolean {
    return this.#isForeign;
  }

  /** True where the response is written as TwiML, and not just printed so. */
  get isTwiml(): boolean {
    const isForTwilio = this.#answers === "call" || this.#answers === "message";
    return isForTwilio || this.#call.verbs.length > 0;
  }

  #count(text: string): void {
    this.#printedLength += text.length + 1;
    if (this.#printedLength > this.#outputLength) {
      throw new BasicError(responseMessages.outputTooLong(this.#outputLength));
    }
  }

  /**
   * Makes the response.
   * @param returned what the handler returned; anything but null replaces what it printed
   * @param twiml needed where `isTwiml`
   * @param empty the body where it returned null, printed nothing and set neither status nor header
   * @throws BasicError where the parts of a returned object are no response, where both PRINT and a
   *   statement for calls answer a call, and where what is printed is none
   */
  finish(returned: Value, twiml?: TwimlWriting, empty: Value = null): OutgoingResponse {
    if (twiml !== undefined && this.isTwiml) return this.#finishTwiml(returned, twiml);
    if (returned === null && empty !== null && this.#isUntouched()) return this.finish(empty);
    if (isObject(returned) && isResponseParts(returned)) return this.#finishParts(returned);
    if (returned !== null) {
      return this.#respond(toText(returned), isData(returned) ? JSON_TYPE : TEXT);
    }
    const isJson = this.#printed.length === 1 && this.#printedData;
    return this.#respond(this.#printed.join("\n"), isJson ? JSON_TYPE : TEXT);
  }

  #finishTwiml(returned: Value, { write, isOwn }: TwimlWriting): OutgoingResponse {
    const { verbs, firstPlace } = this.#call;
    const printed = returned === null ? this.#printed.join("\n") : toText(returned);
    if (firstPlace !== undefined && printed.trim() !== "") {
      const given = this.#given(returned);
      throw this.#placed(phoneCallMessages.printedBeside(given, firstPlace.line), returned);
    }
    const isMarkup = printed.trimStart().startsWith("<") && this.#said.length === 0;
    if (isMarkup && (this.#saysXml() || isOwn(printed))) return this.#respond(printed, XML);
    this.#isForeign = isMarkup;
    if (this.#answers === "message") {
      const lines = returned === null ? this.#printed : [toText(returned)];
      return this.#respond(write(answeredMessages(lines, this.#said)), XML);
    }
    if (printed.trim() !== "") {
      const given = this.#given(returned);
      const problem = isMarkup
        ? twilioAnswerMessages.foreignMarkup(given)
        : phoneCallMessages.printedNoTwiml(given);
      throw this.#placed(problem, returned);
    }
    return this.#respond(write(verbs), XML);
  }

  /** A script that says that its answer is XML means what it hands on. */
  #saysXml(): boolean {
    const [, type = ""] = this.#headers.get("content-type") ?? [];
    return /\bxml\b/i.test(type);
  }

  #given(returned: Value): GivenAnswer {
    return returned === null
      ? { statement: "PRINT", line: this.#printedAt?.line }
      : { statement: "RETURN", line: undefined };
  }

  /** What is wrong with what RETURN gave, or a variable in its place, is told of where it stands. */
  #placed(message: Message, returned: Value): BasicError {
    const error = new BasicError(message);
    const site = returned === null ? undefined : (this.#returnedAt ?? this.#statusSetAt);
    if (site !== undefined) locate(error, site.file, site.span);
    return error;
  }

  #isUntouched(): boolean {
    return this.#printed.length === 0 && this.#status === 200 && this.#headers.size === 0;
  }

  #finishParts(parts: ValueObject): OutgoingResponse {
    const status = getMember(parts, "status");
    if (typeof status === "number") {
      const problem = statusProblem(status);
      if (problem !== undefined) throw this.#placed(problem, parts);
      this.#status = status;
    }
    const headers = getMember(parts, "headers");
    if (isObject(headers)) {
      for (const name of Object.keys(headers))
        this.setHeader(name, toText(getMember(headers, name)));
    }
    const body = getMember(parts, "body");
    if (body === null && !hasMember(parts, "body")) {
      return this.#respond(this.#printed.join("\n"), TEXT);
    }
    return this.#respond(toText(body), isData(body) ? JSON_TYPE : TEXT);
  }

  /** @param type the media type where the script set none */
  #respond(body: string, type: string): OutgoingResponse {
    const headers = [...this.#headers.values()];
    if (!this.#headers.has("content-type")) headers.push(["Content-Type", type]);
    return { status: this.#status, headers, body };
  }
}

function textOf({ children }: TwimlElement): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

function isData(value: Value): boolean {
  return Array.isArray(value) || (isObject(value) && !(value instanceof ErrorValue));
}

/** An object of an API may have a member `status` too; then it has others, or a text there. */
function isResponseParts(value: ValueObject): boolean {
  const names = Object.keys(value).map((name) => name.toLowerCase());
  if (names.length === 0 || !names.every((name) => PARTS.has(name))) return false;
  if (names.includes("status") && typeof getMember(value, "status") !== "number") return false;
  return !names.includes("headers") || isObject(getMember(value, "headers"));
}
