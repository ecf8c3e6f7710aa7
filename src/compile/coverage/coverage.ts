import type { Frame } from "../../runtime/frame.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";

/** How often something was done. */
export interface Counter {
  hits: number;
}

/** A place of a script, and how often a run came there. */
export interface CountedPlace {
  readonly span: Span;
  readonly counter: Counter;
}

/** What decides between ways to go on. */
export type BranchKind = "if" | "select" | "choice" | "logic" | "loop" | "default";

/** A place where a script goes on in one of several ways. */
export interface CountedBranch {
  readonly kind: BranchKind;
  readonly span: Span;
  readonly paths: readonly CountedPlace[];
}

/** A SUB, FUNCTION or handler, and how often it began. */
export interface CountedBody extends CountedPlace {
  readonly name: string;
  /** Its first line, or the part of it that names it. */
  readonly head: Span;
}

/** The turns of a loop. */
export interface CountedLoop {
  readonly ran: Counter;
  readonly none: Counter;
  /** The bodies under way whose loop had a turn; runs side by side have frames of their own. */
  readonly turned: WeakSet<Frame>;
}

/** What was done in one file. Whatever is compiled several times has one counter for each place. */
export class FileCoverage {
  readonly file: SourceFile;
  readonly #statements = new Map<string, CountedPlace>();
  readonly #branches = new Map<string, CountedBranch>();
  readonly #bodies = new Map<string, CountedBody>();
  readonly #loops = new Map<string, CountedLoop>();

  constructor(file: SourceFile) {
    this.file = file;
  }

  get statements(): readonly CountedPlace[] {
    return [...this.#statements.values()];
  }

  get branches(): readonly CountedBranch[] {
    return [...this.#branches.values()];
  }

  get bodies(): readonly CountedBody[] {
    return [...this.#bodies.values()];
  }

  /** Gives the counter of a statement. */
  statement(span: Span): Counter {
    return entryOf(this.#statements, keyOf(span), () => placeOf(span)).counter;
  }

  /** Gives the counters of the ways that a script can go on. @param paths where each of them is */
  branch(kind: BranchKind, span: Span, paths: readonly Span[]): readonly Counter[] {
    const make = () => ({ kind, span: spanOf(span), paths: paths.map(placeOf) });
    const found = entryOf(this.#branches, `${kind} ${keyOf(span)}`, make);
    return found.paths.map(({ counter }) => counter);
  }

  /** Gives the counter of a SUB, FUNCTION or handler. */
  body(name: string, head: Span, span: Span): Counter {
    const make = () => ({ name, head: spanOf(head), ...placeOf(span) });
    return entryOf(this.#bodies, keyOf(span), make).counter;
  }

  /** Gives the counters of a loop. @param body where its lines are */
  loop(span: Span, body: Span): CountedLoop {
    const head = { start: span.start, end: Math.max(span.start, body.start) };
    return entryOf(this.#loops, keyOf(span), () => {
      const [ran = { hits: 0 }, none = { hits: 0 }] = this.branch("loop", span, [body, head]);
      return { ran, none, turned: new WeakSet() };
    });
  }
}

/** Counts what runs of scripts do; what is compiled with it counts there. */
export class Coverage {
  readonly #files = new Map<string, FileCoverage>();

  get files(): readonly FileCoverage[] {
    return [...this.#files.values()];
  }

  /** Gives the counts of a file, found by its path. */
  of(file: SourceFile): FileCoverage {
    return entryOf(this.#files, file.path, () => new FileCoverage(file));
  }
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function keyOf({ start, end }: Span): string {
  return `${String(start)} ${String(end)}`;
}

function placeOf(span: Span): CountedPlace {
  return { span: spanOf(span), counter: { hits: 0 } };
}

/** Nodes of the tree are spans too; they are not kept. */
function spanOf({ start, end }: Span): Span {
  return { start, end };
}
