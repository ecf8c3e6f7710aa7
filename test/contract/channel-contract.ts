import { describe, expect, test } from "vitest";
import { ChannelError, type Channel, type DeliveryContext } from "../../src/host/channel.ts";
import type { OutboundMessage } from "../../src/host/message.ts";

/** What the contract needs to know of one kind of message. */
export interface ContractSubject<M extends OutboundMessage> {
  readonly name: M["channel"];
  readonly good: M;
  /** Messages that must be refused for good, with the code of the reason. */
  readonly refused: readonly (readonly [why: string, message: M, code: string])[];
  /** Messages that look odd and must be taken. */
  readonly odd: readonly (readonly [why: string, message: M])[];
}

export function delivery(key = "run-1/1", signal = new AbortController().signal): DeliveryContext {
  return { key, signal };
}

/** Resolves to the error of an attempt, and fails the test where the message was taken. */
export async function failureOf<M extends OutboundMessage>(
  channel: Channel<M>,
  message: M,
  context = delivery(),
): Promise<ChannelError> {
  const outcome: unknown = await channel.deliver(message, context).catch((error: unknown) => error);
  if (outcome instanceof ChannelError) return outcome;
  throw new Error(`expected a ChannelError, got ${JSON.stringify(outcome)}`, { cause: outcome });
}

/** The rules that the real adapter and its simulated twin both keep. */
export function keepsTheContract<M extends OutboundMessage>(
  mode: Channel<M>["mode"],
  subject: ContractSubject<M>,
  channel: () => Channel<M>,
): void {
  describe(`${mode} ${subject.name}`, () => {
    test("says what it is", () => {
      expect(channel()).toMatchObject({ name: subject.name, mode });
    });

    test("gives each message an id of its own", async () => {
      const same = channel();
      const first = await same.deliver(subject.good, delivery("run-1/1"));
      const second = await same.deliver(subject.good, delivery("run-1/2"));
      expect(first.id).not.toBe("");
      expect(second.id).not.toBe(first.id);
    });

    test.each(subject.refused)("refuses %s for good", async (_why, message, code) => {
      const error = await failureOf(channel(), message);
      expect(error).toMatchObject({ failure: "permanent", detail: { code } });
    });

    test.each(subject.odd)("takes %s", async (_why, message) => {
      expect((await channel().deliver(message, delivery())).id).not.toBe("");
    });

    test("sends nothing once it was stopped, and may be tried again", async () => {
      const error = await failureOf(channel(), subject.good, delivery("k", AbortSignal.abort()));
      expect(error).toMatchObject({ failure: "retry", detail: { code: "GB4002" } });
    });

    test("closes", async () => {
      await expect(channel().close()).resolves.toBeUndefined();
    });
  });
}
