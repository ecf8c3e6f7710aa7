/** A kind of message that people send, as scripts call it. */
export interface MessageKind {
  /** In ON WHATSAPP: `BUTTON`. */
  readonly word: string;
  /** In GET WHATSAPP MESSAGE TYPE: `button`. */
  readonly kind: string;
  /** As the end of "Runs the block for each message that is …". */
  readonly is: string;
  /** What people call it in place of `word`. */
  readonly synonyms?: readonly string[];
}

/** What people can send (Cloud API, webhook reference, `messages`). */
export const MESSAGE_KINDS = [
  { word: "TEXT", kind: "text", is: "a text" },
  { word: "IMAGE", kind: "image", is: "a picture", synonyms: ["PHOTO", "PICTURE"] },
  { word: "VIDEO", kind: "video", is: "a film", synonyms: ["FILM", "MOVIE"] },
  { word: "AUDIO", kind: "audio", is: "a sound or a voice message", synonyms: ["VOICE", "SOUND"] },
  { word: "DOCUMENT", kind: "document", is: "a file", synonyms: ["FILE", "PDF"] },
  { word: "STICKER", kind: "sticker", is: "a sticker" },
  { word: "LOCATION", kind: "location", is: "a place", synonyms: ["PLACE"] },
  { word: "CONTACTS", kind: "contacts", is: "one contact or more" },
  {
    word: "BUTTON",
    kind: "button",
    is: "a button that was pressed",
    synonyms: ["INTERACTIVE", "QUICK"],
  },
  { word: "LIST", kind: "list", is: "a row that was picked from a list" },
  { word: "FLOW", kind: "flow", is: "a form that was filled in" },
  { word: "REACTION", kind: "reaction", is: "an emoji put on a message, or taken back" },
  { word: "ORDER", kind: "order", is: "an order from a catalog" },
  { word: "SYSTEM", kind: "system", is: "news of the person, such as a new number" },
  { word: "EDIT", kind: "edit", is: "a message that was changed afterwards" },
  { word: "REVOKE", kind: "revoke", is: "a message that was deleted for everyone" },
  { word: "UNSUPPORTED", kind: "unsupported", is: "of a kind that WhatsApp does not pass on" },
] as const satisfies readonly MessageKind[];

/** What a message is, and what was picked with it. */
export interface ReceivedKind {
  /** One of `MESSAGE_KINDS`, or what Meta calls one that is none of them. */
  readonly kind: string;
  /** The id of the button or the row; undefined for any other kind. */
  readonly choice: string | undefined;
}

/** What an interactive message holds for each of its types. */
const INTERACTIVE: ReadonlyMap<string, readonly [kind: string, member: string]> = new Map([
  ["button_reply", ["button", "button_reply"]],
  ["list_reply", ["list", "list_reply"]],
  ["nfm_reply", ["flow", "nfm_reply"]],
]);

/** Members that are called as the types that have them. */
const TYPES = [
  ...["text", "image", "video", "audio", "document", "sticker", "location", "contacts"],
  ...["button", "interactive", "reaction", "order", "system"],
];

/** The type of a message; where none is given, as in samples that people write, what it holds tells. */
function typeOf(message: unknown): string {
  const given = textMember(message, "type");
  return given === "" ? (TYPES.find((type) => member(message, type) !== undefined) ?? "") : given;
}

/** Tells what kind of message an item of a delivery is. */
export function receivedKind(message: unknown): ReceivedKind {
  const type = typeOf(message);
  if (type === "button") {
    const button = member(message, "button");
    const payload = textMember(button, "payload");
    return { kind: "button", choice: payload === "" ? textMember(button, "text") : payload };
  }
  if (type !== "interactive") {
    return { kind: type === "" || type === "unknown" ? "unsupported" : type, choice: undefined };
  }
  const interactive = member(message, "interactive");
  const answer = textMember(interactive, "type");
  const [kind, name] = INTERACTIVE.get(answer) ?? [answer === "" ? type : answer, ""];
  const choice = textMember(member(interactive, name), "id");
  return { kind, choice: kind === "flow" || choice === "" ? undefined : choice };
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map(Object.entries(value)).get(name);
}

function textMember(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === "string" ? found : "";
}
