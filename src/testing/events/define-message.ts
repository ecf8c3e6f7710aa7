import {
  defineEvent,
  type EventSetting,
  metaTime,
  type WhatsAppEventType,
} from "./define-event.ts";
import type { EventField } from "./event-field.ts";
import type { FieldValues } from "./field-values.ts";
import { type JsonObject, jsonObject } from "./json.ts";
import {
  answerFields,
  answerSurroundings,
  bareFields,
  bareSurroundings,
  writtenFields,
  writtenSurroundings,
} from "./message-surroundings.ts";
import { contactOf, senderMembers } from "./person.ts";

/** A type of message as its file declares it. */
export interface MessageDeclaration {
  readonly name: string;
  readonly summary: string;
  /** Those of its own, in the order of the command line. */
  readonly fields: readonly EventField[];
  /** What may stand around it; by default what may stand around anything that people write. */
  readonly around?: keyof typeof SURROUNDINGS;
  /** True where Meta sends it without the person's contact. */
  readonly alone?: (values: FieldValues) => boolean;
  /** Returns `type` and the member that is called so. */
  readonly body: (values: FieldValues, setting: EventSetting) => JsonObject;
}

const SURROUNDINGS = {
  written: { fields: writtenFields, make: writtenSurroundings },
  answer: { fields: answerFields, make: answerSurroundings },
  bare: { fields: bareFields, make: bareSurroundings },
} as const;

/**
 * Makes a type of message: `from` and `from_user_id`, `id`, `timestamp`, `type`, the body, and
 * `context`, `referral`, `group_id` and `identity` where they are given (Cloud API, webhook
 * reference, `messages`).
 */
export function defineMessage(declaration: MessageDeclaration): WhatsAppEventType {
  const { name, summary, body, around = "written", alone = () => false } = declaration;
  const surroundings = SURROUNDINGS[around];
  return defineEvent({
    name,
    summary,
    fields: [...declaration.fields, ...surroundings.fields],
    build: (values, setting) => {
      const at = metaTime(setting.at);
      const { context, referral, ...rest } = surroundings.make(values, at);
      const item = jsonObject({
        context,
        referral,
        ...senderMembers(setting.person),
        id: setting.id,
        timestamp: at,
        ...body(values, setting),
        ...rest,
      });
      return {
        list: "messages",
        item,
        contacts: alone(values) ? [] : [contactOf(setting.person)],
      };
    },
  });
}
