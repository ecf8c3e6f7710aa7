import type { EventField } from "./event-field.ts";
import { FieldValues } from "./field-values.ts";
import type { Person } from "./person.ts";
import type { ListedItem } from "./whatsapp-item.ts";

/** What an event is told beside its own fields. */
export interface EventSetting {
  /** Of the message: `wamid…`. */
  readonly id: string;
  /** In ms since 1970-01-01 UTC; Meta tells seconds. */
  readonly at: number;
  readonly person: Person;
}

/** One type of event that WhatsApp delivers. */
export interface WhatsAppEventType {
  /** In small letters, words with a blank between them: `button reply`. */
  readonly name: string;
  /** In the order of the command line. */
  readonly fields: readonly EventField[];
  /** One sentence. */
  readonly summary: string;
  /**
   * Makes an event.
   * @param fields texts by the names of the fields
   * @throws EventError GB4242 to GB4247 where it cannot be made of them
   */
  build(fields: ReadonlyMap<string, string>, setting: EventSetting): ListedItem;
}

/** A type of event as its file declares it. */
export interface EventDeclaration extends Pick<WhatsAppEventType, "name" | "fields" | "summary"> {
  readonly build: (values: FieldValues, setting: EventSetting) => ListedItem;
}

/** Makes a type of event whose fields are checked before it is built. */
export function defineEvent({ name, fields, summary, build }: EventDeclaration): WhatsAppEventType {
  return {
    name,
    fields,
    summary,
    build: (given, setting) => build(new FieldValues(name, fields, given), setting),
  };
}

/** Writes a time as Meta does, in whole seconds. @param at ms since 1970-01-01 UTC */
export function metaTime(at: number): string {
  return String(Math.floor(at / 1000));
}
