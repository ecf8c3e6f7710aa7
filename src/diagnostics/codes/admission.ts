import { error } from "../message.ts";

const TIMES: ReadonlyMap<number, string> = new Map([
  [1, "second"],
  [60, "minute"],
  [3600, "hour"],
]);

/** GB4490, GB4720 and GB4721: requests whose address turns them away. */
export const admissionMessages = {
  notAdmitted: (address: string, isForwarded: boolean) =>
    error(
      "GB4720",
      `this handler takes no requests from ${address}, as its FROM says`,
      isForwarded
        ? "the request came through a proxy: name that proxy in TRUST_PROXY, so that the sender's own address counts"
        : "add the address to FROM if the sender may call",
    ),
  notDelivering: (address: string, isForwarded: boolean) =>
    error(
      "GB4490",
      `WhatsAble does not deliver from ${address}, as WHATSABLE_ALLOW says`,
      isForwarded
        ? "the request came through a proxy: name that proxy in TRUST_PROXY, so that the sender's own address counts"
        : "add the address to WHATSABLE_ALLOW if it is WhatsAble's",
    ),
  tooMany: (count: number, seconds: number) =>
    error(
      "GB4721",
      `this address sent more than ${String(count)} requests in a ${TIMES.get(seconds) ?? "while"}, which is the handler's LIMIT`,
      "wait as long as Retry-After says, or raise LIMIT",
    ),
} as const;
