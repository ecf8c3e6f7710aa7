import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB4242 to GB4247, GB4494, GB4760, GB4793 and GB4795 to GB4797: what an event for tests is made of. */
export const testEventMessages = {
  missingField: (type: string, field: string, meaning: string) =>
    error("GB4242", `the event "${type}" needs a ${field}: ${meaning}`, `give it a ${field}`),
  unknownField: (type: string, field: string, proposed: string | undefined) =>
    error(
      "GB4243",
      `the event "${type}" has no ${field}`,
      proposal(proposed) ?? "`npx gbasic send whatsapp --help` lists what each type is told",
    ),
  wrongField: (type: string, field: string, written: string, expected: string) =>
    error(
      "GB4244",
      `the ${field} of the event "${type}" is ${JSON.stringify(written)}, expected ${expected}`,
      `write ${expected}`,
    ),
  nobody: () =>
    error(
      "GB4245",
      "the event comes from nobody: it has neither a number nor a user id",
      "give it a number such as +5511999999999, or a user id such as BR.1502576394655843",
    ),
  wrongNumber: (written: string) =>
    error(
      "GB4246",
      `${JSON.stringify(written)} is no phone number`,
      "write it with the country's code, such as +5511999999999",
    ),
  wrongUserId: (written: string) =>
    error(
      "GB4247",
      `${JSON.stringify(written)} is no user id of WhatsApp`,
      "write two capital letters, a point and up to 128 letters and digits, such as BR.1502576394655843",
    ),
  wrongNumberId: (written: string) =>
    error(
      "GB4760",
      `${JSON.stringify(written)} is no id of a number of yours`,
      "write the phone number id of Meta's dashboard, digits alone, such as 106540352242922; BUSINESS NUMBER says the number",
    ),
  notDelivered: (title: string) =>
    error(
      "GB4494",
      `${title} has no such event: it delivers messages and statuses`,
      "let Meta deliver it, or leave it out",
    ),
  numberNotTold: (title: string) =>
    error(
      "GB4793",
      `${title} does not tell which of your numbers somebody wrote to`,
      "leave NUMBER ID and BUSINESS NUMBER out, or let Meta deliver it",
    ),
  wrongValue: (found: string) =>
    error(
      "GB4795",
      `the VALUE of an event is an object, and this is ${found}`,
      'write what Meta\'s page of the field shows, such as VALUE { "event": "VERIFIED_ACCOUNT" }',
    ),
  ownStatement: (field: string, statement: string) =>
    error(
      "GB4796",
      `RECEIVE WHATSAPP EVENT does not take ${field}, which have statements of their own`,
      `write ${statement}`,
    ),
  noSuchHandler: (field: string, proposed: string) =>
    error(
      "GB4797",
      `no ON WHATSAPP EVENT of the script is for ${JSON.stringify(field)}`,
      `did you mean ${JSON.stringify(proposed)}?`,
    ),
};
