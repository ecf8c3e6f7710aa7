import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Place } from "../host/host.ts";
import type { CallAnswer } from "../host/twiml.ts";
import { blockPath, type TwilioPaths } from "../host/twilio-paths.ts";
import { BasicError } from "../runtime/error.ts";
import type { BufferedResponse } from "../runtime/response.ts";
import { toJson } from "../runtime/value/json.ts";
import type { Value } from "../runtime/value/value.ts";

/** What the addresses are made of at which Twilio calls this server. */
export interface TwilioAddresses {
  readonly paths: TwilioPaths;
  /** Without a `/` at its end; undefined where Twilio is left to put the server before a path. */
  readonly publicUrl: string | undefined;
}

/** Twilio takes longer addresses, but not everything on the way to this server does. */
const LONGEST_ADDRESS = 2000;

/** The parameter of an address that holds what a block is told. */
export const KEPT_PARAMETER = "kept";

/**
 * Makes what answers the call of a run.
 * @param response undefined where the run answers nothing
 * @param script the path of its script
 * @param warn is told of what a caller never gets to
 */
export function createCallAnswer(
  response: BufferedResponse | undefined,
  script: string,
  addresses: TwilioAddresses,
  warn: (detail: Message, place: Place) => void,
): CallAnswer {
  return {
    add(verb, place) {
      if (response === undefined) throw new BasicError(phoneCallMessages.noCall());
      const left = response.addVerb(verb, place);
      if (left !== undefined) warn(left, place);
    },
    address: (written) => addressOf(written, addresses),
    blockAddress: (block, kept) => blockAddressOf(block, kept, script, addresses),
  };
}

/**
 * Gives the address at which a call goes on in a block of a script.
 * @param kept what the block is told, null for nothing
 * @throws BasicError GB4686 where that is too long for an address
 */
export function blockAddressOf(
  block: string,
  kept: Value,
  script: string,
  addresses: TwilioAddresses,
): string {
  const bare = addressOf(blockPath(block, script, addresses.paths), addresses);
  if (kept === null) return bare;
  const query = new URLSearchParams([[KEPT_PARAMETER, toJson(kept, 0, LONGEST_ADDRESS)]]);
  const whole = `${bare}?${query.toString()}`;
  if (whole.length > LONGEST_ADDRESS) {
    throw new BasicError(phoneCallMessages.keptTooMuch(whole.length, LONGEST_ADDRESS));
  }
  return whole;
}

function addressOf(written: string, { publicUrl = "" }: TwilioAddresses): string {
  return written.startsWith("/") ? publicUrl + written : written;
}

/** The answer of a run that answers no call. */
export const noCallAnswer: CallAnswer = {
  add: refuse,
  address: refuse,
  blockAddress: refuse,
};

function refuse(): never {
  throw new BasicError(phoneCallMessages.noCall());
}
