import { type GivenAnswer, phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { RelatedPlace, Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { Block, Phrase, ReturnStatement } from "../../syntax/ast.ts";
import type { FileNames } from "../script.ts";
import { innerBlocks } from "../walk.ts";
import { callPhrase } from "./call-phrase.ts";
import type { LintedScript } from "./linted-script.ts";

/** Statements behind which a caller hears nothing more. */
const ENDINGS: ReadonlySet<string> = new Set(["HANGUP", "REDIRECT", "REJECT"]);

/** Tells statements behind which a call goes on in a block in any case, and does not come back. */
function leavesIntoBlock({ entry: { title }, slots }: Phrase): boolean {
  return title === "DIAL" ? slots.has("block") : title.startsWith("GATHER ") && slots.has("empty");
}

/**
 * Finds answers to phone calls that cannot be what is meant: what no caller gets to, a REJECT of a call
 * that is answered, and PRINT or RETURN beside a statement for calls.
 */
export function findCallMistakes({ script, bodies }: LintedScript, report: Report): void {
  // Most scripts answer no calls.
  if (!script.needs.has("call")) return;
  const { runnable } = script.names;
  const related = (phrase: Phrase, message: string): RelatedPlace => {
    const { start, end } = phrase;
    return { file: script.file, span: { start, end }, message };
  };
  const path = new AnswerPath(runnable, report, related);
  for (const { block, kind } of bodies) path.follow(block, NOTHING, kind === "handler");
}

/** What certainly ran before a statement. */
interface Before {
  readonly heard: Phrase | undefined;
  readonly ending: Phrase | undefined;
  readonly printed: Phrase | undefined;
}

const NOTHING: Before = { heard: undefined, ending: undefined, printed: undefined };

/** Follows the statements of a body as far as it is certain which of them run. */
class AnswerPath {
  readonly #runnable: FileNames["runnable"];
  readonly #report: Report;
  readonly #related: (phrase: Phrase, message: string) => RelatedPlace;

  constructor(
    runnable: FileNames["runnable"],
    report: Report,
    related: (phrase: Phrase, message: string) => RelatedPlace,
  ) {
    this.#runnable = runnable;
    this.#report = report;
    this.#related = related;
  }

  /** @param isHandler true where RETURN gives the response */
  follow(block: Block, given: Before, isHandler: boolean): void {
    let before = given;
    for (const statement of block) {
      // A jump may lead around all that stands before it.
      if (statement.kind === "label") before = NOTHING;
      for (const inner of innerBlocks(statement)) this.follow(inner, before, isHandler);
      if (statement.kind === "return" && isHandler) this.#returned(statement, before);
      if (statement.kind !== "phrase-statement") continue;
      const { phrase } = statement;
      if (phrase.entry.title === "PRINT" && phrase.slots.size > 0) {
        if (before.heard !== undefined) this.#mixed("PRINT", phrase, before.heard);
        before = { ...before, printed: before.printed ?? phrase };
      }
      if (callPhrase(statement, this.#runnable) !== undefined) {
        before = this.#heard(phrase, before);
      }
    }
  }

  #heard(phrase: Phrase, before: Before): Before {
    const { title } = phrase.entry;
    const { ending, heard, printed } = before;
    if (ending !== undefined) {
      const place = this.#related(
        ending,
        leavesIntoBlock(ending) ? "the call goes on in a block here" : "the call ends here",
      );
      const message = phoneCheckMessages.unreached(
        ending.entry.title,
        title,
        leavesIntoBlock(ending),
      );
      this.#report(message, phrase, { related: [place] });
      // What else comes behind it is the same mistake.
      return { heard, ending: undefined, printed: undefined };
    }
    if (title === "REJECT" && heard !== undefined) {
      const place = this.#related(heard, "the call is answered here");
      this.#report(phoneCheckMessages.lateReject(heard.entry.title), phrase, { related: [place] });
    }
    if (printed !== undefined) this.#mixed("PRINT", printed, phrase);
    return {
      heard: heard ?? phrase,
      ending: ENDINGS.has(title) || leavesIntoBlock(phrase) ? phrase : undefined,
      // One mistake is told of once.
      printed: undefined,
    };
  }

  /** RETURN with nothing in it ends the handler, whatever the caller heard by then. */
  #returned({ value, ...span }: ReturnStatement, { heard }: Before): void {
    const isNothing = value === undefined || (value.kind === "literal" && !value.value);
    if (heard !== undefined && !isNothing) this.#mixed("RETURN", span, heard);
  }

  #mixed(given: GivenAnswer["statement"], place: Span, heard: Phrase): void {
    const related = [this.#related(heard, `${heard.entry.title} answers the call here`)];
    this.#report(phoneCheckMessages.printBeside(given, heard.entry.title), place, { related });
  }
}
