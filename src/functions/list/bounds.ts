import { defineFunction, list } from "../define.ts";

export const ubound = defineFunction({
  name: "UBOUND",
  parameters: [list("items")],
  returns: "number",
  summary: "Counts the items of a list, which is how scripts use it; the last index is one less.",
  example: `UBOUND(["a", "b"])  ' 2`,
  run: (_, items) => items.length,
});

export const lbound = defineFunction({
  name: "LBOUND",
  parameters: [list("items")],
  returns: "number",
  summary: "Gives the first index of a list, which is always 0.",
  example: `LBOUND(["a", "b"])  ' 0`,
  run: () => 0,
});
