import { finite } from "../../runtime/value/number.ts";
import { defineFunction, number, optional } from "../define.ts";

export const sqr = defineFunction({
  name: "SQR",
  aliases: ["SQRT"],
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the square root.",
  example: `SQR(9)  ' 3`,
  raises: ["GB3003"],
  run: (_, value) => finite(Math.sqrt(value), "SQR"),
});

export const pow = defineFunction({
  name: "POW",
  aliases: ["POWER"],
  parameters: [number("base"), number("exponent")],
  returns: "number",
  summary: "Raises a number to a power.",
  example: `POW(2, 10)  ' 1024`,
  raises: ["GB3003"],
  run: (_, base, exponent) => finite(base ** exponent, "POW"),
});

export const log = defineFunction({
  name: "LOG",
  aliases: ["LN"],
  parameters: [number("number"), optional(number("base"))],
  returns: "number",
  summary: "Gives the natural logarithm, or the one to a base.",
  example: `LOG(1)  ' 0`,
  raises: ["GB3003"],
  run: (_, value, base) => {
    const natural = finite(Math.log(value), "LOG");
    return base === undefined ? natural : finite(natural / Math.log(base), "LOG");
  },
});

export const log10 = defineFunction({
  name: "LOG10",
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the logarithm to the base 10.",
  example: `LOG10(1000)  ' 3`,
  raises: ["GB3003"],
  run: (_, value) => finite(Math.log10(value), "LOG10"),
});

export const log2 = defineFunction({
  name: "LOG2",
  parameters: [number("number")],
  returns: "number",
  summary: "Gives the logarithm to the base 2.",
  example: `LOG2(8)  ' 3`,
  raises: ["GB3003"],
  run: (_, value) => finite(Math.log2(value), "LOG2"),
});

export const exp = defineFunction({
  name: "EXP",
  parameters: [number("exponent")],
  returns: "number",
  summary: "Raises the base of the natural logarithm to a power.",
  example: `EXP(0)  ' 1`,
  raises: ["GB3003"],
  run: (_, exponent) => finite(Math.exp(exponent), "EXP"),
});
