import ts from "typescript";
import { checkScript } from "../../src/check/check.ts";
import { createRegistry } from "../../src/check/registry.ts";
import { sourceAlone } from "../../src/check/script-source.ts";
import { functions } from "../../src/functions/index.ts";
import { methods } from "../../src/functions/methods.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { knownPhrases } from "../../src/statements/known/index.ts";
import { statements } from "../../src/statements/index.ts";
import { createTokenizer } from "../../src/syntax/lexer.ts";
import { createParser } from "../../src/syntax/parser.ts";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";
import { cutPlain, readPlain, sums } from "./plain-grammar.ts";
import { countLines, handlerScripts, straightCode } from "./texts.ts";

const { rounds, turns } = numberOptions({ rounds: 9, turns: 500 });

const registry = createRegistry(statements, functions, methods, knownPhrases);
const parse = createParser(statements, knownPhrases);
const tokenize = createTokenizer();
const ignore = () => undefined;

function checkAll(texts: readonly string[]): void {
  for (const text of texts) {
    const file = new SourceFile("bench.bas", text);
    checkScript(sourceAlone(file, parse(file, ignore)), registry, ignore);
  }
}
function parseAll(texts: readonly string[]): void {
  for (const text of texts) parse(new SourceFile("bench.bas", text), ignore);
}
function lexAll(texts: readonly string[]): void {
  for (const text of texts) tokenize(text, ignore);
}

const straight = [straightCode("basic", turns)];
const javascript = straightCode("javascript", turns);
const handlers = Array.from({ length: Math.ceil(turns / 20) }, handlerScripts).flat();
const plain = sums(turns * 10);

const CONTENDERS: readonly { name: string; texts: readonly string[]; work: () => void }[] = [
  { name: "straight code: lex", texts: straight, work: () => lexAll(straight) },
  { name: "straight code: lex, parse", texts: straight, work: () => parseAll(straight) },
  { name: "straight code: lex, parse, check", texts: straight, work: () => checkAll(straight) },
  { name: "handlers: lex", texts: handlers, work: () => lexAll(handlers) },
  { name: "handlers: lex, parse", texts: handlers, work: () => parseAll(handlers) },
  { name: "handlers: lex, parse, check", texts: handlers, work: () => checkAll(handlers) },
  { name: "plain Chevrotain: lex", texts: [plain], work: () => void cutPlain(plain) },
  { name: "plain Chevrotain: lex, parse", texts: [plain], work: () => void readPlain(plain) },
  {
    name: "TypeScript's parser",
    texts: [javascript],
    work: () => void ts.createSourceFile("bench.js", javascript, ts.ScriptTarget.Latest),
  },
];

const times = CONTENDERS.map((): number[] => []);
for (let round = -3; round < rounds; round++) {
  for (const [index, { work }] of CONTENDERS.entries()) {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    const ms = (user + system) / 1000;
    // The first rounds let all of them be optimised.
    if (round >= 0) times[index]?.push(ms);
  }
}

const speeds = CONTENDERS.map(({ texts }, index) => {
  const lines = texts.reduce((sum, text) => sum + countLines(text), 0);
  return (lines * 1000) / median(times[index] ?? []);
});
const beside = speeds.at(-1) ?? Number.NaN;
console.log(
  `Node ${process.versions.node}; medians of ${rounds} rounds in turn, after three more;`,
);
console.log("time of the processor, whatever else the machine does\n");
console.log("what                              lines a second  of TypeScript's parser");
for (const [index, { name }] of CONTENDERS.entries()) {
  const speed = speeds[index] ?? Number.NaN;
  const shown = Math.round(speed).toLocaleString("en").padStart(14);
  console.log(`${name.padEnd(33)} ${shown}  ${(speed / beside).toFixed(2).padStart(22)}`);
}
