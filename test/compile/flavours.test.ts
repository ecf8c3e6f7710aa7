import { expect, test } from "vitest";
import type { CompiledScript } from "../../src/compile/script.ts";
import type { RunContext } from "../../src/runtime/run.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { requestOf } from "../requests.ts";
import { allScripts } from "../scripts.ts";
import { type Recording, recordingHost } from "../statements/recording-host.ts";
import { compile, limits, placeOf, parse } from "./run-script.ts";

/** A message as Meta delivers it, so that the handlers of the guide go their whole way. */
const BODY = JSON.stringify({
  entry: [
    {
      changes: [
        {
          value: {
            messages: [
              { from: "5511999990000", id: "wamid.1", type: "text", text: { body: "hi" } },
            ],
          },
        },
      ],
    },
  ],
});

/** The scripts that can run by themselves: the pages about messages show wrong ones too. */
const scripts = allScripts().filter(({ text }) => {
  if (/^\s*INCLUDE\b/imu.test(text)) return false;
  let errors = 0;
  parse(new SourceFile("test.bas", text), ({ severity }) => {
    if (severity === "error") errors += 1;
  });
  return errors === 0;
});

/** Everything that a run gave and did; clocks, ids and the like are the same for all. */
interface Outcome extends Pick<Recording, "printed" | "logged" | "sent" | "statuses" | "headers"> {
  readonly end: unknown;
  readonly spawned: unknown;
}

async function outcomes(script: CompiledScript): Promise<readonly Outcome[]> {
  const runs = [
    (context: RunContext) => script.runMain(context),
    ...script.handlers.map((handler) => (context: RunContext) => handler.run(context)),
    ...[...script.procedures.values()].map(
      (procedure) => (context: RunContext) => procedure.run(context, ["a", "b", "c"]),
    ),
  ];
  const found: Outcome[] = [];
  for (const run of runs) found.push(await outcomeOf(run));
  return found;
}

async function outcomeOf(run: (context: RunContext) => Promise<unknown>): Promise<Outcome> {
  const recorded = recordingHost({ request: requestOf(BODY) });
  const spawned: unknown[] = [];
  const end = await run({
    id: "run",
    host: recorded.host,
    limits: { ...limits, steps: 5000 },
    signal: new AbortController().signal,
    spawn: (request) => void spawned.push(request),
  }).catch(placeOf);
  const { printed, logged, sent, statuses, headers } = recorded;
  return { end, spawned, printed, logged, sent, statuses, headers };
}

test("there are scripts of many kinds", () => {
  expect(scripts.length).toBeGreaterThan(100);
});

test.each(scripts.map(({ place, text }) => [place, text]))(
  "%s does the same where nothing waits and where everything does",
  async (_, text) => {
    const asNeeded = tryCompile(text, "as needed");
    const async = tryCompile(text, "async");
    if (asNeeded === undefined || async === undefined) {
      expect(asNeeded).toBe(async);
      return;
    }
    expect(await outcomes(async)).toEqual(await outcomes(asNeeded));
  },
);

/** Gives undefined for a script with errors, which only the checker finds. */
function tryCompile(text: string, colour: "as needed" | "async"): CompiledScript | undefined {
  try {
    return compile(text, colour);
  } catch (error) {
    if (error instanceof Error && /^GB\d{4} /u.test(error.message)) return undefined;
    throw error;
  }
}
