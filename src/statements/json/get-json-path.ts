import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { BasicError } from "../../runtime/error.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { describe } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { definePhraseFunction } from "../define.ts";
import type { RunnableEntry } from "../define.ts";
import { parseDefinitePath } from "./definite-path.ts";
import type { PathStep } from "./definite-path.ts";
import { searchPath } from "./path-search.ts";
import { walkPath } from "./path-walk.ts";

const MAX_REMEMBERED_PATHS = 1000;

/** Makes `GET JSON PATH object, path`; each one remembers how the latest paths were read. */
export function createGetJsonPath(): RunnableEntry {
  const definitePath = rememberPaths();
  return definePhraseFunction({
    pattern: "GET JSON PATH <object:any>, <path:text>",
    summary:
      "Gives the value at a path of an object or list, or null where there is none. A path with *, .., a slice or several names gives a list.",
    example: `LET ORDER = { "items": [{ "name": "tea" }, { "name": "milk" }] }
PRINT GET JSON PATH ORDER, "items[0].name"
PRINT GET JSON PATH ORDER, "items[*].name"`,
    output: `tea
["tea","milk"]`,
    returns: "the value that is there, or null; a list where the path means several places",
    raises: ["GB3320", "GB3321", "GB3322", "GB3323", "GB3324", "GB3325", "GB3384", "GB3385"],
    run: ({ object, path }) => {
      const steps = definitePath(path);
      if (object !== null) checkSearchable(object);
      return steps === undefined ? searchPath(object, path) : walkPath(object, steps);
    },
  });
}

function checkSearchable(object: Value): void {
  if (typeof object === "string") throw new BasicError(statementMessages.pathOfText());
  if (!Array.isArray(object) && !isObject(object)) {
    throw new BasicError(statementMessages.pathOfOther(describe(object)));
  }
}

/** Scripts use the same few paths for every request; reading one costs more than walking it. */
function rememberPaths(): (path: string) => readonly PathStep[] | undefined {
  const remembered = new Map<string, readonly PathStep[] | undefined>();
  return (path) => {
    const known = remembered.get(path);
    if (known !== undefined) return known;
    const steps = parseDefinitePath(path);
    // A path made from a payload could be any, so what is kept has a bound.
    if (remembered.size >= MAX_REMEMBERED_PATHS) remembered.clear();
    remembered.set(path, steps);
    return steps;
  };
}
