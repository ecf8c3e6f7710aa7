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
const answerSchema = z.object({
  success: z.unknown().optional(),
  status: z.unknown().optional(),
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  id: idSchema,
  message_id: idSchema,
  messages: z
    .array(z.object({ id: idSchema }))
    .optional()
    .catch(undefined),
  message: wordSchema,
  details: wordSchema,
});
type Answer = z.infer<typeof answerSchema>;

/** States that say that a message leaves, and those that say that it does not. */
const TAKEN = /^(?:ok|success(?:ful)?|succeeded|sent|queued|accepted|scheduled|delivered|true)$/i;
const FAILED = /^(?:error|fail(?:ed|ure)?|rejected|false)$/i;
/** A text for people, where nothing for programs tells; `not sent` and `0 sent` say no such thing. */
const SAYS_TAKEN =
  /^(?:the |your )?(?:whatsapp )?message (?:was |has been |is )?(?:sent|queued|accepted|scheduled)\b/i;

/**
 * Reads an answer of WhatsAble, whose pages show several shapes and promise none. Only what says plainly that the
 * message failed counts as a refusal: one that is sent again though it left costs more than one that a person looks at.
 * @param body JSON as a rule
 */
export function readWhatsAbleAnswer(body: string): WhatsAbleAnswer {
  const answer = answerSchema.safeParse(parseJson(body)).data;
  if (answer === undefined) return { verdict: "unclear", id: undefined, text: body };
  const id = answer.message_id ?? answer.id ?? answer.messages?.[0]?.id;
  const text = [answer.message, answer.details].filter(Boolean).join(": ") || body;
  return { verdict: verdictOf(answer, id), id, text };
}

function verdictOf(answer: Answer, id: string | undefined): WhatsAbleAnswer["verdict"] {
  const { success, status, error, errors, message = "" } = answer;
  if (saysState(success, FAILED) || saysState(status, FAILED)) return "failed";
  if (isSomething(error) || isSomething(errors)) return "failed";
  const isTaken = id !== undefined || saysState(success, TAKEN) || saysState(status, TAKEN);
  return isTaken || SAYS_TAKEN.test(message) ? "taken" : "unclear";
}

function saysState(value: unknown, states: RegExp): boolean {
  return (typeof value === "string" || typeof value === "boolean") && states.test(String(value));
}

/** Tells whether a member for what went wrong holds anything. */
function isSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}
