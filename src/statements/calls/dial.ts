import type { Message } from "../../diagnostics/diagnostic.ts";
import type { TwimlElement } from "../../host/twiml.ts";
import { readNumber, refusedByTwilio } from "../../host/twilio/recipient.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { actionOf, goesOn } from "./continued.ts";
import { guessedNumber } from "./guessed-number.ts";
import { numberCheck, textCheck } from "./slot-checks.ts";
import { given, verb, wholeNumber, wrong } from "./verb.ts";

const RING = { least: 1, most: 600, what: "seconds" };
const LENGTH = { least: 1, most: 86_400, what: "seconds" };

/** `DIAL number`: connects the caller with somebody else. */
export const dial = defineStatement({
  pattern:
    "DIAL <number:text> { TIMEOUT <timeout?:number> | CALLER ID <caller?:text> | LIMIT <limit?:number> | THEN <block?:constant> | KEEPING <kept?:any> | <recorded?:word(RECORDED)> }",
  summary:
    "Connects the caller with a number, a client:name or a sip: address, which rings for 30 seconds or as long as TIMEOUT says. When they are through, or nobody answered, the call goes on behind the line, or in the block ON DIAL RESULT that THEN names. CALLER ID is one of your own numbers, LIMIT the longest time in seconds.",
  example: `ON CALL DO
  SAY "I put you through."
  DIAL "+5511999999999" TIMEOUT 20 CALLER ID "+15550001111"
  SAY "Nobody answers. Please call again."
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>I put you through.</Say><Dial timeout="20" callerId="+15550001111"><Number>+5511999999999</Number></Dial><Say>Nobody answers. Please call again.</Say></Response>`,
  raises: ["GB2660", "GB2661", "GB2676", "GB4686", "GB4687"],
  needs: ["call"],
  checks: {
    number: numberProblem,
    timeout: numberCheck("DIAL", RING),
    limit: numberCheck("DIAL", LENGTH),
    caller: callerCheck("CALLER ID"),
  },
  goesOnIn: goesOn("ON DIAL RESULT", false),
  run: ({ number, timeout, caller, limit, block, kept, recorded }, { host, place }) => {
    const continued = { block, variable: undefined, kept };
    const attributes = {
      action: block === undefined ? undefined : actionOf("DIAL", host.call, continued),
      timeout: wholeNumber("DIAL", timeout, RING),
      callerId: callerId(given(caller), "CALLER ID"),
      timeLimit: wholeNumber("DIAL", limit, LENGTH),
      record: recorded === undefined ? undefined : "record-from-answer",
    };
    host.call.add(verb("Dial", attributes, called(number)), place);
  },
});

function numberProblem(value: Value): Message | undefined {
  const written = toText(value);
  called(written);
  return guessedNumber(written);
}

/** What is called: the noun that stands for it in TwiML. @throws BasicError GB4687 */
function called(written: string): TwimlElement {
  const text = written.trim();
  const client = /^client:(.+)$/i.exec(text)?.[1];
  if (client !== undefined) return verb("Client", {}, client);
  if (/^sips?:.+@.+/i.test(text)) return verb("Sip", {}, text);
  const number = readNumber(text);
  if (number !== undefined) return verb("Number", {}, number);
  const { found, expected } = refusedByTwilio(written, 'a number such as "+5511999999999"');
  throw wrong("DIAL", found, expected);
}

/** Checks a slot that says whom a call comes from. */
export function callerCheck(clause: string): SlotCheck {
  return textCheck((caller) => callerId(given(caller), clause));
}

/**
 * Checks whom a call comes from; nothing stays nothing.
 * @param clause that says it
 * @throws BasicError GB4687
 */
export function callerId(written: string | undefined, clause: string): string | undefined {
  if (written === undefined || /^(?:client|sip):/i.test(written)) return written;
  const number = readNumber(written);
  if (number !== undefined) return number;
  const own = 'one of your numbers, such as "+15550001111"';
  const { found, expected } = refusedByTwilio(written, own);
  throw wrong(clause, found, expected);
}
