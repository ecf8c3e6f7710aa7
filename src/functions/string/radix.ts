import { toWhole } from "../../runtime/value/number.ts";
import { defineFunction, number } from "../define.ts";

export const hex = defineFunction({
  name: "HEX$",
  parameters: [number("number")],
  returns: "text",
  summary: "Writes a whole number with hexadecimal digits; a negative one as its two's complement.",
  example: `HEX$(255)  ' "FF"`,
  run: (_, value) => inRadix(value, 16),
});

export const octal = defineFunction({
  name: "OCT$",
  parameters: [number("number")],
  returns: "text",
  summary: "Writes a whole number with octal digits; a negative one as its two's complement.",
  example: `OCT$(8)  ' "10"`,
  run: (_, value) => inRadix(value, 8),
});

export const binary = defineFunction({
  name: "BIN$",
  parameters: [number("number")],
  returns: "text",
  summary: "Writes a whole number with binary digits; a negative one as its two's complement.",
  example: `BIN$(5)  ' "101"`,
  run: (_, value) => inRadix(value, 2),
});

/** A negative number gets 32 bits, as in Visual Basic, or 64 where these are too few. */
function inRadix(value: number, radix: number): string {
  const whole = BigInt(toWhole(value));
  const bits = whole >= -(2n ** 31n) ? 32 : 64;
  return (whole < 0n ? BigInt.asUintN(bits, whole) : whole).toString(radix).toUpperCase();
}
