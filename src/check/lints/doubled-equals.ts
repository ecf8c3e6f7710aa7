import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** Warns of `x == 5` alone on a line, which sets x, as the first `=` of a line always does. */
export function findDoubledEquals({ bodies, script }: LintedScript, report: Report): void {
  const { text } = script.file;
  for (const { block } of bodies) {
    walkBlock(block, {
      statement(statement) {
        if (statement.kind !== "assignment") return;
        const { target, value } = statement;
        const between = text.slice(target.end, value.start);
        const mark = /^\s*(={2,3})/u.exec(between)?.[1];
        if (mark === undefined) return;
        const start = target.end + between.indexOf(mark);
        const span = { start, end: start + mark.length };
        report(lintMessages.doubledEquals(mark, text.slice(target.start, target.end)), span, {
          fix: { title: "writes one =", edits: [{ span, text: "=" }] },
        });
      },
    });
  }
}
