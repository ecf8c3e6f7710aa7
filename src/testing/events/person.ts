import { testEventMessages } from "../../diagnostics/codes/test-events.ts";
import { EventError } from "./event-error.ts";
import { type JsonObject, jsonObject } from "./json.ts";

/**
 * Who a message comes from: a number, or since 2026 the business-scoped user id of somebody who
 * hides the number, or both
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids/).
 */
export interface Person {
  /** In any form: `+55 11 99999-9999`. */
  readonly number: string | undefined;
  /** A country, a point and up to 128 characters: `BR.1502576394655843`. */
  readonly userId: string | undefined;
  /** As the person's profile has it. */
  readonly name: string;
  /** The id that the person has for all businesses of a portfolio: `US.ENT.1502576394655843`. */
  readonly parentUserId?: string | undefined;
  /** The name that others find the person by, where the number is hidden. */
  readonly username?: string | undefined;
}

/** A person as an event names it; what it lacks is undefined. */
interface Ids {
  readonly number: string | undefined;
  readonly userId: string | undefined;
  readonly parentUserId: string | undefined;
}

const NUMBER = /^\+?[\d\s().-]*\d[\d\s().-]*$/;
/** What answers can be sent to: E.164 has at most 15 digits, the shortest numbers in use 5. */
const DIGITS = /^\d{5,15}$/;
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Returns the members by which a message names its sender. @throws EventError as `contactOf` */
export function senderMembers(person: Person): JsonObject {
  const { number, userId, parentUserId } = idsOf(person);
  return jsonObject({ from: number, from_user_id: userId, from_parent_user_id: parentUserId });
}

/** Returns the members by which a status names its recipient. @throws EventError as `contactOf` */
export function recipientMembers(person: Person, group?: string): JsonObject {
  const { number, userId } = idsOf(person);
  return jsonObject({
    recipient_id: group ?? number,
    recipient_type: group === undefined ? undefined : "group",
    recipient_participant_id: group === undefined ? undefined : number,
    recipient_user_id: userId,
  });
}

/**
 * Returns the contact that stands beside the messages of a person.
 * @throws EventError GB4245 for a person without number and id, GB4246 or GB4247 where one has another form
 */
export function contactOf(person: Person): JsonObject {
  const { number, userId, parentUserId } = idsOf(person);
  return jsonObject({
    profile: jsonObject({ name: person.name, username: person.username }),
    wa_id: number,
    user_id: userId,
    parent_user_id: parentUserId,
  });
}

function idsOf({ number, userId, parentUserId }: Person): Ids {
  if (number === undefined && userId === undefined && parentUserId === undefined) {
    throw new EventError(testEventMessages.nobody());
  }
  return {
    number: number === undefined ? undefined : digitsOf(number),
    userId: userId === undefined ? undefined : checkedId(userId),
    parentUserId: parentUserId === undefined ? undefined : checkedId(parentUserId),
  };
}

/** Writes a number as Meta does, digits alone. @throws EventError GB4246 for what is no number */
export function digitsOf(number: string): string {
  const digits = number.replaceAll(/\D/g, "");
  const isNumber = NUMBER.test(number.trim()) && DIGITS.test(digits);
  if (!isNumber) throw new EventError(testEventMessages.wrongNumber(number));
  return digits;
}

function checkedId(id: string): string {
  if (!USER_ID.test(id)) throw new EventError(testEventMessages.wrongUserId(id));
  return id;
}
