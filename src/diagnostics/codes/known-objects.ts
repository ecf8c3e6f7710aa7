import { warning } from "../message.ts";
import { proposal } from "../suggest.ts";
import type { StepFault } from "./lints.ts";

const NEVER: Readonly<Record<StepFault, (path: string, name: string) => string>> = {
  "no-member": (path, name) => `${path} has no ${name}, so this is always null`,
  "no-list": (path) => `${path} is no list, so an index finds nothing`,
  list: (path, name) => `${path} is a list, and a list has no ${name}`,
  text: (path, name) => `${path} has no parts, so ${name} of it is always null`,
};

/** So many names are read before somebody looks into the manual. */
const MOST_NAMES = 12;

/** GB4701: objects that gbasic gives to scripts. */
export const knownObjectMessages = {
  /**
   * @param members what the object has, for where nothing alike is there
   * @param help what `gbasic help` shows more of it for
   */
  neverInObject: (
    { path, help }: { readonly path: string; readonly help: string },
    name: string,
    reason: StepFault,
    proposed: string | undefined,
    members: readonly string[],
  ) => warning("GB4701", NEVER[reason](path, name), proposal(proposed) ?? whatItHas(members, help)),
};

function whatItHas(members: readonly string[], help: string): string {
  if (members.length === 0 || members.length > MOST_NAMES)
    return `gbasic help ${help} tells what it has`;
  return `it has ${members.join(", ")}`;
}
