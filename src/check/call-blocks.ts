import { phoneCheckMessages } from "../diagnostics/codes/phone-calls.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { GoesOnIn } from "../host/handler-values.ts";
import type { Declaration, Identifier, Phrase, ScriptTree } from "../syntax/ast.ts";
import type { FileNames } from "./script.ts";
import { walkBlock } from "./walk.ts";

/** A statement behind which a phone call goes on in a block. */
interface Continuation {
  readonly phrase: Phrase;
  readonly goesOnIn: GoesOnIn;
  /** The name of the block; undefined where the statement does not say. */
  readonly name: string | undefined;
  /** The variable that the block finds what was given in. */
  readonly variable: Identifier | undefined;
}

/** Finds for each handler the variables that the statements name that lead there. */
export function givenVariables(
  tree: ScriptTree,
  trees: readonly ScriptTree[],
  runnable: FileNames["runnable"],
): ReadonlyMap<Declaration, readonly Identifier[]> {
  const continuations = trees.flatMap((one) => continuationsIn(one, runnable));
  return new Map(
    tree.declarations.map((declaration) => {
      const leading = continuations.filter((one) => leadsTo(one, declaration));
      return [declaration, leading.flatMap(({ variable }) => variable ?? [])];
    }),
  );
}

/**
 * Reports statements whose block is not there. A file without handlers is there for others, whose
 * blocks are not known.
 */
export function checkCallBlocks(
  tree: ScriptTree,
  runnable: FileNames["runnable"],
  report: Report,
): void {
  if (tree.declarations.length === 0) return;
  for (const one of continuationsIn(tree, runnable)) checkContinuation(one, tree, report);
}

/** The object that every block finds the call in. */
const CALL_OBJECT = "CALL";

function checkContinuation(one: Continuation, tree: ScriptTree, report: Report): void {
  const { phrase, goesOnIn, name } = one;
  const { title } = phrase.entry;
  if (one.variable?.key === CALL_OBJECT) {
    report(phoneCheckMessages.hidesCall(one.variable.text, CALL_OBJECT), one.variable);
    return;
  }
  if (name === undefined) {
    if (goesOnIn.isRequired) report(phoneCheckMessages.nowhere(title), phrase);
    return;
  }
  if (tree.declarations.some((declaration) => leadsTo(one, declaration))) {
    checkTranscription(one, name, tree, report);
    return;
  }
  const place = phrase.slots.get("block") ?? phrase.slots.get("variable") ?? phrase;
  const other = tree.declarations.find((declaration) => isNamed(declaration, name));
  if (other !== undefined) {
    const found = `the name of ${other.phrase.entry.title}`;
    report(phoneCheckMessages.wrongBlock(title, goesOnIn.handler, name, found), place);
    return;
  }
  const names = tree.declarations
    .filter(({ phrase: { entry } }) => goesOnIn.handlers.includes(entry.title))
    .flatMap((declaration) => blockOf(declaration) ?? []);
  const proposed = suggest(name, names);
  report(phoneCheckMessages.noBlock(title, goesOnIn.handler, name, proposed), place);
}

const TRANSCRIPTION = "ON TRANSCRIPTION";

/** What is written down of a recording has a block of its own, of the same name. */
function checkTranscription(
  { phrase }: Continuation,
  name: string,
  { declarations }: ScriptTree,
  report: Report,
): void {
  if (!phrase.slots.has("transcribed")) return;
  const blocks = declarations.filter(({ phrase: { entry } }) => entry.title === TRANSCRIPTION);
  if (blocks.some((declaration) => isNamed(declaration, name))) return;
  const proposed = suggest(
    name,
    blocks.flatMap((declaration) => blockOf(declaration) ?? []),
  );
  const place = phrase.slots.get("transcribed") ?? phrase;
  report(phoneCheckMessages.noBlock("RECORD TRANSCRIBED", TRANSCRIPTION, name, proposed), place);
}

function continuationsIn(tree: ScriptTree, runnable: FileNames["runnable"]): Continuation[] {
  const found: Continuation[] = [];
  const blocks = [tree.body, ...[...tree.procedures, ...tree.declarations].map(({ body }) => body)];
  for (const block of blocks) {
    walkBlock(block, {
      statement(statement) {
        if (statement.kind !== "phrase-statement") return;
        const goesOnIn = runnable.get(statement.phrase.entry)?.goesOnIn;
        if (goesOnIn !== undefined) found.push(continuationOf(statement.phrase, goesOnIn));
      },
    });
  }
  return found;
}

function continuationOf(phrase: Phrase, goesOnIn: GoesOnIn): Continuation {
  const slot = phrase.slots.get("variable");
  const variable =
    slot?.kind === "word"
      ? { key: slot.word, text: slot.word, start: slot.start, end: slot.end }
      : undefined;
  const name = goesOnIn.nameOf(literalOf(phrase), variable?.text);
  return { phrase, goesOnIn, name, variable };
}

function leadsTo({ goesOnIn, name }: Continuation, declaration: Declaration): boolean {
  const isKind = goesOnIn.handlers.includes(declaration.phrase.entry.title);
  return isKind && name !== undefined && isNamed(declaration, name);
}

function isNamed(declaration: Declaration, name: string): boolean {
  return blockOf(declaration)?.toLowerCase() === name.toLowerCase();
}

function blockOf({ phrase }: Declaration): string | undefined {
  return literalOf(phrase);
}

function literalOf({ slots }: Phrase): string | undefined {
  const slot = slots.get("block");
  const value = slot?.kind === "expression" ? slot.value : undefined;
  return value?.kind === "literal" && typeof value.value === "string" ? value.value : undefined;
}
