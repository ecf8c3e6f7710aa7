import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { equals, order } from "../runtime/value/compare.ts";
import { isTrue } from "../runtime/value/truth.ts";
import type { Value } from "../runtime/value/value.ts";
import type { Span } from "../source/span.ts";
import type { CaseTest, SelectStatement } from "../syntax/ast.ts";
import { atSite } from "./at-site.ts";
import { action, turning, waiting } from "./code.ts";
import type {
  AsyncCode,
  AsyncRun,
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
import { evaluateAll } from "./gather.ts";
import { applyAt, operations } from "./operations.ts";

/** Decides by the subject and the values of a test's expressions. */
type Matches = (subject: Value, values: readonly Value[], frame: Frame) => boolean;
interface Test<C> {
  readonly codes: readonly C[];
  readonly matches: Matches;
}
interface Choice<C, B> {
  readonly tests: readonly Test<C>[];
  readonly body: B;
}

/** Compiles SELECT CASE and SWITCH: the first case with a test that matches runs, and no other. */
export function compileSelect(statement: SelectStatement, context: BodyContext): StatementCode {
  const subject = context.expression(statement.subject);
  const counters = countersOf("select", statement, pathsOf(statement), context);
  const choices = statement.cases.map(({ tests, body }, at) => ({
    tests: tests.map((test) => compileTest(test, context)),
    body: counted(context.block(body), counters[at]),
  }));
  const otherwise = counted(context.block(statement.otherwise ?? []), counters[choices.length]);
  if (
    subject.colour === "sync" &&
    otherwise.colour === "sync" &&
    areSyncChoices(choices) &&
    context.maySync
  ) {
    return action(makeSelect(subject, choices, otherwise.run));
  }
  if (
    subject.colour === "sync" &&
    otherwise.colour !== "async" &&
    areTurningChoices(choices) &&
    context.maySync
  ) {
    return turning(makeSelect(subject, choices, otherwise.run));
  }
  return waiting(makeWaitingSelect(subject, choices, otherwise));
}

/** The lines of each case, those of CASE ELSE last; without one, the SELECT itself. */
function pathsOf(statement: SelectStatement): readonly Span[] {
  const { cases, otherwise = [] } = statement;
  return [...cases.map((one) => blockSpan(one.body, one)), blockSpan(otherwise, statement)];
}

function compileTest(test: CaseTest, context: BodyContext): Test<ValueCode> {
  const site = context.site(test);
  switch (test.kind) {
    case "equals":
      return {
        codes: [context.expression(test.value)],
        matches: (subject, [value = null]) => atSite(site, () => equals(subject, value)),
      };
    case "range":
      return {
        codes: [context.expression(test.from), context.expression(test.to)],
        matches: (subject, [from = null, to = null]) =>
          atSite(site, () => order(subject, from) >= 0 && order(subject, to) <= 0),
      };
    case "compare": {
      const operation = operations[test.operator];
      return {
        codes: [context.expression(test.value)],
        matches: (subject, [value = null], { run }) =>
          isTrue(applyAt(site, operation, subject, value, run.context.limits)),
      };
    }
  }
}

function areSyncChoices(
  choices: readonly Choice<ValueCode, StatementCode>[],
): choices is readonly Choice<SyncValue, SyncCode<Signal>>[] {
  return choices.every(
    ({ tests, body }) =>
      body.colour === "sync" &&
      tests.every(({ codes }) => codes.every(({ colour }) => colour === "sync")),
  );
}

type NoAsync = Exclude<StatementCode, AsyncCode<Signal>>;

function areTurningChoices(
  choices: readonly Choice<ValueCode, StatementCode>[],
): choices is readonly Choice<SyncValue, NoAsync>[] {
  return choices.every(
    ({ tests, body }) =>
      body.colour !== "async" &&
      tests.every(({ codes }) => codes.every(({ colour }) => colour === "sync")),
  );
}

function makeSelect(
  subject: SyncValue,
  choices: readonly Choice<SyncValue, SyncCode<Signal>>[],
  otherwise: SyncRun<Signal>,
): SyncRun<Signal>;
function makeSelect(
  subject: SyncValue,
  choices: readonly Choice<SyncValue, NoAsync>[],
  otherwise: TurningRun,
): TurningRun;
function makeSelect(
  subject: SyncValue,
  choices: readonly Choice<SyncValue, NoAsync>[],
  otherwise: TurningRun,
): TurningRun {
  return function runSelect(frame: Frame): Signal | Promise<Signal> {
    const value = subject.run(frame);
    for (const { tests, body } of choices) {
      for (const { codes, matches } of tests) {
        const values = codes.map((code) => code.run(frame));
        if (matches(value, values, frame)) return whenThrough(body.run(frame));
      }
    }
    return whenThrough(otherwise(frame));
  };
}

function makeWaitingSelect(
  subject: ValueCode,
  choices: readonly Choice<ValueCode, StatementCode>[],
  otherwise: StatementCode,
): AsyncRun<Signal> {
  return async function runSelectWaiting(frame: Frame): Promise<Signal> {
    const value = await subject.run(frame);
    for (const { tests, body } of choices) {
      for (const { codes, matches } of tests) {
        const values = await evaluateAll(codes, frame);
        if (matches(value, values, frame)) return afterSelect(await body.run(frame));
      }
    }
    return afterSelect(await otherwise.run(frame));
  };
}

function whenThrough(signal: Signal | Promise<Signal>): Signal | Promise<Signal> {
  return typeof signal === "number" ? afterSelect(signal) : signal.then(afterSelect);
}

function afterSelect(signal: Signal): Signal {
  return signal === Signal.exitSelect ? Signal.next : signal;
}
