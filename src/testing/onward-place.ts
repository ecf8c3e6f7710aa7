import type { Message } from "../diagnostics/diagnostic.ts";
import { BasicError } from "../runtime/error.ts";
import { SOMEBODY } from "./event-desk.ts";
import type { TwilioCall } from "./events/twilio/call-forms.ts";
import { checkedPath } from "./request-path.ts";
import { type BlockMessages, blockOf, onlyBlock } from "./script-blocks.ts";
import type { BlockRoute } from "./script-routes.ts";
import type { OnwardPlace } from "./telephone/test-call.ts";
import type { TestBed } from "./test-bed.ts";
import { TEST_TWILIO } from "./twilio-request.ts";

/** What a test says of where its call goes on. */
export interface NamedPlace {
  /** The block; that of the last verb unless given. */
  readonly block: string | undefined;
  readonly at: string | undefined;
}

/** The verbs that a call can go on behind. */
export interface OnwardVerbs {
  /** Those that the call came to; undefined without a call. */
  readonly reached: readonly OnwardPlace[] | undefined;
  readonly blocks: readonly BlockRoute[];
  readonly messages: BlockMessages & {
    readonly notReached: (block: string | undefined) => Message;
  };
}

/**
 * Finds where a call goes on: behind the last verb that it came to; without a call in the block.
 * @throws BasicError GB3518 for what is no path, and the messages of the verbs
 */
export function onwardPlace(
  { at, block }: NamedPlace,
  { reached, blocks, messages }: OnwardVerbs,
): OnwardPlace {
  if (at !== undefined) return { target: checkedPath(at), method: "POST" };
  const route = block === undefined ? undefined : blockOf(blocks, block, messages);
  if (reached === undefined) {
    const { path: target } = route ?? onlyBlock(blocks, messages);
    return { target, method: "POST" };
  }
  const found = reached.findLast(
    ({ target }) => route === undefined || target.split("?", 1)[0] === route.path,
  );
  if (found === undefined) throw new BasicError(messages.notReached(block));
  return found;
}

/** The call of the test, or one that is as usual. @param number of the event */
export function callOrUsual({ events }: TestBed, number: number): TwilioCall {
  return (
    events.call?.call ?? {
      accountSid: TEST_TWILIO.accountSid,
      callSid: TEST_TWILIO.sid("CA", number),
      from: SOMEBODY.number ?? "",
      to: TEST_TWILIO.number,
    }
  );
}
