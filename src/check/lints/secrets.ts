import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { Expression, Statement } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import { resolveCall } from "../resolve.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { constantSlot } from "./outside.ts";
import { findSecrets, secretOfName } from "./secret-text.ts";

/**
 * Warns of secrets that are written in a script, comments included: everybody who reads the script
 * has them. They are known by their form, or by the name that they go by.
 */
export function findWrittenSecrets(linted: LintedScript, report: Report): void {
  const { text } = linted.script.file;
  const found = findSecrets(text).map(({ start, end, ...kind }) => ({
    kind,
    span: { start, end },
  }));
  for (const { name, literal } of linted.bodies.flatMap((body) => namedTexts(linted, body))) {
    const kind = secretOfName(name, literal.value);
    const isKnown = found.some(({ span }) => span.start < literal.end && literal.start < span.end);
    if (kind !== undefined && !isKnown) found.push({ kind, span: literal });
  }
  for (const { kind, span } of found) {
    report(lintMessages.writtenSecret(kind.title, kind.setting), span, { conceals: true });
  }
}

interface NamedText {
  readonly name: string;
  readonly literal: Span & { readonly value: string };
}

/** Lists the texts that are assigned to a name, compared with it or given as a key. */
function namedTexts(linted: LintedScript, body: CheckedBody): readonly NamedText[] {
  const found: NamedText[] = [];
  const add = (name: string | undefined, value: Expression | undefined) => {
    if (name === undefined || value?.kind !== "literal" || typeof value.value !== "string") return;
    found.push({ name, literal: { start: value.start, end: value.end, value: value.value } });
  };
  walkBlock(body.block, {
    statement(statement) {
      if (statement.kind === "assignment") add(targetName(statement), statement.value);
    },
    expression(expression) {
      if (expression.kind === "object") {
        for (const { key, value } of expression.members) add(key, value);
      } else if (expression.kind === "binary" && /^(?:=|<>)$/u.test(expression.operator)) {
        add(nameOf(expression.left), expression.right);
        add(nameOf(expression.right), expression.left);
      } else if (expression.kind === "call") {
        const target = resolveCall(linted.script.names, body.scope, expression.name);
        if (target?.kind === "function" && target.entry.name === "HMAC") {
          add("SECRET", expression.args[1]);
        }
      }
    },
  });
  return found;
}

function targetName({ target }: Statement & { kind: "assignment" }): string | undefined {
  if (target.kind === "field") return target.name.text;
  return target.kind === "call" ? target.name.text : nameOf(target);
}

/** What an expression is called: a variable, a member, or a value of the request. */
function nameOf(expression: Expression): string | undefined {
  switch (expression.kind) {
    case "name":
      return expression.name.text;
    case "member":
      return expression.property.text;
    case "index":
      return expression.index.kind === "literal" ? String(expression.index.value) : undefined;
    case "phrase":
      return constantSlot(expression.phrase, "name");
    default:
      return undefined;
  }
}
