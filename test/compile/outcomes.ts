import type { CompiledScript } from "../../src/compile/script.ts";
import type { RunContext } from "../../src/runtime/run.ts";
import { requestOf } from "../requests.ts";
import { type Recording, recordingHost } from "../statements/recording-host.ts";
import { limits, placeOf } from "./run-script.ts";

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

/** Everything that a run gave and did; clocks, ids and the like are the same for all. */
export interface Outcome extends Pick<
  Recording,
  "printed" | "logged" | "sent" | "statuses" | "headers"
> {
  readonly end: unknown;
  readonly spawned: unknown;
}

/** Runs all that a script holds, each part alone. */
export async function outcomes(script: CompiledScript): Promise<readonly Outcome[]> {
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
