import { emojiProblem, messageIdProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";
import { messageOf, sendOrSkip } from "./send-or-skip.ts";
import { addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH REACTION "👍" TO id`. */
export const sendReaction = defineStatement({
  title: "SEND WHATSAPP WITH REACTION",
  pattern:
    "SEND WHATSAPP TO <to:text> WITH REACTION <emoji:text> { (TO | IN REPLY TO) <message:text> | USING <from?:text> }",
  summary:
    "Puts an emoji on a message that somebody sent, named by its id; an empty one takes it back.",
  example: `SEND WHATSAPP TO "5511999999999" WITH REACTION "👍" TO "wamid.HBgN"`,
  output: "simulated whatsapp to 5511999999999, reaction to wamid.HBgN: 👍",
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    emoji: (value) => emojiProblem(toText(value).trim()),
    message: (value) => messageIdProblem(toText(value)),
  },
  run: ({ to, emoji, message, from }, { host, place }) => {
    const content = {
      kind: "reaction",
      messageId: message.trim(),
      emoji: emoji.trim(),
    } as const;
    sendOrSkip(messageOf({ to, from }, content.emoji, content), host.whatsapp, place);
  },
});
