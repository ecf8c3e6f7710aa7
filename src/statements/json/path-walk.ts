import { getMember } from "../../runtime/value/member.ts";
import type { Value } from "../../runtime/value/value.ts";
import type { PathStep } from "./definite-path.ts";

/** Follows a path of names and indexes; gives null where it leads nowhere. */
export function walkPath(root: Value, steps: readonly PathStep[]): Value {
  let value = root;
  for (const step of steps) {
    if (value === null) return null;
    value = follow(value, step);
  }
  return value;
}

function follow(value: Value, step: PathStep): Value {
  if (typeof step === "string") return getMember(value, step);
  if (Array.isArray(value)) return value[step < 0 ? value.length + step : step] ?? null;
  return getMember(value, String(step));
}
