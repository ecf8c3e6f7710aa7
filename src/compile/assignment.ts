import type { VariableSlot } from "../check/scope.ts";
import { ANSWER_PREFIX } from "../check/webhook-answers.ts";
import { locate } from "../runtime/error.ts";
import type { Site } from "../runtime/error.ts";
import type { Frame } from "../runtime/frame.ts";
import { Signal } from "../runtime/signal.ts";
import { setIndex, setMember } from "../runtime/value/member.ts";
import type { Value } from "../runtime/value/value.ts";
import type {
  AssignmentStatement,
  CallExpression,
  Identifier,
  WithSubject,
} from "../syntax/ast.ts";
import { sigilOf } from "../syntax/sigil.ts";
import { compileAccumulation } from "./accumulation.ts";
import { compileElement } from "./call.ts";
import { action, areSync, computed, waiting } from "./code.ts";
import type { StatementCode, SyncRun, ValueCode } from "./code.ts";
import type { BodyContext } from "./context.ts";
import { compileConverted, sigilConversion } from "./convert.ts";
import { evaluateAll } from "./gather.ts";
import { readVariable } from "./variable.ts";

/** Compiles `target = value`. The parts of the target are evaluated before the value. */
export function compileAssignment(
  statement: AssignmentStatement,
  context: BodyContext,
): StatementCode {
  const { target, value } = statement;
  switch (target.kind) {
    case "name": {
      const { key } = target.name;
      const read = compileConverted(value, (at) => sigilConversion(sigilOf(key), at), context);
      const code = key === STATUS_KEY ? notingStatus(read, context.site(value), context) : read;
      const slot = variableSlot(target.name, context);
      const plain = assignVariable(slot, code, context);
      return compileAccumulation(statement, slot, plain, context);
    }
    case "member": {
      const { text } = target.property;
      const codes = [context.expression(target.target), context.expression(value)];
      return store(codes, context.site(target), context, ([object = null, written = null]) =>
        setMember(object, text, written),
      );
    }
    case "field": {
      const codes = [readVariable(subjectSlot(target.subject, context)), context.expression(value)];
      const { text } = target.name;
      return store(codes, context.site(target), context, ([object = null, written = null]) =>
        setMember(object, text, written),
      );
    }
    case "index": {
      const parts = [target.target, target.index, value];
      const codes = parts.map((part) => context.expression(part));
      return storeItem(codes, context.site(target), context);
    }
    case "call": {
      const codes = [...elementParts(target, context), context.expression(value)];
      return storeItem(codes, context.site(target), context);
    }
  }
}

/** The variable that is the status of the response of a `WEBHOOK "name"`; it is checked at its end. */
const STATUS_KEY = `${ANSWER_PREFIX}STATUS`;

function notingStatus(code: ValueCode, site: Site, context: BodyContext): ValueCode {
  if (code.colour === "sync" && context.maySync) {
    const { run: read } = code;
    return computed(function readStatus(frame: Frame): Value {
      frame.run.context.statusSet?.(site);
      return read(frame);
    });
  }
  return waiting(async function readStatusWaiting(frame: Frame): Promise<Value> {
    const value = await code.run(frame);
    frame.run.context.statusSet?.(site);
    return value;
  });
}

/** Finds the slot of a variable that the body sets. */
export function variableSlot(name: Identifier, { body }: BodyContext): VariableSlot {
  const slot = body.scope.find(name.key);
  if (slot === undefined) throw new Error(`${name.text} has no slot`);
  return slot;
}

/** Finds the slot of what a WITH block is about. */
export function subjectSlot({ key }: WithSubject, { body }: BodyContext): VariableSlot {
  const slot = body.scope.find(key);
  if (slot === undefined) throw new Error("a WITH block has no slot");
  return slot;
}

/** Compiles the storing of a value, converted already, into a variable. */
export function assignVariable(
  { where, index }: VariableSlot,
  value: ValueCode,
  context: BodyContext,
): StatementCode {
  const isGlobal = where === "global";
  if (value.colour === "sync" && context.maySync) {
    return action(isGlobal ? makeAssignGlobal(index, value.run) : makeAssign(index, value.run));
  }
  return waiting(async function assignWaiting(frame: Frame): Promise<Signal> {
    const slots = isGlobal ? frame.globals : frame.locals;
    slots[index] = await value.run(frame);
    return Signal.next;
  });
}

function makeAssign(index: number, read: SyncRun<Value>): SyncRun<Signal> {
  return function assignLocal(frame: Frame): Signal {
    frame.locals[index] = read(frame);
    return Signal.next;
  };
}

function makeAssignGlobal(index: number, read: SyncRun<Value>): SyncRun<Signal> {
  return function assignGlobal(frame: Frame): Signal {
    frame.globals[index] = read(frame);
    return Signal.next;
  };
}

/** The list or object of `a(i, j) = value`, which is `a[i]`, and the last index. */
function elementParts({ name, args }: CallExpression, context: BodyContext): ValueCode[] {
  const [last] = args.slice(-1);
  if (last === undefined) throw new Error(`${name.text}() is no element`);
  const holder = compileElement(variableSlot(name, context), args.slice(0, -1), context);
  return [holder, context.expression(last)];
}

function storeItem(codes: readonly ValueCode[], site: Site, context: BodyContext): StatementCode {
  return store(codes, site, context, ([list = null, index = null, written = null], frame) =>
    setIndex(list, index, written, frame.run.context.limits),
  );
}

/** Evaluates the parts of a target and the value, then stores; errors get the target's place. */
function store(
  codes: readonly ValueCode[],
  site: Site,
  context: BodyContext,
  write: (values: readonly Value[], frame: Frame) => void,
): StatementCode {
  const storeAt = (values: readonly Value[], frame: Frame): Signal => {
    try {
      write(values, frame);
      return Signal.next;
    } catch (error) {
      throw locate(error, site.file, site.span);
    }
  };
  if (areSync(codes) && context.maySync) {
    const reads = codes.map(({ run }) => run);
    return action(function assignPart(frame: Frame): Signal {
      const values: Value[] = [];
      for (const read of reads) values.push(read(frame));
      return storeAt(values, frame);
    });
  }
  return waiting(async function assignPartWaiting(frame: Frame): Promise<Signal> {
    return storeAt(await evaluateAll(codes, frame), frame);
  });
}
