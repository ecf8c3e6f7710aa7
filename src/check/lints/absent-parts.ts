import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** What there is where nobody wrote, by the handler's event, as it stands in a hint. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  [
    "status",
    "nobody wrote then: GET WHATSAPP RECIPIENT is whom your message was for, GET WHATSAPP STATUS what became of it",
  ],
  ["error", "nobody wrote then: WHATSAPP.error is what WhatsApp reports"],
  ["field", "nobody wrote then: WHATSAPP.value is what changed"],
]);

/** The phrases for what only a message of somebody has. */
const PARTS: ReadonlySet<string> = new Set(
  [
    ...["SENDER NUMBER", "SENDER NAME", "SENDER ID", "MESSAGE BODY", "BUTTON ID", "LIST ID"],
    ...["LOCATION", "MEDIA", "CONTACTS", "ORDER", "FLOW", "REFERRAL"],
  ].map((words) => `GET WHATSAPP ${words}`),
);

/** Warns of parts of a message in handlers that no message comes to, where they are always null. */
export function findAbsentParts({ script }: LintedScript, report: Report): void {
  for (const { declaration, source, body } of script.handlers) {
    const instead = declaration.kind === "whatsapp" ? INSTEAD.get(declaration.event) : undefined;
    if (instead === undefined) continue;
    const handler = source.phrase.entry.title;
    walkBlock(body.block, {
      expression(expression) {
        if (expression.kind !== "phrase") return;
        const { title } = expression.phrase.entry;
        if (PARTS.has(title)) {
          report(lostPartMessages.neverHere(title, handler, instead), expression);
        }
      },
    });
  }
}
