import { block, items, type PagePart, paragraph } from "../diagnostics/page-part.ts";
import { statementManual } from "./areas.ts";
import type { ManualEntry } from "./entry.ts";

/**
 * Says what the manual has of an object that handlers find: where it is and what is in it.
 * @param name upper case: `SMS`
 * @returns undefined where no handler has an object of that name
 */
export function objectParts(name: string): readonly PagePart[] | undefined {
  const having = entries().filter(({ object }) => object?.name === name);
  const [first] = having;
  if (first?.object === undefined) return undefined;
  const [member] = first.object.members;
  const titles = having.map(({ title }) => title);
  return [
    ...(member === undefined ? [] : [block("text", `${name}.${member.name}`)]),
    paragraph(`An object that is there in ${titles.join(", ")}. It has:`),
    items(first.object.members.map((each) => ({ label: each.name, text: each.holds }))),
  ];
}

/** The names of all such objects. */
export function objectNames(): readonly string[] {
  return [...new Set(entries().flatMap(({ object }) => object?.name ?? []))];
}

/** A phrase that gives an object has the object's name itself. */
function entries(): readonly ManualEntry[] {
  return statementManual
    .flatMap((area) => area.entries)
    .filter(({ title, object }) => object !== undefined && object.name !== title);
}
