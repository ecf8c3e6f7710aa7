import type { Frame } from "../../runtime/frame.ts";
import type { Signal } from "../../runtime/signal.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { Span } from "../../source/span.ts";
import { action, computed, turning, waiting } from "../code.ts";
import type { StatementCode, ValueCode } from "../code.ts";
import type { BodyContext, ScriptContext } from "../context.ts";
import type { BranchKind, Counter } from "./coverage.ts";

/** Gives the counters of the ways from a place; none where nothing is counted. */
export function countersOf(
  kind: BranchKind,
  span: Span,
  paths: readonly Span[],
  { script }: Pick<BodyContext, "script">,
): readonly Counter[] {
  return script.coverage?.of(script.checked.file).branch(kind, span, paths) ?? [];
}

/** Makes statements count where there is a counter; else they stay as they are. */
export function counted(code: StatementCode, counter: Counter | undefined): StatementCode {
  if (counter === undefined) return code;
  return withBefore(code, () => {
    counter.hits += 1;
  });
}

/** Makes an expression count where there is a counter; else it stays as it is. */
export function countedValue(code: ValueCode, counter: Counter | undefined): ValueCode {
  if (counter === undefined) return code;
  if (code.colour === "async") {
    return waiting((frame) => {
      counter.hits += 1;
      return code.run(frame);
    });
  }
  return computed((frame) => {
    counter.hits += 1;
    return code.run(frame);
  });
}

/** Makes a decision count each time that it is positive, where there is a counter. */
export function countedTest(
  test: (value: Value) => boolean,
  counter: Counter | undefined,
): (value: Value) => boolean {
  if (counter === undefined) return test;
  return (value) => {
    const decided = test(value);
    if (decided) counter.hits += 1;
    return decided;
  };
}

/** Makes a SUB, FUNCTION or handler count how often it begins. */
export function countedBody(
  code: StatementCode,
  name: string,
  { head, span }: { readonly head: Span; readonly span: Span },
  { coverage, checked }: ScriptContext,
): StatementCode {
  return counted(code, coverage?.of(checked.file).body(name, head, span));
}

/** Does something each time before statements run. */
export function withBefore(code: StatementCode, note: (frame: Frame) => void): StatementCode {
  switch (code.colour) {
    case "sync":
      return action((frame) => {
        note(frame);
        return code.run(frame);
      });
    case "turning":
      return turning((frame) => {
        note(frame);
        return code.run(frame);
      });
    case "async":
      return waiting((frame) => {
        note(frame);
        return code.run(frame);
      });
  }
}

/** Does something each time after statements ran without an error. */
export function withAfter(code: StatementCode, note: (frame: Frame) => void): StatementCode {
  switch (code.colour) {
    case "sync":
      return action((frame) => {
        const signal = code.run(frame);
        note(frame);
        return signal;
      });
    case "turning":
      return turning((frame) => {
        const signal = code.run(frame);
        if (typeof signal === "number") {
          note(frame);
          return signal;
        }
        return noteAfter(signal, frame, note);
      });
    case "async":
      return waiting((frame) => noteAfter(code.run(frame), frame, note));
  }
}

async function noteAfter(
  running: Promise<Signal>,
  frame: Frame,
  note: (frame: Frame) => void,
): Promise<Signal> {
  const signal = await running;
  note(frame);
  return signal;
}
