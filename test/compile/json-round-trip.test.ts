import fc from "fast-check";
import { expect, test } from "vitest";
import { toJson } from "../../src/runtime/value/json.ts";
import { anyValue } from "../runtime/value/any-value.ts";
import { compile, testRun } from "./run-script.ts";

const script = compile(`FUNCTION ROUND_TRIP(TEXT$)
  VALUE = PARSE JSON TEXT$
  WRITTEN$ = JSON$(VALUE)
  RETURN { "value": VALUE, "written": WRITTEN$, "again": PARSE JSON WRITTEN$ }
END FUNCTION`);

test("what a script reads as JSON it writes, reads again and gives as it came", async () => {
  const procedure = script.procedures.get("ROUND_TRIP");
  if (procedure === undefined) throw new Error("the script has a function");
  await fc.assert(
    fc.asyncProperty(anyValue, async (value) => {
      const { context } = testRun({ textLength: 100_000 });
      const text = toJson(value);
      const result = await procedure.run(context, [text]);
      expect(toJson(result)).toBe(
        `{"value":${text},"written":${JSON.stringify(text)},"again":${text}}`,
      );
    }),
    { seed: 1, numRuns: 100 },
  );
});
