/**
 * What other scripts would have done in a server before: each statement is run in a script of its
 * own, so that the interpreter's call sites have seen many shapes of programs.
 */
const BODIES = [
  "T = T + K * 3",
  "T = T - K / 7",
  "T = (T + K) MOD 1000",
  "T = T + K \\ 3",
  "T = ABS(T - K) + 2 ^ 3",
  "IF K > 10 AND T < 5000 THEN T = T + 1 ELSE T = 0",
  "IF K = 3 OR NOT (K > 4) THEN T = T + 2",
  'S$ = "a" + STR$(K)',
  'S$ = "a" & K & "b"',
  'S$ = "${K} of ${T}"',
  'S$ = UCASE$("abc") + LCASE$("DEF")',
  'S$ = LEFT$("abcdef", 3) + RIGHT$("abcdef", 2)',
  'T = T + LEN(TRIM$("  x  "))',
  'T = T + INSTR("hello world", "wor")',
  'S$ = REPLACE("a-b-c", "-", "+")',
  'L = SPLIT("a,b,c", ",")\nT = T + UBOUND(L)',
  'L = [K, T, "x"]\nT = T + L[0]',
  'O = {"a": K, "b": {"c": 2}}\nT = T + O.b.c',
  'O = PARSE JSON "{""a"":[1,2]}"\nT = T + O.a[1]',
  'IF GET JSON PATH (PARSE JSON "{""a"":1}"), "a" = 1 THEN T = T + 1',
  "FOR J = 1 TO 3\nT = T + J\nNEXT J",
  "FOR EACH X IN [1, 2, 3]\nT = T + X\nNEXT X",
  "J = 0\nWHILE J < 3\nJ = J + 1\nWEND",
  "J = 0\nDO\nJ = J + 1\nLOOP UNTIL J >= 3",
  "SELECT CASE K MOD 3\nCASE 0\nT = T + 1\nCASE 1, 2\nT = T + 2\nEND SELECT",
  "T = T + DOUBLE(K)",
  "T = T + DOUBLE(DOUBLE(K)) - DOUBLE(1)",
  "COUNT UP K",
  "T = K > 3 ? T + 1 : T - 1",
  'T = MISSING.member.deep ?? T\nIF MISSING = "" THEN T = T + 1',
] as const;

const TURNS = 2000;

/** The scripts to run first, as source text. */
export const WARM_UP_SCRIPTS: readonly string[] = BODIES.map(
  (body) => `T = 0
FOR K = 1 TO ${TURNS}
${body}
NEXT K

FUNCTION DOUBLE(N)
  RETURN N * 2
END FUNCTION

SUB COUNT UP(N)
  T = T + N
END SUB
`,
);
