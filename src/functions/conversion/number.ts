import { parseNumber, toNumber, toWhole } from "../../runtime/value/number.ts";
import { any, defineFunction } from "../define.ts";

export const val = defineFunction({
  name: "VAL",
  parameters: [any("value")],
  returns: "number",
  summary: "Converts to a number; 0 where that is not possible.",
  example: `VAL("12.5")  ' 12.5`,
  run: (_, value) => {
    if (typeof value === "string") return parseNumber(value) ?? 0;
    return typeof value === "number" || typeof value === "boolean" ? toNumber(value) : 0;
  },
});

export const cint = defineFunction({
  name: "CINT",
  aliases: ["CLNG"],
  parameters: [any("value")],
  returns: "number",
  summary: "Converts to a whole number, halves to the even neighbour; an error for other text.",
  example: `CINT("2.5")  ' 2`,
  raises: ["GB3001"],
  run: (_, value) => toWhole(value),
});

export const cdbl = defineFunction({
  name: "CDBL",
  aliases: ["TO_NUMBER", "TONUMBER", "CSNG", "CCUR", "CDEC"],
  parameters: [any("value")],
  returns: "number",
  summary: "Converts to a number; an error for other text.",
  example: `CDBL("2.5")  ' 2.5`,
  raises: ["GB3001"],
  run: (_, value) => toNumber(value),
});
