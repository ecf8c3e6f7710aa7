import type { Message } from "../diagnostics/diagnostic.ts";
import { visible } from "../diagnostics/visible.ts";
import type { Place } from "../host/host.ts";
import type { IncomingRequest, OutgoingResponse } from "../host/http.ts";
import type { Log } from "../host/log.ts";
import { renderError } from "../runtime/render-error.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Answered } from "../twiml/check-twiml.ts";
import type { Run } from "./runner.ts";

/** What a run answered, and where its script did so. */
export interface GivenAnswer {
  readonly runId: string;
  /** The file that was run; what it includes may have answered. */
  readonly file: SourceFile;
  /** What Twilio waits for. */
  readonly answered: Answered;
  readonly answeredAt: Place;
  readonly response: OutgoingResponse;
}

/**
 * Tells of what Twilio does not take in TwiML that a script wrote itself.
 * @param level of the log: an error fails the test that is run
 */
export async function tellOfTwiml(
  { runId, file: served, answered, answeredAt, response }: GivenAnswer,
  log: Log,
  level: "warn" | "error",
): Promise<void> {
  const { checkTwiml } = await import("../twiml/check-twiml.ts");
  const { file, line } = answeredAt;
  for (const found of checkTwiml(response.body, answered)) {
    const { code, message, hint } = found;
    const fields = { code, run: runId, file, line, hint };
    if (level === "warn") log.warn(fields, message);
    else log.error(fields, renderAt(found, served, answeredAt));
  }
}

/**
 * Tells what Twilio waits for where a response has to be TwiML: a plain text is read out or sent as it
 * is, what is said to be XML is not.
 * @returns undefined where it need not be TwiML
 */
export function answeredTwilio(
  { request, answers = "request" }: Pick<Run, "request" | "answers">,
  { headers, body }: OutgoingResponse,
): Answered | undefined {
  const isXml = body.trimStart().startsWith("<") || (body.trim() !== "" && headers.some(saysXml));
  if (!isXml || answers === "event") return undefined;
  if (answers === "call" || answers === "message") return answers;
  if (request === undefined) return undefined;
  if (hasField(request, "CallSid")) return "call";
  if (hasField(request, "MessageSid")) return "message";
  return answers === "twilio" ? "any" : undefined;
}

/** What Twilio asks with GET has its fields in the address. */
function hasField({ form, query }: IncomingRequest, name: string): boolean {
  return form.has(name) || query.has(name);
}

function saysXml([name, value]: OutgoingResponse["headers"][number]): boolean {
  return name.toLowerCase() === "content-type" && /[/+]xml\b/i.test(value);
}

function renderAt(found: Message, served: SourceFile, { file, line }: Place): string {
  const detail: Message = { ...found, severity: "error" };
  if (file === served.path) {
    return renderError({ detail, file: served, span: served.lineSpan(line) });
  }
  return `${visible(file)}:${String(line)} ${renderError({ detail })}`;
}
