import type { Element } from "@xmldom/xmldom";
import { areKeys, type Gather, type Given, pressed } from "../testing/telephone/gather.ts";
import { textOf } from "../testing/telephone/read-twiml.ts";

/** The person at the telephone, in a terminal. */
export interface Caller {
  /** Shows a line. */
  hear(line: string): void;
  /** Reads a line that the person types; undefined where the person hung up. */
  answer(): Promise<string | undefined>;
}

/** Shows a verb that can be heard; what needs a real telephone is named. */
export function sound(verb: Element, caller: Caller): void {
  const { tagName } = verb;
  const text = textOf(verb);
  switch (tagName) {
    case "Say":
      caller.hear(`Say: ${text}`);
      return;
    case "Play":
      caller.hear(`Play: ${text === "" ? `keys ${verb.getAttribute("digits") ?? ""}` : text}`);
      return;
    case "Pause":
      caller.hear(`Pause: ${verb.getAttribute("length") ?? "1"} s`);
      return;
    default:
      caller.hear(
        `${[tagName, text].join(" ").trim()}: left out, since there is no telephone here`,
      );
  }
}

/** Asks the person for keys or words. @returns undefined for silence */
export async function listen(
  gather: Gather,
  caller: Caller,
): Promise<Given | undefined | "hung up"> {
  caller.hear(`Gather: ${askedFor(gather)}`);
  for (;;) {
    const line = (await caller.answer())?.trim();
    if (line === undefined) return "hung up";
    if (line === "") return undefined;
    if (gather.takesKeys && areKeys(line)) return pressed(line, gather);
    if (gather.takesWords) return { speech: line };
    caller.hear("only the keys 0 to 9, * and # are asked for");
  }
}

function askedFor({ takesKeys, takesWords, keyCount }: Gather): string {
  const keys = keyCount === Infinity ? "keys" : `${String(keyCount)} keys`;
  const kinds = [...(takesKeys ? [keys] : []), ...(takesWords ? ["words"] : [])];
  return `${kinds.join(" or ")}; an empty line says nothing`;
}
