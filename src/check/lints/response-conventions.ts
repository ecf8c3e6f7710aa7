import { lintMessages } from "../../diagnostics/codes/lints.ts";
import type { RelatedPlace, Report } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Block, ReturnStatement, Statement } from "../../syntax/ast.ts";
import type { LintedScript } from "./linted-script.ts";
import type { CheckedBody } from "../script.ts";
import { innerBlocks, walkBlock } from "../walk.ts";

/**
 * Warns of handlers that answer in more than one way: what PRINT wrote is lost where a value is
 * returned behind it, and `result_` variables mean nothing in an ON WEBHOOK block.
 */
export function findMixedResponses({ script }: LintedScript, report: Report): void {
  for (const { body, declaration } of script.handlers) {
    if (declaration.kind === "webhook" && declaration.name !== undefined) continue;
    reportResultVariables(body, report);
    reportReturns(script.file, body.block, report);
  }
}

function reportResultVariables({ block, scope }: CheckedBody, report: Report): void {
  const read = new Set<string>();
  walkBlock(block, {
    expression(expression) {
      if (expression.kind === "name") read.add(expression.name.key);
    },
  });
  walkBlock(block, {
    statement(statement) {
      if (statement.kind !== "assignment" || statement.target.kind !== "name") return;
      const { key, text } = statement.target.name;
      const isLocal = scope.find(key)?.where === "local";
      if (!isLocal || read.has(key) || !key.startsWith("RESULT_")) return;
      report(lintMessages.resultVariable(text), statement.target.name);
    },
  });
}

/** The first value that a handler returns, after PRINT or beside it. */
function reportReturns(file: SourceFile, block: Block, report: Report): void {
  const flow = new PrintFlow();
  flow.follow(block, undefined);
  const [lost] = flow.lost;
  if (lost !== undefined) {
    const place = printPlace(file, lost.printed);
    report(lintMessages.printedInVain(), lost.returned, { related: [place] });
    return;
  }
  const [returned] = flow.returns;
  const [printed] = flow.prints;
  if (returned === undefined || printed === undefined) return;
  report(lintMessages.mixedResponse(), returned, { related: [printPlace(file, printed)] });
}

function printPlace(file: SourceFile, printed: Statement): RelatedPlace {
  const { start, end } = printed;
  return { file, span: { start, end }, message: lintMessages.printedHere() };
}

/** Follows what a handler may have printed when it returns a value. */
class PrintFlow {
  readonly prints: Statement[] = [];
  readonly returns: ReturnStatement[] = [];
  readonly lost: { returned: ReturnStatement; printed: Statement }[] = [];

  /**
   * @param printed the first PRINT that may have run before the block
   * @returns the one that may have run after it; undefined where nothing goes on behind the block
   */
  follow(block: Block, printed: Statement | undefined): Statement | undefined {
    let before = printed;
    for (const statement of block) {
      if (isPrint(statement)) this.prints.push(statement);
      if (statement.kind === "return") {
        if (isValue(statement)) this.#noteReturn(statement, before);
        return undefined;
      }
      before = this.#after(statement, before);
      if (statement.kind === "exit" && statement.what === "run") return undefined;
    }
    return before;
  }

  #noteReturn(returned: ReturnStatement, printed: Statement | undefined): void {
    this.returns.push(returned);
    if (printed !== undefined) this.lost.push({ returned, printed });
  }

  #after(statement: Statement, before: Statement | undefined): Statement | undefined {
    if (isPrint(statement)) return before ?? statement;
    const blocks = innerBlocks(statement);
    // A loop may come to its begin again with what its first turn printed.
    const ends = blocks.map((block) => this.follow(block, before));
    return before ?? ends.find((end) => end !== undefined);
  }
}

function isPrint(statement: Statement): boolean {
  return statement.kind === "phrase-statement" && statement.phrase.entry.title === "PRINT";
}

/** RETURN and RETURN NULL leave what was printed as it is. */
function isValue({ value }: ReturnStatement): boolean {
  return value !== undefined && !(value.kind === "literal" && value.value === null);
}
