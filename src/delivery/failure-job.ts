import { z } from "zod";
import type { Program } from "../compile/script.ts";
import { type FailedSend, FAILURE_HANDLER } from "../engine/failed-send.ts";
import { type NewJob, originOf } from "../engine/work.ts";
import type { FailedMessage } from "../host/failed-message.ts";
import { isReadMark } from "../host/whatsapp/message.ts";
import { hashOf } from "./dedupe-key.ts";

/** What the lanes begin with of the runs that follow failures, and so those of their jobs. */
const LANE = "failed ";

/** Tells whether a run follows a failure, itself or as a job of one that does. */
export function followsFailure(lane: string): boolean {
  return lane.startsWith(LANE);
}

/**
 * Makes the job that runs ON SEND FAILED for a message; it has the same id however often that fails.
 * @returns undefined where no script has that handler, for what such a run itself sent, and for a mark
 * that a message was read, which is no message
 */
export function failureJob(
  { send, reason, code, attempts, messageId }: FailedSend,
  program: Program,
): NewJob | undefined {
  const handler = program.handlers.find(({ declaration }) => declaration.kind === "send-failed");
  if (handler === undefined || send.followsFailure === true) return undefined;
  const { message, id: entry, place } = send;
  if (isReadMark(message)) return undefined;
  const isMail = message.channel === "mail";
  const failed: FailedMessage = {
    channel: message.channel,
    to: isMail ? (message.left ?? message.to).join(", ") : message.to,
    subject: isMail ? message.subject : undefined,
    text: message.text ?? (isMail ? (message.html ?? "") : ""),
    error: reason,
    ...{ code, attempts, entry, place, id: messageId },
  };
  return {
    kind: "job",
    id: hashOf(FAILURE_HANDLER, entry),
    lane: `${LANE}${send.lane}`,
    parentId: entry,
    script: handler.script.file.path,
    procedure: FAILURE_HANDLER,
    args: JSON.stringify(failed),
    heldMs: 0,
    delayMs: 0,
    ...originOf(send),
  };
}

const optionalText = z
  .string()
  .optional()
  .transform((text) => text);
const failedSchema: z.ZodType<FailedMessage> = z.object({
  channel: z.enum(["whatsapp", "sms", "call", "mail"]),
  to: z.string(),
  subject: optionalText,
  text: z.string(),
  error: z.string(),
  code: optionalText,
  id: optionalText,
  attempts: z.number(),
  entry: z.string(),
  place: z.object({ file: z.string(), line: z.number() }),
});

/** Reads the failure that a job of `failureJob` is about. */
export function readFailure(args: string): FailedMessage {
  return failedSchema.parse(JSON.parse(args));
}
