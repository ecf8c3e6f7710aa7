import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { Value } from "../runtime/value/value.ts";
import type { DoStatement, Expression, LoopTest, WhileStatement } from "../syntax/ast.ts";
import { action, constant, turning, waiting } from "./code.ts";
import type { StatementCode, SyncRun, TurningRun, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { countedTurn } from "./coverage/counted-loop.ts";
import { afterLoop } from "./loop.ts";

/** When a loop goes on: while its condition is `wanted`. */
interface Test<C> {
  readonly condition: C;
  readonly wanted: boolean;
}
interface Loop<C, B> {
  readonly before: Test<C>;
  readonly after: Test<C>;
  readonly body: B;
  readonly exit: Signal;
  readonly site: Site;
}

/** Compiles WHILE … WEND. */
export function compileWhile(statement: WhileStatement, context: BodyContext): StatementCode {
  const inside = context.insideLoop();
  return compileLoop(
    {
      before: compileTest(statement.condition, true, inside),
      after: always,
      body: countedTurn(statement, inside.block(statement.body), context),
      exit: Signal.exitWhile,
      site: context.site(statement.condition),
    },
    context,
  );
}

/** Compiles DO … LOOP with a test at its start, at its end, at both or at none. */
export function compileDo(statement: DoStatement, context: BodyContext): StatementCode {
  const inside = context.insideLoop();
  const test = (written: LoopTest | undefined): Test<ValueCode> =>
    written === undefined ? always : compileTest(written.condition, !written.until, inside);
  return compileLoop(
    {
      before: test(statement.before),
      after: test(statement.after),
      body: countedTurn(statement, inside.block(statement.body), context),
      exit: Signal.exitDo,
      site: context.site(statement.before ?? statement.after ?? statement),
    },
    context,
  );
}

const always: Test<ValueCode> = { condition: constant(true), wanted: true };

function compileTest(
  condition: Expression,
  wanted: boolean,
  context: BodyContext,
): Test<ValueCode> {
  return { condition: context.expression(condition), wanted };
}

function compileLoop(loop: Loop<ValueCode, StatementCode>, context: BodyContext): StatementCode {
  const { before, after, body } = loop;
  const [first, last] = [before.condition, after.condition];
  const goOn = makeWaitingLoop(loop);
  if (
    first.colour !== "sync" ||
    last.colour !== "sync" ||
    body.colour === "async" ||
    !context.maySync
  ) {
    return waiting((frame) => goOn(frame, undefined));
  }
  const tests = {
    before: { ...before, condition: first.run },
    after: { ...after, condition: last.run },
  };
  return body.colour === "sync" && !context.isEntry
    ? action(makeLoop({ ...loop, ...tests, body: body.run }))
    : turning(makeLoop({ ...loop, ...tests, body: body.run }, goOn));
}

/** Goes on with a loop whose turn gave, or will give, a signal; from the start without one. */
type GoOn = (frame: Frame, given: Signal | Promise<Signal> | undefined) => Promise<Signal>;

function makeLoop(loop: Loop<SyncRun<Value>, SyncRun<Signal>>): SyncRun<Signal>;
function makeLoop(loop: Loop<SyncRun<Value>, TurningRun>, goOn: GoOn): TurningRun;
function makeLoop(loop: Loop<SyncRun<Value>, TurningRun>, goOn?: GoOn): TurningRun {
  const { body, exit, site } = loop;
  const { condition: testFirst, wanted: wantedFirst } = loop.before;
  const { condition: testLast, wanted: wantedLast } = loop.after;
  return function runLoop(frame: Frame): Signal | Promise<Signal> {
    const { run } = frame;
    while (isTrue(testFirst(frame)) === wantedFirst) {
      const signal = body(frame);
      if (signal !== Signal.next && signal !== Signal.continue) {
        if (typeof signal === "number") return afterLoop(signal, exit);
        if (goOn !== undefined) return goOn(frame, signal);
      }
      if (--run.budget < 0) {
        run.look(site);
        if (goOn !== undefined && run.turnDue) {
          run.takeBackStep();
          return goOn(frame, Signal.next);
        }
      }
      if (isTrue(testLast(frame)) !== wantedLast) break;
    }
    return Signal.next;
  };
}

function makeWaitingLoop(loop: Loop<ValueCode, StatementCode>): GoOn {
  const { before, after, body, exit, site } = loop;
  return async function runLoopWaiting(frame, given): Promise<Signal> {
    const { run } = frame;
    let pending = given;
    for (;;) {
      if (pending === undefined) {
        const first = before.condition.run(frame);
        if (isTrue(first instanceof Promise ? await first : first) !== before.wanted) break;
        pending = body.run(frame);
      }
      const signal = typeof pending === "number" ? pending : await pending;
      pending = undefined;
      if (signal !== Signal.next && signal !== Signal.continue) return afterLoop(signal, exit);
      if (--run.budget < 0) run.look(site);
      if (run.turnDue) await run.giveTurn(site);
      const last = after.condition.run(frame);
      if (isTrue(last instanceof Promise ? await last : last) !== after.wanted) break;
    }
    return Signal.next;
  };
}
