/** A name of a member, or a 0-based index; a negative index counts from the end. */
export type PathStep = string | number;

/** One step: `.name`, `[0]`, `[name]`, `['name']`, `["name"]`. */
const STEP =
  /\.?([^.[\]'"*?()^~,`]+)|\.?\[(-?\d+)\]|\.?\[([^.[\]'"*?()^~,`:@\s]+)\]|\.?\['((?:\\.|[^'\\])*)'\]|\.?\["((?:\\.|[^"\\])*)"\]/y;
const WHOLE_NUMBER = /^\d+$/;

/**
 * Reads a path that names one place: names, indexes and quoted names only.
 * @param path with or without the leading `$.`
 * @returns its steps; undefined where the path is anything else, such as one with wildcards
 */
export function parseDefinitePath(path: string): readonly PathStep[] | undefined {
  const text = path.trim();
  const steps: PathStep[] = [];
  let at = text === "$" || /^\$[.[]/.test(text) ? 1 : 0;
  if (at === 0 && text.startsWith(".")) return undefined;
  while (at < text.length) {
    // A name needs its dot, except at the very beginning.
    if (at > 0 && text[at] !== "." && text[at] !== "[") return undefined;
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (match === null) return undefined;
    steps.push(stepOf(match));
    at = STEP.lastIndex;
  }
  return steps;
}

function stepOf([, dotted, index, bracketed, single, double]: RegExpExecArray): PathStep {
  if (index !== undefined) return Number(index);
  const name = dotted ?? bracketed;
  if (name !== undefined) return WHOLE_NUMBER.test(name) ? Number(name) : name;
  return (single ?? double ?? "").replace(/\\(.)/g, "$1");
}
