import { whatsAppMessages } from "../../diagnostics/codes/whatsapp.ts";
import type { JsonValue } from "../../host/whatsapp/content.ts";
import { contactsProblem } from "../../host/whatsapp/problem.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { getMember } from "../../runtime/value/member.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value, ValueObject } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { jsonOf, textMember } from "./read-value.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH CONTACT name PHONE number`. */
export const sendContact = defineStatement({
  title: "SEND WHATSAPP WITH CONTACT",
  pattern: `SEND WHATSAPP TO <to:text> WITH CONTACT <name:text> { PHONE <phone?:text> | EMAIL <email?:text> | COMPANY <company?:text> | ${ADDRESSING} }`,
  summary: "Sends a contact in WhatsApp, which can be kept in the address book.",
  example: `SEND WHATSAPP TO "5511999999999" WITH CONTACT "Ana Silva" PHONE "+55 11 98888-7777"`,
  output: "simulated whatsapp to 5511999999999, contacts: Ana Silva",
  raises: ["GB4663"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    name: (value) => {
      simpleContact({ name: toText(value) });
      return undefined;
    },
  },
  run: ({ name, phone, email, company, ...addressing }, { host, place }) => {
    const contact = simpleContact({ name, phone, email, company });
    const content = { kind: "contacts", contacts: [contact.json] } as const;
    sendOrSkip(messageOf(addressing, contact.name, content), host.whatsapp, place);
  },
});

/** `SEND WHATSAPP TO number WITH CONTACTS list`. */
export const sendContacts = defineStatement({
  title: "SEND WHATSAPP WITH CONTACTS",
  pattern: `SEND WHATSAPP TO <to:text> WITH CONTACTS <contacts:list> { ${ADDRESSING} }`,
  summary:
    "Sends contacts in WhatsApp: objects with name, phone, email and company, or such as came in a message.",
  example: `SEND WHATSAPP TO "5511999999999" WITH CONTACTS [{ "name": "Ana", "phone": "+55 11 98888-7777" }, { "name": "Rui" }]`,
  output: "simulated whatsapp to 5511999999999, contacts: Ana, Rui",
  raises: ["GB4663"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    contacts: (value) =>
      Array.isArray(value) ? contactsProblem(value.map(readContact).length) : undefined,
  },
  run: ({ contacts, ...addressing }, { host, place }) => {
    const all = contacts.map(readContact);
    const content = { kind: "contacts", contacts: all.map(({ json }) => json) } as const;
    const names = all.map(({ name }) => name).join(", ");
    sendOrSkip(messageOf(addressing, names, content), host.whatsapp, place);
  },
});

interface Contact {
  readonly name: string;
  readonly json: JsonValue;
}

/** One whose name is an object is as the Cloud API has it, and goes out as it is. */
function readContact(value: Value): Contact {
  if (typeof value === "string") return simpleContact({ name: value });
  if (!isObject(value)) throw new BasicError(whatsAppMessages.wrongContact(toText(value)));
  const name = getMember(value, "name");
  if (isObject(name)) return { name: fullName(name, value), json: jsonOf(value) };
  return simpleContact({
    name: toText(name),
    phone: textMember(value, "phone", "number"),
    email: textMember(value, "email"),
    company: textMember(value, "company"),
  });
}

function fullName(name: ValueObject, contact: ValueObject): string {
  const found = textMember(name, "formatted_name");
  if (found === undefined) throw new BasicError(whatsAppMessages.wrongContact(toText(contact)));
  return found;
}

interface SimpleContact {
  readonly name: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly company?: string | undefined;
}

/** The Cloud API wants the full name and one of its parts; WhatsApp finds an account by `wa_id`. */
function simpleContact({ name, phone, email, company }: SimpleContact): Contact {
  const full = name.trim();
  if (full === "") throw new BasicError(whatsAppMessages.wrongContact("one without a name"));
  const [first = full] = full.split(" ", 1);
  const digits = phone?.replaceAll(/\D/g, "") ?? "";
  const json: JsonValue = {
    name: { formatted_name: full, first_name: first },
    ...(isGiven(phone) ? { phones: [{ phone, type: "CELL", wa_id: digits }] } : {}),
    ...(isGiven(email) ? { emails: [{ email, type: "WORK" }] } : {}),
    ...(isGiven(company) ? { org: { company } } : {}),
  };
  return { name: full, json };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "";
}
