import { isTrue } from "../../runtime/value/truth.ts";
import { any, defineFunction } from "../define.ts";

export const nvl = defineFunction({
  name: "NVL",
  aliases: ["COALESCE"],
  parameters: [any("value"), any("default")],
  returns: "any",
  summary: "Gives a value, or a default where it is null or an empty text.",
  example: `NVL(NULL, "none")  ' "none"`,
  run: ([value, fallback]) => (value === null || value === "" ? fallback : value),
});

export const iif = defineFunction({
  name: "IIF",
  parameters: [any("condition"), any("whenTrue"), any("whenFalse")],
  returns: "any",
  summary: "Gives one of two values by a condition; both are evaluated.",
  example: `IIF(TRUE, "yes", "no")  ' "yes"`,
  run: ([condition, whenTrue, whenFalse]) => (isTrue(condition) ? whenTrue : whenFalse),
});
