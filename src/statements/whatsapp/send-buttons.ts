import { buttonsProblem } from "../../host/whatsapp/check-choices.ts";
import { defineStatement } from "../define.ts";
import { frameConflicts } from "./conflicts.ts";
import { readButtons } from "./choices.ts";
import { findFrame, FRAME } from "./media-source.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { bodyCheck, frameChecks, addressingChecks } from "./slot-checks.ts";

/** `SEND WHATSAPP TO number WITH BUTTONS text AND ITEMS "Yes, No"`. */
export const sendButtons = defineStatement({
  title: "SEND WHATSAPP WITH BUTTONS",
  pattern: `SEND WHATSAPP TO <to:text> WITH BUTTONS <text:text> { ITEMS <items:any> | ${FRAME} | ${ADDRESSING} }`,
  summary:
    "Sends a text with up to three buttons. ITEMS takes their titles with commas between, a list, or an object of titles by their ids; what is pressed comes as a button with that id, or with its title where it has none.",
  example: `SEND WHATSAPP TO "5511999999999" WITH BUTTONS "Shall we send it?" AND ITEMS { "yes": "Yes, please", "no": "No" }`,
  output: "simulated whatsapp to 5511999999999, buttons Yes, please | No: Shall we send it?",
  raises: ["GB4644", "GB4660", "GB4661", "GB4730", "GB4745", "GB4746"],
  needs: ["whatsapp", "files"],
  checks: {
    ...addressingChecks,
    text: bodyCheck,
    items: (value) => buttonsProblem(readButtons(value)),
    ...frameChecks,
  },
  conflicts: frameConflicts,
  runAsync: async ({ text, items, ...slots }, { host, place }) => {
    const content = {
      kind: "buttons",
      buttons: readButtons(items),
      ...(await findFrame(slots, host.files)),
    } as const;
    sendOrSkip(messageOf(slots, text, content), host.whatsapp, place);
  },
});
