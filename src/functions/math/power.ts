import { finite } from "../../runtime/value/number.ts";
import { defineFunction, number } from "../define.ts";

export const sqr = defineFunction({
  name: "SQR",
  aliases: ["SQRT"],
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the square root.",
  example: `SQR(9)  ' 3`,
  run: ([value]) => finite(Math.sqrt(value), "SQR"),
});

export const pow = defineFunction({
  name: "POW",
  aliases: ["POWER"],
  parameters: [number("base"), number("exponent")],
  returns: "number",
  summary: "Raises a number to a power.",
  example: `POW(2, 10)  ' 1024`,
  run: ([base, exponent]) => finite(base ** exponent, "POW"),
});

export const log = defineFunction({
  name: "LOG",
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the natural logarithm.",
  example: `LOG(1)  ' 0`,
  run: ([value]) => finite(Math.log(value), "LOG"),
});

export const exp = defineFunction({
  name: "EXP",
  parameters: [number("exponent")],
  returns: "number",
  summary: "Raises the base of the natural logarithm to a power.",
  example: `EXP(0)  ' 1`,
  run: ([exponent]) => finite(Math.exp(exponent), "EXP"),
});
