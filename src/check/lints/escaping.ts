import type { Expression, Procedure } from "../../syntax/ast.ts";
import type { CheckedBody, CheckedScript } from "../script.ts";
import { walkBlock } from "../walk.ts";
import { literalText } from "./markup.ts";
import type { FunctionUse } from "./passed-arguments.ts";

/** Functions whose result holds no markup, whatever they are given. */
const ENCODING: ReadonlySet<string> = new Set(
  "XMLESCAPE HTMLESCAPE URLENCODE BASE64ENCODE MD5 SHA1 SHA256 SHA512 HMAC UUID FORMAT".split(" "),
);

/** What takes the place of an `&` or a `<`; to escape quotes alone is not enough. */
const ENTITY = /^&(?:amp|lt|#0*(?:38|60)|#x0*(?:26|3c));$/iu;
/** A regular expression of one set of characters that must not be there. */
const SET_OF_OTHERS = /^(?:\[\^(?:[^\\\]]|\\[\s\S])+\]|\\[DW])[+*]?$/u;

/** Tells whether the result of a function can hold no `&` and no `<`, or has them escaped. */
export function givesEscaped(use: FunctionUse): boolean {
  const { name, returns } = use.entry;
  if (returns === "number" || returns === "boolean" || ENCODING.has(name)) return true;
  // REPLACE(TEXT$, "&", "&amp;") is how a script escapes by itself.
  if (name === "REPLACE") return ENTITY.test(textOf(use.args[2]) ?? "");
  return name === "REGEX_REPLACE" && removesMarkup(use.args);
}

/** `REGEX_REPLACE(text, "[^0-9]", "")` leaves nothing that has a meaning in XML. */
function removesMarkup([, pattern, replacement]: readonly Expression[]): boolean {
  const written = textOf(pattern) ?? "";
  if (!SET_OF_OTHERS.test(written) || /[&<]/u.test(textOf(replacement) ?? "&")) return false;
  try {
    const others = new RegExp(written);
    return others.test("&") && others.test("<");
  } catch {
    return false;
  }
}

function textOf(expression: Expression | undefined): string | undefined {
  const isText = expression?.kind === "literal" && typeof expression.value === "string";
  return isText ? literalText(expression) : undefined;
}

/** Tells whether a FUNCTION of the file escapes by itself: it has `&amp;` or `&lt;` to put in. */
export function isEscaper({ procedures }: CheckedScript, { key }: Procedure): boolean {
  const body = procedures.get(key)?.body;
  return body !== undefined && hasEntity(body);
}

function hasEntity({ block }: CheckedBody): boolean {
  let found = false;
  walkBlock(block, {
    expression(expression) {
      found ||= ENTITY.test(textOf(expression) ?? "");
    },
  });
  return found;
}
