import { buttonProblem, flowProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";
import { frameConflicts } from "./conflicts.ts";
import { findFrame, FRAME } from "./media-source.ts";
import { jsonOf } from "./read-value.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, frameChecks, addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH FLOW text ID id BUTTON text SCREEN name`. */
export const sendFlow = defineStatement({
  title: "SEND WHATSAPP WITH FLOW",
  pattern: `SEND WHATSAPP TO <to:text> WITH FLOW <text:text> { ID <flow:text> | BUTTON <button:text> | SCREEN <screen?:text> | DATA <data?:any> | TOKEN <token?:text> | <draft?:word(DRAFT)> | ${FRAME} | ${ADDRESSING} }`,
  summary:
    "Sends a text with a button that opens a form, a flow of WhatsApp Manager, by its id or name. SCREEN names its first screen and DATA what that is given; without SCREEN the flow asks its endpoint. What is filled in comes as a flow.",
  example: `SEND WHATSAPP TO "5511999999999" WITH FLOW "Book a table" ID "1197715005513101" BUTTON "Book" SCREEN "DATE"`,
  output: "simulated whatsapp to 5511999999999, flow 1197715005513101: Book a table",
  raises: ["GB4644", "GB4745", "GB4746"],
  needs: ["whatsapp", "files"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    flow: (value) => flowProblem(toText(value)),
    button: (value) => buttonProblem(toText(value)),
    ...frameChecks,
  },
  conflicts: frameConflicts,
  runAsync: async (slots, { host, place }) => {
    const { text, flow, button, screen = "", data = null, token = "", draft } = slots;
    const content = {
      kind: "flow",
      flow: flow.trim(),
      button: button.trim(),
      ...(screen.trim() === "" ? {} : { screen: screen.trim() }),
      ...(data === null ? {} : { data: jsonOf(data) }),
      ...(token.trim() === "" ? {} : { token: token.trim() }),
      ...(draft === undefined ? {} : { draft: true as const }),
      ...(await findFrame(slots, host.files)),
    } as const;
    sendOrSkip(messageOf(slots, text, content), host.whatsapp, place);
  },
});
