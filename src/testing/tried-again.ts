import { listed } from "./expectation.ts";
import type { LogRecord, RecordedLog } from "./recorded-log.ts";

/** Lists the runs and messages of a test that wait to be tried again, with why; none where none do. */
export function triedAgain({ records }: RecordedLog): readonly string[] {
  const latest = new Map<unknown, LogRecord>();
  for (const record of records) {
    const { send, run, outcome } = record.fields;
    // A run logs while it runs; only its end says what becomes of it.
    if (send !== undefined) latest.set(send, record);
    else if (outcome !== undefined) latest.set(run, record);
  }
  const waiting = [...latest.values()].filter(({ fields: { outcome, delayMs } }) => {
    return outcome === "retry" || delayMs !== undefined;
  });
  const lines = waiting.map(({ message }) => message.split("\n", 1)[0] ?? "");
  return lines.length === 0 ? [] : [listed("tried again once the test says ADVANCE", lines)];
}
