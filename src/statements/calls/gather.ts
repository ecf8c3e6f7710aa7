import type { TwimlElement } from "../../host/twiml.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { SlotCheck } from "../../host/written-statement.ts";
import { defineStatement, type StatementContext } from "../define.ts";
import { actionOf, type Continued, goesOn } from "./continued.ts";
import { addressCheck, languageCheck, numberCheck, spokenCheck, textCheck } from "./slot-checks.ts";
import { given, languageTag, playVerb, sayVerb, verb, wholeNumber, wrong } from "./verb.ts";

const DIGITS = "GATHER DIGITS";
const SPEECH = "GATHER SPEECH";
const EITHER = "GATHER DIGITS OR SPEECH";
const KEYS = { least: 1, most: 1000, what: "keys" };
const SECONDS = { least: 1, most: 600, what: "seconds" };

/** `GATHER DIGITS 6 INTO CODE$ SAYING "…"`: asks for keys; the call goes on in ON DIGITS. */
export const gatherDigits = defineStatement({
  pattern:
    "GATHER DIGITS [<count?:number>] { INTO <variable?:word> | THEN <block?:constant> | SAYING <text?:text> | PLAYING <url?:text> | IN <language?:text> | VOICE <voice?:text> | TIMEOUT <timeout?:number> | FINISH KEY <finish?:text> | KEEPING <kept?:any> | EVEN <empty?:word(EMPTY)> }",
  summary:
    "Asks the caller for keys, so many or up to #, and goes on in the block ON DIGITS: the one that THEN names, else the one named like the variable. Where nothing is pressed, the caller hears what follows; with EVEN EMPTY the block runs then too. KEEPING hands a value on, which the block reads as GET CALL KEPT.",
  example: `ON CALL DO
  GATHER DIGITS 6 INTO CODE$ SAYING "Please enter your code." TIMEOUT 10
  SAY "You pressed nothing. Goodbye."
END ON

ON DIGITS "code" DO
  SAY "Your code is " + CODE$
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf" action="/twilio/voice/script/code" numDigits="6" timeout="10"><Say>Please enter your code.</Say></Gather><Say>You pressed nothing. Goodbye.</Say></Response>`,
  raises: ["GB2660", "GB2661", "GB2667", "GB4686", "GB4687"],
  needs: ["call"],
  checks: {
    ...askedChecks(DIGITS),
    count: numberCheck(DIGITS, KEYS),
    finish: textCheck(finishKey),
  },
  goesOnIn: goesOn("ON DIGITS", true, "ON DIGITS OR SPEECH"),
  run: ({ count, finish, ...asked }, context) => {
    const numDigits = wholeNumber(DIGITS, count, KEYS);
    const finishOnKey = finishKey(finish);
    gather(DIGITS, "dtmf", { numDigits, finishOnKey }, asked, context);
  },
});

/** `GATHER SPEECH INTO WORDS$ SAYING "…"`: asks for words; the call goes on in ON SPEECH. */
export const gatherSpeech = defineStatement({
  pattern:
    "GATHER SPEECH { INTO <variable?:word> | THEN <block?:constant> | SAYING <text?:text> | PLAYING <url?:text> | IN <language?:text> | VOICE <voice?:text> | TIMEOUT <timeout?:number> | SILENCE <silence?:number> | HINTS <hints?:any> | KEEPING <kept?:any> | EVEN <empty?:word(EMPTY)> }",
  summary:
    "Asks the caller to say something, which is written down in the language that IN names, and goes on in the block ON SPEECH as GATHER DIGITS does in ON DIGITS. HINTS are words that are likely, in a list or with commas between; SILENCE says after how many seconds without a word the caller is done, which Twilio finds out itself otherwise.",
  example: `ON CALL DO
  GATHER SPEECH INTO REASON$ SAYING "Como posso ajudar?" IN "pt-BR" HINTS "pedido, entrega"
  SAY "Goodbye."
END ON

ON SPEECH "reason" DO
  SAY "You said " + REASON$
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="speech" action="/twilio/voice/script/reason" speechTimeout="auto" hints="pedido, entrega" language="pt-BR"><Say language="pt-BR">Como posso ajudar?</Say></Gather><Say>Goodbye.</Say></Response>`,
  raises: ["GB2660", "GB2661", "GB2667", "GB4686", "GB4687"],
  needs: ["call"],
  checks: { ...askedChecks(SPEECH), silence: numberCheck(SPEECH, SECONDS) },
  goesOnIn: goesOn("ON SPEECH", true, "ON DIGITS OR SPEECH"),
  run: ({ hints, silence, ...asked }, context) => {
    const speechTimeout = wholeNumber(SPEECH, silence, SECONDS) ?? "auto";
    gather(SPEECH, "speech", { speechTimeout, hints: hintList(hints) }, asked, context);
  },
});

/** `GATHER DIGITS OR SPEECH …`: takes what comes first. */
export const gatherEither = defineStatement({
  pattern:
    "GATHER DIGITS OR SPEECH { INTO <variable?:word> | THEN <block?:constant> | SAYING <text?:text> | PLAYING <url?:text> | IN <language?:text> | VOICE <voice?:text> | TIMEOUT <timeout?:number> | FINISH KEY <finish?:text> | COUNT <count?:number> | SILENCE <silence?:number> | HINTS <hints?:any> | KEEPING <kept?:any> | EVEN <empty?:word(EMPTY)> }",
  summary:
    "Asks the caller to press keys or to say something, whichever comes first, and goes on in the block ON DIGITS OR SPEECH. COUNT says how many keys there are.",
  example: `ON CALL DO
  GATHER DIGITS OR SPEECH INTO CHOICE$ COUNT 1 SAYING "Press 1 or say sales."
  SAY "Goodbye."
END ON

ON DIGITS OR SPEECH "choice" DO
  SAY "Your choice is " + CHOICE$
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Gather input="dtmf speech" action="/twilio/voice/script/choice" numDigits="1"><Say>Press 1 or say sales.</Say></Gather><Say>Goodbye.</Say></Response>`,
  raises: ["GB2660", "GB2661", "GB2667", "GB4686", "GB4687"],
  needs: ["call"],
  checks: {
    ...askedChecks(EITHER),
    count: numberCheck(EITHER, KEYS),
    finish: textCheck(finishKey),
    silence: numberCheck(EITHER, SECONDS),
  },
  goesOnIn: goesOn("ON DIGITS OR SPEECH", true),
  run: ({ count, finish, hints, silence, ...asked }, context) => {
    const attributes = {
      numDigits: wholeNumber(EITHER, count, KEYS),
      finishOnKey: finishKey(finish),
      speechTimeout: wholeNumber(EITHER, silence, SECONDS),
      hints: hintList(hints),
    };
    gather(EITHER, "dtmf speech", attributes, asked, context);
  },
});

/** The checks of what every GATHER has; an empty address plays nothing. */
function askedChecks(statement: string): Readonly<Record<string, SlotCheck>> {
  return {
    text: spokenCheck(statement),
    url: (value, written) =>
      given(toText(value)) === undefined ? undefined : addressCheck(statement)(value, written),
    language: languageCheck(statement),
    timeout: numberCheck(statement, SECONDS),
  };
}

/** What every GATHER has. */
interface Asked extends Continued {
  readonly text: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly voice: string | undefined;
  readonly timeout: number | undefined;
  readonly empty: string | undefined;
}

/** Adds what asks the caller (Twilio, TwiML for voice, Gather). */
function gather(
  statement: string,
  input: string,
  attributes: TwimlElement["attributes"],
  asked: Asked,
  { host, place }: StatementContext<"call">,
): void {
  const { text, url, language, voice, timeout, empty } = asked;
  const action = actionOf(statement, host.call, asked);
  const spoken =
    given(text) === undefined ? [] : [sayVerb(statement, { text: text ?? "", language, voice })];
  const played =
    given(url) === undefined
      ? []
      : [playVerb(statement, url ?? "", (path) => host.call.address(path))];
  const own = {
    input,
    action,
    ...attributes,
    timeout: wholeNumber(statement, timeout, SECONDS),
    language: input === "dtmf" ? undefined : languageTag(statement, language),
    actionOnEmptyResult: empty === undefined ? undefined : "true",
  };
  host.call.add(verb("Gather", own, ...spoken, ...played), place);
}

/** Checks the key that ends what is pressed; "" is none. @throws BasicError GB4687 */
function finishKey(key: string | undefined): string | undefined {
  if (key === undefined || /^[0-9*#]?$/.test(key)) return key;
  throw wrong("FINISH KEY", JSON.stringify(key), 'one key such as "*", or "" for none');
}

function hintList(hints: Value | undefined): string | undefined {
  if (hints === undefined || hints === null) return undefined;
  return given(Array.isArray(hints) ? hints.map(toText).join(", ") : toText(hints));
}
