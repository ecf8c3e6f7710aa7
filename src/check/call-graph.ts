/** The bodies that call each SUB or FUNCTION: for each body its key and the keys that it calls. */
export type Calls = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds every body from which calls lead to one of the seeds: the least set that holds the seeds
 * and every caller of a member. A circle of calls without a seed in it stays outside.
 */
export function callersOf(seeds: Iterable<string>, calls: Calls): ReadonlySet<string> {
  const callers = callersByCallee(calls);
  const found = new Set(seeds);
  // A set that grows while it is walked is a work list: new members are reached in their turn.
  for (const member of found) for (const caller of callers.get(member) ?? []) found.add(caller);
  return found;
}

/** Finds every body from which calls lead into a circle: those that recurse and all their callers. */
export function recursing(calls: Calls): ReadonlySet<string> {
  const callers = callersByCallee(calls);
  const open = new Map([...calls].map(([caller, callees]) => [caller, callees.size]));
  const ending = new Set([...callers.keys()].filter((callee) => !calls.has(callee)));
  for (const [key, count] of open) if (count === 0) ending.add(key);
  // What calls only bodies that end ends too; what is left over calls in circles.
  for (const key of ending) {
    for (const caller of callers.get(key) ?? []) {
      const left = (open.get(caller) ?? 0) - 1;
      open.set(caller, left);
      if (left === 0) ending.add(caller);
    }
  }
  return new Set([...calls.keys()].filter((key) => !ending.has(key)));
}

function callersByCallee(calls: Calls): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>();
  for (const [caller, callees] of calls) {
    for (const callee of callees) {
      const known = callers.get(callee);
      if (known === undefined) callers.set(callee, [caller]);
      else known.push(caller);
    }
  }
  return callers;
}
