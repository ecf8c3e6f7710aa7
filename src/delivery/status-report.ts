import type { ReceivedReport, ReportedStatus } from "../engine/status-report.ts";
import { MESSAGE_STATUSES } from "../facts/whatsapp-statuses.ts";
import { listOf, recordOf, textOf } from "./json-record.ts";
import type { JsonRecord } from "./json-record.ts";

const STATUSES: ReadonlyMap<string, ReportedStatus> = new Map(
  MESSAGE_STATUSES.map((status) => [status, status]),
);

/**
 * Reads what a status says of a message (Cloud API, status reference). It was sent with its key as
 * `biz_opaque_callback_data`, which not everybody who passes statuses on gives back.
 * @returns undefined for a status that names no message, and for one that says nothing of its fate
 */
export function statusReport(item: JsonRecord): ReceivedReport | undefined {
  const key = textOf(item["biz_opaque_callback_data"]);
  const messageId = textOf(item["id"]);
  const status = STATUSES.get(textOf(item["status"]));
  if (status === undefined || (key === "" && messageId === "")) return undefined;
  const sendId = key === "" ? undefined : key;
  const reason = status === "failed" ? errorOf(item) : undefined;
  const code = status === "failed" ? codeOf(item) : "";
  const known = code === "" ? {} : { code };
  return { sendId, status, messageId, reason, ...known };
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
