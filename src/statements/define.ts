import type { DiagnosticCode } from "../diagnostics/diagnostic.ts";
import type { HandlerDeclaration } from "../host/handler.ts";
import type { GoesOnIn, HandlerValues } from "../host/handler-values.ts";
import type { KnownObject } from "../host/known-object.ts";
import type { Capability, Host, Place } from "../host/host.ts";
import type { FilledCheck, SlotCheck } from "../host/written-statement.ts";
import type { GrowingTexts } from "../runtime/value/growing-texts.ts";
import type { ValueLimits } from "../runtime/value/limits.ts";
import type { Value } from "../runtime/value/value.ts";
import type { KnownPhrase } from "../syntax/known-phrase.ts";
import type { Span } from "../source/span.ts";
import { parsePattern } from "../syntax/pattern-parser.ts";
import type { HandlerAdvice, Pattern, PhraseEntry } from "../syntax/pattern.ts";

interface SlotValues {
  any: Value;
  text: string;
  number: number;
  list: Value[];
  constant: string;
  rest: Value[];
  shown: Value[];
  named: Value;
  word: string;
  lines: string[];
  callee: Value;
}

type SlotValueOf<T extends string> = T extends keyof SlotValues ? SlotValues[T] : never;
type WithoutMark<T extends string> = T extends `${infer Bare}!`
  ? Bare
  : T extends `${infer Bare}(${string}`
    ? Bare
    : T;

/** The arguments of a pattern: `SEND SMS TO <to:text> [FROM <from?:text>]` gives both, typed. */
export type SlotsOf<P extends string> = P extends `${string}<${infer S}>${infer Rest}`
  ? SlotOf<S> & SlotsOf<Rest>
  : unknown;
type SlotOf<S extends string> = S extends `${infer Name}?:${infer Type}`
  ? { readonly [K in Name]: SlotValueOf<WithoutMark<Type>> | undefined }
  : S extends `${infer Name}:${infer Type}`
    ? { readonly [K in Name]: SlotValueOf<WithoutMark<Type>> }
    : never;

/** What a statement's or function's body is given beside its arguments. */
export interface StatementContext<Needs extends Capability> {
  readonly host: Pick<Host, Needs>;
  /** The run's limits that values must respect. */
  readonly limits: ValueLimits;
  /** The run's long texts, of which a part is cut sooner than of others. */
  readonly texts: Pick<GrowingTexts, "cut">;
  readonly signal: AbortSignal;
  readonly place: Place;
}

/** How the text of a slot begins, as far as the script says so; undefined where it does not. */
export type SlotBeginning = (slot: string) => string | undefined;
interface PhraseDefinition<P extends string, Needs extends Capability> {
  /** What it is called in the manual and in messages; the words before its first slot unless given. */
  readonly title?: string;
  /** The phrase; upper-case words are literal, `<name:type>` are slots (see `parsePattern`). */
  readonly pattern: P;
  /** Other ways to write it; their slots are among the pattern's. */
  readonly also?: readonly string[];
  /** One sentence for the manual. */
  readonly summary: string;
  /** One or more lines of a script that runs as it is. */
  readonly example: string;
  /** For an example with a handler, what follows `curl http://127.0.0.1:3000`. */
  readonly request?: string;
  /** What `gbasic run` shows of the example, or curl; left out where that is nothing. */
  readonly output?: string;
  /** Errors of its own; those of its slots' types and of `needs` are added. */
  readonly raises?: readonly DiagnosticCode[];
  /** What `host` then has; a script that uses the phrase needs it too. */
  readonly needs?: readonly Needs[];
  /** Which of these it needs for what a script gives it; all of them unless given. */
  readonly needsFor?: (beginning: SlotBeginning) => readonly Needs[];
  /** What can be wrong with values, by the names of their slots. */
  readonly checks?: Readonly<Record<string, SlotCheck>>;
  /** What can be wrong with slots beside others, whatever their values are; by the names of the slots. */
  readonly conflicts?: Readonly<Record<string, FilledCheck>>;
  /** Where a call goes on behind it; its slots are then named block and variable. */
  readonly goesOnIn?: GoesOnIn;
  /** Takes its place where the only slot holds a comparison: left side, operator and right side. */
  readonly comparison?: RunnableEntry;
}

type Body<P extends string, Needs extends Capability, R> =
  | {
      /** Must not suspend: scripts that use it stay fast. */
      readonly run: (slots: SlotsOf<P>, context: StatementContext<Needs>) => R;
      readonly runAsync?: never;
    }
  | {
      /** May suspend; whatever calls it is compiled to wait. */
      readonly runAsync: (slots: SlotsOf<P>, context: StatementContext<Needs>) => Promise<R>;
      readonly run?: never;
    };

/** What the slots hold once the compiler evaluated and converted them; keyed by slot name. */
export type SlotArguments = Readonly<Record<string, unknown>>;

/** Where the slots of a declaration stand; by name, those that are left out are not there. */
export type SlotSpans = ReadonlyMap<string, Span>;

interface Entry extends PhraseEntry {
  readonly summary: string;
  readonly example: string;
  readonly request: string | undefined;
  readonly output: string;
  readonly raises: readonly DiagnosticCode[];
  readonly needs: readonly Capability[];
}
/** A registered phrase that does something (`statement`) or gives a value (`function`). */
export type RunnableEntry = StatementEntry | PhraseFunctionEntry;
interface StatementEntry extends Runnable {
  readonly phraseKind: "statement";
}
interface PhraseFunctionEntry extends Runnable {
  readonly phraseKind: "function";
  /** What it gives, as it follows "It gives". */
  readonly returns: string;
  /** What is in the object that it gives; undefined where nobody knows. */
  readonly object?: KnownObject | undefined;
}
interface Runnable extends Omit<Entry, "phraseKind"> {
  readonly suspends: boolean;
  readonly goesOnIn?: GoesOnIn | undefined;
  /** Runs instead where the only slot holds a comparison; its slots are left, operator and right. */
  readonly comparison: RunnableEntry | undefined;
  readonly needsFor: (beginning: SlotBeginning) => readonly Capability[];
  readonly checks: ReadonlyMap<string, SlotCheck>;
  readonly conflicts: ReadonlyMap<string, FilledCheck>;
  /** Returns a promise where `suspends`; never one otherwise. */
  readonly invoke: (
    slots: SlotArguments,
    context: StatementContext<Capability>,
  ) => Value | Promise<Value>;
}
/** A registered phrase that opens a handler. */
export interface DeclarationEntry extends Entry {
  readonly phraseKind: "declaration";
  readonly block: string;
  readonly values: HandlerValues | undefined;
  readonly declare: (slots: SlotArguments, spans: SlotSpans) => HandlerDeclaration;
}
/** Anything that `src/statements/index.ts` may list. */
export type RegistryEntry = RunnableEntry | DeclarationEntry;

/**
 * Declares a statement: its phrase, its documentation and what it does.
 * @throws PatternError where a pattern is wrong, Error where those in `also` have other slots
 */
export function defineStatement<const P extends string, Needs extends Capability = never>(
  definition: PhraseDefinition<P, Needs> & Body<P, Needs, void>,
): RunnableEntry {
  return { ...runnable(definition), phraseKind: "statement" };
}

/**
 * Declares a phrase function: a phrase that gives a value wherever an expression may stand.
 * @throws PatternError where a pattern is wrong, Error where those in `also` have other slots
 */
export function definePhraseFunction<const P extends string, Needs extends Capability = never>(
  definition: PhraseDefinition<P, Needs> &
    Body<P, Needs, Value> & {
      /** What it gives, in a few words for the manual: `text, or null where there is none`. */
      readonly returns: string;
      readonly object?: KnownObject;
    },
): RunnableEntry {
  const { returns, object } = definition;
  return { ...runnable(definition), phraseKind: "function", returns, object };
}

/**
 * Declares a handler block: its phrase, the word that ends it, and what it listens to.
 * @throws PatternError where a pattern is wrong, Error where those in `also` have other slots
 */
export function defineDeclaration<const P extends string>(
  definition: PhraseDefinition<P, never> &
    HandlerAdvice & {
      readonly block: string;
      /** Variables of the block that the script does not set; none unless given. */
      readonly values?: HandlerValues;
      /** True where the rest of the file is the block if nothing ends it. */
      readonly mayTakeFile?: true;
      /** Names of variables that the body is given, by the slots that are filled; none unless given. */
      readonly variables?: (filled: ReadonlyMap<string, unknown>) => readonly string[];
      readonly declare: (slots: SlotsOf<P>, spans: SlotSpans) => HandlerDeclaration;
    },
): DeclarationEntry {
  return {
    ...described(definition),
    phraseKind: "declaration",
    block: definition.block,
    ...{ noMore: definition.noMore, elsewhere: definition.elsewhere },
    synonyms: definition.synonyms ?? [],
    values: definition.values,
    mayTakeFile: definition.mayTakeFile ?? false,
    variables: definition.variables ?? (() => []),
    // The parser fills the slots as the pattern says, which is what SlotsOf states as a type.
    declare: (slots, spans) => definition.declare(slots as SlotsOf<P>, spans),
  };
}

function runnable<P extends string, Needs extends Capability>(
  definition: PhraseDefinition<P, Needs> & Body<P, Needs, Value | void>,
): Runnable {
  const { run, runAsync, needs = [], needsFor = () => needs } = definition;
  return {
    ...described(definition),
    suspends: runAsync !== undefined,
    goesOnIn: definition.goesOnIn,
    comparison: definition.comparison,
    needsFor,
    checks: new Map(Object.entries(definition.checks ?? {})),
    conflicts: new Map(Object.entries(definition.conflicts ?? {})),
    invoke:
      runAsync !== undefined
        ? async (slots, context) => (await runAsync(slots as SlotsOf<P>, context)) ?? null
        : (slots, context) => run(slots as SlotsOf<P>, context) ?? null,
  };
}

function described(definition: PhraseDefinition<string, Capability>) {
  const pattern = parsePattern(definition.pattern);
  const others = (definition.also ?? []).map(parsePattern);
  for (const other of others) checkSlots(pattern, other);
  return {
    title: definition.title ?? titleOf(definition.pattern),
    patterns: [pattern, ...others],
    summary: definition.summary,
    example: definition.example,
    request: definition.request,
    output: definition.output ?? "",
    raises: definition.raises ?? [],
    needs: definition.needs ?? [],
  };
}

/** The types of a body come from the first pattern, so the others may not fill it otherwise. */
function checkSlots(first: Pattern, other: Pattern): void {
  const lacks = ({ slots }: Pattern, name: string) => !slots.some((slot) => slot.name === name);
  const unknown = other.slots.filter(({ name }) => lacks(first, name));
  const missing = first.slots.filter(({ name, optional }) => !optional && lacks(other, name));
  const [wrong] = [...unknown, ...missing];
  if (wrong === undefined) return;
  throw new Error(`"${other.text}" and "${first.text}" differ in the slot ${wrong.name}`);
}

/** Phrases of General Bots that do one kind of thing, none of which gbasic provides. */
export interface KnownFamily {
  /** `statement` unless given. */
  readonly kind?: KnownPhrase["kind"];
  /** What they do, as the rest of a sentence that begins with "it": `searches documents`. */
  readonly does: string;
  /** Their first words, upper case; `…` and `"` as in `KnownPhrase.pattern`. */
  readonly phrases: readonly string[];
  /** What to write instead, where there is something. */
  readonly instead?: string;
  /** True where a later version of gbasic will have them. */
  readonly planned?: true;
  /** `action` unless given. */
  readonly role?: KnownPhrase["role"];
  /** True where they set the variable that is named next. */
  readonly sets?: true;
  /** How many values with commas between they take; 1 unless given. */
  readonly values?: number;
}

/** Makes the known phrases of some families. */
export function defineKnownPhrases(families: readonly KnownFamily[]): readonly KnownPhrase[] {
  return families.flatMap(({ kind, phrases, does, instead, planned, role, sets, values }) =>
    phrases.map((pattern) => ({
      kind: kind ?? "statement",
      pattern,
      title: pattern.replaceAll('"', '"…"'),
      does,
      instead,
      planned: planned ?? false,
      role: role ?? "action",
      sets: sets ?? false,
      values: values ?? 1,
    })),
  );
}

/** A word before others that may be left out, as in `EXPECT [<not?:word(NOT)>] STATUS`. */
const LEADING_WORD = /\[<\w+\?:word\([A-Z|]+\)>\] (?=[A-Z])/g;

/** The literal words before the first slot or bracket name the phrase, without a last connective. */
function titleOf(pattern: string): string {
  const written = pattern.replaceAll(LEADING_WORD, "");
  const words = written.split(/[<[({,]/, 1)[0]?.trim() ?? written;
  return words.replace(/ (?:TO|WITH|FROM|IN)$/, "");
}
