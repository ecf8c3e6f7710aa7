import { expect, test } from "vitest";
import { checkScript } from "../../src/check/check.ts";
import { sourceAlone } from "../../src/check/script-source.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse, registry } from "../compile/run-script.ts";

/** Names the procedures of a script that may have to wait. */
function waiting(text: string): string[] {
  const file = new SourceFile("test.bas", text);
  const ignore = () => undefined;
  const { procedures } = checkScript(sourceAlone(file, parse(file, ignore)), registry, ignore);
  return [...procedures].filter(([, { body }]) => body.suspends).map(([key]) => key);
}

test("what suspends makes its callers wait, in circles too", () => {
  const source = `
SUB seed()
  x = LATER 1
END SUB
FUNCTION caller()
  RETURN other()
END FUNCTION
FUNCTION other()
  IF TRUE THEN seed()
  RETURN caller()
END FUNCTION
FUNCTION pure(n)
  RETURN twin(n)
END FUNCTION
FUNCTION twin(n)
  RETURN pure(n)
END FUNCTION
SUB job()
END SUB
SUB starter()
  SPAWN seed()
END SUB
SUB deep()
  FOR i = 1 TO 2
    DO
      SELECT CASE 1
        CASE 1
          y = [1, { "a": -(caller()) }]
      END SELECT
    LOOP UNTIL TRUE
  NEXT
END SUB`;
  expect(waiting(source)).toEqual(["SEED", "CALLER", "OTHER", "DEEP"]);
});

test("neither SPAWN nor a message makes code wait", () => {
  const source = `SUB a()\nSPAWN b(1)\nSEND SMS TO "1" WITH "x"\nEND SUB\nSUB b(x)\ny = LATER x\nEND SUB`;
  expect(waiting(source)).toEqual(["B"]);
});
