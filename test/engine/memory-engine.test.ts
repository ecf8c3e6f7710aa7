import { expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import { EngineUnavailableError } from "../../src/engine/engine.ts";
import { createMemoryEngine } from "../../src/engine/memory/create-memory-engine.ts";
import type { NewEvent } from "../../src/engine/work.ts";
import { requestOf } from "../requests.ts";
import { ManualTime } from "../manual-time.ts";
import { describeEngine } from "./conformance.ts";

describeEngine("the engine in memory", async (options) => createMemoryEngine(options));

function job(id: string) {
  const names = { parentId: "parent", script: "bot.bas", procedure: "SUB", args: "[]" };
  return { kind: "job", id, lane: id, heldMs: 0, delayMs: 0, ...names } as const;
}

it("refuses to grow without end", async () => {
  const time = new ManualTime();
  const engine = createMemoryEngine({ clock: time, timers: time, limits: { waiting: 2 } });
  await engine.addEffects({ jobs: [job("a"), job("b")], sends: [] });
  const more = engine.addEffects({ jobs: [job("c")], sends: [] });
  await expect(more).rejects.toThrow(EngineUnavailableError);
});

it("runs nothing twice at once although it forgot the dedupe key", async () => {
  const time = new ManualTime();
  const engine = createMemoryEngine({ clock: time, timers: time, limits: { dedupeKeys: 1 } });
  const event = (id: string): NewEvent => ({
    kind: "event",
    id,
    lane: id,
    event: "message",
    handler: { script: "bot.bas", route: "POST /" },
    request: requestOf("{}"),
    dedupeKey: id,
    unhandled: undefined,
    report: undefined,
    sender: undefined,
    aliases: [],
  });
  const lease = { limit: 0, leaseMs: 1000 };
  await engine.accept([event("a"), event("b")], lease);
  expect(await engine.accept([event("a")], lease)).toEqual([{ outcome: "duplicate" }]);
  expect(await engine.leaseWork({ limit: 5, leaseMs: 1000 })).toHaveLength(2);
});

it("forgets the oldest finished entries", async () => {
  const time = new ManualTime();
  const engine = createMemoryEngine({ clock: time, timers: time, limits: { finished: 2 } });
  for (const id of ["a", "b", "c"]) {
    await engine.addEffects({ jobs: [job(id)], sends: [] });
    for (const { lease } of await engine.leaseWork({ limit: 1, leaseMs: 1000 })) {
      await engine.finishWork(lease, { state: "done" }, NO_EFFECTS);
    }
  }
  const done = await engine.list({ state: "done", limit: 10 });
  expect(done.map(({ id }) => id)).toEqual(["c", "b"]);
});
