import type { Host } from "../../host/host.ts";
import { transcriptionBlock } from "../../host/twilio/transcription.ts";
import { defineStatement } from "../define.ts";
import { actionOf, blockName, type Continued, goesOn } from "./continued.ts";
import { numberCheck, textCheck } from "./slot-checks.ts";
import { verb, wholeNumber, wrong } from "./verb.ts";

/** Twilio records for an hour at most where nothing is said (TwiML for voice, Record). */
const LENGTH = { least: 1, most: 14_400, what: "seconds" };
const SILENCE = { least: 1, most: 600, what: "seconds" };

/** `RECORD INTO FILE$ LIMIT 60`: records the caller; the call goes on in ON RECORDING. */
export const record = defineStatement({
  pattern:
    "RECORD { INTO <variable?:word> | THEN <block?:constant> | LIMIT <limit?:number> | TIMEOUT <timeout?:number> | FINISH KEY <finish?:text> | <silent?:word(SILENTLY)> | <transcribed?:word(TRANSCRIBED)> | KEEPING <kept?:any> }",
  summary:
    "Records what the caller says behind a tone, up to a key, to some seconds of silence (TIMEOUT, 5) or to a LIMIT in seconds, and goes on in the block ON RECORDING with the address of the recording. Where nothing is said, the caller hears what follows. SILENTLY leaves the tone out. TRANSCRIBED lets Twilio write down what is said, in English and up to two minutes, for ON TRANSCRIPTION of the same name; Twilio charges for it.",
  example: `ON CALL DO
  SAY "Please leave a message."
  RECORD INTO FILE$ LIMIT 60 FINISH KEY "#"
  SAY "I heard nothing."
END ON

ON RECORDING "file" DO
  LOG "a message: " + FILE$
  SAY "Thank you."
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Please leave a message.</Say><Record action="/twilio/voice/script/file" maxLength="60" finishOnKey="#"/><Say>I heard nothing.</Say></Response>`,
  raises: ["GB2660", "GB2661", "GB2667", "GB4686", "GB4687"],
  needs: ["call"],
  checks: {
    limit: numberCheck("RECORD", LENGTH),
    timeout: numberCheck("RECORD", SILENCE),
    finish: textCheck(finishKeys),
  },
  goesOnIn: goesOn("ON RECORDING", true),
  run: ({ limit, timeout, finish, silent, transcribed, ...continued }, { host, place }) => {
    const attributes = {
      action: actionOf("RECORD", host.call, continued),
      maxLength: wholeNumber("RECORD", limit, LENGTH),
      timeout: wholeNumber("RECORD", timeout, SILENCE),
      finishOnKey: finish === undefined ? undefined : finishKeys(finish),
      playBeep: silent === undefined ? undefined : "false",
      ...(transcribed === undefined ? {} : transcription(host.call, continued)),
    };
    host.call.add(verb("Record", attributes), place);
  },
});

/** Any of the keys ends what is recorded; "" is none. @throws BasicError GB4687 */
function finishKeys(keys: string): string {
  if (/^[0-9*#]*$/.test(keys)) return keys;
  throw wrong("FINISH KEY", JSON.stringify(keys), 'keys such as "#", or "" for none');
}

/** Source: https://www.twilio.com/docs/voice/twiml/record, transcribe and transcribeCallback. */
function transcription(call: Host["call"], { block, variable, kept }: Continued) {
  const name = blockName(block, variable) ?? "";
  return {
    transcribe: "true",
    transcribeCallback: call.blockAddress(transcriptionBlock(name), kept ?? null),
  };
}
