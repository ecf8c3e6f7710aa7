import { upper, lower, capitalize } from "./string/case.ts";
import { chr, asc } from "./string/characters.ts";
import { urlEncode, urlDecode, base64Encode, base64Decode } from "./string/encode.ts";
import { htmlEscape, xmlEscape } from "./string/escape.ts";
import { md5, sha256, hmac } from "./string/hash.ts";
import { len } from "./string/length.ts";
import { left, right, mid } from "./string/parts.ts";
import { stringFunction, space, repeat, padLeft, padRight } from "./string/repeat.ts";
import { replace } from "./string/replace.ts";
import { instr, containsFunction, startsWithFunction, endsWithFunction } from "./string/search.ts";
import { split, join } from "./string/split-join.ts";
import { trim, ltrim, rtrim } from "./string/trim.ts";
import { uuid } from "./string/uuid.ts";
import { cbool } from "./conversion/boolean.ts";
import { val, cint, cdbl } from "./conversion/number.ts";
import { str } from "./conversion/text.ts";
import { format, formatDateFunction, formatTime } from "./format/format.ts";
import { max, min, sum, avg, count } from "./math/aggregate.ts";
import { sqr, pow, log, exp } from "./math/power.ts";
import { rnd, random } from "./math/random.ts";
import { abs, round, int, ceiling, floor, sgn } from "./math/rounding.ts";
import { sin, cos, tan, atn, pi } from "./math/trigonometry.ts";
import { dateAdd, dateDiff, addDays, endOfMonth } from "./date/arithmetic.ts";
import {
  daysBetween,
  hoursBetween,
  minutesBetween,
  secondsBetweenFunction,
} from "./date/between.ts";
import { weeks, days, hours, minutes } from "./date/durations.ts";
import { now, today, date, time, timer } from "./date/now.ts";
import { year, month, dayOfMonth, hour, minute, second, weekday } from "./date/parts.ts";
import { json, parseJsonFunction } from "./json/json.ts";
import { toYaml } from "./json/yaml.ts";
import { sort, unique, reverse, slice } from "./list/arrange.ts";
import { ubound, lbound } from "./list/bounds.ts";
import { append, pop, splice, array } from "./list/change.ts";
import { first, last } from "./list/ends.ts";
import { indexOf } from "./list/index-of.ts";
import { keys, values, hasKey } from "./list/members.ts";
import { nvl, iif } from "./test/choice.ts";
import {
  isNull,
  isEmpty,
  isNumeric,
  isArray,
  isObjectFunction,
  isDate,
  typeOf,
} from "./test/kinds.ts";
import type { FunctionEntry } from "./define.ts";

/** Every library function; the only list of them. */
export const functions: readonly FunctionEntry[] = [
  upper,
  lower,
  capitalize,
  chr,
  asc,
  urlEncode,
  urlDecode,
  base64Encode,
  base64Decode,
  htmlEscape,
  xmlEscape,
  md5,
  sha256,
  hmac,
  len,
  left,
  right,
  mid,
  stringFunction,
  space,
  repeat,
  padLeft,
  padRight,
  replace,
  instr,
  containsFunction,
  startsWithFunction,
  endsWithFunction,
  split,
  join,
  trim,
  ltrim,
  rtrim,
  uuid,
  cbool,
  val,
  cint,
  cdbl,
  str,
  format,
  formatDateFunction,
  formatTime,
  max,
  min,
  sum,
  avg,
  count,
  sqr,
  pow,
  log,
  exp,
  rnd,
  random,
  abs,
  round,
  int,
  ceiling,
  floor,
  sgn,
  sin,
  cos,
  tan,
  atn,
  pi,
  dateAdd,
  dateDiff,
  addDays,
  endOfMonth,
  daysBetween,
  hoursBetween,
  minutesBetween,
  secondsBetweenFunction,
  weeks,
  days,
  hours,
  minutes,
  now,
  today,
  date,
  time,
  timer,
  year,
  month,
  dayOfMonth,
  hour,
  minute,
  second,
  weekday,
  json,
  parseJsonFunction,
  toYaml,
  sort,
  unique,
  reverse,
  slice,
  ubound,
  lbound,
  append,
  pop,
  splice,
  array,
  first,
  last,
  indexOf,
  keys,
  values,
  hasKey,
  nvl,
  iif,
  isNull,
  isEmpty,
  isNumeric,
  isArray,
  isObjectFunction,
  isDate,
  typeOf,
];
