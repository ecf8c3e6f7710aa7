import { z } from "zod";
import { ChannelError } from "../host/channel.ts";

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
