import type { ResponseResult, SynchronousRequest } from "../recorded-response.ts";
import type { EntryTable } from "./entry-table.ts";
import type { ResponseTable } from "./response-table.ts";
import { writeSynchronous } from "./stored-item.ts";

/** Writes how a synchronous request ended; to be called in a transaction. */
export function writeResponse(
  request: SynchronousRequest,
  result: ResponseResult,
  { entries, responses }: { readonly entries: EntryTable; readonly responses: ResponseTable },
  now: number,
): void {
  const { id, repeatable, sender: person } = request;
  const finished =
    result.state === "done"
      ? ({ state: "done", reason: undefined } as const)
      : ({ state: "dead", reason: result.reason } as const);
  const times = { createdAt: now, dueAt: now };
  const row = { id, kind: "request", lane: id, ...times, attempts: 1, finished } as const;
  entries.insert({ ...row, parentId: undefined, person, item: writeSynchronous(request) }, true);
  if (result.state === "done" && repeatable) responses.put(id, result.response, now);
}
