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
  readonly #said = new Set<string>();

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
    const meant = this.#synonymOf(command);
    if (meant !== undefined) {
      this.#report(
        commandMessages.unknownHandler(textOf(meant.words), meant.title),
        spanOf(meant.words),
      );
      return;
    }
    const near = this.#phrases.nearest(command, fittingWords(command, 1));
    if (near !== undefined || command.known === undefined) {
      const words = near?.words ?? command.words;
      const isSpeltLonger = words.length > command.words.length;
      const longer = isSpeltLonger ? [] : this.#handlersOf(command);
      this.#report(
        commandMessages.unknownHandler(textOf(words), near?.title, longer, wordAfter(command)),
        spanOf(words),
      );
    } else this.#lacks(command.known, spanOf(command.words));
  }

  /** Lists the handlers that begin with the words of a command, where more has to follow. */
  #handlersOf({ words }: Command): readonly string[] {
    const begin = `${textOf(words).toUpperCase()} `;
    return this.#names.registry.phrases
      .filter(({ phraseKind, title }) => phraseKind === "declaration" && title.startsWith(begin))
      .map(({ title }) => title);
  }

  /** Finds the handler whose name people write as this command begins. */
  #synonymOf({ words, mentioned }: Command): Near | undefined {
    const written = sideBySide([...words, ...mentioned]);
    for (const { title, synonyms = [] } of this.#names.registry.phrases) {
      for (const synonym of synonyms) {
        const own = written.slice(0, synonym.split(" ").length);
        if (textOf(own).toUpperCase() === synonym) return { title, words: own };
      }
    }
    return undefined;
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
    const spelt = this.#phrases.nearest(command, fittingWords(command, 0), scope);
    const near =
      spelt === undefined || (asValue && this.#isStatement(spelt.title))
        ? this.#sharingWords(command, scope)
        : spelt;
    if (known === undefined || near !== undefined) this.#unknown(command, near, asValue);
    else this.#lacks(known, spanOf(words), wordBehind(command, scope));
  }

  /** A statement gives no value, however like it is to what stands for one. */
  #isStatement(title: string): boolean {
    const named = this.#names.registry.phrases.filter((phrase) => phrase.title === title);
    return named.length > 0 && named.every(({ phraseKind }) => phraseKind === "statement");
  }

  /** @param word what follows the words of the phrase, where that makes something else of it */
  #lacks(phrase: KnownPhrase, span: Span, word = ""): void {
    const said = `${phrase.pattern} ${word}`;
    if (this.#said.has(said)) return;
    this.#said.add(said);
    this.#report(commandMessages.notProvided(phrase), span);
  }

  #unknown({ words }: Command, near: Near | undefined, asValue: boolean): void {
    const [first] = words;
    if (this.#names.attempted.has(first?.key ?? "")) return;
    const called = first && findFunction(this.#names.registry, first.key);
    if (first !== undefined && called !== undefined) {
      const parameters = called.parameters.map(({ name }) => name);
      this.#report(nameMessages.bareFunction(first.text, parameters), first);
      return;
    }
    const meant = near?.words ?? words;
    const advice = adviceFor(meant.map(({ key }) => key).join(" ")) ?? adviceForWords(words);
    const detail = asValue
      ? syntaxMessages.unknownPhrase(textOf(meant), near?.title, advice)
      : nameMessages.unknownStatement(textOf(meant), near?.title, advice);
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
      [
        ...[...this.#names.procedures.values()].map(({ displayName }) => displayName),
        ...this.#names.registry.phrases.map((phrase) => phrase.title),
      ],
      fittingWords(command, 1),
    );
    if (title === undefined) return undefined;
    const end = words.findIndex(({ key }) => CONNECTIVES.has(key));
    return { title, words: words.slice(0, end === -1 ? words.length : end) };
  }
}

/** The word behind those of a command, where one stands beside them. */
function wordAfter({ words, mentioned }: Command): string | undefined {
  const next = sideBySide([...words, ...mentioned])[words.length];
  return next === undefined || next.key === "DO" ? undefined : next.text;
}

/** Behind a word that goes on with a phrase, what comes before is a value of its own. */
const CLAUSES: ReadonlySet<string> = new Set(
  "WHERE SET VALUES ORDER GROUP LIMIT JOIN INTO ON OF".split(" "),
);

/**
 * The word between a phrase of one word and a value, as in `SHOW ORDER 5`: no value that the phrase is
 * given, but most likely a phrase or SUB of more words.
 */
function wordBehind({ words, text, mentioned }: Command, scope: Scope): string | undefined {
  const [second, third] = sideBySide([...words, ...mentioned]).slice(words.length);
  if (words.length > 1 || second === undefined || scope.find(second.key) !== undefined) {
    return undefined;
  }
  if (third !== undefined && (CONNECTIVES.has(third.key) || CLAUSES.has(third.key)))
    return undefined;
  return /^\w+ \w+ [\w"({[]/.test(text) ? second.key : undefined;
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
