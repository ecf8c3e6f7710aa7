import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import * as graphErrors from "../src/facts/graph-errors.ts";
import { GRAPH_VERSION } from "../src/facts/graph-versions.ts";
import { TWILIO_RETRY_CODES, twilioErrorHint } from "../src/facts/twilio-errors.ts";

const FACTS = globSync("src/facts/*.ts").filter((path) => !path.endsWith("fact-source.ts"));

test.each(FACTS)("%s says where its facts stand, and when they were read", async (path) => {
  const { SOURCES } = (await import(resolve(path))) as {
    readonly SOURCES: readonly { readonly address: string; readonly read: string }[];
  };
  expect(SOURCES).not.toEqual([]);
  for (const { address, read } of SOURCES) {
    expect(URL.parse(address)?.protocol).toBe("https:");
    expect(read).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(Number.isNaN(Date.parse(read))).toBe(false);
  }
});

/** The code of a file, without its comments. */
function codeOf(path: string): string {
  return readFileSync(path, "utf8").replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
}

/** Samples and examples may show what they like; all else takes facts from one place. */
const OTHERS = globSync("src/**/*.ts").filter(
  (path) => !/^src\/(?:facts|testing|diagnostics|test-library)\//.test(path),
);

test("no second place knows the version of the Graph API", () => {
  expect(GRAPH_VERSION).toMatch(/^v\d+\.0$/);
  expect(OTHERS.filter((path) => /["`/]v\d\d\.\d["`/]/.test(codeOf(path)))).toEqual([]);
});

test("no second place knows the codes of errors", () => {
  const { RETRY_CODES, PERMANENT_CODES, CHANNEL_LIMIT_CODES } = graphErrors;
  const all = [...RETRY_CODES, ...PERMANENT_CODES, ...CHANNEL_LIMIT_CODES, ...TWILIO_RETRY_CODES];
  const codes = all.filter((code) => code > 9999);
  expect(codes.length).toBeGreaterThan(20);
  const written = new RegExp(`(?<![\\w.-])["\`]?(?:${codes.join("|")})["\`]?(?=[\\s,;)\\]])`);
  const examples = /example: |output: |`"type"/;
  const found = OTHERS.filter((path) =>
    codeOf(path)
      .split("\n")
      .some((line) => !examples.test(line) && !line.includes('"code"') && written.test(line)),
  );
  expect(found).toEqual([]);
  expect(twilioErrorHint(21610)).toContain("STOP");
});
