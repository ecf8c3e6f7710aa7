import { z } from "zod";
import { testEventMessages } from "../../diagnostics/codes/test-events.ts";
import { testingMessages } from "../../diagnostics/codes/testing.ts";
import { WHATSAPP_PROVIDERS } from "../../host/whatsapp/providers.ts";
import { BasicError } from "../../runtime/error.ts";
import { readDate } from "../../runtime/value/date-conversion.ts";
import { defineStatement, type RegistryEntry } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { SOMEBODY, TEST_BUSINESS } from "../event-desk.ts";
import type { WhatsAppEventType } from "../events/define-event.ts";
import { EventError } from "../events/event-error.ts";
import type { EventField } from "../events/event-field.ts";
import { anyText, type FieldForm, someText } from "../events/field-forms.ts";
import { digitsOf, type Person } from "../events/person.ts";
import { whatsAppEvents } from "../events/whatsapp/index.ts";
import type { ReceivingNumber } from "../events/whatsapp-item.ts";
import { receiveItem } from "../receive-item.ts";
import { reviewPath } from "../request-path.ts";
import type { TestBed } from "../test-bed.ts";
import type { TestPhrase } from "../test-phrase.ts";
import type { VirtualTime } from "../virtual-time.ts";

/** `RECEIVE WHATSAPP TEXT "hello" FROM "+5511…"`: an event of each type that WhatsApp delivers. */
export const receiveWhatsApp = (bed: CurrentBed): readonly TestPhrase[] =>
  whatsAppEvents.map((type) => ({
    entry: receiveEvent(type, bed),
    review: reviewPath("at"),
    meanings: meaningsOf(type),
  }));

/** Tells whether a field takes what texts usually are. */
function isPlain(form: FieldForm<unknown>): boolean {
  return form === anyText || form === someText;
}

/** What every event takes. */
const COMMON: readonly (readonly [slot: string, meaning: string])[] = [
  ["from", "number of the person; without it, USER ID and PARENT ID, +5511999999999"],
  ["person", "name of the person; without it, Ana"],
  ["userId", "id of a person who hides the number, such as BR.1502576394655843; may be left out"],
  ["parentId", "id of the person for all businesses of a portfolio, US.ENT.…; may be left out"],
  ["username", "name that others find the person by; may be left out"],
  ["id", "id of the message; without it, wamid.IN and a number"],
  ["numberId", "id of the number of yours that it came to; without it, 106540352242922"],
  ["businessNumber", "that number, as WHATSAPP.business.number has it; without it, +15550783881"],
  ["at", "path of the script; without it, the one that is for WhatsApp"],
  [
    "writtenAt",
    "when it happened, where it is delivered late, such as 2026-03-01 09:00; without it, now",
  ],
  ["provider", "who delivers and signs; without it, whoever the path is for, else Meta"],
];

function meaningsOf({ fields }: WhatsAppEventType): ReadonlyMap<string, string> {
  const own = fields.map(({ name, meaning, standard, form, required }): [string, string] => {
    const looks = isPlain(form) ? "" : ` (${form.expected})`;
    const without = standard === undefined ? "may be left out" : `without it, ${standard}`;
    return [slotOf(name), `${meaning}${looks}${required ? "" : `; ${without}`}`];
  });
  return new Map([...COMMON, ...own]);
}

function receiveEvent(type: WhatsAppEventType, bed: CurrentBed): RegistryEntry {
  return defineStatement({
    pattern: patternOf(type),
    summary: `${type.summary} Sends it to the script, signed, and waits until all that comes of it is done.`,
    example: exampleOf(type),
    raises: [
      "GB4242",
      "GB4243",
      "GB4244",
      "GB4245",
      "GB4246",
      "GB4247",
      "GB4494",
      "GB4760",
      "GB4793",
      "GB3504",
      "GB3511",
      "GB3515",
      "GB3518",
    ],
    runAsync: (slots) => receiveEventOf(type, textsOf(slots), bed.get()),
  });
}

/**
 * Sends an event, or holds it.
 * @param given texts by the names of the slots
 */
export async function receiveEventOf(
  type: WhatsAppEventType,
  given: ReadonlyMap<string, string>,
  bed: TestBed,
): Promise<void> {
  const setting = {
    id: given.get("id") ?? `wamid.IN${String(bed.events.next())}`,
    at: momentOf(given.get("writtenAt"), bed.time),
    person: personOf(given),
  };
  const built = buildItem(type, given, setting);
  const { seconds, ...item } = { ...built, receiver: receiverOf(given) };
  // Each is another one, so that RECEIVE AGAIN is how the same one comes twice.
  const at =
    seconds === undefined
      ? {}
      : { seconds: bed.events.changedAt(JSON.stringify(item.item), setting.at) };
  await receiveItem(bed, { ...item, ...at }, given);
}

function personOf(given: ReadonlyMap<string, string>): Person {
  const ids = { userId: given.get("userId"), parentUserId: given.get("parentId") };
  const isHidden = ids.userId !== undefined || ids.parentUserId !== undefined;
  return {
    ...ids,
    number: given.get("from") ?? (isHidden ? undefined : SOMEBODY.number),
    username: given.get("username"),
    name: given.get("person") ?? SOMEBODY.name,
  };
}

const NUMBER_ID = /^\d+$/;

/** @throws BasicError GB4760 for an id that is none, GB4246 for a number that is none */
function receiverOf(given: ReadonlyMap<string, string>): ReceivingNumber | undefined {
  const numberId = given.get("numberId");
  const number = given.get("businessNumber");
  if (numberId === undefined && number === undefined) return undefined;
  if (numberId !== undefined && !NUMBER_ID.test(numberId)) {
    throw new BasicError(testEventMessages.wrongNumberId(numberId));
  }
  const { numberId: usualId, displayNumber } = TEST_BUSINESS;
  return {
    numberId: numberId ?? usualId,
    displayNumber: number === undefined ? displayNumber : asEvent(() => digitsOf(number)),
  };
}

/** What comes late was written before it came. @throws BasicError GB3504 for what is no date and time */
function momentOf(written: string | undefined, time: VirtualTime): number {
  if (written === undefined) return time.now();
  const date = readDate(written, time.zone);
  if (date === undefined || date.precision === "time") {
    throw new BasicError(testingMessages.badClock(written, "WRITTEN AT"));
  }
  return date.epoch;
}

function buildItem(
  type: WhatsAppEventType,
  given: ReadonlyMap<string, string>,
  setting: Parameters<WhatsAppEventType["build"]>[1],
) {
  const fields = new Map(
    type.fields.flatMap(({ name }) => {
      const value = given.get(slotOf(name));
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return asEvent(() => type.build(fields, setting));
}

/** Makes something of an event. @throws BasicError what is wrong with it */
function asEvent<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof EventError)) throw error;
    throw new BasicError(error.detail, { cause: error });
  }
}

/** Every slot of these phrases is a text or a word; the types say so only where a pattern is written out. */
function textsOf(slots: unknown): ReadonlyMap<string, string> {
  const texts = z.record(z.string(), z.string().optional()).parse(slots);
  return new Map(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

/** What has to be given stands first; the rest are clauses by their names. */
function patternOf({ name, fields }: WhatsAppEventType): string {
  const required = fields.filter((field) => field.required);
  const first = required.map(
    (field, index) => `${joiner(field, index)}<${slotOf(field.name)}:text>`,
  );
  const clauses = fields
    .filter((field) => !field.required)
    .map((field) => `${wordsOf(field.name)} <${slotOf(field.name)}?:text>`);
  const common = [
    "FROM <from?:text>",
    "NAMED <person?:text>",
    "USER ID <userId?:text>",
    "PARENT ID <parentId?:text>",
    "USERNAME <username?:text>",
    "ID <id?:text>",
    "NUMBER ID <numberId?:text>",
    "BUSINESS NUMBER <businessNumber?:text>",
    "AT <at?:text>",
    "WRITTEN AT <writtenAt?:text>",
    `AS <provider?:word(${WHATSAPP_PROVIDERS.join("|").toUpperCase()})>`,
    "<signature?:word(UNSIGNED|FORGED)>",
  ];
  const all = [...common, ...clauses].join(" | ");
  return `RECEIVE WHATSAPP ${wordsOf(name)}${first.length > 0 ? ` ${first.join("")}` : ""} { ${all} }`;
}

function joiner({ name }: EventField, index: number): string {
  if (index === 0) return "";
  return name === "message id" ? " FOR " : ", ";
}

function exampleOf({ name, fields }: WhatsAppEventType): string {
  const required = fields.filter((field) => field.required);
  const values = required.map((field, index) => {
    const text = (field.example ?? "").replaceAll('"', '""');
    return `${joiner(field, index)}"${text}"`;
  });
  const event = `RECEIVE WHATSAPP ${wordsOf(name)} ${values.join("")}`.trimEnd();
  return `${event}\nEXPECT STATUS 200`;
}

function wordsOf(name: string): string {
  return name.toUpperCase();
}

function slotOf(name: string): string {
  return name.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}
