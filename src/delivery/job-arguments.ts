import { engineMessages } from "../diagnostics/codes/engine.ts";
import { BasicError } from "../runtime/error.ts";
import { plainOf } from "../runtime/value/answer.ts";
import { DateTime } from "../runtime/value/date-time.ts";
import { ErrorValue, ThrownError } from "../runtime/value/error-value.ts";
import { parseJson } from "../runtime/value/json.ts";
import { isObject } from "../runtime/value/kind.ts";
import { objectFrom } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value, ValueObject } from "../runtime/value/value.ts";

const DEEPEST = 200;

/** The member of an object that stands for a date, which JSON does not have. */
const DATE = "$date";
/** The member of an object that stands for a caught error; its value has what scripts see of it. */
const ERROR = "$error";
/** The member of an object that stands for one that has a member of these names itself. */
const OBJECT = "$object";

/**
 * Writes the arguments of a spawned SUB as JSON text that `readArguments` reads back.
 * @throws BasicError GB4214 for a value that holds itself
 */
export function writeArguments(args: readonly Value[]): string {
  return JSON.stringify(args.map((value) => toPlain(value, 0)));
}

/** Reads what `writeArguments` wrote. */
export function readArguments(text: string): Value[] {
  const args = parseJson(text);
  return Array.isArray(args) ? args.map(fromPlain) : [];
}

function toPlain(given: Value, depth: number): Value {
  const value = plainOf(given);
  if (depth > DEEPEST) throw new BasicError(engineMessages.argumentsTooDeep(DEEPEST));
  if (Array.isArray(value)) return value.map((item) => toPlain(item, depth + 1));
  if (value instanceof DateTime) return { [DATE]: [value.epoch, value.zone, value.precision] };
  if (!isObject(value)) return value;
  const plain = mapMembers(value, (member) => toPlain(member, depth + 1));
  if (value instanceof ErrorValue) return { [ERROR]: plain };
  const isTaken = [DATE, ERROR, OBJECT].some((name) => Object.hasOwn(value, name));
  return isTaken ? { [OBJECT]: plain } : plain;
}

function fromPlain(plain: Value): Value {
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (!isObject(plain)) return plain;
  const { [DATE]: date, [ERROR]: error, [OBJECT]: object } = plain;
  if (Array.isArray(date)) {
    const [epoch = null, zone = null, precision] = date;
    const isPart = precision === "day" || precision === "time";
    return new DateTime(Number(epoch), toText(zone), isPart ? precision : "moment");
  }
  if (error !== undefined && isObject(error)) {
    const members = mapMembers(error, fromPlain);
    return new ErrorValue(new ThrownError(members, toText(members.message ?? null)));
  }
  return mapMembers(object !== undefined && isObject(object) ? object : plain, fromPlain);
}

function mapMembers(object: ValueObject, map: (member: Value) => Value): ValueObject {
  return objectFrom(Object.entries(object).map(([name, member]) => [name, map(member)] as const));
}
