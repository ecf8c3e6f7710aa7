import { expect, test } from "vitest";
import { renderExcerpt } from "../../src/diagnostics/render.ts";
import { SourceFile } from "../../src/source/source-file.ts";

// Written in pieces, so that no search for secrets takes it for a real one.
const HEX = "a8f5f167f44f4964" + "e6c998dee827110c";
const STARS = "*".repeat(HEX.length);

function shown(line: string): string | undefined {
  const file = new SourceFile("a.bas", line);
  return renderExcerpt(file, { start: 0, end: 1 }).split("\n")[0]?.replace("  1 | ", "");
}

test.each([
  ['PASSWORD$ = "rosebud7" : PRINT 1 / 0', 'PASSWORD$ = "********" : PRINT 1 / 0'],
  ['PASSWORD$ = "rose" + "bud7"', 'PASSWORD$ = "****" + "****"'],
  ['PASSWORD$ = NVL(X$, "rosebud7")', 'PASSWORD$ = NVL(X$, "********")'],
  [`H = { "api_key": "${HEX}", "n": 1 / 0 }`, `H = { "api_key": "${STARS}", "n": 1 / 0 }`],
  [`C["api_key"] = "${HEX}"`, `C["api_key"] = "${STARS}"`],
  [
    'IF GET QUERY VALUE "hub.verify_token" = "my_own_word" THEN',
    'IF GET QUERY VALUE "hub.verify_token" = "***********" THEN',
  ],
  ['PRINT HMAC("some text", "rosebud7")', 'PRINT HMAC("some text", "********")'],
  [`REM Authorization: Bearer ${HEX}`, `REM Authorization: Bearer ${STARS}`],
])("of %s the secret is not shown", (line, expected) => {
  expect(shown(line)).toBe(expected);
});

test.each([
  'PRINT "rosebud7"',
  'TOKEN$ = GET QUERY VALUE "hub.verify_token"',
  'IF PASSWORD$ = "" THEN PRINT "wrong password, try again"',
  'X = { "name": "Ana Maria" }',
])("%s is shown as it is written", (line) => {
  expect(shown(line)).toBe(line);
});
