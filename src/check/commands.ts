import { commandMessages } from "../diagnostics/codes/commands.ts";
import { nameMessages } from "../diagnostics/codes/names.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { joinSpans, type Span } from "../source/span.ts";
import type { Block, Command, Identifier, UnservedHandler } from "../syntax/ast.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";
import { adviceFor } from "../diagnostics/foreign-names.ts";
import { CONNECTIVES } from "../syntax/words.ts";
import { findFunction } from "./registry.ts";
import { resolveCall } from "./resolve.ts";
import type { Scope } from "./scope.ts";
import type { Body, FileNames } from "./script.ts";
import { sharingTitle } from "./sharing-title.ts";
import { walkBlock } from "./walk.ts";

/** How statements of the language itself begin. */
const STATEMENT_WORDS = [
  ...[
    "IF",
    "ELSEIF",
    "ELSE",
    "FOR",
    "FOR EACH",
    "NEXT",
    "WHILE",
    "WEND",
    "DO",
    "LOOP",
    "SELECT CASE",
  ],
  ...["SWITCH", "CASE", "TRY", "CATCH", "FINALLY", "THROW", "SUB", "FUNCTION", "RETURN", "EXIT"],
  ...[
    "CONTINUE",
    "CALL",
    "SPAWN",
    "GOTO",
    "GOSUB",
    "RESUME",
    "CONST",
    "REDIM",
    "END IF",
    "END SUB",
  ],
  ...["END FUNCTION", "END SELECT", "END WITH", "END TRY", "END ON"],
];

/**
 * Reports what gbasic cannot carry out: statements that nobody knows, with what may be meant, and
 * those of General Bots that gbasic lacks, each of them once in a file.
 */
export class CommandChecker {
  readonly #names: FileNames;
  readonly #report: Report;
  readonly #said = new Set<KnownPhrase>();

  constructor(names: FileNames, report: Report) {
    this.#names = names;
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
    const near = this.#nearest(command, fittingWords(command, 1));
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
      this.#nearest(command, fittingWords(command, 0), scope) ?? this.#sharingWords(command, scope);
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
   * Finds the phrase or SUB that is spelt like a command.
   * @param more how many words fit already: only a phrase with more of them is nearer
   */
  #nearest(command: Command, more: number, scope?: Scope): Near | undefined {
    const { known, words } = command;
    const titles = this.#titles(command);
    const fixed = known === undefined ? 0 : words.length;
    const begin = known === undefined ? "" : `${textOf(words).toUpperCase()} `;
    const all = wordsToCompare(command, scope);
    // The words may run on into what was meant as a slot, so shorter beginnings are tried too.
    for (let count = all.length; count > more; count--) {
      const meant = all.slice(0, count);
      // What fits already must not make up for what does not.
      const rests = titles
        .filter((title) => title.toUpperCase().startsWith(begin))
        .filter((title) => title.split(" ").length === count && mayBegin(title, command))
        .map((title) => title.slice(begin.length))
        .filter((rest) => isWordByWord(meant.slice(fixed), rest));
      const rest = suggest(textOf(meant.slice(fixed)), rests);
      if (rest !== undefined) return { title: begin + rest, words: meant };
    }
    return undefined;
  }

  #titles({ known, words }: Command): string[] {
    return [
      // First, so that LOP is taken for LOOP rather than for LOG.
      ...(known === undefined ? STATEMENT_WORDS : []),
      ...this.#names.registry.phrases.map(({ title }) => title),
      ...[...this.#names.procedures.values()].map(({ displayName }) => displayName),
      // PAY INVOICE LATER is no PLAY: a single word of a phrase stands before a value.
      ...[...this.#names.registry.known.values()]
        .map(beginningOf)
        .filter((title) => words.length === 1 || title.includes(" ")),
    ];
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

/** A phrase that is spelt like the first words of a command. */
interface Near {
  readonly title: string;
  readonly words: readonly Identifier[];
}

/** The words of a known phrase up to its first value. */
function beginningOf({ pattern }: KnownPhrase): string {
  return pattern.split(/ […"]/, 1)[0] ?? pattern;
}

/** Words that fit already, and those after them that are no variables. */
function wordsToCompare({ known, words, mentioned }: Command, scope?: Scope): Identifier[] {
  const all = sideBySide([...words, ...mentioned]).slice(0, LONGEST_TITLE);
  if (known === undefined) return all;
  const end = all.findIndex(({ key }, at) => at >= words.length && scope?.find(key) !== undefined);
  return end === -1 ? all : all.slice(0, end);
}

/** What must follow a word of the language where it begins a statement; all others may go on. */
const STRUCTURES: ReadonlyMap<string, RegExp> = new Map([
  ["FOR", /=|\bIN\b/i],
  ["FOR EACH", /\bIN\b/i],
  ["NEXT", /^(?:\w+(?:\s*,\s*\w+)*)?$/],
  ["DO", /^(?:(?:WHILE|UNTIL)\b.*)?$/i],
  ["LOOP", /^(?:(?:WHILE|UNTIL)\b.*)?$/i],
  ...["WEND", "TRY", "FINALLY"].map((word) => [word, /^$/] as const),
]);

/** Tells whether a word of the language can stand before what is written after a command's first. */
function mayBegin(title: string, { text, words }: Command): boolean {
  const follows = STRUCTURES.get(title);
  if (follows === undefined) return true;
  const written = title.split(" ").length;
  const before = textOf(words.slice(0, written)).length;
  return follows.test(text.slice(before).trim());
}

/** Tells whether each word is that of the phrase or spelt like it. */
function isWordByWord(written: readonly Identifier[], phrase: string): boolean {
  const parts = phrase.toUpperCase().split(" ");
  return written.every(({ key }, at) => {
    const part = parts[at] ?? "";
    return key === part || suggest(key, [part]) !== undefined;
  });
}

/** No phrase has more words. */
const LONGEST_TITLE = 6;

/** The first two words may be known together or the first one alone. */
function adviceForWords(words: readonly Identifier[]): string | undefined {
  const [first = "", second = ""] = words.map(({ key }) => key);
  return adviceFor(`${first} ${second}`) ?? adviceFor(first);
}

/** The first words up to one before which more than a blank stands, such as a comma or a text. */
function sideBySide(words: readonly Identifier[]): Identifier[] {
  const end = words.findIndex(({ start }, at) => at > 0 && start - (words[at - 1]?.end ?? 0) > 1);
  return words.slice(0, end === -1 ? words.length : end);
}

function textOf(words: readonly Identifier[]): string {
  return words.map(({ text }) => text).join(" ");
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
