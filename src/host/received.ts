import type { Value } from "../runtime/value/value.ts";

/** What WhatsApp delivered and the run is about: a message, the status of one, an error, a change. */
export interface ReceivedReader {
  /**
   * Gives it as an object; null in a run that is about something else.
   * @throws BasicError GB4668 in a run that a handler spawned, which has no message of its own
   */
  whatsapp(): Value;
}
