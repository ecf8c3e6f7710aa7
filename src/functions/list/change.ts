import { checkListLength } from "../../runtime/value/limits.ts";
import { any, changedList, defineFunction, number, optional, rest } from "../define.ts";

export const append = defineFunction({
  name: "APPEND",
  aliases: ["PUSH"],
  parameters: [changedList("list"), rest(any("items"))],
  returns: "list",
  summary: "Adds items at the end of a list, in place, and gives the list.",
  example: `APPEND([1, 2], 3)  ' [1, 2, 3]`,
  raises: ["GB3011", "GB3091"],
  run: ({ limits }, items, added) => {
    checkListLength(items.length + added.length, limits);
    items.push(...added);
    return items;
  },
});

export const pop = defineFunction({
  name: "POP",
  parameters: [changedList("list")],
  returns: "any",
  summary: "Takes the last item from a list, in place, and gives it; null where there is none.",
  example: `POP([1, 2])  ' 2`,
  raises: ["GB3011"],
  run: (_, items) => items.pop() ?? null,
});

export const splice = defineFunction({
  name: "SPLICE",
  parameters: [changedList("list"), number("start"), optional(number("count")), rest(any("items"))],
  returns: "list",
  summary:
    "Takes items from a list from an index on, in place, puts others there, and gives those taken.",
  example: `SPLICE(["a", "b", "c"], 1, 1)  ' ["b"]`,
  raises: ["GB3011", "GB3091"],
  run: ({ limits }, items, start, count = items.length, added) => {
    checkListLength(items.length + added.length, limits);
    return items.splice(start, count, ...added);
  },
});

export const array = defineFunction({
  name: "ARRAY",
  parameters: [rest(any("items"))],
  returns: "list",
  summary: "Makes a list of its arguments.",
  example: `ARRAY(1, "a")  ' [1, "a"]`,
  run: (_, items) => [...items],
});
