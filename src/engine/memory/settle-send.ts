import type { QueueEntry } from "../queue/lane.ts";
import { remainingOf, type Send, type SendResult } from "../send.ts";
import { settledBy } from "../status-report.ts";
import type { MemoryMessages } from "./memory-messages.ts";
import type { MemoryReports } from "./memory-reports.ts";

/**
 * Gives how an attempt to send ended in the light of what the far side reported meanwhile, and
 * keeps of the message only what the far side did not take.
 */
export function settleSend(
  entry: QueueEntry<Send>,
  ended: SendResult,
  reports: MemoryReports,
  messages: MemoryMessages,
): SendResult {
  const result = settledBy(reports.of(entry.id), ended);
  const message = remainingOf(result);
  if (message !== undefined) {
    entry.item = { ...entry.item, message };
    messages.leave(entry.item);
  }
  return result;
}
