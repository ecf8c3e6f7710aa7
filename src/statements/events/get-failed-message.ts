import { objectFrom } from "../../runtime/value/member.ts";
import { definePhraseFunction } from "../define.ts";

/** `GET FAILED MESSAGE`: in ON SEND FAILED, the message that could not be sent. */
export const getFailedMessage = definePhraseFunction({
  pattern: "GET FAILED MESSAGE",
  summary:
    "In ON SEND FAILED, gives the message that could not be sent: an object with channel, to, text, error, code and more.",
  example: `ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG FAILED.channel + " to " + FAILED.to + " failed: " + FAILED.error
END ON`,
  returns:
    "an object with channel, to, subject, text, error, code, id, attempts, entry, file and line",
  raises: ["GB3422"],
  needs: ["failure"],
  run: (_slots, { host }) => {
    const { place, subject, code, id, ...rest } = host.failure.current();
    const known = { subject: subject ?? null, code: code ?? null, id: id ?? null };
    return objectFrom(Object.entries({ ...rest, ...known, ...place }));
  },
});
