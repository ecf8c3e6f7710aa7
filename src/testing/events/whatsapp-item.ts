import type { JsonObject } from "./json.ts";

/** Which of the business's numbers an item came to. */
export interface ReceivingNumber {
  /** Of the number that was written to: `phone_number_id`. */
  readonly numberId: string;
  /** That number as Meta shows it, digits alone. */
  readonly displayNumber: string;
}

/** One item of a list of a delivery, with what the change around it must hold. */
export interface ListedItem {
  /** The member of the change's value that holds it. */
  readonly list: "messages" | "statuses" | "errors";
  readonly item: JsonObject;
  /** The people that stand beside it; none where Meta sends the item alone. */
  readonly contacts: readonly JsonObject[];
  /** When it happened, in whole seconds since 1970-01-01 UTC: tells what has no id from another. */
  readonly seconds?: number;
  /** Undefined for the number that the delivery is for. */
  readonly receiver?: ReceivingNumber | undefined;
}

/** A change of a field other than messages, which holds no items. */
export interface ChangedField {
  readonly list: undefined;
  /** `account_update` … */
  readonly field: string;
  readonly value: JsonObject;
  /** In whole seconds since 1970-01-01 UTC; the same change at another time is another event. */
  readonly seconds: number;
}

/** One event of a delivery. */
export type WhatsAppItem = ListedItem | ChangedField;
