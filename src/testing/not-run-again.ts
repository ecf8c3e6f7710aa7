import { NOT_RUN_AGAIN } from "../delivery/event-receiver.ts";
import { listed } from "./expectation.ts";
import type { RecordedLog } from "./recorded-log.ts";

/** Lists the statements of a test that brought what came before, and so ran nothing; none where none did. */
export function notRunAgain({ records }: RecordedLog): readonly string[] {
  const places = records.flatMap(({ message, statement }) =>
    message === NOT_RUN_AGAIN && statement !== undefined
      ? [`${statement.file}:${String(statement.line)}`]
      : [],
  );
  return places.length === 0 ? [] : [listed("came before, by its id, and ran nothing", places)];
}
