import { globSync, readFileSync } from "node:fs";

/** One turn of the straight code, in BASIC and in JavaScript; `N` is the number of the turn. */
const STRAIGHT = {
  basic: [
    "PRICE_N = PRICE_0 + 12 * 3 - 4",
    'GREETING_N$ = "Hello, " + UCASE$(GREETING_0$) + "!"',
    "LET RATIO_N = (PRICE_N - 1) / (PRICE_0 + 2)",
    "PRINT RATIO_N, GREETING_N$",
    "IF PRICE_N > 100 THEN PRICE_N = PRICE_N - 10",
    "",
    "ITEMS[2] = ITEMS[0] + LEN(GREETING_N$)",
    "ORDER.total = ORDER.total + PRICE_N",
    "FOR I = 1 TO 10",
    "  PRICE_N = PRICE_N + I MOD 3",
    "NEXT I",
  ],
  javascript: [
    "PRICE_N = PRICE_0 + 12 * 3 - 4;",
    'GREETING_N$ = "Hello, " + UCASE$(GREETING_0$) + "!";',
    "let RATIO_N = (PRICE_N - 1) / (PRICE_0 + 2);",
    "PRINT(RATIO_N, GREETING_N$);",
    "if (PRICE_N > 100) PRICE_N = PRICE_N - 10;",
    "",
    "ITEMS[2] = ITEMS[0] + LEN(GREETING_N$);",
    "ORDER.total = ORDER.total + PRICE_N;",
    "for (I = 1; I <= 10; I++) {",
    "  PRICE_N = PRICE_N + I % 3;",
    "}",
  ],
};

/** Statements, one below the other, with no SUB and no long phrase. */
export function straightCode(language: keyof typeof STRAIGHT, turns: number): string {
  const turn = STRAIGHT[language].join("\n");
  return Array.from({ length: turns }, (_, at) => turn.replaceAll("_N", `_${at % 50}`)).join("\n");
}

/** The scripts that come with gbasic, which are webhook handlers. */
export function handlerScripts(): readonly string[] {
  const folder = `${import.meta.dirname}/../..`;
  const files = globSync(["scripts/*.bas", "bench/check/*.bas"], { cwd: folder });
  return files.sort().map((file) => readFileSync(`${folder}/${file}`, "utf8"));
}

/** How many lines a text has. */
export function countLines(text: string): number {
  return text.split("\n").length;
}
