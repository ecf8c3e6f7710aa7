import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { Span } from "../source/span.ts";
import type { IfStatement } from "../syntax/ast.ts";
import { action, turning, waiting } from "./code.ts";
import type {
  AsyncCode,
  StatementCode,
  SyncCode,
  SyncRun,
  SyncValue,
  TurningRun,
  ValueCode,
} from "./code.ts";
import type { BodyContext } from "./context.ts";
import { blockSpan } from "./coverage/block-span.ts";
import { counted, countersOf } from "./coverage/counting.ts";

interface Branch<C, B> {
  readonly condition: C;
  readonly body: B;
}
type SyncBranch = Branch<SyncValue, SyncCode<Signal>>;
type TurningBranch = Branch<SyncValue, Exclude<StatementCode, AsyncCode<Signal>>>;

const nothing: StatementCode = action(() => Signal.next);

/** Compiles IF with its branches. */
export function compileIf(statement: IfStatement, context: BodyContext): StatementCode {
  const counters = countersOf("if", statement, pathsOf(statement), context);
  const branches: readonly Branch<ValueCode, StatementCode>[] = statement.branches.map(
    ({ condition, body }, at) => ({
      condition: context.expression(condition),
      body: counted(context.block(body), counters[at]),
    }),
  );
  const otherwise = counted(
    statement.otherwise ? context.block(statement.otherwise) : nothing,
    counters[branches.length],
  );
  if (areSyncBranches(branches) && otherwise.colour === "sync" && context.maySync) {
    // Built from the end: each branch has the rest of the chain as its ELSE.
    const run = branches.reduceRight(
      (rest, { condition, body }) => makeChoice(condition.run, body.run, rest),
      otherwise.run,
    );
    return action(run);
  }
  if (areTurningBranches(branches) && otherwise.colour !== "async" && context.maySync) {
    const run = branches.reduceRight<TurningRun>(
      (rest, { condition, body }) => makeChoice(condition.run, body.run, rest),
      otherwise.run,
    );
    return turning(run);
  }
  return waiting(makeWaiting(branches, otherwise));
}

/** The lines of each branch, those of ELSE last; without one, the IF itself. */
function pathsOf(statement: IfStatement): readonly Span[] {
  const { branches, otherwise = [] } = statement;
  return [...branches.map((one) => blockSpan(one.body, one)), blockSpan(otherwise, statement)];
}

function areSyncBranches(
  branches: readonly Branch<ValueCode, StatementCode>[],
): branches is readonly SyncBranch[] {
  return branches.every(
    ({ condition, body }) => condition.colour === "sync" && body.colour === "sync",
  );
}

function areTurningBranches(
  branches: readonly Branch<ValueCode, StatementCode>[],
): branches is readonly TurningBranch[] {
  return branches.every(
    ({ condition, body }) => condition.colour === "sync" && body.colour !== "async",
  );
}

function makeChoice(
  test: SyncValue["run"],
  body: SyncRun<Signal>,
  otherwise: SyncRun<Signal>,
): SyncRun<Signal>;
function makeChoice(test: SyncValue["run"], body: TurningRun, otherwise: TurningRun): TurningRun;
function makeChoice(test: SyncValue["run"], body: TurningRun, otherwise: TurningRun): TurningRun {
  if (otherwise === nothing.run) {
    return function runIf(frame: Frame): Signal | Promise<Signal> {
      const value = test(frame);
      return value === true || (value !== false && isTrue(value)) ? body(frame) : Signal.next;
    };
  }
  return function runIfElse(frame: Frame): Signal | Promise<Signal> {
    const value = test(frame);
    return value === true || (value !== false && isTrue(value)) ? body(frame) : otherwise(frame);
  };
}

function makeWaiting(
  branches: readonly Branch<ValueCode, StatementCode>[],
  otherwise: StatementCode,
) {
  return async function runIfWaiting(frame: Frame): Promise<Signal> {
    for (const { condition, body } of branches) {
      if (isTrue(await condition.run(frame))) return body.run(frame);
    }
    return otherwise.run(frame);
  };
}
