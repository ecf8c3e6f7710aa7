import type { KnownObject, ObjectMember } from "../../host/known-object.ts";

const members = (names: string): readonly ObjectMember[] =>
  names.split(" ").map((name) => ({ name }));
const open = (name: string, holds: string): ObjectMember => ({ name, holds, isOpen: true });

/** What all that WhatsApp delivers has. */
const ANY: readonly ObjectMember[] = [
  {
    name: "business",
    holds: "the number of yours that it is about",
    members: members("id number account"),
  },
  open("raw", "all of it as WhatsApp sent it"),
];

const CHOICE = members("id title description");
const REFERRAL = members(
  "source_url source_id source_type headline body media_type image_url video_url thumbnail_url ctwa_clid",
);
const ORDERED = members("product quantity price currency");

/** What somebody wrote, and how. */
const WRITTEN: readonly ObjectMember[] = [
  { name: "id", holds: "the id of the message" },
  { name: "type", holds: "its kind, as `GET WHATSAPP MESSAGE TYPE` gives it" },
  open("timestamp", "when it was sent"),
  {
    name: "text",
    holds:
      'what can be read: the text, a caption, the title of a button; `""` where there is nothing',
  },
  {
    name: "sender",
    holds: "who wrote; `address` is what to answer to, `id` and `parent` are user ids",
    members: members("address number id parent name username"),
  },
  { name: "button", holds: "what was pressed", members: CHOICE },
  { name: "list", holds: "the row that was picked", members: CHOICE },
  {
    name: "location",
    holds: "a place",
    members: members("latitude longitude name address url"),
    isOpen: true,
  },
  {
    name: "media",
    holds: "a picture, a film, a sound, a file or a sticker",
    members: members("kind id type sha256 caption filename url voice animated"),
  },
  {
    name: "contacts",
    holds: "a list, each as WhatsApp has it; `WITH CONTACTS` sends it on",
    isList: true,
    isOpen: true,
  },
  {
    name: "order",
    holds: "what was ordered; `items` has `product`, `quantity`, `price`, `currency`",
    members: [...members("catalog text"), { name: "items", members: ORDERED, isList: true }],
  },
  {
    name: "flow",
    holds: "a form; `response` is what was filled in",
    members: [...members("name text"), { name: "response", isOpen: true }],
  },
  {
    name: "reaction",
    holds: 'an emoji on a message; `""` when it was taken back',
    members: members("message emoji"),
  },
  {
    name: "edit",
    holds: "the message that was changed, and its new text",
    members: members("id text"),
  },
  { name: "revoke", holds: "the message that was deleted", members: members("id") },
];

/** What is around a message. */
const AROUND: readonly ObjectMember[] = [
  {
    name: "system",
    holds: "news of the person: what changed, and the new number or user id",
    members: members("type body wa_id user_id previous_user_id"),
    isOpen: true,
  },
  {
    name: "permission",
    holds: "whether you may call: `response` is `accept` or `reject`",
    members: [...members("response permanent source"), { name: "expires", isOpen: true }],
  },
  { name: "unsupported", holds: "what WhatsApp does not pass on", members: members("type") },
  { name: "error", holds: "why not", members: members("code title details") },
  { name: "replyTo", holds: "the message that is answered", members: members("id from") },
  { name: "forwarded", holds: "`once`, `often`, or null" },
  {
    name: "product",
    holds: "the product that is asked about",
    members: members("catalog_id product_retailer_id"),
    isOpen: true,
  },
  {
    name: "referral",
    holds: "the ad or post that led here",
    members: [...REFERRAL, { name: "welcome_message", isOpen: true }],
    isOpen: true,
  },
  {
    name: "identity",
    holds: "the check of who somebody is, where it is on",
    members: [...members("acknowledged hash"), { name: "created", isOpen: true }],
  },
  { name: "group", holds: "the id of the group" },
];

/** What a message of somebody has. */
export const MESSAGE_MEMBERS: readonly ObjectMember[] = [...WRITTEN, ...AROUND, ...ANY];

/** What the status of a message has. */
export const STATUS_MEMBERS: readonly ObjectMember[] = [
  { name: "id", holds: "the id of the message" },
  { name: "status", holds: "`sent`, `delivered`, `read`, `played` of a voice message, `failed`" },
  open("timestamp", "since when"),
  {
    name: "recipient",
    holds: "whom it was for; `type` is `individual` or `group`",
    members: members("address number id parent type participant"),
  },
  { name: "error", holds: "why it failed", members: members("code title details") },
  {
    name: "pricing",
    holds: "what it is charged as",
    members: members("billable pricing_model type category"),
    isOpen: true,
  },
  // With WhatsAble a list of what was written before, of which a message has it.
  open("conversation", "the one that an ad or a page opened, as WhatsApp has it"),
  { name: "data", holds: "what was sent along with it" },
  ...ANY,
];

/** What a change of another field has. */
const CHANGE: readonly ObjectMember[] = [
  { name: "field", holds: "its name, such as `account_update`" },
  open("value", "what changed, as Meta has it"),
];

/** Each name once, as it is first. */
function merged(...lists: readonly (readonly ObjectMember[])[]): readonly ObjectMember[] {
  return [
    ...new Map(
      lists
        .flat()
        .toReversed()
        .map((member) => [member.name, member]),
    ).values(),
  ];
}

/** The object WHATSAPP: a message, a status, an error or another change. */
export const whatsAppObject: KnownObject = {
  name: "WHATSAPP",
  help: "WHATSAPP",
  members: merged(MESSAGE_MEMBERS, STATUS_MEMBERS, CHANGE),
  meant: {
    from: "sender.address",
    number: "sender.number",
    phone: "sender.number",
    name: "sender.name",
    user: "sender.id",
    body: "text",
    message: "text",
    to: "recipient.address",
    context: "replyTo",
    interactive: "button or list",
    image: "media",
    video: "media",
    audio: "media",
    document: "media",
    sticker: "media",
    errors: "error",
    group_id: "group",
  },
};
