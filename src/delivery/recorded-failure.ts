import { z } from "zod";
import type { JournalEntry } from "../engine/journal.ts";
import { ChannelError, type FailureClass } from "../host/channel.ts";

const detailSchema = z.object({
  code: z.templateLiteral(["GB", z.number()]),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  hint: z.string().optional(),
});
const outcomeSchema = z.union([
  z.object({ answer: z.string() }),
  z.object({
    detail: detailSchema,
    failure: z.enum(["retry", "permanent", "unknown"]),
    remoteCode: z.string().optional(),
  }),
]);

/** Writes an answer for the journal. */
export function writeAnswer(answer: string): string {
  return JSON.stringify({ answer });
}

/** Writes a failure for the journal. */
export function writeFailure({ detail, failure, remoteCode }: ChannelError): string {
  return JSON.stringify({ detail, failure, remoteCode });
}

/**
 * Gives the answer that the journal holds.
 * @throws ChannelError where it holds a failure
 */
export function readAnswer(outcome: string): string {
  const read = outcomeSchema.parse(JSON.parse(outcome));
  if ("answer" in read) return read.answer;
  const { failure, remoteCode } = read;
  const { hint, ...rest } = read.detail;
  const detail = hint === undefined ? rest : { ...rest, hint };
  throw new ChannelError(detail, failure, remoteCode === undefined ? {} : { remoteCode });
}

const statusSchema = z.object({ status: z.number() });
const callSchema = z.object({ method: z.string() });
/** What these ask for is the same however often it is done (RFC 9110, 9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/**
 * Tells whether what the journal holds is a failure that may pass, or an answer that says so: one by
 * which nothing was done that must not be done twice.
 */
export function mayPass({ kind, asked, outcome }: JournalEntry): boolean {
  const read = outcomeSchema.parse(JSON.parse(outcome));
  if (!("answer" in read)) return read.failure === "retry";
  if (kind !== "http") return false;
  const status = membersOf(read.answer, statusSchema)?.status;
  if (status === undefined) return false;
  if (status === 429 || status === 503) return true;
  const method = membersOf(asked, callSchema)?.method ?? "";
  return IDEMPOTENT.has(method) && classOfStatus(status) === "retry";
}

/** Reads JSON text; undefined where it is none or has other members, as the path of a download is. */
function membersOf<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Asking again for what is not there or not allowed gives the same. */
export function classOfStatus(status: number): FailureClass {
  return status === 408 || status === 429 || status >= 500 ? "retry" : "permanent";
}
