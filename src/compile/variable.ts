import type { VariableSlot } from "../check/scope.ts";
import type { Frame } from "../runtime/frame.ts";
import type { Value } from "../runtime/value/value.ts";
import { computed } from "./code.ts";
import type { SyncValue } from "./code.ts";

/** Compiles the reading of a variable. */
export function readVariable({ where, index }: VariableSlot): SyncValue {
  if (where === "global") {
    return computed(function readGlobal(frame: Frame): Value {
      return frame.globals[index] ?? null;
    });
  }
  const run = function readLocal(frame: Frame): Value {
    return frame.locals[index] ?? null;
  };
  return { colour: "sync", run, slot: index, constant: undefined };
}
