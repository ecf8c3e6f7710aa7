import { expect, test } from "vitest";
import type { Colour } from "../../src/compile/context.ts";
import { Coverage } from "../../src/compile/coverage/coverage.ts";
import { compile, testRun } from "./run-script.ts";

/** Runs a script and writes behind each line how often its statements ran, and the ways it took. */
async function counts(text: string, colour: Colour): Promise<readonly string[]> {
  const coverage = new Coverage();
  const script = compile(text, colour, coverage);
  await script.runMain(testRun().context);
  const [file] = coverage.files;
  if (file === undefined) throw new Error("nothing was counted");
  const lineOf = (start: number) => file.file.position(start).line;
  const shown = text.trimEnd().split("\n");
  const add = (start: number, note: string) => {
    const at = lineOf(start) - 1;
    shown[at] = `${shown[at] ?? ""} ${note}`;
  };
  const inOrder = file.statements.toSorted((one, other) => one.span.start - other.span.start);
  for (const { span, counter } of inOrder) add(span.start, `~${String(counter.hits)}`);
  for (const { kind, span, paths } of file.branches) {
    add(span.start, `${kind}(${paths.map(({ counter }) => counter.hits).join(" ")})`);
  }
  for (const { head, name, counter } of file.bodies) {
    add(head.start, `${name}:${String(counter.hits)}`);
  }
  return shown;
}

/** Each line with what is expected behind it; the script is what stands before the `  `. */
const SCRIPTS: readonly string[] = [
  `A = 1 ~1
IF A = 1 THEN ~1 if(1 0)
  PRINT "one" ~1
END IF
IF A = 2 THEN PRINT "two" ~1 ~0 if(0 1)
IF A = 3 THEN ~1 if(0 0 1)
  PRINT "three" ~0
ELSEIF A = 4 THEN
  PRINT "four" ~0
ELSE
  PRINT "else" ~1
END IF`,
  `FOR I = 1 TO 3 ~1
  SELECT CASE I ~3 select(1 0 2)
    CASE 1
      PRINT "a" ~1
    CASE 7, 8
      PRINT "b" ~0
  END SELECT
NEXT`,
  `N = 0 ~1
FOR I = 1 TO N ~1 loop(0 1)
  PRINT I ~0
NEXT
FOR EACH X IN [1, 2] ~1
  PRINT X ~2
NEXT
L = [5, 6] ~1
FOR EACH X IN L ~1 loop(2 0)
  PRINT X ~2
NEXT
WHILE N < 2 ~1 loop(2 0)
  N = N + 1 ~2
WEND
DO UNTIL N = 2 ~1 loop(0 1)
  N = N + 1 ~0
LOOP
DO ~1
  N = N + 1 ~2
LOOP UNTIL N = 4`,
  `A = NULL ~1
B = A ?? "x" ~1 logic(0 1)
C = B = "x" ? 1 : 2 ~1 choice(1 0)
D = IIF(C = 2, "p", "q") ~1 choice(0 1)
IF C = 1 AND D = "q" THEN PRINT "both" ~1 ~1 if(1 0) logic(0 1)
E = TRUE OR D = "q" ~1 logic(1 0)`,
  `GREET "Ana" ~1
GREET "Eva", "Bye" ~1
SUB GREET(NAME, WORD = "Hello") default(1) GREET:2
  PRINT WORD + " " + NAME ~2
END SUB
FUNCTION UNUSED(X) UNUSED:0
  IF X THEN RETURN 1 ~0 ~0 if(0 0)
  RETURN 2 ~0
END FUNCTION`,
  `TRY ~1
  X = 1 / 0 ~1
  PRINT "no" ~0
CATCH E
  PRINT "caught" ~1
FINALLY
  PRINT "end" ~1
END TRY
GOSUB MORE ~1
EXIT ~1
MORE:
PRINT "more" ~1
RETURN ~1`,
];

const withoutNotes = (line: string) => line.replace(/(?: (?:~\d+|[\w ]+\([\d ]+\)|\w+:\d+))+$/, "");

test.each(
  SCRIPTS.flatMap(
    (noted) =>
      [
        [noted, "as needed"],
        [noted, "async"],
      ] as const,
  ),
)("%s counts %s", async (noted, colour) => {
  const text = noted.split("\n").map(withoutNotes).join("\n");
  expect((await counts(text, colour)).join("\n")).toBe(noted);
});
