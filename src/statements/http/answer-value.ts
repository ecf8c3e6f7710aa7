import { httpMessages } from "../../diagnostics/codes/http.ts";
import type { HttpAnswer } from "../../host/http-call.ts";
import { BasicError } from "../../runtime/error.ts";
import { answerOf, type AnswerFacts } from "../../runtime/value/answer.ts";
import { parseJson } from "../../runtime/value/json.ts";
import { checkTextLength, type ValueLimits } from "../../runtime/value/limits.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";

/** How the body of an answer becomes a value. */
export interface AnswerReading {
  /** What was called, for messages. */
  readonly call: string;
  /** True where the body is what the script asked for, so that one that cannot be read is an error. */
  readonly strict: boolean;
  readonly limits: ValueLimits;
}

/**
 * Makes the value of an answer: what its JSON says, else its text, with the members of an answer.
 * @throws BasicError GB4618 and GB4619 where it is strict; GB3021, GB3022, GB3090, GB3091 for one
 *   that is too large or too deep
 */
export function answerValue(answer: HttpAnswer, reading: AnswerReading): Value {
  const facts = factsOf(answer);
  if (!answer.isText) {
    if (reading.strict) {
      const type = typeOf(answer);
      throw new BasicError(httpMessages.answerNoText(reading.call, type === "" ? "no text" : type));
    }
    return answerOf("", facts);
  }
  const { body } = answer;
  checkTextLength(body.length, reading.limits);
  return answerOf(bodyValue(answer, reading), facts);
}

/** Gives what came with a body. */
export function factsOf({ status, statusText, headers }: HttpAnswer): AnswerFacts {
  const merged = new Map<string, string>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = merged.get(key);
    merged.set(key, before === undefined ? value : `${before}, ${value}`);
  }
  return { status, statusText, headers: objectFrom(merged) };
}

function bodyValue(answer: HttpAnswer, { call, strict, limits }: AnswerReading): Value {
  const { body } = answer;
  const saysJson = /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(typeOf(answer));
  if (body.trim() === "") return body;
  if (!saysJson && !/^\s*[[{]/.test(body)) return body;
  if (!isJson(body) && !(saysJson && strict)) return body;
  try {
    return parseJson(body, limits);
  } catch (error) {
    if (!(error instanceof BasicError) || isJson(body)) throw error;
    throw new BasicError(httpMessages.answerNoJson(call, error.detail.message));
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function typeOf({ headers }: HttpAnswer): string {
  const found = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return found.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
