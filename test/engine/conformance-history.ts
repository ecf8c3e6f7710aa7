import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NO_EFFECTS } from "../../src/engine/effects.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { Person } from "../../src/engine/person.ts";
import type { SendResult } from "../../src/engine/send.ts";
import type { ReportedStatus } from "../../src/engine/status-report.ts";
import type { NewEvent } from "../../src/engine/work.ts";
import { messagesOf } from "../delivery/whatsapp.ts";
import { ManualTime } from "../manual-time.ts";
import { requestOf } from "../requests.ts";
import { type EngineFactory, event, HANDLER, LEASE, NO_LEASE, send } from "./conformance.ts";

const DAY = 86_400_000;
const ANA = "5511999990001";
const RUI = "5511999990002";
const DONE: SendResult = { state: "done", receipt: { id: "wamid.out" } };

/** A message of WhatsApp that somebody sent. */
function received(id: string, from: string, message: object): NewEvent {
  const request = messagesOf({ id: `wamid.${id}`, from, ...message });
  return event(id, `whatsapp 115 ${from}`, { request, sender: from });
}

/** What every engine must do with the messages of people. */
export function describeHistory(create: EngineFactory): void {
  describe("the history of a person", () => {
    let time: ManualTime;
    let engine: Engine;
    beforeEach(async () => {
      time = new ManualTime();
      const retention = { bodiesMs: DAY, failedMs: Infinity, historyMs: 30 * DAY };
      engine = await create({ clock: time, timers: time, retention });
      await engine.start();
    });
    afterEach(() => engine.close());

    const of = (person: string, limit = 100) =>
      engine.history({ person: Person.nameOf(person), limit });
    const add = (...ids: string[]) =>
      engine.addEffects({ jobs: [], sends: ids.map((id) => send(id, `+${ANA}`)) });
    const finish = async (result: SendResult) => {
      const [leased] = await engine.leaseSends({ ...LEASE, limit: 1 });
      if (leased === undefined) throw new Error("nothing to lease");
      await engine.finishSend(leased.lease, result);
    };
    let count = 0;
    const report = async (sendId: string, status: ReportedStatus) => {
      count += 1;
      const reason = status === "failed" ? "131026 undeliverable" : undefined;
      const told = { sendId, status, messageId: "wamid.out", reason };
      const unhandled = "no handler for statuses";
      const changes = { event: "status", unhandled, report: told } as const;
      await engine.accept([event(`status ${String(count)}`, "s", changes)], NO_LEASE);
    };
    const statuses = async () => (await of(ANA)).map(({ status, error }) => [status, error]);

    it("gives all names of a person of whom one is known", async () => {
      const known = { ...received("1", ANA, { text: { body: "hi" } }), aliases: ["BR.Ana"] };
      await engine.accept([known, received("2", RUI, { text: { body: "hi" } })], NO_LEASE);
      for (const name of [ANA, "BR.Ana"]) {
        const names = await engine.namesOf(Person.nameOf(name));
        expect(names.toSorted()).toEqual([ANA, "br.ana"]);
      }
      expect(await engine.namesOf(RUI)).toEqual([RUI]);
    });

    it("tells when messages left, and to whom, of one channel and after a moment", async () => {
      await add("1", "2", "3");
      await finish(DONE);
      await finish({ state: "dead", reason: "no" });
      const before = time.now();
      await time.advance(1000);
      await finish(DONE);
      const sent = async (after: number) =>
        (await engine.sent({ channel: "whatsapp", after })).map(({ recipient, at }) => [
          Person.nameOf(recipient),
          at,
        ]);
      expect(await sent(before - 1)).toEqual([
        [ANA, before],
        [ANA, before + 1000],
      ]);
      expect(await sent(before)).toEqual([[ANA, before + 1000]]);
      expect(await engine.sent({ channel: "sms", after: 0 })).toEqual([]);
    });

    it("erases what runs kept for a person, and nothing of others", async () => {
      const hello = received("1", ANA, { type: "text", text: { body: "hello" } });
      await engine.accept([hello, received("2", RUI, { type: "text" })], NO_LEASE);
      const keep = (name: string, runId: string, sender?: string) =>
        engine.keepFile({ path: `media/${name}`, runId, sender });
      await keep("of-her.jpg", "x", `whatsapp:+${ANA}`);
      await keep("of-her-run.jpg", hello.id);
      await keep("of-her-job.jpg", `${hello.id}:1`);
      await keep("of-him.jpg", "y", RUI);
      await keep("of-nobody.pdf", "z");
      const ana = Person.of(ANA);
      if (ana === undefined) throw new Error("Ana is somebody");
      expect(await engine.erase(ana)).toMatchObject({ files: 3, filesLeft: 0 });
      expect(await engine.erase(ana)).toMatchObject({ files: 0 });
    });

    it("counts what Twilio sends to a number of WhatsApp as WhatsApp", async () => {
      const smsTo = (to: string) => {
        const message = { channel: "sms", to, text: "hello" } as const;
        return send(`to ${to}`, to, { message, lane: `sms ${to}` });
      };
      await engine.addEffects({ jobs: [], sends: [smsTo(`whatsapp:+${ANA}`), smsTo(`+${RUI}`)] });
      await finish(DONE);
      await finish(DONE);
      const people = async (channel: "whatsapp" | "sms") =>
        (await engine.sent({ channel, after: 0 })).map(({ recipient }) => Person.nameOf(recipient));
      expect(await people("whatsapp")).toEqual([ANA]);
      expect(await people("sms")).toEqual([RUI]);
      expect((await of(ANA)).map(({ channel }) => channel)).toEqual(["whatsapp"]);
    });

    it("holds what came and what is to be sent, the newest last, by any form of a number", async () => {
      const hello = received("1", ANA, { type: "text", text: { body: "hello" } });
      await engine.accept([hello, received("2", RUI, { type: "text" })], NO_LEASE);
      const receivedAt = time.now();
      await time.advance(1000);
      await add("3");
      const base = { subject: undefined, error: undefined, channel: "whatsapp" };
      const first = { direction: "inbound", id: "wamid.1", text: "hello", status: "received" };
      const second = { direction: "outbound", id: undefined, text: "text of 3", status: "queued" };
      const expected = [
        { ...base, ...first, type: "text", timestamp: receivedAt, entry: "1" },
        { ...base, ...second, type: "text", timestamp: receivedAt + 1000, entry: "3" },
      ];
      for (const written of [ANA, `+${ANA}`, `whatsapp:+${ANA}`, "+55 (11) 99999-0001"]) {
        expect(await of(written)).toEqual(expected);
      }
      expect(await of("nobody@example.com")).toEqual([]);
    });

    it.each([
      ["image", { image: { id: "1", caption: "my cat" } }, "my cat"],
      ["document", { document: { id: "1", filename: "bill.pdf" } }, "bill.pdf"],
      ["audio", { audio: { id: "1", voice: true } }, ""],
      ["button", { button: { text: "Yes", payload: "yes" } }, "Yes"],
      ["interactive", { interactive: { list_reply: { id: "1", title: "Monday" } } }, "Monday"],
      ["reaction", { reaction: { message_id: "wamid.0", emoji: "👍" } }, "👍"],
      ["location", { location: { latitude: -23.5, longitude: -46.6 } }, "-23.5, -46.6"],
      ["contacts", { contacts: [{ name: { formatted_name: "Rui" } }] }, "Rui"],
      ["hologram", { hologram: { depth: 3 } }, ""],
    ])("says of a message of type %s what can be read", async (type, message, text) => {
      await engine.accept([received("1", ANA, { type, ...message })], NO_LEASE);
      expect(await of(ANA)).toMatchObject([{ type, text }]);
    });

    it("holds a message once however often it is delivered, and one that nothing handles", async () => {
      const hello = { ...received("1", ANA, { type: "text" }), unhandled: "no handler" };
      await engine.accept([hello], NO_LEASE);
      await engine.accept([hello], NO_LEASE);
      expect(await of(ANA)).toHaveLength(1);
    });

    it("holds what Twilio brought, and no request of anybody else", async () => {
      const form = `From=whatsapp%3A%2B${ANA}&To=whatsapp%3A%2B14155238886&Body=good+day&MessageSid=SM1&NumMedia=0`;
      for (const [id, sender] of [
        ["a", `whatsapp:+${ANA}`],
        ["b", undefined],
      ] as const) {
        const request = requestOf(form, "application/x-www-form-urlencoded");
        const known = sender === undefined ? {} : { sender };
        const asked = { id, handler: HANDLER, request, repeatable: true, ...known };
        const claim = await engine.claimResponse(asked, 1000, new AbortController().signal);
        if (claim.state !== "run") throw new Error("it was answered");
        const response = { status: 200, headers: [], body: "" };
        await engine.finishResponse(claim.lease, asked, { state: "done", response }, NO_EFFECTS);
      }
      const content = { channel: "whatsapp", text: "good day", direction: "inbound" };
      const message = { ...content, id: "SM1", number: "+14155238886" };
      expect(await of(ANA)).toMatchObject([message]);
    });

    it("lets nothing overtake that was sent to the number when an id is written to", async () => {
      const ids = { sender: ANA, aliases: ["BR.ENT.7", "BR.1502576394655843"] };
      await engine.accept([{ ...received("1", ANA, { type: "text" }), ...ids }], NO_LEASE);
      const sends = [
        send("to the number", `+${ANA}`, { lane: `whatsapp ${ANA}` }),
        send("to the id", "BR.1502576394655843"),
        send("to another id", "BR.2"),
      ];
      await engine.addEffects({ jobs: [], sends });
      const begun = await engine.leaseSends({ ...LEASE, limit: 9 });
      expect(begun.map(({ item }) => item.id).toSorted()).toEqual([
        "to another id",
        "to the number",
      ]);
      for (const { lease } of begun) await engine.finishSend(lease, DONE);
      const [next] = await engine.leaseSends({ ...LEASE, limit: 9 });
      expect(next?.item).toMatchObject({ id: "to the id", lane: `whatsapp ${ANA}` });
    });

    it("knows how far a message has come, and never goes back", async () => {
      await add("1");
      await finish(DONE);
      expect(await of(ANA)).toMatchObject([{ status: "sent", id: "wamid.out" }]);
      await report("1", "delivered");
      expect(await statuses()).toEqual([["delivered", undefined]]);
      await report("1", "read");
      await report("1", "delivered");
      await report("1", "failed");
      expect(await statuses()).toEqual([["read", undefined]]);
    });

    it("tells why a message failed, and that nobody knows of another", async () => {
      await add("1", "2", "3", "4");
      await finish({ state: "dead", reason: "GB4106: refused" });
      await finish({ state: "unknown", reason: "no answer" });
      await finish(DONE);
      await finish({ state: "unknown", reason: "no answer" });
      await report("3", "failed");
      await report("3", "read");
      await report("4", "sent");
      expect(await statuses()).toEqual([
        ["failed", "GB4106: refused"],
        ["unknown", "no answer"],
        ["failed", "the far side reported that it failed: 131026 undeliverable"],
        ["sent", undefined],
      ]);
      expect((await of(ANA)).map(({ id }) => id)).toEqual([
        undefined,
        undefined,
        "wamid.out",
        "wamid.out",
      ]);
    });

    it("follows what people do with messages that failed", async () => {
      await add("1", "2", "3");
      await finish({ state: "dead", reason: "refused" });
      await finish({ state: "dead", reason: "refused" });
      await engine.retry(["1"], { maySendTwice: false });
      await engine.discard(["3"]);
      expect((await statuses()).map(([status]) => status)).toEqual([
        "queued",
        "failed",
        "discarded",
      ]);
    });

    it("leaves out what was not to be sent, and gives the newest only where that is asked", async () => {
      const skipped = send("0", ANA, { skipped: "it has no text" });
      await engine.addEffects({ jobs: [], sends: [skipped] });
      await add("1", "2", "3");
      expect((await of(ANA, 2)).map(({ entry }) => entry)).toEqual(["2", "3"]);
    });

    it("knows when a message was written, and to which number it came, also without its body", async () => {
      const written = { type: "text", timestamp: "1769600000", text: { body: "hi" } };
      const [numbered, bare, odd] = [
        { ...received("1", ANA, written), number: "115" },
        received("2", ANA, { type: "text" }),
        received("3", ANA, { type: "text", timestamp: "soon" }),
      ];
      await engine.accept([numbered, bare, odd], NO_LEASE);
      const told = async () => (await of(ANA)).map(({ writtenAt, number }) => [writtenAt, number]);
      const expected = [
        [1_769_600_000_000, "115"],
        [undefined, undefined],
        [undefined, undefined],
      ];
      expect(await told()).toEqual(expected);
      for (const { id } of [numbered, bare, odd]) {
        const [leased] = await engine.leaseWork(LEASE);
        if (leased?.item.id !== id) throw new Error("another was leased");
        await engine.finishWork(leased.lease, { state: "done" }, NO_EFFECTS);
      }
      await time.advance(2 * DAY);
      expect(await told()).toEqual(expected);
    });

    it("is kept for its time, longer than the bodies of deliveries", async () => {
      await engine.accept([received("1", ANA, { type: "text", text: { body: "hi" } })], NO_LEASE);
      const [leased] = await engine.leaseWork(LEASE);
      if (leased === undefined) throw new Error("nothing to lease");
      const effects = { jobs: [], sends: [send("1:1", ANA, { runId: "1" })] };
      await engine.finishWork(leased.lease, { state: "done" }, effects);
      await finish(DONE);
      await report("1:1", "delivered");
      const before = await of(ANA);
      expect(before).toMatchObject([{ text: "hi", id: "wamid.1" }, { status: "delivered" }]);
      await time.advance(29 * DAY);
      expect(await of(ANA)).toEqual(before);
      await report("1:1", "read");
      expect((await of(ANA)).map(({ status }) => status)).toEqual(["received", "read"]);
      await time.advance(2 * DAY);
      expect(await of(ANA)).toEqual([]);
    });
  });
}
