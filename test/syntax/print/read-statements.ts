import { SourceFile } from "../../../src/source/source-file.ts";
import { statements } from "../../../src/statements/index.ts";
import { knownPhrases } from "../../../src/statements/known/index.ts";
import type { ScriptTree } from "../../../src/syntax/ast.ts";
import { createParser } from "../../../src/syntax/parser.ts";
import { NOWHERE } from "./nowhere.ts";

const parse = createParser(statements, knownPhrases);

/** Reads a script. @throws Error where something is wrong with it */
export function read(text: string): ScriptTree {
  const problems: string[] = [];
  const tree = parse(new SourceFile("test.bas", text), ({ code, message, severity }) => {
    if (severity === "error") problems.push(`${code} ${message}`);
  });
  if (problems.length > 0) throw new Error(`${problems.join("\n")}\n${text}`);
  return tree;
}

/** Statements that are kept as they are written, and those that say something of the script. */
export const writtenStatements = read(`FROB "a", b
zap it
USE KB "x" + y
SAVE "t" WITH a AS b,
  c = { d: 1 }
HEAR name AS "A", "B"
x = FIND "t" WHERE a = "two
lines" AND b
RETURN WITH a AS 1
BEGIN FOO
    it's \${a + "b"}

      "x
END FOO
ORCHESTRATE WORKFLOW "w"
  STEP 1 : BOT "b" "t"
END ORCHESTRATE
PARAM a, b AS STRING(50) LIKE Ana Silva DESCRIPTION "who" OPTIONAL
PARAM c AS "x", "y" REQUIRED
PARAM d AS NUMBER ENUM ["1", "2"] DEFAULT -1
PARAM e DEFAULT en-US
DESCRIPTION It's "so"
TABLE "my t" ON sales
  id number key,
  ' remark

  UNIQUE(a, b)
END TABLE`).body.map((statement) => ({ ...statement, ...NOWHERE }));

/** Handlers that are not served. */
export const unservedHandlers = read(`ON INSERT OF "t"
ON EVENT "e" DO
  PRINT 1
END ON
ON FORM SUBMIT "w"`).unserved.map((handler) => ({ ...handler, ...NOWHERE }));
