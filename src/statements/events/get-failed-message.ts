import type { ObjectMember } from "../../host/known-object.ts";
import { objectFrom } from "../../runtime/value/member.ts";
import { definePhraseFunction } from "../define.ts";

const MEMBERS: readonly ObjectMember[] = [
  { name: "channel", holds: "`whatsapp`, `sms`, `mail` or `call`" },
  {
    name: "to",
    holds: "whom it was for; of a mail all addresses, with commas between",
    isOpen: true,
  },
  { name: "subject", holds: "of a mail" },
  { name: "text", holds: "what it said" },
  { name: "error", holds: "why it failed" },
  { name: "code", holds: "the far side's code of why" },
  { name: "id", holds: "the id that the far side gave it" },
  { name: "attempts", holds: "how often it was tried" },
  { name: "entry", holds: "what `gbasic jobs show` takes" },
  { name: "file", holds: "the script of the SEND" },
  { name: "line", holds: "its line there" },
];

/** `GET FAILED MESSAGE`: in ON SEND FAILED, the message that could not be sent. */
export const getFailedMessage = definePhraseFunction({
  pattern: "GET FAILED MESSAGE",
  summary:
    "In ON SEND FAILED, gives the message that could not be sent: an object with channel, to, text, error, code and more.",
  example: `ON SEND FAILED DO
  LET FAILED = GET FAILED MESSAGE
  LOG FAILED.channel + " to " + FAILED.to + " failed: " + FAILED.error
END ON`,
  object: {
    name: "GET FAILED MESSAGE",
    help: "GET FAILED MESSAGE",
    members: MEMBERS,
    meant: { message: "text", body: "text", recipient: "to", reason: "error" },
  },
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
