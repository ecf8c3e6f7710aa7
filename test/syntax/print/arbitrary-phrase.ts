import fc from "fast-check";
import type { Expression, Phrase, SlotValue } from "../../../src/syntax/ast.ts";
import type { Pattern, PatternPart, PhraseEntry, Slot } from "../../../src/syntax/pattern.ts";
import { statements } from "../../../src/statements/index.ts";
import { NOWHERE } from "./nowhere.ts";

type Values = fc.Arbitrary<Expression>;
type Filled = readonly (readonly [string, SlotValue])[];

/** A phrase of the registry with all that must be filled and some of what may. */
export function phraseOf(kind: PhraseEntry["phraseKind"], values: Values): fc.Arbitrary<Phrase> {
  const uses = statements
    .filter(({ phraseKind }) => phraseKind === kind)
    .flatMap((entry) => entry.patterns.map((pattern) => usedAs(entry, pattern, values)));
  return fc.oneof(...uses);
}

function usedAs(entry: PhraseEntry, pattern: Pattern, values: Values): fc.Arbitrary<Phrase> {
  return sequence(pattern.parts, values).map((filled) => ({
    entry,
    pattern,
    slots: new Map([...filled, ...(entry.callable === true ? plainFirst(pattern) : [])]),
    ...NOWHERE,
  }));
}

/** With a bracket behind its word, the phrase would be a call, so its first value needs none. */
function plainFirst({ slots: [first] }: Pattern): Filled {
  if (first === undefined) return [];
  const value: Expression = { kind: "literal", value: "plain", ...NOWHERE };
  return [[first.name, { kind: "expression", value, ...NOWHERE }]];
}

const nothing: fc.Arbitrary<Filled> = fc.constant([]);

function sequence(parts: readonly PatternPart[], values: Values): fc.Arbitrary<Filled> {
  return fc.tuple(...parts.map((part) => onePart(part, values))).map((found) => found.flat());
}

function onePart(part: PatternPart, values: Values): fc.Arbitrary<Filled> {
  switch (part.kind) {
    case "word":
    case "comma":
      return nothing;
    case "slot":
      return slotValue(part.slot, values).map((filled) => [[part.slot.name, filled]]);
    case "optional":
      return fc.oneof(nothing, sequence(part.parts, values));
    case "choice":
      return fc.oneof(...part.alternatives.map((parts) => sequence(parts, values)));
    case "clauses":
      return fc
        .tuple(...part.clauses.map((parts) => clause(parts, values)))
        .chain((found) => fc.shuffledSubarray(found, { minLength: found.length }))
        .map((found) => found.flat());
  }
}

function clause(parts: readonly PatternPart[], values: Values): fc.Arbitrary<Filled> {
  const needed = parts.some((part) => part.kind === "slot" && !part.slot.optional);
  return needed ? sequence(parts, values) : fc.oneof(nothing, sequence(parts, values));
}

/** A line of a text block: no line break, no value, no END. */
const line = fc.string().filter((text) => !/[\r\n]|\$\{/.test(text));

function slotValue(slot: Slot, values: Values): fc.Arbitrary<SlotValue> {
  switch (slot.type) {
    case "word":
      return fc
        .constantFrom(...(slot.words ?? ["GET", "POST"]))
        .map((word) => ({ kind: "word", word, ...NOWHERE }));
    case "rest":
    case "shown":
      return fc
        .array(values, { minLength: 1, maxLength: 3 })
        .map((rest) => ({ kind: "rest", values: rest, ...NOWHERE }));
    case "lines":
      return fc
        .array(line, { minLength: 1, maxLength: 3 })
        .map(([first = "", ...others]) => [first.trimStart(), ...others])
        .filter(([first]) => first !== "")
        .map((lines) => ({
          kind: "rest",
          values: lines.map((value) => ({ kind: "literal", value, ...NOWHERE })),
          ...NOWHERE,
        }));
    case "constant":
      return fc.string().map((value) => ({
        kind: "expression",
        value: { kind: "literal", value, ...NOWHERE },
        ...NOWHERE,
      }));
    default:
      return values.map((value) => ({ kind: "expression", value, ...NOWHERE }));
  }
}
