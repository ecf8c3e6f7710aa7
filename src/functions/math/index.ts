import type { FunctionEntry } from "../define.ts";
import { avg, count, max, min, sum } from "./aggregate.ts";
import { exp, log, log10, log2, pow, sqr } from "./power.ts";
import { random, rnd } from "./random.ts";
import { abs, ceiling, floor, int, round, sgn } from "./rounding.ts";
import { acos, asin, atan2, atn, cos, pi, sin, tan } from "./trigonometry.ts";

/** The functions for numbers. */
export const mathFunctions: readonly FunctionEntry[] = [
  abs,
  round,
  int,
  ceiling,
  floor,
  sgn,
  max,
  min,
  sum,
  avg,
  count,
  rnd,
  random,
  sqr,
  pow,
  exp,
  log,
  log10,
  log2,
  sin,
  cos,
  tan,
  asin,
  acos,
  atn,
  atan2,
  pi,
];
