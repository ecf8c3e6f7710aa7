import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { BasicError } from "../../runtime/error.ts";

const PATH_VALUE_NAME = /^[\p{L}\p{N}_-]+$/u;
// Control characters never reach a route, and blanks arrive as %20: both are typing mistakes.
const UNUSABLE_CHARACTER = /[\s\p{Cc}%\\]/u;

/**
 * Checks the path that a handler listens on.
 * @param path as written in the script: `/orders/:id`, decoded
 * @throws BasicError where no request could ever match it, or two of its parts share a name
 */
export function checkWebhookPath(path: string): void {
  if (!path.startsWith("/")) throw new BasicError(statementMessages.pathNotAbsolute(path));
  const query = /[?#]/.exec(path);
  if (query !== null) throw new BasicError(statementMessages.pathHasQuery(path, query[0]));
  const unusable = UNUSABLE_CHARACTER.exec(path);
  if (unusable !== null) {
    throw new BasicError(statementMessages.pathCharacter(path, describeCharacter(unusable[0])));
  }
  const step = path.split("/").find((segment) => segment === "." || segment === "..");
  if (step !== undefined) {
    throw new BasicError(statementMessages.pathCharacter(path, `the step "${step}"`));
  }
  checkPathValueNames(path);
}

function checkPathValueNames(path: string): void {
  const seen = new Set<string>();
  for (const segment of path.split("/")) {
    if (!segment.startsWith(":")) continue;
    const name = segment.slice(1);
    if (!PATH_VALUE_NAME.test(name)) {
      throw new BasicError(statementMessages.pathValueName(path, segment));
    }
    if (seen.has(name.toUpperCase())) {
      throw new BasicError(statementMessages.pathValueTwice(path, name));
    }
    seen.add(name.toUpperCase());
  }
}

function describeCharacter(character: string): string {
  if (character === " ") return "a blank";
  if (/[\s\p{Cc}]/u.test(character)) return "a line break or another invisible character";
  return character;
}
