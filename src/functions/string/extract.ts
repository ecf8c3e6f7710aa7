import { findText } from "../../runtime/value/find.ts";
import { defineFunction, text } from "../define.ts";

export const extractAfter = defineFunction({
  name: "EXTRACT_AFTER$",
  aliases: ["EXTRACTAFTER"],
  parameters: [text("text"), text("mark")],
  returns: "text",
  summary:
    "Gives what stands after the first occurrence of a mark; an empty text if it is not there.",
  example: `EXTRACT_AFTER("Order: 42", ": ")  ' "42"`,
  run: (_, value, mark) => after(value, mark) ?? "",
});

export const extractBefore = defineFunction({
  name: "EXTRACT_BEFORE$",
  aliases: ["EXTRACTBEFORE"],
  parameters: [text("text"), text("mark")],
  returns: "text",
  summary:
    "Gives what stands before the first occurrence of a mark; an empty text if it is not there.",
  example: `EXTRACT_BEFORE("ana@example.com", "@")  ' "ana"`,
  run: (_, value, mark) => before(value, mark) ?? "",
});

export const extractBetween = defineFunction({
  name: "EXTRACT_BETWEEN$",
  aliases: ["EXTRACTBETWEEN"],
  parameters: [text("text"), text("start"), text("end")],
  returns: "text",
  summary:
    "Gives what stands between a mark and the next occurrence of another; an empty text if either is not there.",
  example: `EXTRACT_BETWEEN("Ana <ana@example.com>", "<", ">")  ' "ana@example.com"`,
  run: (_, value, start, end) => {
    const rest = after(value, start);
    return rest === undefined ? "" : (before(rest, end) ?? "");
  },
});

function after(value: string, mark: string): string | undefined {
  const at = findText(value, mark);
  return at === -1 ? undefined : value.slice(at + mark.length);
}

/** An empty mark stands at the end, so that nothing is cut off. */
function before(value: string, mark: string): string | undefined {
  if (mark === "") return value;
  const at = findText(value, mark);
  return at === -1 ? undefined : value.slice(0, at);
}
