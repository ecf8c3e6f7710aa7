import type { StoredEntry } from "../engine/sqlite/stored-entry.ts";
import { describeEntry } from "./describe-entry.ts";
import { entryJson, isoTime, toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import { findEntry } from "./find-entry.ts";
import type { CommandIo } from "./io.ts";
import { itemJson } from "./item-json.ts";
import { entryTable } from "./jobs-list.ts";
import { type DataOptions, lookIntoStore } from "./open-store.ts";
import { toColumns } from "./to-columns.ts";

/** What `gbasic jobs show` was asked for. */
export interface JobsShowOptions extends DataOptions {
  readonly json: boolean;
}

/** An entry with what led to it and what it led to. */
interface Related {
  readonly entry: StoredEntry;
  readonly parent: StoredEntry | undefined;
  readonly children: readonly StoredEntry[];
}

/**
 * Shows all that the store holds of one entry, nothing hidden.
 * @param id or the beginning of one
 * @throws UsageError where the store cannot be read or nothing has that id
 */
export async function jobsShow(
  id: string,
  options: JobsShowOptions,
  io: CommandIo,
): Promise<number> {
  const related = await lookIntoStore(options, io, (reader): Related => {
    const entry = findEntry(id, reader);
    const { parentId } = entry;
    const parent = parentId === undefined ? undefined : reader.entry(parentId);
    return { entry, parent, children: reader.children(entry.id) };
  });
  io.stdout(options.json ? toJson(relatedJson(related)) : relatedText(related));
  return EXIT.ok;
}

function relatedJson({ entry, parent, children }: Related) {
  return {
    ...entryJson(entry),
    reason: entry.reason ?? null,
    lane: entry.lane,
    item: entry.item === undefined ? null : itemJson(entry.item),
    parent: parent === undefined ? null : entryJson(parent),
    children: children.map(entryJson),
  };
}

function relatedText({ entry, parent, children }: Related): string {
  const { id, kind, state, reason, attempts, createdAt, dueAt, finishedAt, lane } = entry;
  const facts = [
    ["id", id],
    ["kind", kind],
    ["what", describeEntry(entry)],
    ["state", reason === undefined ? state : `${state}: ${reason}`],
    ["tries", String(attempts)],
    ["lane", lane],
    ["stored", isoTime(createdAt)],
    finishedAt === undefined ? ["due", isoTime(dueAt)] : ["ended", isoTime(finishedAt)],
    ...(entry.item === undefined ? [] : itemRows(itemJson(entry.item))),
  ];
  return [
    toColumns(facts),
    ...(parent === undefined ? [] : [`\nmade by\n${entryTable([parent])}`]),
    ...(children.length === 0 ? [] : [`\nmade\n${entryTable(children)}`]),
  ].join("");
}

/** One row for each member, those of objects inside it with the names on the way. */
function itemRows(item: Readonly<Record<string, unknown>>, before = ""): string[][] {
  return Object.entries(item).flatMap(([name, value]) => {
    const path = `${before}${name}`;
    if (value === null || value === undefined || isEmpty(value)) return [];
    if (typeof value === "object" && !Array.isArray(value)) {
      return itemRows({ ...value }, `${path}.`);
    }
    return [[path, typeof value === "string" ? value : JSON.stringify(value)]];
  });
}

function isEmpty(value: unknown): boolean {
  return value === "" || (Array.isArray(value) && value.length === 0);
}
