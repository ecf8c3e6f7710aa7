import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import type { OutgoingResponse } from "../host/http.ts";
import type { Log } from "../host/log.ts";
import type { BufferedResponse } from "../runtime/response.ts";
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
  const given = response.finish(returned, { write: writeTwiml, isOwn });
  if (response.isForeign) {
    const statement = returned === null ? "PRINT" : "RETURN";
    const { file, line } = response.answeredAt ?? { file: script.file.path, line: undefined };
    const { code, message, hint } = phoneCallMessages.foreignMarkup({ statement, line });
    log.warn({ run: id, code, file, line, hint }, message);
  }
  return given;
}
