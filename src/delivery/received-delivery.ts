import { DateTime } from "../runtime/value/date-time.ts";
import { objectFrom } from "../runtime/value/member.ts";
import { toText } from "../runtime/value/text.ts";
import type { Value } from "../runtime/value/value.ts";
import { at, textAt } from "./payload-values.ts";

/** What is around an item of a delivery. */
export interface Delivered {
  readonly body: Value;
  readonly entry: Value;
  readonly change: Value;
  /** The change's value, which holds the item. */
  readonly value: Value;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
}

/** Gives the number of the business that an item is about. */
export function businessOf({ entry, value }: Delivered): Value {
  const metadata = at(value, "metadata");
  return objectFrom([
    ["id", textAt(metadata, "phone_number_id")],
    ["number", textAt(metadata, "display_phone_number")],
    ["account", textAt(entry, "id")],
  ]);
}

/** Reads a moment, which Meta counts in seconds; null where there is none. */
export function momentAt(zone: string, value: Value, ...path: readonly string[]): Value {
  const seconds = Number(toText(at(value, ...path)) || NaN);
  return Number.isFinite(seconds) ? new DateTime(seconds * 1000, zone) : null;
}
