import { headerOf } from "../testing/last-answer.ts";
import { readTwiml, textOf } from "../testing/telephone/read-twiml.ts";
import type { TestAnswer } from "../testing/test-bed.ts";

/** What the server answered. */
export class Answer {
  readonly status: number;
  readonly body: string;
  /** Why the server answered itself, as it refused the request or the script failed. */
  readonly reason: string | undefined;
  readonly #answer: TestAnswer;

  constructor(answer: TestAnswer) {
    this.#answer = answer;
    this.status = answer.status;
    this.body = answer.body;
    this.reason = answer.reason;
  }

  /** Gives a header, whatever the case of its name; undefined where there is none. */
  header(name: string): string | undefined {
    return headerOf(this.#answer, name);
  }

  /** Reads the body as JSON. @throws SyntaxError where it is none */
  json(): unknown {
    return JSON.parse(this.body);
  }

  /** The texts of all `<Say>`, where the body is TwiML. */
  get spoken(): readonly string[] {
    return (readTwiml(this.body) ?? []).flatMap((verb) =>
      (verb.tagName === "Say" ? [verb] : [...verb.getElementsByTagName("Say")]).map(textOf),
    );
  }
}
