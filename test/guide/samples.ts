import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve("../shared/seeds");

/** A JSON example of a guide. */
export interface Sample {
  /** The file and the number of the example in it. */
  readonly place: string;
  /** The text of the guide that it stands in. */
  readonly guide: string;
  /** The body as it is posted: as it stands in the guide, or put into its envelope. */
  readonly body: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The texts of the guides by their file names; none where they are not at hand. */
export function readGuides(): ReadonlyMap<string, string> {
  if (!existsSync(FOLDER)) {
    console.warn(`SKIPPED: the guides are not at ${FOLDER}; their examples are not tested`);
    return new Map();
  }
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));
}

const EVENT = ["object", "event", "messages", "statuses"];

/**
 * Reads the JSON examples of a guide that are events. Fragments are put into Meta's envelope; ids that
 * stand for any are numbered, as two events of one id would be one.
 */
export function samplesOf(name: string, guide: string): readonly Sample[] {
  return jsonObjects(guide)
    .map(({ text, value }): Pick<Sample, "body" | "value"> => {
      const isFragment = !("object" in value) && !("event" in value);
      if (!isFragment) return { body: text, value };
      const whole = {
        object: "whatsapp_business_account",
        entry: [{ id: "1", changes: [{ value, field: "messages" }] }],
      };
      return { body: JSON.stringify(whole), value: whole };
    })
    .map(({ body, value }, at) => {
      const place = `${name} ${String(at + 1)}`;
      const id = `wamid.${name.slice(0, 3)}${String(at + 1)}`;
      const numbered = body.replaceAll(/"wamid\.x+"/g, `"${id}"`);
      const known = numbered === body ? value : (JSON.parse(numbered) as typeof value);
      return { place, guide, body: numbered, value: known };
    });
}

/** The outermost objects of a text that are JSON and events; `[...]` in them is a list that is left out. */
function jsonObjects(guide: string) {
  const found: { text: string; value: Readonly<Record<string, unknown>> }[] = [];
  for (let at = guide.indexOf("{"); at >= 0; at = guide.indexOf("{", at + 1)) {
    const end = endOfObject(guide, at);
    const text = guide.slice(at, end).replaceAll("[...]", "[]");
    const value = parsed(text);
    if (value === undefined || !EVENT.some((name) => name in value)) continue;
    found.push({ text, value });
    at = end - 1;
  }
  return found;
}

/** Returns the place behind the bracket that closes the one at `start`. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === "\\") at++;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") depth++;
    else if (!quoted && sign === "}" && --depth === 0) return at + 1;
  }
  return start + 1;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
