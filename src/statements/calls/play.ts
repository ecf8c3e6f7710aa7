import { defineStatement } from "../define.ts";
import { addressCheck, numberCheck, textCheck } from "./slot-checks.ts";
import { playVerb, verb, wholeNumber, wrong } from "./verb.ts";

const TIMES = { least: 0, most: 1000, what: "times" };

/** `PLAY url [n TIMES]`: plays a sound file to the caller. */
export const play = defineStatement({
  pattern: "PLAY <url:text> [TIMES <times?:number>]",
  summary:
    "Plays a sound file to the caller, from an address or a path of this server; TIMES 0 goes on until the caller hangs up.",
  example: `ON CALL DO
  PLAY "https://example.com/welcome.mp3" TIMES 2
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Play loop="2">https://example.com/welcome.mp3</Play></Response>`,
  raises: ["GB4687"],
  needs: ["call"],
  checks: { url: addressCheck("PLAY"), times: numberCheck("PLAY", TIMES) },
  run: ({ url, times }, { host, place }) => {
    const { name, children } = playVerb("PLAY", url, (path) => host.call.address(path));
    const loop = wholeNumber("PLAY", times, TIMES);
    host.call.add(verb(name, { loop }, ...children), place);
  },
});

/** `PLAY DIGITS "1234"`: sends keys, as a telephone does. */
export const playDigits = defineStatement({
  pattern: "PLAY DIGITS <digits:text>",
  summary: "Plays the tones of keys to the other side: 0 to 9, *, #, and w for half a second.",
  example: `ON CALL DO
  PLAY DIGITS "ww1234#"
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Play digits="ww1234#"/></Response>`,
  raises: ["GB4687"],
  needs: ["call"],
  checks: { digits: textCheck(playedKeys) },
  run: ({ digits }, { host, place }) => {
    host.call.add(verb("Play", { digits: playedKeys(digits) }), place);
  },
});

/** @throws BasicError GB4687 */
function playedKeys(digits: string): string {
  if (/^[0-9*#wW]+$/.test(digits)) return digits;
  const expected = 'keys such as "ww1234#", where w waits for half a second';
  throw wrong("PLAY DIGITS", JSON.stringify(digits), expected);
}
