import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { any, defineFunction, number, optional } from "../define.ts";

export const first = defineFunction({
  name: "FIRST",
  parameters: [any("listOrText"), optional(number("count"))],
  returns: "any",
  summary:
    "Gives the first item of a list or word of a text, or the first ones where a count is given.",
  example: `FIRST(["a", "b"])  ' "a"`,
  run: (_, value, count) => {
    if (Array.isArray(value)) {
      return count === undefined ? (value[0] ?? null) : value.slice(0, Math.max(0, count));
    }
    const words: string[] = [];
    for (const word of wordsOf(value)) {
      if (words.length >= (count ?? 1)) break;
      words.push(word);
    }
    return words.join(" ");
  },
});

export const last = defineFunction({
  name: "LAST",
  parameters: [any("listOrText"), optional(number("count"))],
  returns: "any",
  summary:
    "Gives the last item of a list or word of a text, or the last ones where a count is given.",
  example: `LAST("one two three")  ' "three"`,
  run: (_, value, count) => {
    const most = Math.max(0, Math.trunc(count ?? 1));
    if (Array.isArray(value)) {
      return count === undefined
        ? (value.at(-1) ?? null)
        : value.slice(Math.max(0, value.length - most));
    }
    const words = Array.from(wordsOf(value));
    return words.slice(Math.max(0, words.length - most)).join(" ");
  },
});

function* wordsOf(value: Value): Generator<string> {
  for (const [word] of toText(value).matchAll(/\S+/g)) yield word;
}
