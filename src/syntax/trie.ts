import type { MeantPhrase } from "../diagnostics/codes/phrases.ts";
import type { Pattern, PatternPart, PhraseEntry, Slot, SlotType } from "./pattern.ts";
import { usageOf } from "./usage.ts";

/** A phrase that may end at a node. */
export interface PhraseEnd {
  readonly entry: PhraseEntry;
  readonly pattern: Pattern;
}

/** Clauses in any order: a trie of their own, and where the phrase goes on after them. */
export interface ClauseSet {
  readonly pattern: Pattern;
  readonly clauses: TrieNode;
  readonly after: TrieNode;
  /** The clauses that must be there, by the name of their slot. */
  readonly required: readonly { readonly slot: string; readonly words: string }[];
}

/** A point inside phrases: what can come next, over all patterns that led here. */
export interface TrieNode {
  readonly words: Map<string, TrieNode>;
  /** Words that also fill a slot: `<raw?:word(RAW)>`. */
  readonly captures: Map<string, Slot>;
  comma: TrieNode | undefined;
  slot: { readonly slot: Slot; readonly next: TrieNode } | undefined;
  /** A text in quotes, where `slot` takes a word: `ON WEBHOOK "orders"` beside `ON WEBHOOK POST`. */
  quoted: { readonly slot: Slot; readonly next: TrieNode } | undefined;
  clauses: ClauseSet | undefined;
  end: PhraseEnd | undefined;
  /** In the trie of a clause set: the clause is complete here. */
  clauseEnd: boolean;
}

/** The tries of a registry. */
export interface PhraseTries {
  /** Statements and declarations, and functions, whose value is dropped. */
  readonly statements: TrieNode;
  readonly functions: TrieNode;
  /** The titles of all phrase functions, for proposals. */
  readonly functionTitles: readonly string[];
  readonly functionNames: FunctionNames;
}

/** The functions that are called with brackets: how many values each takes at most, by its name without `$`. */
export type FunctionNames = ReadonlyMap<string, number>;

/**
 * Builds the tries that phrases are recognised by.
 * @throws Error where two patterns cannot be told apart, which is a bug of the registry
 */
export function buildTries(
  entries: readonly PhraseEntry[],
  functionNames: FunctionNames = new Map(),
): PhraseTries {
  const statements = createNode();
  const functions = createNode();
  for (const entry of entries) {
    for (const pattern of entry.patterns) {
      insert(statements, { entry, pattern });
      if (entry.phraseKind === "function") insert(functions, { entry, pattern });
    }
  }
  const titled = entries.filter(({ phraseKind }) => phraseKind === "function");
  return {
    statements,
    functions,
    functionTitles: titled.map(({ title }) => title),
    functionNames,
  };
}

/** Makes a node that nothing leads on from. */
export function createNode(): TrieNode {
  return {
    words: new Map(),
    captures: new Map(),
    comma: undefined,
    slot: undefined,
    quoted: undefined,
    clauses: undefined,
    end: undefined,
    clauseEnd: false,
  };
}

function insert(root: TrieNode, phraseEnd: PhraseEnd): void {
  for (const node of advance([root], phraseEnd.pattern.parts, phraseEnd.pattern)) {
    if (node.end !== undefined && node.end.pattern !== phraseEnd.pattern) {
      const { text } = node.end.pattern;
      throw new Error(`the patterns "${text}" and "${phraseEnd.pattern.text}" are the same phrase`);
    }
    node.end = phraseEnd;
  }
}

function advance(
  from: readonly TrieNode[],
  parts: readonly PatternPart[],
  pattern: Pattern,
): TrieNode[] {
  let nodes: TrieNode[] = [...from];
  for (const part of parts) nodes = nodes.flatMap((node) => step(node, part, pattern));
  return nodes;
}

function step(node: TrieNode, part: PatternPart, pattern: Pattern): TrieNode[] {
  switch (part.kind) {
    case "word":
      return [wordChild(node, part.word)];
    case "comma":
      return [(node.comma ??= createNode())];
    case "slot":
      return part.slot.words === undefined
        ? [slotChild(node, part.slot, pattern)]
        : part.slot.words.map((word) => captureChild(node, word, part.slot));
    case "optional":
      return [node, ...advance([node], part.parts, pattern)];
    case "choice":
      return part.alternatives.flatMap((alternative) => advance([node], alternative, pattern));
    case "clauses":
      return [clauseSet(node, part.clauses, pattern).after];
  }
}

function wordChild(node: TrieNode, word: string): TrieNode {
  let child = node.words.get(word);
  if (child === undefined) {
    child = createNode();
    node.words.set(word, child);
  }
  return child;
}

function captureChild(node: TrieNode, word: string, slot: Slot): TrieNode {
  node.captures.set(word, slot);
  return wordChild(node, word);
}

function slotChild(node: TrieNode, slot: Slot, pattern: Pattern): TrieNode {
  const isBeside = slot.type === "constant" && node.slot?.slot.type === "word";
  const known = isBeside ? node.quoted : node.slot;
  if (known === undefined) {
    const next = createNode();
    node[isBeside ? "quoted" : "slot"] = { slot, next };
    return next;
  }
  if (known.slot.name !== slot.name || known.slot.type !== slot.type) {
    throw new Error(`the slot ${slot.name} of "${pattern.text}" meets the slot ${known.slot.name}`);
  }
  return known.next;
}

function clauseSet(
  node: TrieNode,
  clauses: readonly (readonly PatternPart[])[],
  pattern: Pattern,
): ClauseSet {
  if (node.clauses !== undefined) {
    throw new Error(
      `"${pattern.text}" and "${node.clauses.pattern.text}" share a place for clauses`,
    );
  }
  const root = createNode();
  for (const clause of clauses) {
    for (const end of advance([root], clause, pattern)) end.clauseEnd = true;
  }
  node.clauses = { pattern, clauses: root, after: createNode(), required: requiredOf(clauses) };
  return node.clauses;
}

function requiredOf(clauses: readonly (readonly PatternPart[])[]): ClauseSet["required"] {
  return clauses.flatMap((clause) => {
    const words = clause.flatMap(firstWords).join(" ");
    return clause.flatMap((part) =>
      part.kind === "slot" && !part.slot.optional ? [{ slot: part.slot.name, words }] : [],
    );
  });
}

/** The words of a part; of several ways to write it, those of the first. */
function firstWords(part: PatternPart): readonly string[] {
  if (part.kind === "word") return [part.word];
  return part.kind === "choice" ? (part.alternatives[0] ?? []).flatMap(firstWords) : [];
}

/** What a slot is called in "expected …", where it is no value. */
const SLOT_TITLES: Partial<Record<SlotType, string>> = {
  word: "a word",
  named: "names and values",
  lines: "text on the next lines",
};

/** Lists the words and marks that could come next at a node, for messages. */
export function continuations(node: TrieNode): string[] {
  const found = [...node.words.keys()];
  if (node.clauses !== undefined) found.push(...continuations(node.clauses.clauses));
  if (node.slot !== undefined) found.push(SLOT_TITLES[node.slot.slot.type] ?? "a value");
  if (node.quoted !== undefined) found.push("a text in quotes");
  if (node.comma !== undefined) found.push("a comma");
  return found;
}

/** Says in a message what could come next at a node. */
export function describeContinuations(node: TrieNode): string {
  const unique = [...new Set(continuations(node))];
  if (unique.length === 0) return "the end of the line";
  if (unique.length === 1) return unique[0] ?? "";
  return `${unique.slice(0, -1).join(", ")} or ${unique.at(-1) ?? ""}`;
}

/** Finds a phrase that can end at a node or below it: of several, the one with the fewest words. */
export function firstEnd(node: TrieNode): PhraseEnd | undefined {
  if (node.end !== undefined) return node.end;
  const next = [node.slot?.next, ...node.words.values(), node.comma, node.clauses?.after];
  for (const child of next) {
    const end = child === undefined ? undefined : firstEnd(child);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Makes a point where a word goes on with a value. @param word upper case */
export function wordBeforeValue(word: string): TrieNode {
  const slot = { name: "value", type: "any", optional: false, primary: false } as const;
  const after: TrieNode = { ...createNode(), slot: { slot, next: createNode() } };
  return { ...createNode(), words: new Map([[word, after]]) };
}

/** What messages tell of the phrase that leads to a node. @param word stands for it where none ends */
export function meantBy(node: TrieNode, word: string): MeantPhrase {
  const entry = firstEnd(node)?.entry;
  return { title: entry?.title ?? word, usage: entry && usageOf(entry) };
}
