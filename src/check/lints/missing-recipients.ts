import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Capability } from "../../host/host.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { MissingValues } from "./missing-values.ts";
import { expressionSlot } from "./outside.ts";
import { SenderIds } from "./sender-ids.ts";

/** What sends something to the recipient in its slot `to`. */
const SENDING: ReadonlySet<Capability> = new Set(["mail", "whatsapp", "sms", "phone"]);

/**
 * Warns of recipients that are null where a payload lacks them: a message for nobody is skipped, and
 * nobody notices. A variable is reported once in each body.
 */
export function findMissingRecipients(linted: LintedScript, report: Report): void {
  const sends = linted.bodies.flatMap((body) => sendsOf(linted, body));
  if (sends.length === 0) return;
  const { file } = linted.script;
  const values = new MissingValues(linted);
  const senders = new SenderIds(linted);
  const said = new Set<string>();
  for (const { body, title, recipient, isWhatsApp } of sends) {
    const source = values.sourceOf(recipient, body);
    if (source === undefined) continue;
    const written = file.text.slice(recipient.start, recipient.end);
    const key = `${String(linted.bodies.indexOf(body))} ${written.toUpperCase()}`;
    if (said.has(key)) continue;
    said.add(key);
    const shown = {
      written: written.length > MOST_SHOWN || written.includes("\n") ? undefined : written,
      isPhrase: recipient.kind === "phrase",
    };
    const senderId = isWhatsApp ? senders.of(source, body) : undefined;
    const place = { file, span: source.expression, message: lintMessages.comesFromHere() };
    const related = source.expression === recipient ? {} : { related: [place] };
    report(lintMessages.missingRecipient(title, shown, senderId), recipient, related);
  }
}

/** A longer expression is not written out in a message. */
const MOST_SHOWN = 60;

interface Send {
  readonly body: CheckedBody;
  readonly title: string;
  readonly recipient: Expression;
  readonly isWhatsApp: boolean;
}

function sendsOf({ script }: LintedScript, body: CheckedBody): readonly Send[] {
  const found: Send[] = [];
  const collect = (phrase: Phrase) => {
    const needs = script.names.runnable.get(phrase.entry)?.needs ?? [];
    const recipient = expressionSlot(phrase, "to");
    if (recipient === undefined || !needs.some((need) => SENDING.has(need))) return;
    const isWhatsApp = needs.includes("whatsapp");
    found.push({ body, title: phrase.entry.title, recipient, isWhatsApp });
  };
  walkBlock(body.block, {
    statement(statement) {
      if (statement.kind === "phrase-statement") collect(statement.phrase);
    },
    expression(expression) {
      if (expression.kind === "phrase") collect(expression.phrase);
    },
  });
  return found;
}
