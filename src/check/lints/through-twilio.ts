import { twilioCheckMessages } from "../../diagnostics/codes/twilio-whatsapp.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { isTwilioSender } from "../../host/whatsapp/twilio.ts";
import type { Phrase } from "../../syntax/ast.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";
import { constantSlot } from "./outside.ts";

const READ = "MARK WHATSAPP READ";

/** What Twilio's API takes in no way but as a content template, by its title. */
const NOT_TAKEN: ReadonlySet<string> = new Set([
  ...["BUTTONS", "LIST", "LINK", "LOCATION REQUEST", "FLOW", "PRODUCT", "PRODUCTS", "CATALOG"].map(
    (kind) => `SEND WHATSAPP WITH ${kind}`,
  ),
  ...["CONTACT", "CONTACTS", "REACTION", "CAROUSEL"].map((kind) => `SEND WHATSAPP WITH ${kind}`),
  ...["CONTACT", "CALL", "ADDRESS"].map((what) => `SEND WHATSAPP WITH ${what} REQUEST`),
  READ,
]);

/** Reports WhatsApp messages that Twilio cannot send, where the script or a setting says that it sends them. */
export function findUnsendableByTwilio(
  { bodies, sendsThroughTwilio, script }: LintedScript,
  report: Report,
): void {
  for (const { block } of bodies) {
    walkBlock(block, {
      statement(statement) {
        if (statement.kind !== "phrase-statement") return;
        const { phrase } = statement;
        const { title } = phrase.entry;
        const answersMeta = script.handlers.some(
          ({ declaration }) => declaration.kind === "whatsapp",
        );
        if (!NOT_TAKEN.has(title) || !leavesThere(phrase, sendsThroughTwilio && !answersMeta))
          return;
        // With that an answer is being written, Twilio shows a message as read.
        if (title === READ && phrase.slots.has("typing")) return;
        report(
          title === READ ? twilioCheckMessages.readAlone() : twilioCheckMessages.cannotTake(title),
          phrase,
        );
      },
    });
  }
}

/** @param isStandard whether what names no sender leaves through Twilio */
function leavesThere(phrase: Phrase, isStandard: boolean): boolean {
  if (!phrase.slots.has("from")) return isStandard;
  return isTwilioSender(constantSlot(phrase, "from")?.trim() ?? "");
}
