import { TWIML_ATTRIBUTES } from "../facts/twiml-attributes.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Expression, Phrase } from "../syntax/ast.ts";
import type { CheckedBody } from "./script.ts";
import { walkBlock } from "./walk.ts";
import { constantText } from "./lints/constant-text.ts";
import type { LintedScript } from "./lints/linted-script.ts";
import { Origins } from "./lints/origins.ts";
import { expressionSlot } from "./lints/outside.ts";

/** A path of this server that a script has Twilio ask. */
export interface WrittenPath {
  /** What names it, for messages: `REDIRECT`, `action of <Gather>`. */
  readonly by: string;
  /** Begins with `/`; may have a query. */
  readonly path: string;
  /** How Twilio asks; undefined where the script may say so elsewhere. */
  readonly method: "POST" | "GET" | undefined;
  readonly file: SourceFile;
  readonly span: Span;
}

/** The statements whose slot holds an address, and how Twilio asks for it. */
const STATEMENTS: ReadonlyMap<string, { readonly slot: string; readonly method: "POST" | "GET" }> =
  new Map([
    ["REDIRECT", { slot: "address", method: "POST" }],
    ["PLAY", { slot: "url", method: "GET" }],
  ]);

/** Without any of these there is nothing to look for, as in most scripts. */
const MAY_NAME_ONE = /\b(?:redirect|play)\b|<[A-Z]\w*\s[^<>]*(?:action|Url|[cC]allback)/i;

/** What all TwiML stands in; without it elements of such names are those of something else. */
const TWIML = /<Response\b/;

/** Finds the paths that statements for calls name, and those in TwiML that stands in the script whole. */
export function findWrittenPaths(linted: LintedScript): readonly WrittenPath[] {
  const { file } = linted.script;
  if (!MAY_NAME_ONE.test(file.text)) return [];
  const hasTwiml = TWIML.test(file.text);
  const origins = new Origins(linted);
  return linted.bodies.flatMap((body) => {
    const found: WrittenPath[] = [];
    const add = (span: Span, one: NamedPath): void => {
      const isPath = one.path.startsWith("/") && !one.path.startsWith("//");
      if (isPath) found.push({ ...one, file, span: { start: span.start, end: span.end } });
    };
    walkBlock(body.block, {
      statement: (statement) => {
        if (statement.kind === "phrase-statement") {
          for (const { place, ...one } of pathOf(statement.phrase, body, origins)) add(place, one);
        }
      },
      expression: (expression) => {
        if (!hasTwiml) return;
        for (const text of textsOf(expression)) {
          for (const one of pathsInTwiml(text)) add(expression, one);
        }
      },
    });
    return found;
  });
}

type NamedPath = Omit<WrittenPath, "file" | "span">;

function pathOf(
  phrase: Phrase,
  body: CheckedBody,
  origins: Origins,
): readonly (NamedPath & { readonly place: Span })[] {
  const known = STATEMENTS.get(phrase.entry.title);
  const place = known && expressionSlot(phrase, known.slot);
  const path = place && constantText(place, body, origins)?.trim();
  if (known === undefined || place === undefined || path === undefined) return [];
  return [{ by: phrase.entry.title, path, method: known.method, place }];
}

function textsOf(expression: Expression): readonly string[] {
  if (expression.kind === "template") {
    return expression.parts.filter((part) => typeof part === "string");
  }
  if (expression.kind !== "literal" || typeof expression.value !== "string") return [];
  return [expression.value];
}

/** An element with the text up to its end; without that the text may go on in another one. */
const ELEMENT = /<([A-Z][A-Za-z]*)(\s[^<>]*)?>(?:([^<>]*)<\/\1\s*>)?/g;
const ADDRESS =
  /\s(action|waitUrl|referUrl|[A-Za-z]*[cC]allback(?:Url)?)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function pathsInTwiml(text: string): readonly NamedPath[] {
  return [...text.matchAll(ELEMENT)].flatMap(([, element = "", attributes = "", inner]) => {
    const known = TWIML_ATTRIBUTES.get(element);
    const named = [...attributes.matchAll(ADDRESS)]
      .filter(([, name = ""]) => known?.has(name))
      .map(([, name = "", quoted, single]) => ({
        by: `${name} of <${element}>`,
        path: quoted ?? single ?? "",
        method: undefined,
      }));
    if (element !== "Redirect" || inner === undefined) return named;
    return [...named, { by: "<Redirect>", path: inner.trim(), method: undefined }];
  });
}
