import type { ReportedStatus, StatusReport } from "../engine/status-report.ts";
import { MESSAGE_STATUSES } from "../host/whatsapp/statuses.ts";
import { listOf, recordOf, textOf } from "./json-record.ts";
import type { JsonRecord } from "./json-record.ts";

const STATUSES: ReadonlyMap<string, ReportedStatus> = new Map(
  MESSAGE_STATUSES.map((status) => [status, status]),
);

/**
 * Reads what a status says of a message that was sent with its key as `biz_opaque_callback_data`
 * (Cloud API, status reference).
 * @returns undefined for a message without a key, and for a status that says nothing of its fate
 */
export function statusReport(item: JsonRecord): StatusReport | undefined {
  const sendId = textOf(item["biz_opaque_callback_data"]);
  const status = STATUSES.get(textOf(item["status"]));
  if (sendId === "" || status === undefined) return undefined;
  const reason = status === "failed" ? errorOf(item) : undefined;
  const code = status === "failed" ? codeOf(item) : "";
  const known = code === "" ? {} : { code };
  return { sendId, status, messageId: textOf(item["id"]), reason, ...known };
}

function codeOf(item: JsonRecord): string {
  const [first] = listOf(item["errors"]);
  return textOf(recordOf(first)["code"]);
}

function errorOf(item: JsonRecord): string | undefined {
  const [first] = listOf(item["errors"]);
  const error = recordOf(first);
  const details = textOf(recordOf(error["error_data"])["details"]);
  const title = textOf(error["title"]);
  const parts = [textOf(error["code"]), details === "" ? title : details];
  const text = parts.filter((part) => part !== "").join(" ");
  return text === "" ? undefined : text;
}
