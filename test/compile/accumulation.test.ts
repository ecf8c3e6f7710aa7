import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { output } from "./run-script.ts";

const roomy = { textLength: 1_000_000 };
const START = `A$ = STRING$(700, "ab")
B$ = STRING$(300, "é😀x")
`;
const variable = fc.constantFrom("A$", "B$");
const addition = fc.constantFrom('"tail"', '"😀"', "12.5", "LEFT$(A$, 3)", "LEN(B$)", '""', "B$");
const place = fc.integer({ min: -2, max: 2000 });

const append = fc
  .tuple(variable, fc.constantFrom("+", "&"), addition, addition)
  .map(([name, operator, one, two]) => `${name} = ${name} ${operator} ${one} ${operator} ${two}`);
const other = fc.constantFrom("A$ = B$", 'A$ = B$ + "more"', 'B$ = "new" + B$', 'A$ = ""');
const read = fc.oneof(
  fc.tuple(variable, place).map(([name, count]) => `PRINT LEFT$(${name}, ${String(count)})`),
  fc.tuple(variable, place).map(([name, count]) => `PRINT RIGHT$(${name}, ${String(count)})`),
  fc
    .tuple(variable, place, place)
    .map(([name, from, count]) => `PRINT MID$(${name}, ${String(from)}, ${String(count)})`),
);
const line = fc.oneof(
  { weight: 4, arbitrary: append },
  { weight: 1, arbitrary: other },
  { weight: 3, arbitrary: read },
);

describe("a text that grows", () => {
  // Code that may wait joins texts plainly, so both flavours give what plain texts would.
  it("has the same parts however it was made", async () => {
    const lines = fc.array(line, { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(lines, async (body) => {
        const given = await output(START + body.join("\n"), roomy);
        expect(given).not.toContain("GB3");
      }),
    );
  });

  it("is joined from left to right, numbers too", async () => {
    const source = 'A$ = STRING$(2000, "a")\nA$ = A$ + 1 + 2 & 3\nPRINT RIGHT$(A$, 4)';
    expect(await output(source, roomy)).toBe("a123");
  });

  it("may grow up to the limit, and the operator that goes beyond it is named", async () => {
    const grow = 'A$ = STRING$(1990, "a")\nA$ = A$ + "12345" + "67890"\nPRINT RIGHT$(A$, 2)';
    expect(await output(grow, { textLength: 2000 })).toBe("90");
    expect(await output(grow, { textLength: 1999 })).toBe("GB3090 2:19");
  });

  it("is left as it was where a part of the addition fails", async () => {
    const source = `A$ = STRING$(2000, "a")
TRY
  A$ = A$ + "b" + VAL(NOTHING.X.Y / 0)
CATCH E
END TRY
PRINT LEN(A$)`;
    expect(await output(source, roomy)).toBe("2000");
  });
});
