import { MESSAGE_KINDS, type MessageKind } from "../../host/whatsapp/kinds.ts";
import type { MessageFilter } from "../../host/handler.ts";
import { eventMessages } from "../../diagnostics/codes/events.ts";
import { BasicError } from "../../runtime/error.ts";
import { defineDeclaration, type RegistryEntry } from "../define.ts";
import { sampleMessage } from "./sample-delivery.ts";
import { WEBHOOK_CLAUSES_ELSEWHERE } from "./webhook-clauses.ts";

/** Kinds of which one button or one row may be named. */
const WITH_CHOICE: ReadonlySet<string> = new Set(["button", "list"]);

/** Members of a message of each kind, for the examples. */
const SAMPLES: Readonly<Record<string, string>> = {
  text: `"type":"text","text":{"body":"hello"}`,
  image: `"type":"image","image":{"id":"1","caption":"hello"}`,
  video: `"type":"video","video":{"id":"1","caption":"hello"}`,
  audio: `"type":"audio","audio":{"id":"1","voice":true}`,
  document: `"type":"document","document":{"id":"1","filename":"hello.pdf"}`,
  sticker: `"type":"sticker","sticker":{"id":"1"}`,
  location: `"type":"location","location":{"latitude":1,"longitude":2,"name":"hello"}`,
  contacts: `"type":"contacts","contacts":[{"name":{"formatted_name":"hello"}}]`,
  button: `"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"hello"}}`,
  list: `"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"tea","title":"hello"}}`,
  flow: `"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"response_json":"{}","body":"hello"}}`,
  reaction: `"type":"reaction","reaction":{"message_id":"wamid.0","emoji":"hello"}`,
  order: `"type":"order","order":{"text":"hello"}`,
  system: `"type":"system","system":{"body":"hello"}`,
  edit: `"type":"edit","edit":{"message":{"type":"text","text":{"body":"hello"}}}`,
  revoke: `"type":"revoke","revoke":{"original_message_id":"hello"}`,
  unsupported: `"type":"unsupported","errors":[{"code":131051,"title":"hello"}]`,
};

/** What the examples print, where there is no text to be read. */
const PRINTED: Readonly<Record<string, string>> = {
  audio: "WHATSAPP.media.voice",
  sticker: "WHATSAPP.media.id",
  revoke: "WHATSAPP.revoke.id",
  unsupported: "WHATSAPP.error.title",
};
const OUTPUTS: Readonly<Record<string, string>> = {
  audio: "true",
  sticker: "1",
  document: "hello.pdf",
};

const COMPARED = `only BUTTON and LIST take what was picked; compare inside: IF LCASE$(GET WHATSAPP MESSAGE BODY) = "menu" THEN`;

/** `ON WHATSAPP TEXT … END ON`, `ON WHATSAPP BUTTON "yes" … END ON`: handlers for one kind of message. */
export const onWhatsAppKinds: readonly RegistryEntry[] = MESSAGE_KINDS.map(
  (described: MessageKind) => {
    const { word, kind, is, synonyms = [] } = described;
    const summary = `Runs the block for each message that is ${is}, in place of ON WHATSAPP MESSAGE RECEIVED.`;
    const example = `ON WHATSAPP ${word} DO
  PRINT ${PRINTED[kind] ?? "GET WHATSAPP MESSAGE BODY"}
END ON`;
    const shared = {
      example,
      request: sampleMessage(`"from":"5511999999999",${SAMPLES[kind] ?? ""}`),
      output: OUTPUTS[kind] ?? "hello",
      raises: ["GB1105", "GB2230", "GB2282"],
      block: "ON",
      elsewhere: WEBHOOK_CLAUSES_ELSEWHERE,
      synonyms: synonyms.map((synonym) => `ON WHATSAPP ${synonym}`),
    } as const;
    if (!WITH_CHOICE.has(kind)) {
      return defineDeclaration({
        ...shared,
        pattern: `ON WHATSAPP ${word} [DO]`,
        noMore:
          kind === "text"
            ? COMPARED
            : "leave it out; only BUTTON and LIST take the id of what was picked",
        summary,
        declare: () => messageHandler({ kind, choice: undefined }),
      });
    }
    return defineDeclaration({
      ...shared,
      pattern: `ON WHATSAPP ${word} [<id?:constant>] [DO]`,
      summary: `${summary} With an id it is for that one alone, and comes before the one without.`,
      raises: [...shared.raises, "GB2283"],
      declare: (slots) => messageHandler({ kind, choice: choiceOf(word, slots) }),
    });
  },
);

function messageHandler(message: MessageFilter) {
  return {
    kind: "whatsapp",
    event: "message",
    field: undefined,
    message,
    verification: "meta",
  } as const;
}

/** The pattern is put together here, so its types do not tell what it holds. */
function choiceOf(word: string, slots: object): string | undefined {
  const written = "id" in slots ? slots.id : undefined;
  if (typeof written !== "string") return undefined;
  if (written.trim() === "") throw new BasicError(eventMessages.emptyChoice(word));
  return written;
}
