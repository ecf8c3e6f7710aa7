import { phoneCheckMessages } from "../../diagnostics/codes/phone-calls.ts";
import type { RelatedPlace, Report } from "../../diagnostics/diagnostic.ts";
import type { Block, Phrase, Statement } from "../../syntax/ast.ts";
import type { FileNames } from "../script.ts";
import { innerBlocks, walkBlock } from "../walk.ts";
import type { LintedScript } from "./linted-script.ts";

/** Statements behind which a caller hears nothing more. */
const ENDINGS: ReadonlySet<string> = new Set(["HANGUP", "REDIRECT", "REJECT"]);

/**
 * Finds answers to phone calls that cannot be what is meant: what no caller gets to, a REJECT of a call
 * that is answered, PRINT beside a statement for calls, and such a statement in ON SMS or
 * a handler of statuses, which answer no call.
 */
export function findCallMistakes({ script, bodies }: LintedScript, report: Report): void {
  // Most scripts answer no calls.
  if (!script.needs.has("call")) return;
  const { runnable } = script.names;
  for (const { declaration, source, body } of script.handlers) {
    const isCall = declaration.kind === "twilio" ? declaration.event !== "sms" : undefined;
    if (isCall !== false && declaration.kind !== "twilio-status") continue;
    const handler = source.phrase.entry.title;
    for (const phrase of callPhrases(body.block, runnable)) {
      report(phoneCheckMessages.wrongHandler(phrase.entry.title, handler), phrase);
    }
  }
  const related = (phrase: Phrase, message: string): RelatedPlace => {
    const { start, end } = phrase;
    return { file: script.file, span: { start, end }, message };
  };
  const path = new AnswerPath(runnable, report, related);
  for (const { block } of bodies) path.follow(block, NOTHING);
}

function callPhrases(block: Block, runnable: FileNames["runnable"]): Phrase[] {
  const found: Phrase[] = [];
  walkBlock(block, {
    statement(statement) {
      const phrase = callPhrase(statement, runnable);
      if (phrase !== undefined) found.push(phrase);
    },
  });
  return found;
}

function callPhrase(statement: Statement, runnable: FileNames["runnable"]): Phrase | undefined {
  if (statement.kind !== "phrase-statement") return undefined;
  const entry = runnable.get(statement.phrase.entry);
  return entry?.needs.includes("call") === true ? statement.phrase : undefined;
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

  follow(block: Block, given: Before): void {
    let before = given;
    for (const statement of block) {
      // A jump may lead around all that stands before it.
      if (statement.kind === "label") before = NOTHING;
      for (const inner of innerBlocks(statement)) this.follow(inner, before);
      if (statement.kind !== "phrase-statement") continue;
      const { phrase } = statement;
      if (phrase.entry.title === "PRINT" && phrase.slots.size > 0) {
        if (before.heard !== undefined) this.#mixed(phrase, before.heard);
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
      const place = this.#related(ending, "the call ends here");
      const message = phoneCheckMessages.unreached(ending.entry.title, title);
      this.#report(message, phrase, { related: [place] });
      // What else comes behind it is the same mistake.
      return { heard, ending: undefined, printed: undefined };
    }
    if (title === "REJECT" && heard !== undefined) {
      const place = this.#related(heard, "the call is answered here");
      this.#report(phoneCheckMessages.lateReject(heard.entry.title), phrase, { related: [place] });
    }
    if (printed !== undefined) this.#mixed(printed, phrase);
    return {
      heard: heard ?? phrase,
      ending: ENDINGS.has(title) ? phrase : undefined,
      // One mistake is told of once.
      printed: undefined,
    };
  }

  #mixed(printed: Phrase, heard: Phrase): void {
    const place = this.#related(heard, `${heard.entry.title} answers the call here`);
    const message = phoneCheckMessages.printBeside(heard.entry.title);
    this.#report(message, printed, { related: [place] });
  }
}
