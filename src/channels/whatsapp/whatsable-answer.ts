import { z } from "zod";
import { parseJson } from "../http-post.ts";

/** What WhatsAble says to a message. */
export interface WhatsAbleAnswer {
  /** Whether it says that it took the message, that it failed, or neither. */
  readonly verdict: "taken" | "failed" | "unclear";
  /** What it calls the message; undefined where it does not tell. */
  readonly id: string | undefined;
  /** What a person can read of it. */
  readonly text: string;
}

const idSchema = z
  .union([z.string().min(1), z.number().transform(String)])
  .optional()
  .catch(undefined);
const wordSchema = z.string().optional().catch(undefined);
const partFields = {
  id: idSchema,
  message_id: idSchema,
  status: z.unknown().optional(),
  message_status: z.unknown().optional(),
};
const partSchema = z.object(partFields);
const answerSchema = z.object({
  ...partFields,
  success: z.unknown().optional(),
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  data: partSchema.optional().catch(undefined),
  messages: z.array(partSchema).optional().catch(undefined),
  message: wordSchema,
  details: wordSchema,
});
/** What is said of one message. */
type Part = z.infer<typeof partSchema>;
type Answer = z.infer<typeof answerSchema>;

/** States that say that a message leaves, and those that say that it does not; numbers are those of HTTP. */
const TAKEN =
  /^(?:ok|success(?:ful)?|succeeded|sent|queued|accepted|scheduled|delivered|true|2\d\d)$/i;
const FAILED =
  /^(?:error|fail(?:ed|ure)?(?:[ _-]to[ _-](?:send|deliver))?|rejected|un(?:sent|delivered|deliverable)|not[ _-](?:sent|delivered)|false|4\d\d)$/i;
/** A text for people, where nothing for programs tells; `not sent` and `0 sent` say no such thing. */
const SAYS_TAKEN =
  /^(?:ok|success)[.!]?$|^(?:the |your )?(?:whatsapp )?message (?:was |has been |is )?(?:successfully )?(?:sent|queued|accepted|scheduled)\b/i;
/** What stands for no error. */
const NO_ERROR = /^(?:|none|null|no errors?|false|ok|0)$/i;

/**
 * Reads an answer of WhatsAble, whose pages show several shapes and promise none. Only what says plainly that the
 * message failed counts as a refusal: one that is sent again though it left costs more than one that a person looks at.
 * @param body JSON as a rule
 */
export function readWhatsAbleAnswer(body: string): WhatsAbleAnswer {
  const answer = answerSchema.safeParse(parseJson(body)).data;
  if (answer === undefined) return { verdict: "unclear", id: undefined, text: body };
  const parts = [answer, ...(answer.data ? [answer.data] : []), ...(answer.messages ?? [])];
  const id = parts.map((part) => part.message_id ?? part.id).find((found) => found !== undefined);
  const text = [answer.message, answer.details].filter(Boolean).join(": ") || body;
  return { verdict: verdictOf(answer, parts, id), id, text };
}

function verdictOf(
  answer: Answer,
  parts: readonly Part[],
  id: string | undefined,
): WhatsAbleAnswer["verdict"] {
  const { success, error, errors, message = "" } = answer;
  const says = (states: RegExp) =>
    parts.some((part) => saysState(part.status, states) || saysState(part.message_status, states));
  if (saysState(success, FAILED) || says(FAILED)) return "failed";
  // What it says beside that is a remark, such as that a text left in place of a template.
  if (saysState(success, TAKEN)) return "taken";
  if (isSomething(error) || isSomething(errors)) return "failed";
  return id !== undefined || says(TAKEN) || SAYS_TAKEN.test(message) ? "taken" : "unclear";
}

function saysState(value: unknown, states: RegExp): boolean {
  const isWord = ["string", "boolean", "number"].includes(typeof value);
  return isWord && states.test(String(value));
}

/** Tells whether a member for what went wrong holds anything. */
function isSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return typeof value === "string" ? !NO_ERROR.test(value.trim()) : Boolean(value);
}
