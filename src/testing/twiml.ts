import type { Element } from "@xmldom/xmldom";
import { readTwiml, textOf } from "./read-twiml.ts";

/** Where a caller's keys or words go. */
export interface Gather {
  /** Undefined for the address of the TwiML itself. */
  readonly action: string | undefined;
}

/** TwiML as a call hears it. */
export class Twiml {
  readonly #verbs: readonly Element[];

  private constructor(verbs: readonly Element[]) {
    this.#verbs = verbs;
  }

  /** Reads the body of a response; undefined where it is no TwiML. */
  static read(body: string): Twiml | undefined {
    const verbs = readTwiml(body);
    return verbs === undefined ? undefined : new Twiml(verbs);
  }

  /** The texts of all `<Say>`, in their order. */
  get spoken(): readonly string[] {
    return this.#all("Say").map(textOf);
  }

  /** The first `<Gather>`. */
  get gather(): Gather | undefined {
    const [first] = this.#all("Gather");
    return first === undefined ? undefined : { action: first.getAttribute("action") ?? undefined };
  }

  #all(name: string): readonly Element[] {
    return this.#verbs.flatMap((verb) =>
      verb.tagName === name ? [verb] : [...verb.getElementsByTagName(name)],
    );
  }
}
