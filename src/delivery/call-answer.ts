import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Place } from "../host/host.ts";
import type { CallAnswer } from "../host/twiml.ts";
import { blockPath, type TwilioPaths } from "../host/twilio-paths.ts";
import { BasicError } from "../runtime/error.ts";
import type { BufferedResponse } from "../runtime/response.ts";
import { toJson } from "../runtime/value/json.ts";

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
  { paths, publicUrl = "" }: TwilioAddresses,
  warn: (detail: Message, place: Place) => void,
): CallAnswer {
  const address = (written: string) => (written.startsWith("/") ? publicUrl + written : written);
  return {
    add(verb, place) {
      if (response === undefined) throw new BasicError(phoneCallMessages.noCall());
      const left = response.addVerb(verb, place);
      if (left !== undefined) warn(left, place);
    },
    address,
    blockAddress(block, kept) {
      const bare = address(blockPath(block, script, paths));
      if (kept === null) return bare;
      const query = new URLSearchParams([[KEPT_PARAMETER, toJson(kept, 0, LONGEST_ADDRESS)]]);
      const whole = `${bare}?${query.toString()}`;
      if (whole.length > LONGEST_ADDRESS) {
        throw new BasicError(phoneCallMessages.keptTooMuch(whole.length, LONGEST_ADDRESS));
      }
      return whole;
    },
  };
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
