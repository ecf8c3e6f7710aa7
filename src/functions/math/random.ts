import { valueMessages } from "../../diagnostics/codes/values.ts";
import { BasicError } from "../../runtime/error.ts";
import { finite } from "../../runtime/value/number.ts";
import { any, defineFunction, number, optional } from "../define.ts";

export const rnd = defineFunction({
  name: "RND",
  parameters: [optional(any("ignored"))],
  returns: "number",
  summary: "Gives a random number from 0 up to, but never, 1.",
  example: `FLOOR(RND())  ' 0`,
  needs: ["random"],
  run: ({ host }) => host.random.next(),
});

export const random = defineFunction({
  name: "RANDOM",
  aliases: ["RANDBETWEEN", "RANDOMINT"],
  parameters: [optional(number("minOrMax")), optional(number("max"))],
  returns: "number",
  summary:
    "Gives a random whole number from one to another, both included, or from 0 to the only one; without any, as RND does.",
  example: `RANDOM(7, 7)  ' 7`,
  raises: ["GB3045"],
  needs: ["random"],
  run: ({ host }, first, second) => {
    if (first === undefined) return host.random.next();
    const low = Math.ceil(second === undefined ? 0 : first);
    const high = Math.floor(second ?? first);
    if (high < low) throw new BasicError(valueMessages.emptyRange(low, high));
    return finite(low + Math.floor(host.random.next() * (high - low + 1)), "RANDOM");
  },
});
