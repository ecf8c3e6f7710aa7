/** One message of a conversation, as WhatsAble's `last_messages` lists it. */
export interface ConversationMessage {
  readonly fromUser: boolean;
  readonly text: string;
  /** What it is: `text`, `image` …; "" where that is not told. */
  readonly type: string;
  /** In ms since 1970-01-01 UTC; undefined where it is not told. */
  readonly at: number | undefined;
}

/**
 * Reads `last_messages`, which is a list of JSON in a text.
 * @returns the empty list for anything else
 */
export function readConversation(written: unknown): readonly ConversationMessage[] {
  const list = typeof written === "string" ? parsed(written) : written;
  if (!Array.isArray(list)) return [];
  return list.map((one: unknown) => {
    const { type, content, timestamp, content_type: contentType } = membersOf(one);
    return {
      fromUser: type === "user",
      text: typeof content === "string" ? content : "",
      type: typeof contentType === "string" ? contentType : "",
      at: readTime(timestamp),
    };
  });
}

/** A number from here on can only be milliseconds: as seconds it would be the year 5138. */
const LATEST_SECONDS = 1e11;

/** Reads a time that is a text of ISO 8601, or seconds or milliseconds since 1970. @returns ms */
export function readTime(written: unknown): number | undefined {
  if (typeof written === "string" && !/^\d+(?:\.\d+)?$/.test(written.trim())) {
    const at = Date.parse(written);
    return Number.isNaN(at) ? undefined : at;
  }
  const number = Number(written ?? NaN);
  if (!Number.isFinite(number) || number <= 0) return undefined;
  return number < LATEST_SECONDS ? number * 1000 : number;
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
