import { sectionsProblem } from "../../host/whatsapp/check-choices.ts";
import { missing, tooLong } from "../../host/whatsapp/check-text.ts";
import { LIMITS } from "../../facts/whatsapp-limits.ts";
import { buttonProblem } from "../../host/whatsapp/problem.ts";
import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";
import { readSections } from "./choices.ts";
import { withFooter, withHeader } from "./media-source.ts";
import { ADDRESSING, messageOf, sendOrSkip } from "./send-or-skip.ts";
import { frameChecks, addressingChecks } from "./slot-checks.ts";

const { header: headerCheck, footer: footerCheck } = frameChecks;
/** What stands on the button that opens a list where the script does not say. */
const OPEN_LIST = "Options";

/** `SEND WHATSAPP TO number WITH LIST text WITH HEADER text AND ITEMS "Tea, Coffee"`. */
export const sendList = defineStatement({
  title: "SEND WHATSAPP WITH LIST",
  pattern: `SEND WHATSAPP TO <to:text> WITH LIST <text:text> { ITEMS <items:any> | BUTTON <button?:text> | HEADER <header?:text> | FOOTER <footer?:text> | ${ADDRESSING} }`,
  summary:
    "Sends a text with a list of up to ten rows, which opens when its button is pressed. ITEMS takes titles with commas between, a list of titles or of objects with id, title and description, or an object of rows by the titles of their sections; what is picked comes as a list with its id.",
  example: `SEND WHATSAPP TO "5511999999999" WITH LIST "What would you like?" WITH HEADER "Menu" AND ITEMS "Tea, Coffee"`,
  output: "simulated whatsapp to 5511999999999, list Tea | Coffee under Menu: What would you like?",
  raises: ["GB4660", "GB4661", "GB4730"],
  needs: ["whatsapp"],
  checks: {
    ...addressingChecks,
    text: (value) =>
      missing("a text", toText(value), "one behind LIST") ??
      tooLong("the text", toText(value), LIMITS.listBody),
    items: (value) => sectionsProblem(readSections(value)),
    button: (value) => buttonProblem(toText(value)),
    ...(headerCheck === undefined ? {} : { header: headerCheck }),
    ...(footerCheck === undefined ? {} : { footer: footerCheck }),
  },
  run: ({ text, items, button, header = "", footer, ...addressing }, { host, place }) => {
    const content = {
      kind: "list",
      button: button ?? OPEN_LIST,
      sections: readSections(items),
      ...withHeader(header.trim() === "" ? undefined : { kind: "text", text: header.trim() }),
      ...withFooter(footer),
    } as const;
    sendOrSkip(messageOf(addressing, text, content), host.whatsapp, place);
  },
});
