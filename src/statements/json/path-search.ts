import { JSONPath } from "jsonpath-plus";
import { statementMessages } from "../../diagnostics/codes/statements.ts";
import { BasicError } from "../../runtime/error.ts";
import { DateTime } from "../../runtime/value/date-time.ts";
import type { Value } from "../../runtime/value/value.ts";

/** Marks that make a path mean several places; a path without any of them is a typing mistake. */
const SEVERAL_PLACES = /[*,:^~@`]|\.\./;
const MAX_RESULTS = 100_000;
// Each further `..` multiplies the work by the size of the payload.
const MAX_DESCENTS = 2;
const MAX_PATH_LENGTH = 1000;
/** As deep as JSON may be. */
const MAX_DEPTH = 500;
const MAX_VISITS = 1_000_000;

/**
 * Finds every value that a path with wildcards, slices, unions or `..` names.
 * @param root an object or a list; null gives an empty list
 * @param path with or without the leading `$.`
 * @throws BasicError for filters and script expressions, which are never run, and for paths that
 *   cannot be read
 */
export function searchPath(root: Value, path: string): Value[] {
  try {
    checkSearchPath(path);
    checkExtent(root, path);
    return root === null ? [] : search(root, path);
  } catch (error) {
    if (error instanceof BasicError) throw error;
    throw new BasicError(statementMessages.invalidJsonPath(path), { cause: error });
  } finally {
    // The library keeps every path it ever saw, and paths may be made from payloads.
    JSONPath.clearCache();
  }
}

/**
 * Refuses what no search comes through: a value that holds itself, or one part so often that its
 * branches are beyond counting.
 */
function checkExtent(root: Value, path: string): void {
  let left = MAX_VISITS;
  const visit = (value: Value, depth: number): void => {
    if (typeof value !== "object" || value === null || value instanceof DateTime) return;
    if (depth > MAX_DEPTH || --left < 0) {
      throw new BasicError(statementMessages.jsonPathTooDeep(path));
    }
    for (const member of Object.values(value)) visit(member, depth + 1);
  };
  visit(root, 0);
}

function search(root: Value, path: string): Value[] {
  const found: Value[] = [];
  const collect = (value: Value): void => {
    if (found.push(value) > MAX_RESULTS) {
      throw new BasicError(statementMessages.jsonPathTooWide(path, MAX_RESULTS));
    }
  };
  JSONPath({ path: fromRoot(path), json: root, eval: false, wrap: true, callback: collect });
  return found;
}

/** The library reads a bracket at the very beginning only after `$`. */
function fromRoot(path: string): string {
  const text = path.trim();
  if (text.startsWith("$")) return text;
  return /^[.[]/.test(text) ? `$${text}` : `$.${text}`;
}

function checkSearchPath(path: string): void {
  if (path.length > MAX_PATH_LENGTH) {
    throw new BasicError(statementMessages.jsonPathTooLong(MAX_PATH_LENGTH));
  }
  const parts = JSONPath.toPathArray(fromRoot(path));
  if (parts.some((part) => part.startsWith("?") || part.startsWith("("))) {
    throw new BasicError(statementMessages.jsonPathExpression(path));
  }
  if (!SEVERAL_PLACES.test(path) || path.trimEnd().endsWith(".") || !hasPairedBrackets(path)) {
    throw new BasicError(statementMessages.invalidJsonPath(path));
  }
  if (parts.filter((part) => part === "..").length > MAX_DESCENTS) {
    throw new BasicError(statementMessages.jsonPathDescents(path, MAX_DESCENTS));
  }
}

function hasPairedBrackets(path: string): boolean {
  const bare = path.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, "");
  if (/['"]/.test(bare)) return false;
  return !/[[\]]/.test(bare.replace(/\[[^[\]]*\]/g, ""));
}
