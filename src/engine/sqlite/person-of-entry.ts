import { recipientOf } from "../history/content.ts";
import { smsSender } from "../history/sms-content.ts";
import { Person } from "../person.ts";
import { readItem } from "./stored-item.ts";

/** Who sent the message of an event of WhatsApp, as its lane names them. */
const SENDER = /^meta \S* (\S+)$/;

/**
 * Finds in whose history an entry belongs that an earlier version stored.
 * @param item as JSON text
 * @returns null for what is no message, or of nobody known
 */
export function personOfEntry(kind: string, lane: string, item: string): string | null {
  try {
    const written = writtenName(kind, lane, item);
    return written === undefined || written === "" ? null : Person.nameOf(written);
  } catch {
    return null;
  }
}

function writtenName(kind: string, lane: string, item: string): string | undefined {
  switch (kind) {
    case "event": {
      const work = readItem(kind, item);
      const isMessage = "event" in work && work.event === "message";
      return isMessage ? SENDER.exec(lane)?.[1] : undefined;
    }
    case "send": {
      const send = readItem(kind, item);
      return "message" in send ? recipientOf(send.message) : undefined;
    }
    case "request": {
      const answered = readItem(kind, item);
      return "request" in answered ? smsSender(answered.request) : undefined;
    }
    default:
      return undefined;
  }
}
