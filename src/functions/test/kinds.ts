import { parseDate } from "../../runtime/value/date-text.ts";
import { DateTime } from "../../runtime/value/date-time.ts";
import { isObject, kindOf } from "../../runtime/value/kind.ts";
import { parseNumber } from "../../runtime/value/number.ts";
import { isTrue } from "../../runtime/value/truth.ts";
import { any, defineFunction } from "../define.ts";

export const isNull = defineFunction({
  name: "ISNULL",
  aliases: ["IS_NULL", "ISNOTHING"],
  parameters: [any("value")],
  returns: "boolean",
  summary: "Tells whether a value is null, as unset variables and missing members are.",
  example: `ISNULL(NULL)  ' true`,
  run: (_, value) => value === null,
});

export const isEmpty = defineFunction({
  name: "ISEMPTY",
  aliases: ["IS_EMPTY"],
  parameters: [any("value")],
  returns: "boolean",
  summary: "Tells whether a value is null, an empty text, or a list or object that holds nothing.",
  example: `ISEMPTY("")  ' true`,
  run: (_, value) => value !== 0 && value !== false && !isTrue(value),
});

export const isNumeric = defineFunction({
  name: "ISNUMERIC",
  aliases: ["IS_NUMERIC"],
  parameters: [any("value")],
  returns: "boolean",
  summary: "Tells whether a value is a number or the text of one.",
  example: `ISNUMERIC("12.5")  ' true`,
  run: (_, value) =>
    typeof value === "number" || (typeof value === "string" && parseNumber(value) !== undefined),
});

export const isArray = defineFunction({
  name: "ISARRAY",
  aliases: ["IS_ARRAY", "ISLIST"],
  parameters: [any("value")],
  returns: "boolean",
  summary: "Tells whether a value is a list.",
  example: `ISARRAY([1])  ' true`,
  run: (_, value) => Array.isArray(value),
});

export const isObjectFunction = defineFunction({
  name: "ISOBJECT",
  aliases: ["IS_OBJECT"],
  parameters: [any("value")],
  returns: "boolean",
  summary: "Tells whether a value is an object.",
  example: `ISOBJECT({ "a": 1 })  ' true`,
  run: (_, value) => isObject(value),
});

export const isDate = defineFunction({
  name: "ISDATE",
  aliases: ["IS_DATE"],
  parameters: [any("value")],
  returns: "boolean",
  summary: "Tells whether a value is a date or the text of one.",
  example: `ISDATE("31/02/2026")  ' false`,
  needs: ["clock"],
  run: ({ host }, value) =>
    value instanceof DateTime ||
    (typeof value === "string" && parseDate(value, host.clock.zone) !== undefined),
});

export const typeOf = defineFunction({
  name: "TYPEOF$",
  parameters: [any("value")],
  returns: "text",
  summary: "Names the kind of a value: null, boolean, number, text, date, list or object.",
  example: `TYPEOF([1])  ' "list"`,
  run: (_, value) => kindOf(value),
});
