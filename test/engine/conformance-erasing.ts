import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { Person } from "../../src/engine/person.ts";
import type { NewEvent } from "../../src/engine/work.ts";
import { messagesOf } from "../delivery/whatsapp.ts";
import { ManualTime } from "../manual-time.ts";
import { type EngineFactory, event, job, LEASE, NO_LEASE, send } from "./conformance.ts";

const ANA = "5511999990001";
const RUI = "5511999990002";
const NOTHING = {
  ...{ events: 0, jobs: 0, messages: 0, requests: 0, responses: 0, history: 0 },
  ...{ files: 0, filesLeft: 0 },
};

function personOf(written: string): Person {
  const person = Person.of(written);
  if (person === undefined) throw new Error(`${written} is nobody`);
  return person;
}

/** A message of WhatsApp that somebody sent. */
function received(id: string, from: string, aliases: readonly string[] = []): NewEvent {
  const request = messagesOf({ id: `wamid.${id}`, from, type: "text", text: { body: id } });
  return event(id, `whatsapp 115 ${from}`, { request, sender: from, aliases });
}

/** What every engine must do when a person is to be forgotten, and with the names of people. */
export function describeErasing(create: EngineFactory): void {
  describe("a person", () => {
    let time: ManualTime;
    let engine: Engine;
    beforeEach(async () => {
      time = new ManualTime();
      engine = await create({ clock: time, timers: time });
      await engine.start();
    });
    afterEach(() => engine.close());

    const textsOf = async (person: string) => {
      const found = await engine.history({ person: Person.nameOf(person), limit: 100 });
      return found.map(({ text }) => text);
    };
    const listed = async (state: "discarded" | "dead" | "done") => {
      const found = await engine.list({ state, limit: 100 });
      return found.map(({ id, item }) => [id, item]);
    };

    it("is given up where they wait, and nobody else is", async () => {
      await engine.accept([received("ana", ANA), received("rui", RUI)], NO_LEASE);
      await engine.addEffects({
        jobs: [],
        sends: [send("to ana", `+${ANA}`), send("to rui", RUI)],
      });
      const erased = await engine.erase(personOf("+55 (11) 99999-0001"));
      expect(erased).toEqual({ ...NOTHING, events: 1, messages: 1, discarded: 2, running: 0 });
      expect((await engine.leaseWork(LEASE)).map(({ item }) => item.id)).toEqual(["rui"]);
      expect((await engine.leaseSends(LEASE)).map(({ item }) => item.id)).toEqual(["to rui"]);
      expect(await textsOf(ANA)).toEqual([]);
      expect(await textsOf(RUI)).toEqual(["rui", "text of to rui"]);
      expect((await listed("discarded")).toSorted()).toEqual([
        ["ana", undefined],
        ["to ana", undefined],
      ]);
    });

    it("is still known as one whose message came", async () => {
      await engine.accept([received("ana", ANA)], NO_LEASE);
      await engine.erase(personOf(ANA));
      expect(await engine.accept([received("ana", ANA)], NO_LEASE)).toEqual([
        { outcome: "duplicate" },
      ]);
    });

    it("is erased with what their runs made, in what ended as in what waits", async () => {
      const [leased] = await engine.accept([received("ana", ANA)], LEASE);
      if (leased?.outcome !== "accepted" || leased.leased === undefined)
        throw new Error("not leased");
      const made = {
        jobs: [job("job of ana", "lane", { parentId: "ana" })],
        sends: [send("about ana", "boss@example.com", { runId: "ana" })],
      };
      await engine.finishWork(leased.leased.lease, { state: "done" }, { ...NO_EFFECTS, ...made });
      const erased = await engine.erase(personOf(ANA));
      expect(erased).toMatchObject({ events: 1, jobs: 1, messages: 1, discarded: 2 });
      expect(await engine.leaseWork(LEASE)).toEqual([]);
      expect(await engine.leaseSends(LEASE)).toEqual([]);
      const { effects, journal } = await engine.recall("ana");
      expect([...effects.values()].filter((effect) => effect !== undefined)).toEqual([]);
      expect(journal).toEqual([]);
    });

    it("whose run goes on is erased when it ends", async () => {
      const [leased] = await engine.accept([received("ana", ANA)], LEASE);
      if (leased?.outcome !== "accepted" || leased.leased === undefined)
        throw new Error("not leased");
      const erasing = engine.erase(personOf(ANA));
      await time.advance(1000);
      expect(await textsOf(ANA)).toEqual(["ana"]);
      await engine.finishWork(leased.leased.lease, { state: "done" }, NO_EFFECTS);
      await time.advance(1000);
      expect(await erasing).toMatchObject({ events: 1, running: 0 });
      expect(await textsOf(ANA)).toEqual([]);
    });

    it("whose run does not end is told of", async () => {
      await engine.accept([received("ana", ANA)], { ...LEASE, leaseMs: 1_000_000 });
      const erasing = engine.erase(personOf(ANA));
      await time.advance(100_000);
      expect(await erasing).toMatchObject({ events: 0, running: 1 });
    });

    it("of whom nothing is kept", async () => {
      await engine.accept([received("rui", RUI)], NO_LEASE);
      expect(await engine.erase(personOf(ANA))).toEqual({ ...NOTHING, discarded: 0, running: 0 });
    });

    it.each([
      ["551187654321", "5511987654321", "Brazil, with and without the ninth digit"],
      ["541123456789", "5491123456789", "Argentina, with and without the 9"],
      ["525512345678", "5215512345678", "Mexico, with and without the 1"],
    ])("is one by %s and %s (%s)", async (short, long) => {
      await engine.accept([received("one", short), received("two", long)], NO_LEASE);
      await engine.addEffects({ jobs: [], sends: [send("three", `+${short}`)] });
      for (const written of [short, long]) {
        expect(await textsOf(written)).toEqual(["one", "two", "text of three"]);
      }
      expect(await engine.erase(personOf(short))).toMatchObject({ events: 2, messages: 1 });
    });

    it("is one by the number and by the ids that came with it", async () => {
      const [id, parent] = ["BR.1502576394655843", "US.ENT.11815799212886844830"];
      const events = [
        received("one", ANA, [parent, id]),
        received("two", id),
        received("three", parent),
        received("other", "BR.999999999", []),
      ];
      await engine.accept(events, NO_LEASE);
      for (const written of [ANA, id, parent, id.toLowerCase()]) {
        expect(await textsOf(written)).toEqual(["one", "two", "three"]);
      }
      expect(await engine.erase(personOf(id))).toMatchObject({ events: 3 });
      for (const written of [ANA, id, parent]) expect(await textsOf(written)).toEqual([]);
      expect(await textsOf("BR.999999999")).toEqual(["other"]);
    });
  });
}
