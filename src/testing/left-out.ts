import { engineMessages } from "../diagnostics/codes/engine.ts";
import { listed } from "./expectation.ts";
import type { RecordedLog } from "./recorded-log.ts";

const SKIPPED = engineMessages.skipped("", "").code;

/** Lists the messages of nothing, or to nobody, that were left out in a test, with their lines; none where none were. */
export function leftOut({ records }: RecordedLog): readonly string[] {
  const lines = records.flatMap(({ fields: { code, file, line }, message }) =>
    code === SKIPPED ? [`${String(file)}:${String(line)} ${message}`] : [],
  );
  return lines.length === 0 ? [] : [listed("left out", lines)];
}
