import { finite } from "../../runtime/value/number.ts";
import { defineFunction, number } from "../define.ts";

export const sin = defineFunction({
  name: "SIN",
  parameters: [number("radians")],
  returns: "number",
  summary: "Gives the sine of an angle.",
  example: `SIN(0)  ' 0`,
  run: (_, radians) => finite(Math.sin(radians), "SIN"),
});

export const cos = defineFunction({
  name: "COS",
  parameters: [number("radians")],
  returns: "number",
  summary: "Gives the cosine of an angle.",
  example: `COS(0)  ' 1`,
  run: (_, radians) => finite(Math.cos(radians), "COS"),
});

export const tan = defineFunction({
  name: "TAN",
  parameters: [number("radians")],
  returns: "number",
  summary: "Gives the tangent of an angle.",
  example: `TAN(0)  ' 0`,
  run: (_, radians) => finite(Math.tan(radians), "TAN"),
});

export const atn = defineFunction({
  name: "ATN",
  aliases: ["ATAN"],
  parameters: [number("tangent")],
  returns: "number",
  summary: "Gives the angle, in radians, that has a tangent.",
  example: `ROUND(ATN(1), 5)  ' 0.7854`,
  run: (_, tangent) => Math.atan(tangent),
});

export const asin = defineFunction({
  name: "ASIN",
  parameters: [number("sine")],
  returns: "number",
  summary: "Gives the angle, in radians, that has a sine.",
  example: `ROUND(ASIN(1), 5)  ' 1.5708`,
  raises: ["GB3003"],
  run: (_, sine) => finite(Math.asin(sine), "ASIN"),
});

export const acos = defineFunction({
  name: "ACOS",
  parameters: [number("cosine")],
  returns: "number",
  summary: "Gives the angle, in radians, that has a cosine.",
  example: `ACOS(1)  ' 0`,
  raises: ["GB3003"],
  run: (_, cosine) => finite(Math.acos(cosine), "ACOS"),
});

export const atan2 = defineFunction({
  name: "ATAN2",
  aliases: ["ATN2"],
  parameters: [number("y"), number("x")],
  returns: "number",
  summary: "Gives the angle, in radians, from the x axis to a point.",
  example: `ROUND(ATAN2(1, 1), 5)  ' 0.7854`,
  run: (_, y, x) => Math.atan2(y, x),
});

export const pi = defineFunction({
  name: "PI",
  parameters: [],
  returns: "number",
  summary: "Gives the ratio of a circle's circumference to its diameter.",
  example: `ROUND(PI(), 5)  ' 3.14159`,
  run: () => Math.PI,
});
