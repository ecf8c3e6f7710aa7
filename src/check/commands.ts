import { commandMessages } from "../diagnostics/codes/commands.ts";
import { nameMessages } from "../diagnostics/codes/names.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { joinSpans, type Span } from "../source/span.ts";
import type { Block, Command, Identifier, UnservedHandler } from "../syntax/ast.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";
import { adviceFor } from "../diagnostics/foreign-names.ts";
import { CONNECTIVES } from "../syntax/words.ts";
import { LikelyPhrases, LONGEST_TITLE, type Near, sideBySide, textOf } from "./likely-phrases.ts";
import { findFunction } from "./registry.ts";
import { resolveCall } from "./resolve.ts";
import type { Scope } from "./scope.ts";
import type { Body, FileNames } from "./script.ts";
import { sharingTitle } from "./sharing-title.ts";
import { walkBlock } from "./walk.ts";

/**
 * Reports what gbasic cannot carry out: statements that nobody knows, with what may be meant, and
 * those of General Bots that gbasic lacks, each of them once in a file.
 */
export class CommandChecker {
  readonly #names: FileNames;
  readonly #report: Report;
  readonly #phrases: LikelyPhrases;
  readonly #said = new Set<KnownPhrase>();

  constructor(names: FileNames, report: Report) {
    this.#names = names;
    this.#phrases = new LikelyPhrases(names);
    this.#report = report;
  }

  /** Checks the commands of a body. */
  body({ block, scope }: Body): void {
    const inside = new Set<Command>();
    walkBlock(block, {
      statement: (statement) => {
        if (statement.kind !== "command") return;
        // What stands in the block of a command never runs, so it is no mistake of its own.
        for (const command of commandsIn(statement.body ?? [])) inside.add(command);
        if (!inside.has(statement.command)) this.#statement(statement.command, scope);
      },
      expression: (expression) => {
        if (expression.kind === "command-value" && !inside.has(expression.command)) {
          this.#command(expression.command, scope, true);
        }
        if (expression.kind !== "call") return;
        const target = resolveCall(this.#names, scope, expression.name);
        if (target?.kind === "lacking") this.#lacks(target.phrase, expression.name);
      },
    });
  }

  /** Checks a handler that is not served; its body is checked as any other. */
  unserved({ command }: UnservedHandler): void {
    const near = this.#phrases.nearest(command, fittingWords(command, 1));
    if (near !== undefined || command.known === undefined) {
      const words = near?.words ?? command.words;
      this.#report(commandMessages.unknownHandler(textOf(words), near?.title), spanOf(words));
    } else this.#lacks(command.known, spanOf(command.words));
  }

  #statement(command: Command, scope: Scope): void {
    const [first, ...more] = command.words;
    const isName = more.length === 0 && command.text === first?.text;
    if (first !== undefined && isName && scope.find(first.key) !== undefined) {
      this.#report(syntaxMessages.nameAlone(first.text), first);
    } else this.#command(command, scope, false);
  }

  #command(command: Command, scope: Scope, asValue: boolean): void {
    const { known, statement, words } = command;
    if (statement !== undefined) {
      this.#report(commandMessages.statementForValue(statement.title), spanOf(words));
      return;
    }
    // `GET FORM VLUE "x"` begins like GET, but a longer phrase is nearer to it.
    const near =
      this.#phrases.nearest(command, fittingWords(command, 0), scope) ??
      this.#sharingWords(command, scope);
    if (known === undefined || near !== undefined) this.#unknown(command, near, asValue);
    else this.#lacks(known, spanOf(words));
  }

  #lacks(phrase: KnownPhrase, span: Span): void {
    if (this.#said.has(phrase)) return;
    this.#said.add(phrase);
    this.#report(commandMessages.notProvided(phrase), span);
  }

  #unknown({ words }: Command, near: Near | undefined, asValue: boolean): void {
    const [first] = words;
    const called = first && findFunction(this.#names.registry, first.key);
    if (first !== undefined && called !== undefined) {
      const parameters = called.parameters.map(({ name }) => name);
      this.#report(nameMessages.bareFunction(first.text, parameters), first);
      return;
    }
    const meant = near?.words ?? words;
    const detail = asValue
      ? syntaxMessages.unknownPhrase(textOf(meant), near?.title)
      : nameMessages.unknownStatement(textOf(meant), near?.title, adviceForWords(words));
    this.#report(detail, spanOf(meant));
  }

  /**
   * Finds the phrase that a command shares its first word and most others with: GET BODY has those of
   * GET REQUEST BODY. A word that is a variable is a value: `GET url`.
   */
  #sharingWords(command: Command, scope: Scope): Near | undefined {
    const all = sideBySide([...command.words, ...command.mentioned]).slice(0, LONGEST_TITLE);
    const own = all.findIndex(({ key }, at) => at > 0 && scope.find(key) !== undefined);
    const words = all.slice(0, own === -1 ? all.length : own);
    const title = sharingTitle(
      words.map(({ key }) => key),
      this.#names.registry.phrases.map((phrase) => phrase.title),
      fittingWords(command, 1),
    );
    if (title === undefined) return undefined;
    const end = words.findIndex(({ key }) => CONNECTIVES.has(key));
    return { title, words: words.slice(0, end === -1 ? words.length : end) };
  }
}

/** The first two words may be known together or the first one alone. */
function adviceForWords(words: readonly Identifier[]): string | undefined {
  const [first = "", second = ""] = words.map(({ key }) => key);
  return adviceFor(`${first} ${second}`) ?? adviceFor(first);
}

function spanOf(words: readonly Identifier[]): Span {
  const [first, last] = [words.at(0), words.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a command begins with a word");
  return joinSpans(first, last);
}

/** @param unknown how many words fit where nobody knows the command */
function fittingWords({ known, words }: Command, unknown: number): number {
  return known === undefined ? unknown : words.length;
}

function commandsIn(block: Block): Command[] {
  const found: Command[] = [];
  walkBlock(block, {
    statement(statement) {
      if (statement.kind === "command") found.push(statement.command);
    },
    expression(expression) {
      if (expression.kind === "command-value") found.push(expression.command);
    },
  });
  return found;
}
