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

/** Where a call goes on in a block in any case, and does not come back. */
function leavesIntoBlock({ name, attributes }: TwimlElement): boolean {
  if (name === "Dial") return attributes.action !== undefined;
  return name === "Gather" && attributes.actionOnEmptyResult !== undefined;
}

/** The verbs that a call is answered with, in an order that has a meaning. */
export class CallVerbs {
  readonly #verbs: TwimlElement[] = [];
  #first: Place | undefined;
  #end: { readonly statement: string; readonly place: Place; readonly goesOn: boolean } | undefined;

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
    if (this.#end !== undefined) {
      const { statement, place: end, goesOn } = this.#end;
      return phoneCallMessages.afterEnd(statement, end.line, goesOn);
    }
    if (verb.name === "Reject" && this.#first !== undefined) {
      throw new BasicError(phoneCallMessages.rejectNotFirst(this.#first.line));
    }
    const goesOn = leavesIntoBlock(verb);
    const statement = goesOn ? verb.name.toUpperCase() : ENDINGS.get(verb.name);
    if (statement !== undefined) this.#end = { statement, place, goesOn };
    this.#first ??= place;
    this.#verbs.push(verb);
    return undefined;
  }
}
