import type { StepFault } from "../../diagnostics/codes/lints.ts";
import { changeValue } from "./meta-payload.ts";
import { likelyMember } from "./payload-names.ts";
import type { ObjectShape, Shape } from "./payload-shape.ts";

/** One step into a value: to a member, to an item, or to several items at once. */
export type PayloadStep =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "item" }
  | { readonly kind: "several" };

/** What a step leads to, or why it leads nowhere. */
export type StepResult =
  | { readonly kind: "found"; readonly shape: Shape }
  /** The step can never find anything; `proposed` is what may be meant in its place. */
  | { readonly kind: "never"; readonly reason: StepFault; readonly proposed?: string | undefined }
  | { readonly kind: "unknown" };

const UNKNOWN: StepResult = { kind: "unknown" };

/** Names of methods and members that every list and text has. */
const OF_ANY_VALUE: ReadonlySet<string> = new Set(["length", "count", "size"]);

/** Makes one step into a value of a shape, with names as scripts may write them. */
export function stepInto(shape: Shape, step: PayloadStep): StepResult {
  if (shape.kind === "any") return UNKNOWN;
  if (step.kind === "member" && OF_ANY_VALUE.has(step.name.toLowerCase())) return UNKNOWN;
  switch (shape.kind) {
    case "text":
      return { kind: "never", reason: "text" };
    case "list":
      if (step.kind !== "member") return { kind: "found", shape: shape.item };
      return { kind: "never", reason: "list", proposed: itemOf(shape.item, step.name) };
    case "object":
      if (step.kind === "several") return UNKNOWN;
      return step.kind === "item" ? { kind: "never", reason: "no-list" } : member(shape, step.name);
  }
}

/** The first item of a list, or what has the name in it. */
function itemOf(item: Shape, name: string): string {
  const found = item.kind === "object" ? member(item, name) : UNKNOWN;
  if (found.kind === "found") return `[0].${name}`;
  return found.kind === "never" && found.proposed !== undefined ? `[0].${found.proposed}` : "[0]";
}

function member(shape: ObjectShape, name: string): StepResult {
  const found = shape.members.get(name) ?? ignoringCase(shape, name);
  if (found !== undefined) return { kind: "found", shape: found };
  const several = [`${name}s`, `${name}es`].find((plural) => shape.members.has(plural));
  const inside = pathsTo(shape, name.toLowerCase());
  const isOwn = shape.owner !== undefined;
  const elsewhere = isOwn || inside.length > 0 ? [] : pathsElsewhere(name.toLowerCase());
  const near = inside.length > 0 ? undefined : likelyMember(name, shape.members.keys());
  const proposed =
    shape.owner === undefined
      ? (several ?? nearest(inside) ?? near ?? nearest(elsewhere))
      : (shape.owner.meant.get(name.toLowerCase()) ?? several ?? near ?? onlyOne(inside));
  if (proposed === undefined && shape.grows) return UNKNOWN;
  return { kind: "never", reason: "no-member", proposed };
}

/** A name in as many places as this may be added to others too: id, type, title. */
const COMMON = 5;

/** Where other parts of a payload have a name: a status has no `from`, a message no `recipient_id`. */
function pathsElsewhere(name: string): readonly string[] {
  const paths = pathsTo(changeValue, name);
  return paths.length < COMMON ? paths : [];
}

/** Members are read without regard to case where exactly one fits. */
function ignoringCase({ members }: ObjectShape, name: string): Shape | undefined {
  const wanted = name.toLowerCase();
  const fitting = [...members].filter(([known]) => known.toLowerCase() === wanted);
  return fitting.length === 1 ? fitting[0]?.[1] : undefined;
}

/** Puts those that are least deep inside into words. */
function nearest(paths: readonly string[]): string | undefined {
  const depths = paths.map((path) => path.split(".").length);
  const least = paths.filter((_, at) => depths[at] === Math.min(...depths));
  return least.length === 0 ? undefined : least.join(" or ");
}

function onlyOne(paths: readonly string[]): string | undefined {
  return paths.length === 1 ? paths[0] : undefined;
}

/** Finds where a member stands further inside: `text.body`, `value.messages`. */
function pathsTo(shape: Shape, name: string, before = ""): string[] {
  if (shape.kind === "list") return pathsTo(shape.item, name, `${before}[0]`);
  if (shape.kind !== "object") return [];
  return [...shape.members].flatMap(([known, inner]) => {
    const path = before === "" ? known : `${before}.${known}`;
    return known === name ? [path] : pathsTo(inner, name, path);
  });
}
