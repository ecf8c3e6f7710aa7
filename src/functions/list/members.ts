import { hasMember } from "../../runtime/value/member.ts";
import { isObject } from "../../runtime/value/kind.ts";
import { any, defineFunction, text } from "../define.ts";

export const keys = defineFunction({
  name: "KEYS",
  parameters: [any("object")],
  returns: "list",
  summary: "Lists the names of the members of an object.",
  example: `KEYS({ "a": 1, "b": 2 })  ' ["a", "b"]`,
  run: (_, value) => (isObject(value) ? Object.keys(value) : []),
});

export const values = defineFunction({
  name: "VALUES",
  parameters: [any("object")],
  returns: "list",
  summary: "Lists the values of the members of an object.",
  example: `VALUES({ "a": 1, "b": 2 })  ' [1, 2]`,
  run: (_, value) => (isObject(value) ? Object.values(value) : []),
});

export const hasKey = defineFunction({
  name: "HASKEY",
  aliases: ["HAS_KEY"],
  parameters: [any("object"), text("name")],
  returns: "boolean",
  summary: "Tells whether an object has a member of a name.",
  example: `HASKEY({ "a": 1 }, "b")  ' false`,
  run: (_, value, name) => hasMember(value, name),
});
