import { webhookMessages } from "../../diagnostics/codes/webhooks.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { statusProblem } from "../../runtime/value/response-status.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Expression, Statement } from "../../syntax/ast.ts";
import type { CheckedBody } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { ANSWER_PREFIX } from "../webhook-answers.ts";
import { constantValue } from "./constant-value.ts";
import type { LintedScript } from "./linted-script.ts";
import { Origins } from "./origins.ts";

/** What a statement gives as status, and what messages call it. */
interface GivenStatus {
  readonly name: string;
  readonly value: Expression;
}

/** Warns of a number as status of the response of a `WEBHOOK "name"` that is none. */
export function findRefusedStatuses(linted: LintedScript, report: Report): void {
  const { script } = linted;
  const named = script.handlers.filter(
    ({ declaration }) => declaration.kind === "webhook" && declaration.name !== undefined,
  );
  if (named.length === 0) return;
  const origins = new Origins(linted);
  for (const body of [script.main, ...named.map((handler) => handler.body)]) {
    for (const { name, value } of statusesIn(body)) {
      const status = constantValue(value, body, origins);
      if (typeof status !== "number" || statusProblem(status) === undefined) continue;
      report(webhookMessages.badStatus(name, describe(status)), value);
    }
  }
}

function statusesIn(body: CheckedBody): GivenStatus[] {
  const found: GivenStatus[] = [];
  walkBlock(body.block, {
    statement: (statement) => {
      const given = statusOf(statement);
      if (given !== undefined) found.push(given);
    },
  });
  return found;
}

function statusOf(statement: Statement): GivenStatus | undefined {
  if (statement.kind === "return") return statement.value && memberOf(statement.value, "status");
  if (statement.kind !== "assignment" || statement.target.kind !== "name") return undefined;
  const { target, value } = statement;
  const { key, text } = target.name;
  if (key === `${ANSWER_PREFIX}STATUS`) return { name: text, value };
  const isResponse = key === "RESULT" || key === "RESPONSE";
  return isResponse ? memberOf(value, `${text}.status`) : undefined;
}

function memberOf(value: Expression, name: string): GivenStatus | undefined {
  if (value.kind !== "object") return undefined;
  const member = value.members.findLast(({ key }) => key.toUpperCase() === "STATUS");
  return member === undefined ? undefined : { name, value: member.value };
}
