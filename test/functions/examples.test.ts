import { expect, test } from "vitest";
import { functions } from "../../src/functions/index.ts";
import { methods } from "../../src/functions/methods.ts";
import { kindOf } from "../../src/runtime/value/kind.ts";
import { evaluate } from "./evaluate.ts";

test.each(functions.map((entry) => [entry.displayName, entry] as const))(
  "%s is documented",
  (_, entry) => {
    expect(entry.name).toMatch(/^[A-Z][A-Z0-9_]*$/);
    expect(entry.summary).toMatch(/^[A-Z].*\.$/s);
    expect(entry.summary).not.toContain("\n");
    const spellings = [entry.name, ...entry.aliases];
    expect(spellings.some((spelling) => entry.example.includes(spelling))).toBe(true);
    const modes = entry.parameters.map(({ mode }) => mode);
    const ranks = modes.map((mode) => ["required", "optional", "rest"].indexOf(mode));
    expect(ranks).toEqual(ranks.toSorted());
  },
);

/** The functions that always give one kind and whose example is a call of nothing but themselves. */
const ofOneKind = functions.filter(
  ({ name, aliases, example, returns }) =>
    returns !== "any" &&
    [name, ...aliases].some((spelling) => new RegExp(`^${spelling}\\$?\\(`).test(example)),
);

test.each(ofOneKind.map((entry) => [entry.displayName, entry] as const))(
  "%s gives what it says",
  (_, { returns, example }) => {
    const [source = ""] = example.split("  ' ");
    expect(kindOf(evaluate(source))).toBe(returns);
  },
);

test("every method is a function of the list that takes the value first", () => {
  for (const [name, entry] of methods) {
    expect(name).toBe(name.toUpperCase());
    expect(functions).toContain(entry);
    expect(entry.parameters.length).toBeGreaterThan(0);
  }
});
