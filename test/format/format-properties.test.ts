import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceFile } from "../../src/source/source-file.ts";
import { anyText, respacedScript } from "../arbitrary-text.ts";
import { allScripts } from "../scripts.ts";
import { format, read, tryFormat } from "./format.ts";

/** The pages about messages show wrong scripts too. */
const rightScripts = allScripts().filter(({ text }) => tryFormat(text).kind !== "unreadable");

test.each(rightScripts.map(({ place, text }) => [place, text]))(
  "%s is in the style (npx gbasic fmt writes it)",
  (_, text) => {
    expect(format(text)).toBe(text);
  },
);

/** The tokens and comments of a script, whatever is between them and however they are spelt. */
function written(text: string): string {
  const { raw, tree } = read(new SourceFile("test.bas", text), () => undefined);
  const pieces = raw.filter(({ tokenType }) => !/Newline|TextBlock/.test(tokenType.name));
  const comments = tree.comments.map((comment) => comment.text.trimEnd());
  const all = [...pieces.map(({ image }) => image), ...comments].join("\0").toUpperCase();
  return all.replaceAll("ENDIF", "END\0IF").replaceAll("ELSE\0IF", "ELSEIF");
}

describe("whatever the script, if it is right,", () => {
  test.each([
    ["any text", anyText, 1000],
    ["scripts with other blanks", respacedScript, 100],
  ] as const)("%s: the meaning stays, nothing is lost, and once is enough", (_, texts, numRuns) => {
    let count = 0;
    const property = fc.property(texts, (text) => {
      const result = tryFormat(text);
      if (result.kind === "unreadable") return;
      count++;
      if (result.kind === "changed") throw new Error("it would say something else");
      expect(written(result.text)).toBe(written(text));
      expect(format(result.text)).toBe(result.text);
    });
    fc.assert(property, { seed: 1, numRuns });
    expect(count).toBeGreaterThan(numRuns / 20);
  });
});
