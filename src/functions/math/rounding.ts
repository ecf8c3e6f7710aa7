import { finite } from "../../runtime/value/number.ts";
import { defineFunction, number, optional } from "../define.ts";

const MOST_DIGITS = 15;

export const abs = defineFunction({
  name: "ABS",
  parameters: [number("number")],
  returns: "number",
  summary: "Gives a number without its sign.",
  example: `ABS(-5)  ' 5`,
  run: (_, value) => Math.abs(value),
});

export const round = defineFunction({
  name: "ROUND",
  parameters: [number("number"), optional(number("digits"))],
  returns: "number",
  summary:
    "Rounds to digits after the decimal point, 0 where none are given; halves away from zero.",
  example: `ROUND(1.005, 2)  ' 1.01`,
  run: (_, value, digits = 0) => roundTo(value, clampDigits(digits)),
});

export const int = defineFunction({
  name: "INT",
  aliases: ["FIX"],
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the part before the decimal point.",
  example: `INT(2.7)  ' 2`,
  run: (_, value) => Math.trunc(value),
});

export const ceiling = defineFunction({
  name: "CEILING",
  aliases: ["CEIL"],
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the next whole number up.",
  example: `CEILING(2.1)  ' 3`,
  run: (_, value) => Math.ceil(value),
});

export const floor = defineFunction({
  name: "FLOOR",
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the next whole number down.",
  example: `FLOOR(-2.1)  ' -3`,
  run: (_, value) => Math.floor(value),
});

export const sgn = defineFunction({
  name: "SGN",
  aliases: ["SIGN"],
  parameters: [number("number")],
  returns: "number",
  summary: "Gives -1, 0 or 1 as the sign of a number.",
  example: `SGN(-5)  ' -1`,
  run: (_, value) => Math.sign(value),
});

/** Shifts the decimal point in the text of the number, as 1.005 * 100 is less than 100.5. */
function roundTo(value: number, digits: number): number {
  const [mantissa, exponent = "0"] = String(Math.abs(value)).split("e");
  const shifted = Number(`${mantissa ?? "0"}e${String(Number(exponent) + digits)}`);
  if (!Number.isSafeInteger(Math.round(shifted))) return value;
  const [rounded, scale = "0"] = String(Math.round(shifted)).split("e");
  const back = Number(`${rounded ?? "0"}e${String(Number(scale) - digits)}`);
  return finite(value < 0 ? -back : back, "ROUND");
}

function clampDigits(digits: number): number {
  return Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, Math.trunc(digits)));
}
