import type { KnownObject, ObjectMember } from "../host/known-object.ts";

/** Makes members that hold a text, a number, or true. */
function plain(names: string): readonly ObjectMember[] {
  return names.split(" ").map((name) => ({ name }));
}

/** Makes members that hold a list of texts, or what the script made. */
function open(names: string): readonly ObjectMember[] {
  return names.split(" ").map((name) => ({ name, isOpen: true }));
}

const HEADER: ObjectMember = { name: "header", members: plain("type text name source filename") };
const CHOICES: ObjectMember = { name: "buttons", isList: true, members: plain("id title") };
const ROWS: ObjectMember = { name: "rows", isList: true, members: plain("id title description") };

const TEMPLATE: readonly ObjectMember[] = [
  ...plain("name language"),
  HEADER,
  { name: "values", isList: true, members: plain("name text") },
  { name: "buttons", isList: true, members: [...plain("subType value index"), ...open("data")] },
  ...open("components"),
];

/** What SENT MESSAGES gives, whatever the channel and the type of a message: for the checker and the manual. */
export const SENT_MESSAGES: KnownObject = {
  name: "SENT MESSAGES",
  help: "SENT MESSAGES",
  isList: true,
  meant: { body: "text", message: "text", caption: "text", recipient: "to", kind: "type" },
  members: [
    ...plain("channel text id"),
    ...open("to"),
    ...plain("subject html account"),
    ...open("cc bcc"),
    { name: "attachments", isList: true, members: plain("name type size") },
    ...open("media"),
    ...plain("from validFor language voice url ring detect"),
    ...plain("type replyTo provider preview source filename footer"),
    HEADER,
    CHOICES,
    ...plain("button flow screen token draft catalog product"),
    { name: "sections", isList: true, members: [{ name: "title" }, ROWS, ...open("products")] },
    ROWS,
    ...open("data products cards values saved errors"),
    { name: "template", members: TEMPLATE },
    { name: "location", members: plain("latitude longitude name address") },
    { name: "contacts", isOpen: true },
    { name: "reaction", members: plain("messageId emoji") },
  ],
};

/** What MADE CALLS gives. */
export const MADE_CALLS: KnownObject = {
  name: "MADE CALLS",
  help: "MADE CALLS",
  isList: true,
  meant: { address: "url", json: "body", form: "body" },
  members: [...plain("method url"), ...open("headers body")],
};
