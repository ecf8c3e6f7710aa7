import { bedMessages } from "../diagnostics/codes/test-library.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { WhatsAppEventType } from "../testing/events/define-event.ts";
import { whatsAppEvents } from "../testing/events/whatsapp/index.ts";
import { bedError } from "./bed-error.ts";
import type { Delivered, EventOptions } from "./options.ts";

/** The types of events that WhatsApp delivers. */
export type WhatsAppEventName =
  | "text"
  | "image"
  | "audio"
  | "video"
  | "document"
  | "sticker"
  | "location"
  | "contacts"
  | "button-reply"
  | "list-reply"
  | "flow-reply"
  | "call-permission"
  | "button"
  | "reaction"
  | "order"
  | "system"
  | "unsupported"
  | "edit"
  | "revoke"
  | "status"
  | "error";

/** What an event says, by the names that `gbasic send whatsapp TYPE --help` lists: `messageId` or `message id`. */
export type Fields = Readonly<Record<string, string | number>>;

/** Finds a type of event. @throws BedError GB5440 where there is none */
export function eventType(name: string): WhatsAppEventType {
  const found = whatsAppEvents.find((type) => nameOf(type) === name);
  if (found !== undefined) return found;
  const known = whatsAppEvents.map(nameOf);
  throw bedError(bedMessages.noSuchEvent(name, known, suggest(name, known)));
}

/** Names a type as the commands do, without blanks. */
function nameOf({ name }: WhatsAppEventType): string {
  return name.replaceAll(" ", "-");
}

/**
 * Gives the texts that a statement of BASIC tests would be given.
 * @throws BedError GB5441 for a field that events of the type do not have
 */
export function slotsOf(
  type: WhatsAppEventType,
  fields: Fields,
  options: EventOptions,
): ReadonlyMap<string, string> {
  const known = type.fields.map(({ name }) => slotOf(name));
  const { from, userId, parentUserId: parentId, username, name: person, id } = options;
  const { numberId, businessNumber, writtenAt } = options;
  const slots = new Map([
    ...textsOf({ from, userId, parentId, username, person, id, numberId, businessNumber }),
    ...textsOf({ writtenAt: writtenAt instanceof Date ? writtenAt.toISOString() : writtenAt }),
    ...deliverySlots(options),
  ]);
  for (const [name, value] of Object.entries(fields)) {
    const slot = slotOf(name);
    if (!known.includes(slot)) {
      throw bedError(bedMessages.noSuchField(type.name, name, known, suggest(slot, known)));
    }
    slots.set(slot, String(value));
  }
  return slots;
}

/** Gives where a delivery goes and who brings it, as a statement of BASIC tests would be told. */
export function deliverySlots({ at, as, signature }: Delivered): ReadonlyMap<string, string> {
  const isSigned = signature === undefined || signature === "signed";
  return textsOf({ at, provider: as, signature: isSigned ? undefined : signature.toUpperCase() });
}

function textsOf(texts: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, text] as const],
    ),
  );
}

/** `message id` is `messageId`. */
function slotOf(name: string): string {
  return name.replaceAll(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase());
}
