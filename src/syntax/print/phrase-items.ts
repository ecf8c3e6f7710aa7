import type { Phrase, SlotValue } from "../ast-expression.ts";
import type { PatternPart } from "../pattern.ts";

/** A word, a comma or a filled slot, in the order in which a phrase is written. */
export type PhraseItem = string | FilledSlot;
export interface FilledSlot {
  readonly name: string;
  readonly value: SlotValue;
}

type Parts = readonly PatternPart[];
type Slots = Phrase["slots"];

/** Returns what a phrase is written with: its pattern without what is left out. */
export function phraseItems({ entry, pattern, slots }: Phrase): PhraseItem[] {
  const items = itemsOf(pattern.parts, slots);
  // The word before a block, DO, may be left out, but it reads better.
  const last = pattern.parts.at(-1);
  if (entry.phraseKind !== "declaration" || last?.kind !== "optional") return items;
  return slotNames(last.parts).length > 0 ? items : [...items, ...itemsOf(last.parts, slots)];
}

function itemsOf(parts: Parts, slots: Slots): PhraseItem[] {
  return parts.flatMap((part): PhraseItem[] => {
    switch (part.kind) {
      case "word":
        return [part.word];
      case "comma":
        return [","];
      case "slot": {
        const value = slots.get(part.slot.name);
        return value === undefined ? [] : [{ name: part.slot.name, value }];
      }
      case "optional":
        return isFilled(part.parts, slots) ? itemsOf(part.parts, slots) : [];
      case "choice":
        return itemsOf(chooseAlternative(part.alternatives, slots), slots);
      case "clauses":
        return clauseItems(part.clauses, slots);
    }
  });
}

function slotNames(parts: Parts): string[] {
  return parts.flatMap((part): string[] => {
    switch (part.kind) {
      case "word":
      case "comma":
        return [];
      case "slot":
        return [part.slot.name];
      case "optional":
        return slotNames(part.parts);
      case "choice":
        return part.alternatives.flatMap(slotNames);
      case "clauses":
        return part.clauses.flatMap(slotNames);
    }
  });
}

function isFilled(parts: Parts, slots: Slots): boolean {
  return slotNames(parts).some((name) => slots.has(name));
}

/** The alternative whose slots are filled; where none has, the first that has no slots. */
function chooseAlternative(alternatives: readonly Parts[], slots: Slots): Parts {
  const filled = alternatives.find((parts) => isFilled(parts, slots));
  const plain = alternatives.find((parts) => slotNames(parts).length === 0);
  return filled ?? plain ?? [];
}

/** Clauses in the order of the script: `RAW OPEN`, `WITH SUBJECT … AND BODY …`. */
function clauseItems(clauses: readonly Parts[], slots: Slots): PhraseItem[] {
  const order = [...slots.keys()];
  const place = (parts: Parts): number =>
    order.findIndex((name) => slotNames(parts).includes(name));
  return clauses
    .filter((parts) => isFilled(parts, slots))
    .toSorted((one, other) => place(one) - place(other))
    .flatMap((parts, at) => [...joinerOf(parts, at), ...itemsOf(parts, slots)]);
}

function joinerOf(parts: Parts, at: number): string[] {
  const [first] = parts;
  if (first?.kind !== "word" || first.word === "WITH" || first.word === "AND") return [];
  const hasValue = parts.some((part) => part.kind === "slot" && part.slot.type !== "word");
  if (!hasValue) return [];
  return [at === 0 ? "WITH" : "AND"];
}
