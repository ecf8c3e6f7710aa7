import { createHash, randomBytes } from "node:crypto";
import { providerSettingMessages } from "../diagnostics/codes/provider-settings.ts";
import { PROVIDER_TITLES } from "../host/whatsapp/providers.ts";
import type { WhatsAppEventType } from "../testing/events/define-event.ts";
import { EventError } from "../testing/events/event-error.ts";
import type { Person } from "../testing/events/person.ts";
import { providerDeliveries } from "../testing/events/provider-deliveries.ts";
import type { Business } from "../testing/events/whatsapp-delivery.ts";
import type { WhatsAppItem } from "../testing/events/whatsapp-item.ts";
import type { CommandIo } from "./io.ts";
import type { SendOptions } from "./send-options.ts";
import { type EventSender, senderOf, signedAs } from "./send-as.ts";
import { sendRequests } from "./send-requests.ts";
import { readSendSettings } from "./send-settings.ts";
import { targetOrDefault } from "./send-target.ts";
import { UsageError } from "./usage-error.ts";

/** What `gbasic send whatsapp` was asked for, with a member for each field of the type. */
export interface WhatsAppOptions extends SendOptions {
  readonly from?: readonly string[];
  readonly userId?: readonly string[];
  readonly parentUserId?: string;
  readonly username?: string;
  readonly name: string;
  readonly id?: string;
  readonly batch: number;
  readonly shuffle: boolean;
  readonly seed: string;
}

/** A type of event with what it is told. */
export interface WantedEvent {
  readonly type: WhatsAppEventType;
  readonly fields: ReadonlyMap<string, string>;
}

/** What the business of an event is called where the settings do not tell. */
const BUSINESS: Business = {
  numberId: "1158433381968079",
  displayNumber: "15550001111",
  accountId: "390727550789228",
};
const ANYBODY = "+5511999999999";

/**
 * Posts events of WhatsApp in one delivery.
 * @returns 1 where an answer is not 2xx or missing
 * @throws UsageError where no event can be made of the options, or a setting is wrong
 */
export async function sendWhatsApp(
  wanted: WantedEvent,
  options: WhatsAppOptions,
  io: CommandIo,
): Promise<number> {
  const configuration = await readSendSettings(io);
  const ids = Array.from({ length: options.batch }, (_, index) => idOf(options.id, index));
  const items = makeItems(wanted, options, ids);
  const { phoneNumberId: numberId = BUSINESS.numberId } = configuration.whatsapp;
  const order = options.shuffle ? shuffled(items, options.seed) : items;
  const sender = senderOf(options, configuration);
  const body = bodyOf(sender, order, { ...BUSINESS, numberId });
  const url = targetOrDefault(options.to, sender.path, configuration.server);
  const shown = items[0]?.list === "messages" ? ids : [];
  return sendRequests({ ids: shown, ...signedAs(sender, url, body, options) }, options, io);
}

/** @throws UsageError GB4494 for what the provider does not deliver, GB5494 for several at once */
function bodyOf(
  { provider }: EventSender,
  items: readonly WhatsAppItem[],
  business: Business,
): string {
  try {
    const [body = "", second] = providerDeliveries(provider, items, business);
    if (second === undefined) return body;
    throw new EventError(providerSettingMessages.oneAtATime(PROVIDER_TITLES[provider]));
  } catch (error) {
    if (error instanceof EventError) throw new UsageError(error.detail, { cause: error });
    throw error;
  }
}

/** The first of a batch is the oldest, each further one was written a second later. */
function makeItems(
  { type, fields }: WantedEvent,
  options: WhatsAppOptions,
  ids: readonly string[],
): readonly WhatsAppItem[] {
  const now = Date.now();
  try {
    return ids.map((id, index) => {
      const at = now - (ids.length - 1 - index) * 1000;
      return type.build(fields, { id, at, person: personOf(options, index) });
    });
  } catch (error) {
    if (error instanceof EventError) throw new UsageError(error.detail, { cause: error });
    throw error;
  }
}

/** People take turns where several are given. */
function personOf(options: WhatsAppOptions, index: number): Person {
  const { from = [], userId = [], parentUserId, username, name } = options;
  const known = from.length > 0 || userId.length > 0 || parentUserId !== undefined;
  const numbers = known ? from : [ANYBODY];
  return {
    number: numbers[index % numbers.length],
    userId: userId[index % userId.length],
    parentUserId,
    username,
    name,
  };
}

function idOf(given: string | undefined, index: number): string {
  if (given === undefined) return `wamid.${randomBytes(24).toString("base64")}`;
  return index === 0 ? given : `${given}-${index + 1}`;
}

/** Puts items into an order that a text decides: the same text gives the same order. */
function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const keyed = items.map((item, index) => ({
    item,
    key: createHash("sha256").update(`${seed}:${index}`).digest("hex"),
  }));
  return keyed.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(({ item }) => item);
}
