import type { Value, ValueObject } from "./value.ts";

/** What came with the body of an answer over HTTP. */
export interface AnswerFacts {
  readonly status: number;
  readonly statusText: string;
  /** By name in lower case. */
  readonly headers: ValueObject;
}

/** A body that has no members of its own. */
type Scalar = null | boolean | number | string;

/** The facts of bodies that are lists or objects: a script changes those, and finds its own members. */
const factsOfBody = new WeakMap<object, AnswerFacts>();

/**
 * The body of an answer that is a text, a number, true, false or null. It stands for that value
 * wherever one is wanted, and has the members of an answer beside.
 */
export class ScalarAnswer implements ValueObject {
  [name: string]: Value;
  readonly #body: Scalar;
  readonly #facts: AnswerFacts;

  constructor(body: Scalar, facts: AnswerFacts) {
    this.#body = body;
    this.#facts = facts;
  }

  /** Gives the value that it stands for. */
  static bodyOf(answer: ScalarAnswer): Scalar {
    return answer.#body;
  }

  /** Gives what came with it. */
  static factsOf(answer: ScalarAnswer): AnswerFacts {
    return answer.#facts;
  }
}

// What JSON.stringify asks for; a method of the class would be a member that scripts could read.
Object.defineProperty(ScalarAnswer.prototype, "toJSON", {
  value(this: ScalarAnswer) {
    return ScalarAnswer.bodyOf(this);
  },
});

/** Gives the body of an answer as a value of a script that has the members of an answer too. */
export function answerOf(body: Value, facts: AnswerFacts): Value {
  if (typeof body !== "object" || body === null) return new ScalarAnswer(body, facts);
  factsOfBody.set(body, facts);
  return body;
}

/** Gives the plain value that an answer without members of its own stands for; any other as it is. */
export function plainOf(value: Value): Value {
  return value instanceof ScalarAnswer ? ScalarAnswer.bodyOf(value) : value;
}

/**
 * Gives `status`, `statusText`, `headers` or `data` of an answer whose body has no such member.
 * @returns undefined for any other name, and for what came in no answer
 */
export function answerMember(body: Value, name: string): Value | undefined {
  const read = MEMBERS.get(name.toUpperCase());
  if (read === undefined || typeof body !== "object" || body === null) return undefined;
  const facts = body instanceof ScalarAnswer ? ScalarAnswer.factsOf(body) : factsOfBody.get(body);
  return facts && read(facts, body);
}

const MEMBERS: ReadonlyMap<string, (facts: AnswerFacts, body: Value) => Value> = new Map([
  ["STATUS", ({ status }: AnswerFacts): Value => status],
  ["STATUSTEXT", ({ statusText }: AnswerFacts): Value => statusText],
  ["HEADERS", ({ headers }: AnswerFacts): Value => headers],
  ["DATA", (_: AnswerFacts, body: Value): Value => plainOf(body)],
]);
