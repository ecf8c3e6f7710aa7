import { toText } from "../../runtime/value/text.ts";
import { defineStatement } from "../define.ts";

/** `LOG message`, `LOG message, fields`: one structured record. */
export const log = defineStatement({
  pattern: "LOG <message:any>[, <fields?:any>]",
  also: ["INFO", "WARN", "WARNING", "ERROR", "DEBUG"].map(
    (level) => `LOG_${level} <message:any>[, <fields?:any>]`,
  ),
  summary:
    "Writes a record to the log; the second value, such as an object, goes with it as fields.",
  example: `LOG "order received", { "id": 42 }`,
  output: `script.bas:1 order received {"id":42}`,
  needs: ["log"],
  run: ({ message, fields }, { host, place }) => host.log.write(toText(message), fields, place),
});
