import { z } from "zod";
import type { IncomingRequest } from "../../host/http.ts";
import type { EntryContent } from "./content.ts";

/** A member that is absent or of another form reads as undefined: Meta adds and leaves out. */
const text = () => z.string().optional().catch(undefined);
const record = <S extends z.ZodRawShape>(shape: S) => z.object(shape).optional().catch(undefined);

const captioned = () => record({ caption: text(), filename: text() });
const titled = () => record({ title: text() });

/** What can be read of a message (Cloud API, webhook reference, `messages`). */
const messageSchema = z.object({
  id: text(),
  timestamp: z.union([z.string(), z.number()]).optional().catch(undefined),
  type: z.string().catch("unknown"),
  text: record({ body: text() }),
  image: captioned(),
  video: captioned(),
  document: captioned(),
  button: record({ text: text() }),
  interactive: record({ button_reply: titled(), list_reply: titled() }),
  reaction: record({ emoji: text() }),
  location: record({
    name: text(),
    address: text(),
    latitude: z.unknown(),
    longitude: z.unknown(),
  }),
  contacts: z
    .array(z.object({ name: record({ formatted_name: text() }) }))
    .optional()
    .catch(undefined),
  order: record({ text: text() }),
  system: record({ body: text() }),
});
type Message = z.output<typeof messageSchema>;

const deliverySchema = z.object({
  entry: z.tuple(
    [
      z.object({
        changes: z.tuple(
          [z.object({ value: z.object({ messages: z.tuple([messageSchema], z.any()) }) })],
          z.any(),
        ),
      }),
    ],
    z.any(),
  ),
});

const UTF8 = new TextDecoder();

/**
 * Reads the message of a delivery that is narrowed to it; undefined where it holds none.
 * @param number the id of the number of ours that it came to; undefined where nobody vouches for it
 */
export function whatsAppContent(
  { rawBody }: IncomingRequest,
  number: string | undefined,
): EntryContent | undefined {
  const delivery = deliverySchema.safeParse(readJson(UTF8.decode(rawBody))).data;
  const message = delivery?.entry[0].changes[0].value.messages[0];
  if (message === undefined) return undefined;
  const content = {
    direction: "inbound",
    channel: "whatsapp",
    type: message.type,
    subject: undefined,
    text: textOf(message),
    ...writtenAt(message),
    ...(number === undefined ? {} : { number }),
  } as const;
  return { content, messageId: message.id };
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** Meta counts seconds; what is no moment after 1970 tells nothing. */
function writtenAt({ timestamp }: Message): { writtenAt?: number } {
  const seconds = Number(timestamp ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { writtenAt: seconds * 1000 } : {};
}

function textOf(message: Message): string {
  const { image, video, document, interactive } = message;
  const found = [
    message.text?.body,
    image?.caption ?? video?.caption ?? document?.caption ?? document?.filename,
    message.button?.text,
    interactive?.button_reply?.title ?? interactive?.list_reply?.title,
    message.reaction?.emoji,
    placeText(message.location),
    message.contacts?.map(({ name }) => name?.formatted_name ?? "").join(", "),
    message.order?.text,
    message.system?.body,
  ];
  return found.find((one) => one !== undefined && one !== "") ?? "";
}

function placeText(location: Message["location"]): string | undefined {
  if (location === undefined) return undefined;
  const { name = "", address = "", latitude, longitude } = location;
  const named = [name, address].filter((part) => part !== "").join(", ");
  return named === "" ? `${String(latitude)}, ${String(longitude)}` : named;
}
