import { twilioAnswerMessages } from "../diagnostics/codes/twilio-answers.ts";
import { TWILIO_LIMITS } from "../facts/twilio-limits.ts";
import type { OutgoingResponse } from "../host/http.ts";
import type { TwimlElement } from "../host/twiml.ts";
import { charactersBeyond } from "../host/whatsapp/characters.ts";
import type { Log } from "../host/log.ts";
import { BasicError } from "../runtime/error.ts";
import type { BufferedResponse, TwimlWriting } from "../runtime/response.ts";
import type { Value } from "../runtime/value/value.ts";
import { isOwnMarkup } from "./own-markup.ts";
import type { Run } from "./runner.ts";

/**
 * Makes the response of a run that Twilio waits for; what writes TwiML is loaded for the first.
 * @param returned what the handler returned
 * @throws BasicError where what the run gave is no answer
 */
export async function finishTwiml(
  response: BufferedResponse,
  returned: Value,
  { id, script, request }: Pick<Run, "id" | "script" | "request">,
  log: Log,
): Promise<OutgoingResponse> {
  const { writeTwiml } = await import("../twiml/write-twiml.ts");
  const isOwn = (printed: string) => isOwnMarkup(printed, script, request);
  const write: TwimlWriting["write"] = (verbs) => {
    for (const verb of verbs) checkMessage(verb);
    return writeTwiml(verbs);
  };
  const given = response.finish(returned, { write, isOwn });
  if (response.isForeign) {
    const statement = returned === null ? "PRINT" : "RETURN";
    const { file, line } = response.answeredAt ?? { file: script.file.path, line: undefined };
    const { code, message, hint } = twilioAnswerMessages.foreignMarkup({ statement, line });
    log.warn({ run: id, code, file, line, hint }, message);
  }
  return given;
}

/** Twilio would send nothing of it. @throws BasicError GB4891 */
function checkMessage({ name, children: [text] }: TwimlElement): void {
  if (name !== "Message" || typeof text !== "string") return;
  const length = charactersBeyond(text, TWILIO_LIMITS.text);
  if (length === undefined) return;
  throw new BasicError(twilioAnswerMessages.answerTooLong(length, TWILIO_LIMITS.text));
}
