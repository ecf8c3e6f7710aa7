import { error } from "../message.ts";

/** GB115x: how CONST is written; GB226x: what its names mean. */
export const constantMessages = {
  noValue: (name: string) =>
    error(
      "GB1150",
      `CONST ${name} has no value`,
      `write CONST ${name} = value; DIM ${name} makes a variable`,
    ),
  insideBlock: (name: string) =>
    error(
      "GB1151",
      `CONST ${name} stands inside a block, but its value holds everywhere`,
      "move it out of the block; where the value depends on something, write LET",
    ),
  setAgain: (name: string) =>
    error(
      "GB2260",
      `${name} is a CONST, so its value cannot change`,
      `give what changes another name, or write LET ${name} = … in the place of CONST`,
    ),
  isHere: (name: string) => `CONST ${name} is here`,
  dependsOnVariable: (name: string, variable: string) =>
    error(
      "GB2261",
      `the value of CONST ${name} must not depend on ${variable}, which may change`,
      `make ${variable} a CONST too, or write LET ${name} = …`,
    ),
  dependsOn: (name: string, part: string) =>
    error(
      "GB2263",
      `the value of CONST ${name} must not depend on ${part}, which may give another one each time`,
      `write LET ${name} = …`,
    ),
  tooEarly: (name: string, part: string) =>
    error(
      "GB2262",
      `CONST ${name} needs the value of ${part}, which comes further down`,
      `move CONST ${part} above it`,
    ),
} as const;
