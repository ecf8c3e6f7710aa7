import { functionMessages } from "../../diagnostics/codes/functions.ts";
import { BasicError } from "../../runtime/error.ts";
import { toWhole } from "../../runtime/value/number.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, number, rest } from "../define.ts";

export const nvl = defineFunction({
  name: "NVL",
  aliases: ["IFNULL"],
  parameters: [any("value"), any("default")],
  returns: "any",
  summary: "Gives a value, or a default where it is null or an empty text.",
  example: `NVL(NULL, "none")  ' "none"`,
  run: (_, value, fallback) => (isMissing(value) ? fallback : value),
});

export const coalesce = defineFunction({
  name: "COALESCE",
  parameters: [any("value"), rest(any("others"))],
  returns: "any",
  summary: "Gives the first of its arguments that is not null or an empty text, else the last one.",
  example: `COALESCE(NULL, "", "none")  ' "none"`,
  run: (_, value, others) =>
    [value, ...others].find((each) => !isMissing(each)) ?? others.at(-1) ?? value,
});

export const iif = defineFunction({
  name: "IIF",
  aliases: ["IF"],
  parameters: [any("condition"), any("whenTrue"), any("whenFalse")],
  returns: "any",
  summary: "Gives one of two values by a condition; both are evaluated.",
  chooses: true,
  example: `IIF(TRUE, "yes", "no")  ' "yes"`,
  run: (_, condition, whenTrue, whenFalse) => (isTrue(condition) ? whenTrue : whenFalse),
});

export const choose = defineFunction({
  name: "CHOOSE",
  parameters: [number("index"), rest(any("choices"))],
  returns: "any",
  summary: "Gives the choice of a number, from 1; null where there is none. All are evaluated.",
  example: `CHOOSE(2, "low", "middle", "high")  ' "middle"`,
  run: (_, index, choices) => choices[toWhole(index) - 1] ?? null,
});

export const switchFunction = defineFunction({
  name: "SWITCH",
  parameters: [any("condition"), any("value"), rest(any("conditionsAndValues"))],
  returns: "any",
  summary:
    "Gives the value after the first condition that is true; null where none is. All are evaluated.",
  example: `SWITCH(FALSE, "a", TRUE, "b")  ' "b"`,
  raises: ["GB3071"],
  run: (_, condition, value, others) => {
    if (others.length % 2 !== 0) throw new BasicError(functionMessages.unpairedCondition());
    if (isTrue(condition)) return value;
    const at = others.findIndex((each, index) => index % 2 === 0 && isTrue(each));
    return at === -1 ? null : (others[at + 1] ?? null);
  },
});

function isMissing(value: Value): boolean {
  return value === null || value === "";
}
