import type { Message } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import { BasicError } from "../runtime/error.ts";
import type { BlockRoute } from "./script-routes.ts";

/** What is said where a test names no block, or one that there is not. */
export interface BlockMessages {
  readonly noBlock: (
    block: string,
    known: readonly string[],
    proposed: string | undefined,
  ) => Message;
  readonly whichBlock: (known: readonly string[]) => Message;
}

/** Finds a block by its name, in any case. @throws BasicError of `noBlock` */
export function blockOf(
  known: readonly BlockRoute[],
  block: string,
  messages: BlockMessages,
): BlockRoute {
  const found = known.find((one) => one.block.toLowerCase() === block.trim().toLowerCase());
  if (found !== undefined) return found;
  const names = known.map((one) => one.block);
  throw new BasicError(messages.noBlock(block, names, suggest(block, names)));
}

/** Gives the one block that there is. @throws BasicError of `whichBlock` */
export function onlyBlock(known: readonly BlockRoute[], messages: BlockMessages): BlockRoute {
  const [first] = known;
  if (first !== undefined && known.length === 1) return first;
  throw new BasicError(messages.whichBlock(known.map(({ block }) => block)));
}
