import ipaddr from "ipaddr.js";

import { signingMessages } from "../../diagnostics/codes/signing.ts";
import type { Admission } from "../../host/handler.ts";
import { BasicError, errorsAt } from "../../runtime/error.ts";
import type { SlotSpans } from "../define.ts";

/** The clauses of a handler that say who may call it, and how often. */
export interface AdmissionClauses {
  readonly from?: string | undefined;
  readonly count?: number | undefined;
  readonly unit?: string | undefined;
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ["SECOND", 1],
  ["MINUTE", 60],
  ["HOUR", 3600],
]);

/**
 * Reads from where and how often requests may come.
 * @throws BasicError GB2438 for what is no address, GB2439 for what is no number of requests
 */
export function admissionOf(
  clauses: AdmissionClauses,
  spans: SlotSpans,
): { readonly admission?: Admission } {
  const from = errorsAt(spans.get("from"), () => addressesOf(clauses.from));
  const limit = errorsAt(spans.get("count"), () => limitOf(clauses, spans));
  if (from === undefined && limit === undefined) return {};
  return {
    admission: {
      ...(from === undefined ? {} : { from }),
      ...(limit === undefined ? {} : { limit }),
    },
  };
}

function addressesOf(written: string | undefined): readonly string[] | undefined {
  if (written === undefined) return undefined;
  const addresses = written.split(",").map((part) => part.trim());
  const wrong = addresses.find((part) => !ipaddr.isValid(part) && !ipaddr.isValidCIDR(part));
  if (wrong !== undefined) throw new BasicError(signingMessages.badAddress(wrong));
  return addresses;
}

function limitOf({ count, unit = "" }: AdmissionClauses, spans: SlotSpans): Admission["limit"] {
  if (!spans.has("count")) return undefined;
  if (count === undefined || !Number.isInteger(count) || count < 1) {
    throw new BasicError(signingMessages.badLimit());
  }
  return { count, seconds: SECONDS.get(unit.toUpperCase()) ?? 60 };
}
