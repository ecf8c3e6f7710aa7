import { storeMessages } from "../diagnostics/codes/store.ts";
import { Person } from "../engine/person.ts";
import type { Erased } from "../engine/erased.ts";
import { renderError } from "../runtime/render-error.ts";
import { toJson } from "./entry-json.ts";
import { EXIT } from "./exit-code.ts";
import { instruct } from "./instruct.ts";
import type { CommandIo } from "./io.ts";
import type { DataOptions } from "./open-store.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic forget` was asked for. */
export interface ForgetOptions extends DataOptions {
  readonly json: boolean;
}

/**
 * Erases what the store holds of a person.
 * @param written number, mail address or id
 * @returns 1 where something of the person still runs, or a file could not be deleted
 * @throws UsageError GB5330 for a text that means nobody; where the store cannot be used
 */
export async function forget(
  written: string,
  options: ForgetOptions,
  io: CommandIo,
): Promise<number> {
  if (Person.of(written) === undefined) throw new UsageError(storeMessages.nobodyNamed(written));
  const { erased } = await instruct({ action: "forget", person: written }, options, io);
  if (erased === undefined) throw new Error("the store did not say what it erased");
  io.stdout(options.json ? toJson(erased) : erasedText(erased));
  const { running, filesLeft } = erased;
  const left = [
    ...(running === 0 ? [] : [storeMessages.stillRunning(running)]),
    ...(filesLeft === 0 ? [] : [storeMessages.filesLeft(filesLeft)]),
  ];
  for (const detail of left) io.stderr(`${renderError({ detail })}\n`);
  return left.length === 0 ? EXIT.ok : EXIT.findings;
}

function erasedText({ discarded, running, history, files, filesLeft, ...counts }: Erased): string {
  const named = { ...counts, "past messages": history, files };
  const parts = Object.entries(named).flatMap(([name, count]) =>
    count === 0 ? [] : [`${String(count)} ${count === 1 ? name.slice(0, -1) : name}`],
  );
  if (parts.length === 0)
    return running + filesLeft === 0 ? "nothing is kept of this person\n" : "";
  const given = discarded === 0 ? "" : `; given up: ${String(discarded)} of them`;
  return `erased: ${parts.join(", ")}${given}\n`;
}
