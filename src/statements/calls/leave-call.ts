import { defineStatement } from "../define.ts";
import { addressCheck } from "./slot-checks.ts";
import { checkedAddress, verb } from "./verb.ts";

/** `REDIRECT path`: the call goes on at another address. */
export const redirect = defineStatement({
  pattern: "REDIRECT [TO] <address:text>",
  summary:
    "Lets the call go on at a path of this server, or at an address elsewhere that answers with TwiML.",
  example: `ON CALL DO
  SAY "One moment."
  REDIRECT "https://twimlets.com/voicemail?Email=ana@example.com"
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>One moment.</Say><Redirect>https://twimlets.com/voicemail?Email=ana@example.com</Redirect></Response>`,
  raises: ["GB4687"],
  needs: ["call"],
  checks: { address: addressCheck("REDIRECT") },
  run: ({ address }, { host, place }) => {
    const target = host.call.address(checkedAddress("REDIRECT", address));
    host.call.add(verb("Redirect", {}, target), place);
  },
});

/** `HANGUP`: ends the call. */
export const hangup = defineStatement({
  pattern: "HANGUP",
  also: ["HANG UP"],
  summary: "Ends the call. A call also ends where the handler has nothing more for the caller.",
  example: `ON CALL DO
  SAY "We are closed."
  HANGUP
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>We are closed.</Say><Hangup/></Response>`,
  needs: ["call"],
  run: (_slots, { host, place }) => host.call.add(verb("Hangup"), place),
});

/** `REJECT [BUSY]`: does not answer the call, which then costs nothing. */
export const reject = defineStatement({
  pattern: "REJECT [<busy?:word(BUSY)>]",
  summary:
    "Does not answer the call, which costs nothing then: the caller hears that the number is not in service, or with BUSY that the line is busy.",
  example: `ON CALL DO
  REJECT BUSY
END ON`,
  request: "/twilio/voice -d CallSid=CA1",
  output: `<?xml version="1.0" encoding="UTF-8"?><Response><Reject reason="busy"/></Response>`,
  needs: ["call"],
  run: ({ busy }, { host, place }) =>
    host.call.add(verb("Reject", { reason: busy === undefined ? undefined : "busy" }), place),
});
