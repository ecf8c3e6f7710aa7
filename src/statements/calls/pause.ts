import { defineStatement } from "../define.ts";
import { numberCheck } from "./slot-checks.ts";
import { verb, wholeNumber } from "./verb.ts";

const LENGTH = { least: 1, most: 600, what: "seconds" };

/** `PAUSE [n SECONDS]`: the caller hears nothing for a while. */
export const pause = defineStatement({
  pattern: "PAUSE [<seconds?:number> [(SECONDS | SECOND)]]",
  summary: "Lets the caller wait in silence: a second, or so many.",
  example: `ON CALL DO
  PAUSE 2 SECONDS
  SAY "Hello."
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Pause length="2"/><Say>Hello.</Say></Response>`,
  raises: ["GB4687"],
  needs: ["call"],
  checks: { seconds: numberCheck("PAUSE", LENGTH) },
  run: ({ seconds }, { host, place }) => {
    const length = wholeNumber("PAUSE", seconds, LENGTH);
    host.call.add(verb("Pause", { length }), place);
  },
});
