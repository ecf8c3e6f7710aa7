import { expect, test } from "vitest";
import { said } from "./diagnostics.ts";

const script = (record: string, blocks = "") =>
  `ON CALL DO\n${record}\nEND ON\nON RECORDING "file" DO\nSAY "x"\nEND ON\n${blocks}`;
const BLOCK = 'ON TRANSCRIPTION "file" DO\nLOG CALL.transcription\nEND ON';

test.each([
  ["RECORD INTO FILE$ TRANSCRIBED", BLOCK],
  ['RECORD TRANSCRIBED THEN "FILE"', BLOCK],
  ["RECORD INTO FILE$", ""],
])("%s has its blocks", (record, blocks) => {
  expect(said(script(record, blocks)).filter((line) => line.includes("error"))).toEqual([]);
  expect(said(script(record, blocks)).join()).not.toContain("GB2660");
});

test.each([
  ["", 'add ON TRANSCRIPTION "file" DO'],
  [BLOCK.replace("file", "fiel"), 'THEN "fiel"'],
])("what is written down for nobody is told of", (blocks, hint) => {
  const found = said(script("RECORD INTO FILE$ TRANSCRIBED", blocks));
  expect(found.join("\n")).toContain("GB2660");
  expect(found.join("\n")).toContain(hint);
});
