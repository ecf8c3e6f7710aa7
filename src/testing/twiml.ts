import { type Document, DOMParser } from "@xmldom/xmldom";

/** Where a caller's keys or words go. */
export interface Gather {
  /** Undefined for the address of the TwiML itself. */
  readonly action: string | undefined;
}

/** TwiML as a call hears it. */
export class Twiml {
  readonly #document: Document;

  private constructor(document: Document) {
    this.#document = document;
  }

  /** Reads the body of a response; undefined where it is no XML. */
  static read(body: string): Twiml | undefined {
    try {
      return new Twiml(new DOMParser({ onError: raise }).parseFromString(body, "text/xml"));
    } catch {
      return undefined;
    }
  }

  /** The texts of all `<Say>`, in their order. */
  get spoken(): readonly string[] {
    return [...this.#document.getElementsByTagName("Say")].map(({ textContent }) =>
      (textContent ?? "").replaceAll(/\s+/g, " ").trim(),
    );
  }

  /** The first `<Gather>`. */
  get gather(): Gather | undefined {
    const [first] = this.#document.getElementsByTagName("Gather");
    return first === undefined ? undefined : { action: first.getAttribute("action") ?? undefined };
  }
}

function raise(_level: string, message: string): never {
  throw new Error(message);
}
