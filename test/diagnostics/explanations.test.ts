import { globSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Example, Explanation } from "../../src/diagnostics/explanation.ts";
import { explanationAreas, findExplanation } from "../../src/diagnostics/explanations/index.ts";
import { load } from "../check/diagnostics.ts";
import { folderWith, gbasic } from "../cli/command.ts";
import { curl } from "./curl.ts";
import { serveExample } from "./serve-example.ts";

const explained = explanationAreas.flatMap(({ explanations }) => Object.entries(explanations));

const HANDLER = 'ON WEBHOOK POST TO "/hello" DO\nEND ON\n';

type ExampleOf<K extends Example["kind"]> = Extract<Example, { kind: K }>;

/** Lists the explanations whose example is of a kind. */
function examplesOf<K extends Example["kind"]>(kind: K) {
  return explained.flatMap(([code, explanation]) =>
    explanation.example.kind === kind
      ? [[code, explanation.example as ExampleOf<K>, explanation] as const]
      : [],
  );
}

/** The codes that a text names, each once, in the order of their first mention. */
function codesIn(text: string): string[] {
  return [...new Set(text.match(/GB\d{4}/g))];
}

function severityOf({ severity = "error" }: Explanation): string {
  return severity;
}

test.each(examplesOf("check"))("%s is found in its example", (code, example, explanation) => {
  const { diagnostics } = load(["script.bas", example.script]);
  const own = diagnostics.filter((found) => found.code === code);
  const severities = new Array<string>(example.times ?? 1).fill(severityOf(explanation));
  expect(own.map((found) => found.severity)).toEqual(severities);
  const others = diagnostics.filter((found) => found.code !== code).map((found) => found.code);
  expect(others).toEqual(example.also ?? []);
  expect(load(["script.bas", example.mended]).diagnostics).toEqual([]);
});

test.each(examplesOf("run"))(
  "%s ends the run of its example",
  async (code, example, explanation) => {
    const { settings = "", script, mended } = example;
    const folder = await folderWith({ ".env": `${settings}\n`, "script.bas": script });
    const outcome = await gbasic(["run", "script.bas"], folder);
    expect(codesIn(outcome.stderr)).toEqual([code]);
    expect(outcome.stderr).toContain(`${severityOf(explanation)} ${code}: `);
    if (mended === undefined) return;
    const better = await folderWith({ ".env": `${settings}\n`, "script.bas": mended });
    expect(codesIn((await gbasic(["run", "script.bas"], better)).stderr)).toEqual([]);
  },
);

test.each(examplesOf("request"))("%s answers its request", async (code, example) => {
  const { settings = "", script, request } = example;
  const folder = await folderWith({ ".env": `${settings}\n`, "script.bas": script });
  const { url, said } = await serveExample(folder);
  if (url === undefined) throw new Error(said());
  const answer = await curl(request.replace(/^'?/, `$&${url}`));
  // The log is written in bursts.
  await vi.waitFor(() => expect(codesIn(answer + said())).toEqual([code]));
});

test.each(examplesOf("settings"))("%s is said at the start", async (code, example, explanation) => {
  const { settings, script = HANDLER, also = [] } = example;
  const folder = await folderWith({ ".env": `${settings}\n`, "script.bas": script });
  const { said } = await serveExample(folder);
  expect(codesIn(said()).toSorted()).toEqual([code, ...also].toSorted());
  expect(said()).toContain(`${severityOf(explanation)} ${code}: `);
});

test.each(examplesOf("command"))("%s is said by its command", async (code, { command, script }) => {
  const folder = await folderWith(script === undefined ? {} : { "script.bas": script });
  const { stderr } = await gbasic(command.split(" ").slice(1), folder);
  expect(codesIn(stderr)).toEqual([code]);
});

test("every code has an explanation", () => {
  const declared = globSync("src/diagnostics/codes/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/"(GB\d{4})"/g)].map(([, code = ""]) => code),
  );
  const missing = declared.filter((code) => findExplanation(code) === undefined);
  expect(missing, "explain them in src/diagnostics/explanations").toEqual([]);
  expect(explained.map(([code]) => code).toSorted()).toEqual(declared.toSorted());
});
