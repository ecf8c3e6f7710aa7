import type { Value } from "../runtime/value/value.ts";

/** The WhatsApp message that the run is about. */
export interface ReceivedReader {
  /**
   * Gives it as an object; null in a run that is about something else.
   * @throws BasicError GB4668 in a run that a handler spawned, which has no message of its own
   */
  whatsapp(): Value;
}
