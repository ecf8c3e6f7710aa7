import { diffLines } from "diff";
import { testingMessages } from "../diagnostics/codes/testing.ts";
import { BasicError } from "../runtime/error.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";

const SHOWN_LENGTH = 500;
const SHOWN_ITEMS = 10;

/** Both sides of a comparison, as they are shown. */
export interface Values {
  readonly expected: string;
  readonly actual: string;
}

/** Says that something a test expects is not so, and what there is instead. */
export class UnmetExpectation extends BasicError {
  /** Lines for a person. */
  readonly found: string;
  /** Undefined where nothing was compared. */
  readonly values: Values | undefined;

  constructor(what: string, found: string, values?: Values) {
    super(testingMessages.unmet(what));
    this.found = found;
    this.values = values;
  }

  /** A test whose lines catch errors would pass whatever it expects. */
  override get isFinal(): boolean {
    return true;
  }
}

/** Shows a value in a message, as a script would write it. */
export function show(value: Value): string {
  if (value === null) return "null";
  return cut(typeof value === "string" ? JSON.stringify(value) : toText(value));
}

/** Lists what there is, for the details of an expectation that does not hold. */
export function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return `${title}: nothing`;
  const hidden = lines.length - SHOWN_ITEMS;
  const shown = lines.slice(0, SHOWN_ITEMS).map((line) => `  ${cut(line)}`);
  return [`${title}:`, ...shown, ...(hidden > 0 ? [`  and ${String(hidden)} more`] : [])].join(
    "\n",
  );
}

/** Shows two texts that should be the same: by lines, or with a mark where they begin to differ. */
export function differing(expected: string, found: string): string {
  if (expected.includes("\n") || found.includes("\n")) return linesOf(expected, found);
  const [one, other] = [show(expected), show(found)];
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return [`expected ${one}`, `found    ${other}`, `         ${" ".repeat(at)}^`].join("\n");
}

function linesOf(expected: string, found: string): string {
  const changes = diffLines(expected, found).flatMap(({ value, added, removed }) => {
    const sign = added ? "+" : removed ? "-" : " ";
    const isCut = (added || removed) && !value.endsWith("\n");
    const lines = value.replace(/\n$/, "").split("\n");
    // Two lines may differ in nothing but the end of the text.
    return [...lines.map((line) => `${sign} ${line}`), ...(isCut ? ["  (no line end)"] : [])];
  });
  return ["- expected, + found", ...changes].join("\n");
}

function cut(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
