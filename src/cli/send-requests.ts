import { sendMessages } from "../diagnostics/codes/send.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { visible } from "../diagnostics/visible.ts";
import { renderError } from "../runtime/render-error.ts";
import { toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import type { CommandIo } from "./io.ts";
import { postRequest, type PostedAnswer, type PostedRequest } from "./post-request.ts";
import type { SendOptions } from "./send-options.ts";

/** What is posted, with what the reader is told of it. */
export interface Shipment {
  readonly request: PostedRequest;
  /** What is in it: ids of messages, of a call. */
  readonly ids: readonly string[];
  /** Told before it is posted. */
  readonly note: Message | undefined;
}

/**
 * Posts a request as often as the options say, one after the other, and writes each answer.
 * @returns 1 where an answer is not 2xx or missing
 */
export async function sendRequests(
  { request, ids, note }: Shipment,
  { duplicate, json }: Pick<SendOptions, "duplicate" | "json">,
  io: CommandIo,
): Promise<number> {
  if (note !== undefined) tell(note, io);
  const answers: PostedAnswer[] = [];
  let failure: Message | undefined;
  while (answers.length < duplicate && failure === undefined) {
    const answer = await postRequest(request);
    if ("code" in answer) failure = answer;
    else {
      answers.push(answer);
      if (!json) io.stdout(answerText(answer, request.url, ids));
    }
  }
  if (json) io.stdout(toJson(answers.map((answer) => answerJson(answer, request.url, ids))));
  const complaint = failure ?? complaintOf(answers);
  if (complaint === undefined) return EXIT.ok;
  tell(complaint, io);
  return EXIT.findings;
}

function complaintOf(answers: readonly PostedAnswer[]): Message | undefined {
  const refused = answers.filter(({ status }) => status < 200 || status > 299);
  const [first] = refused;
  if (first === undefined) return undefined;
  return sendMessages.refused(first.status, refused.length, answers.length);
}

function answerText(answer: PostedAnswer, url: URL, ids: readonly string[]): string {
  const { status, body } = answer;
  const named = ids.length <= 1 ? ids : [`${ids.length} messages`];
  const what = named.length === 0 ? "" : ` (${named.join("")})`;
  const head = `${status} in ${Math.round(answer.milliseconds)} ms, POST ${url.href}${what}`;
  const lines = body
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map(visible);
  return `${[head, ...(body === "" ? [] : lines)].join("\n")}\n`;
}

function answerJson(answer: PostedAnswer, url: URL, ids: readonly string[]): object {
  const { status, contentType, body, milliseconds } = answer;
  return { url: url.href, ids, status, milliseconds: Math.round(milliseconds), contentType, body };
}

function tell(detail: Message, io: CommandIo): void {
  io.stderr(`${renderError({ detail })}\n`);
}
