import { lintMessages } from "../diagnostics/codes/lints.ts";
import { nameMessages } from "../diagnostics/codes/names.ts";
import { syntaxMessages } from "../diagnostics/codes/syntax.ts";
import type { Message, Report } from "../diagnostics/diagnostic.ts";
import { MOST_PROPOSALS, suggest } from "../diagnostics/suggest.ts";
import type { Identifier, Phrase, Procedure } from "../syntax/ast.ts";
import { withoutSigil } from "../syntax/sigil.ts";
import { adviceFor } from "../diagnostics/foreign-names.ts";
import { sharingTitle } from "./sharing-title.ts";
import { resolveName } from "./resolve.ts";
import type { Scope } from "./scope.ts";
import type { Body, FileNames } from "./script.ts";
import { walkBlock } from "./walk.ts";

/**
 * Warns once per name and body where a name is read that nothing ever sets. One that ends the name
 * of its SUB was most likely meant as a parameter, which is told of at the header.
 */
export function checkReads(names: FileNames, body: Body, report: Report): void {
  const said = new Set<string>();
  let nameEnd = Infinity;
  const check = (name: Identifier) => {
    if (said.has(name.key) || names.attempted.has(name.key)) return;
    if (resolveName(names, body.scope, name) !== undefined) return;
    said.add(name.key);
    const at = body.procedure === undefined ? undefined : placeInName(body.procedure, name);
    if (at !== undefined) {
      nameEnd = Math.min(nameEnd, at);
      return;
    }
    const nearest = said.size > MOST_PROPOSALS ? undefined : nearestName(name, body.scope);
    report(nameMessages.neverSet(name.text, nearest, adviceFor(name.key)), name);
  };
  const checkPhrase = (phrase: Phrase) => {
    const name = onlyName(phrase);
    const isUnset = name !== undefined && resolveName(names, body.scope, name) === undefined;
    if (!isUnset || said.has(name.key)) return;
    const meant = longerPhrase(names, phrase, name);
    if (meant === undefined) return;
    said.add(name.key);
    report(meant, phrase);
  };
  walkBlock(body.block, {
    expression(expression) {
      if (expression.kind === "phrase") checkPhrase(expression.phrase);
      if (expression.kind === "name") check(expression.name);
      // `Console` of `Console.WriteLine` is no variable; the call is told of.
      if (expression.kind !== "method" || expression.target.kind !== "name") return;
      const { key } = expression.target.name;
      if (adviceFor(`${key}.${expression.method.key}`) !== undefined) said.add(key);
    },
  });
  if (body.procedure === undefined || nameEnd === Infinity) return;
  const { kind, displayName, nameSpan } = body.procedure;
  const words = displayName.split(" ");
  const meant = { name: words.slice(0, nameEnd).join(" "), parameters: words.slice(nameEnd) };
  const read = { name: displayName, parameters: [] };
  report(lintMessages.ambiguousHeader({ kind, read, meant }), nameSpan);
}

/** Finds the phrase that has the words of another one and those of its value. */
function longerPhrase(names: FileNames, { entry }: Phrase, name: Identifier): Message | undefined {
  const words = [...entry.title.split(" "), name.key];
  const titles = [
    ...[...names.procedures.values()].map(({ displayName }) => displayName),
    ...names.registry.phrases.map(({ title }) => title),
  ];
  const title = sharingTitle(words, titles, words.length - 1);
  const written = `${entry.title} ${name.text}`;
  return title === undefined ? undefined : syntaxMessages.unknownPhrase(written, title, undefined);
}

/** `GET BODY`: the only value of a phrase, where it is a name, may be a word of a longer phrase. */
function onlyName({ slots }: Phrase): Identifier | undefined {
  const [slot, ...others] = slots.values();
  if (slot?.kind !== "expression" || others.length > 0) return undefined;
  return slot.value.kind === "name" ? slot.value.name : undefined;
}

/** Which word of the name of a SUB without parameters a name is; never the first. */
function placeInName({ displayName, parameters }: Procedure, name: Identifier): number | undefined {
  const words = displayName.split(" ");
  const at = words.findIndex((word, index) => index > 0 && word.toUpperCase() === name.key);
  return parameters.length > 0 || at === -1 ? undefined : at;
}

/**
 * Finds the name that a name which is never set most likely meant. The same word with another sigil
 * is the likeliest slip, however short the word is.
 */
export function nearestName(name: Identifier, scope: Scope): string | undefined {
  const word = withoutSigil(name.key);
  const other = scope.names.find((known) => withoutSigil(known.toUpperCase()) === word);
  return other ?? suggest(name.text, scope.names);
}
