import type { Value } from "../runtime/value/value.ts";
import type { Place } from "./host.ts";

/** An element of TwiML: a verb such as Say, or a noun inside of one such as Number. */
export interface TwimlElement {
  readonly name: string;
  /** Those that are undefined are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly (TwimlElement | string)[];
}

/** What a phone call is answered with: verbs, in the order in which the caller meets them. */
export interface CallAnswer {
  /**
   * Adds a verb behind those that are there.
   * @throws BasicError where the run answers no request, or the call is over by then
   */
  add(verb: TwimlElement, place: Place): void;
  /**
   * Gives the address at which a call goes on in a block of the script.
   * @param block its name
   * @param kept what the block is told, null for nothing
   * @throws BasicError where that is too long for an address
   */
  blockAddress(block: string, kept: Value): string;
  /** Gives the address of a path of this server; other addresses stay as they are. */
  address(written: string): string;
}

/** Who is talked to: whoever wrote the message that the run is about, where it is about one. */
export interface Conversation {
  /** @returns false where there is nobody to talk to */
  say(text: string): boolean;
}
