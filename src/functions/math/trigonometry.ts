import { finite } from "../../runtime/value/number.ts";
import { defineFunction, number } from "../define.ts";

export const sin = defineFunction({
  name: "SIN",
  parameters: [number("radians")],
  returns: "number",
  summary: "Gives the sine of an angle.",
  example: `SIN(0)  ' 0`,
  run: ([radians]) => finite(Math.sin(radians), "SIN"),
});

export const cos = defineFunction({
  name: "COS",
  parameters: [number("radians")],
  returns: "number",
  summary: "Gives the cosine of an angle.",
  example: `COS(0)  ' 1`,
  run: ([radians]) => finite(Math.cos(radians), "COS"),
});

export const tan = defineFunction({
  name: "TAN",
  parameters: [number("radians")],
  returns: "number",
  summary: "Gives the tangent of an angle.",
  example: `TAN(0)  ' 0`,
  run: ([radians]) => finite(Math.tan(radians), "TAN"),
});

export const atn = defineFunction({
  name: "ATN",
  aliases: ["ATAN"],
  parameters: [number("tangent")],
  returns: "number",
  summary: "Gives the angle, in radians, that has a tangent.",
  example: `ROUND(ATN(1), 5)  ' 0.7854`,
  run: ([tangent]) => Math.atan(tangent),
});

export const pi = defineFunction({
  name: "PI",
  parameters: [],
  returns: "number",
  summary: "Gives the ratio of a circle's circumference to its diameter.",
  example: `ROUND(PI(), 5)  ' 3.14159`,
  run: () => Math.PI,
});
