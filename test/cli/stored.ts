import { join } from "node:path";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { createSqliteEngine } from "../../src/engine/sqlite/create-sqlite-engine.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { systemTimers } from "../../src/host/timers.ts";
import { event, job, LEASE, NO_LEASE, send } from "../engine/conformance.ts";
import { folderWith } from "./command.ts";

const ANA = "5511999990001";

/** Makes a folder with a store in `.gbasic` and fills it as a server does. */
export async function folderWithStore(fill: (engine: Engine) => Promise<void>): Promise<string> {
  const folder = await folderWith({});
  await fillStore(join(folder, ".gbasic"), fill);
  return folder;
}

/** Works on the store of a data folder as a server does, and ends. */
export async function fillStore(
  data: string,
  fill: (engine: Engine) => Promise<void>,
): Promise<void> {
  // No two moments are the same, so that the order of what ended is certain.
  let now = Date.now();
  const clock = { now: () => (now += 1) };
  const engine = createSqliteEngine({ folder: data, clock, timers: systemTimers });
  await engine.start();
  await fill(engine);
  await engine.close();
}

/**
 * One entry for each state: `aa` done, which made the job `aa:1` dead and the messages `aa:2`
 * unknown, `aa:3` waiting and `aa:4` skipped; `bb` unhandled; `cc` running.
 */
export async function oneOfEach(engine: Engine): Promise<void> {
  await engine.accept([event("aa", `whatsapp 115 ${ANA}`)], NO_LEASE);
  const [delivery] = await engine.leaseWork(LEASE);
  if (delivery === undefined) throw new Error("nothing to lease");
  const made = { parentId: "aa" };
  const to = (id: string, number: string) => send(id, number, { runId: "aa" });
  await engine.finishWork(
    delivery.lease,
    { state: "done" },
    {
      jobs: [job("aa:1", "lane", { ...made, procedure: "GREET" })],
      sends: [
        to("aa:2", ANA),
        to("aa:3", ANA),
        { ...to("aa:4", "5511999990002"), skipped: "a reason to skip" },
      ],
    },
  );
  const [greet] = await engine.leaseWork(LEASE);
  const [message] = await engine.leaseSends(LEASE);
  if (greet === undefined || message === undefined) throw new Error("nothing to lease");
  const dead = { state: "dead", reason: "GB2421: no such SUB" } as const;
  await engine.finishWork(greet.lease, dead, NO_EFFECTS);
  await engine.finishSend(message.lease, {
    state: "unknown",
    reason: `no answer about ${ANA}`,
  });
  await engine.accept(
    [event("bb", "whatsapp 115 BR.7", { unhandled: "nothing handles it" })],
    NO_LEASE,
  );
  await engine.accept([event("cc", "whatsapp 115 5511999990003")], NO_LEASE);
  await engine.leaseWork(LEASE);
}
