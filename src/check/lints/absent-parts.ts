import { lostPartMessages } from "../../diagnostics/codes/lost-parts.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { HandlerDeclaration, TwilioStatusDeclaration } from "../../host/handler.ts";
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

/** What gives parts of what Twilio delivers. */
const OF_TWILIO: ReadonlySet<string> = new Set(["GET SMS", "GET CALL"]);

/** Which phrases are for something that a handler never gets, and what there is instead. */
interface Absence {
  readonly isAbsent: (title: string) => boolean;
  readonly instead: string;
}

const TWILIO_AT_META: Absence = {
  isAbsent: (title) => OF_TWILIO.has(title),
  instead:
    "no call and no SMS comes here: GET WHATSAPP SENDER NUMBER is who wrote, GET WHATSAPP MESSAGE BODY the text",
};

type Subject = TwilioStatusDeclaration["about"];

/** Twilio brings calls and messages, those of WhatsApp too, in a form of its own. */
const META_AT_TWILIO: Readonly<Record<Subject, string>> = {
  sms: "the message comes through Twilio: GET SMS FROM is who wrote it, GET SMS BODY the text",
  call: "it is about a phone call: GET CALL FROM is who calls, GET CALL TO whom",
};

/**
 * Warns of parts of a message or call in handlers that no such thing comes to, where they are always null.
 * Nothing is said in SUBs and FUNCTIONs, which may run for others too.
 */
export function findAbsentParts({ script }: LintedScript, report: Report): void {
  for (const { declaration, source, body } of script.handlers) {
    const absences = absencesOf(declaration);
    if (absences.length === 0) continue;
    const handler = source.phrase.entry.title;
    walkBlock(body.block, {
      expression(expression) {
        if (expression.kind !== "phrase") return;
        const { title } = expression.phrase.entry;
        const absence = absences.find(({ isAbsent }) => isAbsent(title));
        if (absence === undefined) return;
        report(lostPartMessages.neverHere(title, handler, absence.instead), expression);
      },
    });
  }
}

function absencesOf(declaration: HandlerDeclaration): readonly Absence[] {
  switch (declaration.kind) {
    case "whatsapp": {
      const instead = INSTEAD.get(declaration.event);
      if (instead === undefined) return [TWILIO_AT_META];
      const isAbsent = (title: string) => PARTS.has(title) || OF_TWILIO.has(title);
      return [{ isAbsent, instead }];
    }
    case "twilio":
      return [atTwilio(declaration.event === "sms" ? "sms" : "call")];
    case "twilio-status":
      return [atTwilio(declaration.about)];
    case "webhook":
    case "send-failed":
      return [];
  }
}

function atTwilio(about: Subject): Absence {
  const isAbsent = (title: string) => title.startsWith("GET WHATSAPP ");
  return { isAbsent, instead: META_AT_TWILIO[about] };
}
