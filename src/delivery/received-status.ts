import { objectFrom } from "../runtime/value/member.ts";
import type { Value, ValueObject } from "../runtime/value/value.ts";
import { at, firstOf, textAt } from "./payload-values.ts";
import { errorOf } from "./received-content.ts";
import { businessOf, type Delivered, momentAt } from "./received-delivery.ts";

/** Reads what became of a message that was sent (Cloud API, status reference). */
export function readStatus(status: Value, delivered: Delivered): ValueObject {
  return objectFrom([
    ["id", textAt(status, "id")],
    ["status", textAt(status, "status")],
    ["timestamp", momentAt(delivered.zone, status, "timestamp")],
    ["recipient", recipientOf(status)],
    ["business", businessOf(delivered)],
    ["error", errorOf(status)],
    ["pricing", at(status, "pricing")],
    ["conversation", at(status, "conversation")],
    ["data", textAt(status, "biz_opaque_callback_data")],
    ["raw", status],
  ]);
}

/** Since 2026 somebody may hide the number and be known by ids alone (BSUID page). */
function recipientOf(status: Value): Value {
  const number = textAt(status, "recipient_id");
  const id = textAt(status, "recipient_user_id");
  const parent = textAt(status, "recipient_parent_user_id");
  return objectFrom([
    ["address", firstOf(number, parent, id)],
    ["number", number],
    ["id", id],
    ["parent", parent],
    ["type", textAt(status, "recipient_type")],
    ["participant", textAt(status, "recipient_participant_id")],
  ]);
}
