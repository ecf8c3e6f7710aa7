import { phoneCallMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import type { CallMessage } from "../../host/message.ts";
import { readNumber, refusedByTwilio } from "../../host/twilio/recipient.ts";
import { BasicError } from "../../runtime/error.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { reasonToSkip } from "../reason-to-skip.ts";
import { goesOn } from "./continued.ts";
import { callerCheck, callerId } from "./dial.ts";
import { guessedNumber } from "./guessed-number.ts";
import { languageCheck, numberCheck } from "./slot-checks.ts";
import { given, languageTag, wholeNumber } from "./verb.ts";

const STATEMENT = "SEND CALL";
const RING = { least: 1, most: 600, what: "seconds" };

const OTHER_PARTY = /^(?:client:.+|sips?:[^@]+@.+)$/i;

/** Characters that can be read out: Twilio takes 4000 with what marks them up. */
const MOST_SPOKEN = 3800;

/** `SEND CALL TO number SAYING text`: calls somebody. */
export const sendCall = defineStatement({
  pattern:
    "SEND CALL TO <to:text> { SAYING <text?:text> | THEN <block?:constant> | KEEPING <kept?:any> | IN <language?:text> | VOICE <voice?:text> | TIMEOUT <timeout?:number> | FROM <from?:text> | DETECT <detect?:word(MACHINE|BEEP)> }",
  summary:
    "Calls a number, a client:name or a sip: address, reads a text out as SAY does and hangs up, or goes on in the block ON ANSWER of the same file that THEN names, which KEEPING hands a value on to. It rings for 60 seconds or as long as TIMEOUT says. DETECT MACHINE finds out who answers, which CALL.answerer tells; DETECT BEEP waits for the tone of an answering machine too, so that the text is on it. FROM is one of your own numbers, if not TWILIO_CALL_FROM or TWILIO_FROM. Without a recipient or anything to say nobody is called, and the log says so.",
  example: `SEND CALL TO "+5511999999999" SAYING "Your order is ready." TIMEOUT 30`,
  output: "simulated call to +5511999999999: Your order is ready.",
  raises: ["GB2660", "GB2661", "GB2676", "GB4696", "GB4686", "GB4687"],
  needs: ["phone"],
  checks: {
    to: partyProblem,
    text: spokenProblem,
    timeout: numberCheck(STATEMENT, RING),
    language: languageCheck(STATEMENT),
    from: callerCheck("FROM"),
  },
  also: [
    "SEND CALL TO <to:text> WITH <text:text> { THEN <block?:constant> | KEEPING <kept?:any> | IN <language?:text> | VOICE <voice?:text> | TIMEOUT <timeout?:number> | FROM <from?:text> | DETECT <detect?:word(MACHINE|BEEP)> }",
  ],
  goesOnIn: goesOn("ON ANSWER", false),
  run: (slots, { host, place }) => {
    const { to, block, kept = null } = slots;
    const problem = spokenProblem(slots.text ?? null);
    if (problem !== undefined) throw new BasicError(problem);
    const url = block === undefined ? undefined : host.phone.blockAddress(block, kept);
    const message = { ...callOf(slots), url };
    const reason = reasonToSkip(to, url ?? message.text);
    if (reason === undefined) host.phone.send(message, place);
    else host.phone.skip(message, reason, place);
  },
});

/** What the clauses of the statement say. */
interface Written {
  readonly to: string;
  readonly text: string | undefined;
  readonly language: string | undefined;
  readonly voice: string | undefined;
  readonly timeout: number | undefined;
  readonly from: string | undefined;
  readonly detect: string | undefined;
}

function callOf({ to, text, language, voice, timeout, from, detect }: Written): CallMessage {
  const how = {
    language: languageTag(STATEMENT, language),
    voice: given(voice),
    ring: timeout === undefined ? undefined : ringSeconds(timeout),
    from: callerId(given(from), "FROM"),
    detect: detect === undefined ? undefined : detectionOf(detect),
  };
  return { channel: "call", to: to.trim(), text: given(text) ?? "", ...how };
}

function detectionOf(word: string): "machine" | "beep" {
  return word === "BEEP" ? "beep" : "machine";
}

function spokenProblem(value: Value): Message | undefined {
  const { length } = toText(value);
  return length <= MOST_SPOKEN ? undefined : phoneCallMessages.saysTooMuch(length, MOST_SPOKEN);
}

function ringSeconds(written: number): number {
  return Number(wholeNumber(STATEMENT, written, RING));
}

/** A number, a client or a SIP address; nothing at all is skipped when it runs. */
function partyProblem(value: Value): Message | undefined {
  const party = toText(value).trim();
  if (party === "" || OTHER_PARTY.test(party)) return undefined;
  if (readNumber(party) !== undefined) return guessedNumber(party);
  const { found, expected } = refusedByTwilio(party, 'a number such as "+5511999999999"');
  return phoneCallMessages.wrongValue(STATEMENT, found, expected);
}
