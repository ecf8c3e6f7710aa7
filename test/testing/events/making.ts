import type { EventSetting } from "../../../src/testing/events/define-event.ts";
import type { Person } from "../../../src/testing/events/person.ts";
import type { ListedItem } from "../../../src/testing/events/whatsapp-item.ts";
import { whatsAppEvents } from "../../../src/testing/events/whatsapp/index.ts";

/** Somebody whose number is known. */
export const ANA: Person = { number: "+55 11 99999-9999", userId: undefined, name: "Ana" };

/** Somebody who hides the number. */
export const HIDDEN: Person = {
  number: undefined,
  userId: "BR.1502576394655843",
  parentUserId: "US.ENT.11815799212886844830",
  name: "João",
  username: "joao",
};

export const BUSINESS = {
  numberId: "1158433381968079",
  displayNumber: "553322980098",
  accountId: "390727550789228",
};

/** 2026-01-01 12:00 UTC and a bit, which is told in whole seconds. */
export const NOON = Date.UTC(2026, 0, 1, 12) + 750;

/** The least that each type of event must be told. */
export const LEAST: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ["text", { text: "olá 😀" }],
  ["location", { latitude: "-23.55", longitude: "-46.6" }],
  ["contacts", { contact: "Bia Reis", phone: "+55 21 98888-7777" }],
  ["button reply", { "reply id": "yes" }],
  ["list reply", { "reply id": "row-2" }],
  ["flow reply", { response: '{"rating":5}' }],
  ["call permission", { response: "accept" }],
  ["button", { text: "Stop" }],
  ["reaction", { "message id": "wamid.0" }],
  ["edit", { "message id": "wamid.0", text: "better" }],
  ["revoke", { "message id": "wamid.0" }],
  ["status", { status: "delivered", "message id": "wamid.0" }],
]);

/** Makes an event of a type that there is. */
export function make(
  type: string,
  fields: Readonly<Record<string, string>> = LEAST.get(type) ?? {},
  setting: Partial<EventSetting> = {},
): ListedItem {
  const found = whatsAppEvents.find(({ name }) => name === type);
  if (found === undefined) throw new Error(`there is no event ${type}`);
  const given = new Map(Object.entries(fields));
  return found.build(given, { id: "wamid.1", at: NOON, person: ANA, ...setting });
}
