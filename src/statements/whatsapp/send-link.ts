import { wrongLink } from "../../host/whatsapp/check-text.ts";
import { buttonProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";
import { frameConflicts } from "./conflicts.ts";
import { findFrame, FRAME } from "./media-source.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, frameChecks, addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH LINK text BUTTON "Open" URL address`. */
export const sendLink = defineStatement({
  title: "SEND WHATSAPP WITH LINK",
  pattern: `SEND WHATSAPP TO <to:text> WITH LINK <text:text> { URL <url:text> | BUTTON <button:text> | ${FRAME} | ${ADDRESSING} }`,
  summary: "Sends a text with a button that opens a page.",
  example: `SEND WHATSAPP TO "5511999999999" WITH LINK "Follow your order:" BUTTON "Open" URL "https://example.com/42"`,
  output:
    "simulated whatsapp to 5511999999999, link Open to https://example.com/42: Follow your order:",
  raises: ["GB4644", "GB4745", "GB4746"],
  needs: ["whatsapp", "files"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    url: (value) => wrongLink("the URL", toText(value).trim()),
    button: (value) => buttonProblem(toText(value)),
    ...frameChecks,
  },
  conflicts: frameConflicts,
  runAsync: async ({ text, url, button, ...slots }, { host, place }) => {
    const frame = await findFrame(slots, host.files);
    const content = { kind: "link", button: button.trim(), url: url.trim(), ...frame } as const;
    sendOrSkip(messageOf(slots, text, content), host.whatsapp, place);
  },
});
