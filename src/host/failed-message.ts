import type { ChannelName } from "./message.ts";
import type { Place } from "./host.ts";

/** A message that was not sent, or did not arrive, and will not be tried again. */
export interface FailedMessage {
  readonly channel: ChannelName;
  /** To whom it was to go; of a mail to several, with commas. */
  readonly to: string;
  /** Of a mail; undefined for anything else. */
  readonly subject: string | undefined;
  readonly text: string;
  /** Why, in words. */
  readonly error: string;
  /** The far side's own code, such as 131026; undefined where it gave none. */
  readonly code: string | undefined;
  /** The far side's id of one that it had taken; undefined for any other. */
  readonly id: string | undefined;
  /** How often it was tried. */
  readonly attempts: number;
  /** The id by which `gbasic jobs show` knows it. */
  readonly entry: string;
  /** The statement that sent it. */
  readonly place: Place;
}

/** The failure that the run is about. */
export interface FailureReader {
  /** @throws BasicError GB3422 where the run is about none */
  current(): FailedMessage;
}
