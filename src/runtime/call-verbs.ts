import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Place } from "../host/host.ts";
import type { TwimlElement } from "../host/twiml.ts";
import { BasicError } from "./error.ts";

/** Verbs behind which a call never comes, with the statement of each. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["Redirect", "REDIRECT"],
  ["Hangup", "HANGUP"],
  ["Reject", "REJECT"],
]);

/** The verbs that a call is answered with, in an order that has a meaning. */
export class CallVerbs {
  readonly #verbs: TwimlElement[] = [];
  #first: Place | undefined;
  #end: { readonly statement: string; readonly place: Place } | undefined;

  get verbs(): readonly TwimlElement[] {
    return this.#verbs;
  }

  /** Where the first verb was added. */
  get firstPlace(): Place | undefined {
    return this.#first;
  }

  /**
   * Adds a verb, unless no caller would get to it.
   * @returns GB4681 where it is left out
   * @throws BasicError GB4682 for a REJECT that is not first
   */
  add(verb: TwimlElement, place: Place): Message | undefined {
    const statement = ENDINGS.get(verb.name);
    if (this.#end !== undefined) {
      return phoneCallMessages.afterEnd(this.#end.statement, this.#end.place.line);
    }
    if (verb.name === "Reject" && this.#first !== undefined) {
      throw new BasicError(phoneCallMessages.rejectNotFirst(this.#first.line));
    }
    if (statement !== undefined) this.#end = { statement, place };
    this.#first ??= place;
    this.#verbs.push(verb);
    return undefined;
  }
}
