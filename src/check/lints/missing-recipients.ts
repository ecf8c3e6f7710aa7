import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Capability } from "../../host/host.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Expression, Phrase } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { MissingValues } from "./missing-values.ts";
import { constantSlot, expressionSlot } from "./outside.ts";

/** What sends something to the recipient in its slot `to`. */
const SENDING: ReadonlySet<Capability> = new Set(["mail", "whatsapp", "sms"]);

/**
 * Warns of recipients that are null where a payload lacks them: a message for nobody is skipped, and
 * nobody notices. A variable is reported once in each body.
 */
export function findMissingRecipients(linted: LintedScript, report: Report): void {
  const sends = linted.bodies.flatMap((body) => sendsOf(linted, body));
  if (sends.length === 0) return;
  const values = new MissingValues(linted);
  const said = new Set<string>();
  for (const { body, title, recipient } of sends) {
    const source = values.sourceOf(recipient, body);
    if (source === undefined) continue;
    const { file } = linted.script;
    const written = file.text.slice(recipient.start, recipient.end);
    const key = `${String(linted.bodies.indexOf(body))} ${written.toUpperCase()}`;
    if (said.has(key)) continue;
    said.add(key);
    const message = lintMessages.missingRecipient(title, nameOf(recipient), senderId(source, file));
    const place = { file, span: source, message: lintMessages.comesFromHere() };
    report(message, recipient, source === recipient ? {} : { related: [place] });
  }
}

interface Send {
  readonly body: CheckedBody;
  readonly title: string;
  readonly recipient: Expression;
}

function sendsOf({ script }: LintedScript, body: CheckedBody): readonly Send[] {
  const found: Send[] = [];
  const collect = (phrase: Phrase) => {
    const needs = script.names.runnable.get(phrase.entry)?.needs ?? [];
    const recipient = expressionSlot(phrase, "to");
    if (recipient === undefined || !needs.some((need) => SENDING.has(need))) return;
    found.push({ body, title: phrase.entry.title, recipient });
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

function nameOf(recipient: Expression): string | undefined {
  return recipient.kind === "name" ? recipient.name.text : undefined;
}

/** What takes the place of the number of a sender who hides it; undefined for other values. */
function senderId(source: Expression, { text }: SourceFile): string | undefined {
  const path = source.kind === "phrase" ? constantSlot(source.phrase, "path") : undefined;
  const isSender =
    source.kind === "member"
      ? source.property.key === "FROM"
      : /(?:^|[.\]])from$/u.test(path ?? "");
  const written = text.slice(source.start, source.end);
  return isSender ? written.replace(/from(?=\W*$)/iu, "from_user_id") : undefined;
}
