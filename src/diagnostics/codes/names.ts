import type { Message } from "../diagnostic.ts";
import { error, warning } from "../message.ts";
import { proposal } from "../suggest.ts";

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? "no" : String(count)} ${noun}s`;
}

function expectedCount(least: number, most: number): string {
  if (least === most) return counted(least, "argument");
  if (most === Infinity) return `at least ${counted(least, "argument")}`;
  return `${String(least)} to ${counted(most, "argument")}`;
}

/** Where nothing that was written comes near a known name. */
const LISTED_STATEMENTS = "`npx gbasic help` lists the statements that there are";
const LISTED_FUNCTIONS = "`npx gbasic help` lists the functions that there are";

/** GB21xx: names; GB22xx: calls; GB23xx: flow; GB24xx: files and handlers. */
export const nameMessages = {
  neverSet: (name: string, proposed?: string, advice?: string) =>
    warning("GB2101", `${name} is never set, so it reads as null`, proposal(proposed) ?? advice),
  duplicateProcedure: (name: string) =>
    error("GB2102", `${name} is there twice`, "give one of them another name"),
  duplicateParameter: (name: string) =>
    error("GB2103", `the parameter ${name} is there twice`, "give one of them another name"),
  earlier: (name: string) => `${name} is already here`,

  unknownStatement: (words: string, proposed?: string, advice?: string) =>
    error(
      "GB2202",
      `unknown statement ${words}`,
      advice ?? proposal(proposed) ?? LISTED_STATEMENTS,
    ),
  unknownFunction: (name: string, proposed?: string, advice?: string) =>
    error("GB2203", `unknown function ${name}`, advice ?? proposal(proposed) ?? LISTED_FUNCTIONS),
  unknownMethod: (name: string, proposed?: string, advice?: string) =>
    error(
      "GB2204",
      `no value has a method ${name}`,
      advice ?? proposal(proposed) ?? "a member is read without brackets, as in ORDER.price",
    ),
  wrongArgumentCount: (name: string, least: number, most: number, found: number, usage: string) =>
    error(
      "GB2205",
      `${name} takes ${expectedCount(least, most)}, found ${counted(found, "argument")}`,
      `write ${usage}`,
    ),
  tooManyArguments: (name: string, most: number, found: number) =>
    error(
      "GB2206",
      `${name} takes ${counted(most, "argument")}, found ${counted(found, "argument")}`,
      "remove what is too much, or add parameters to its header",
    ),
  missingArguments: (name: string, missing: readonly string[]) =>
    warning(
      "GB2207",
      `${name} is called without ${missing.join(", ")}, which then ${missing.length === 1 ? "is" : "are"} null`,
      "give every parameter a value; write NULL where there is none",
    ),
  subForValue: (name: string) =>
    warning(
      "GB2208",
      `${name} is a SUB and gives no value, so this is null`,
      "make it a FUNCTION that ends with RETURN value",
    ),
  spawnTarget: (name: string, proposed?: string) =>
    error(
      "GB2209",
      `SPAWN needs a SUB of this file, found ${name}`,
      proposal(proposed) ?? `write SUB ${name} … END SUB`,
    ),
  noElement: (name: string) =>
    error(
      "GB2210",
      `${name}(…) is no element of a list, so nothing can be assigned to it`,
      `write DIM ${name}(…) first, or put the index in [ ]`,
    ),

  bareFunction: (name: string, parameters: readonly string[]) =>
    error(
      "GB2211",
      `${name} is a function, and its arguments stand in brackets`,
      `write ${name}(${parameters.join(", ")})`,
    ),

  exitOutside: (exit: string, outside: string, hint: string) =>
    error("GB2301", `${exit} is outside ${outside}`, hint),
  valueFromSub: () =>
    warning(
      "GB2302",
      "a SUB gives no value, so this one is dropped",
      "write FUNCTION instead of SUB, or RETURN alone",
    ),
  unreachable: (why: string, hint?: string) =>
    warning("GB2303", `this never runs, as ${why}`, hint ?? "remove it"),

  topLevelEffect: (effect: string) =>
    error(
      "GB2401",
      `${effect} at the top level would happen once more for every request, before the handler`,
      "move it into a handler or a SUB",
    ),
  effectIsHere: (effect: string) => `${effect} is here`,
  sameRoute: (route: string) =>
    error(
      "GB2402",
      `two handlers listen on ${route}`,
      "give one of them another path or method; the name after `:` makes no difference",
    ),
  routeIsHere: (route: string) => `${route} is already here`,
} as const;

/** Tells whether a finding is that nothing sets a name. */
export function isAboutUnsetName({ code }: Message): boolean {
  return code === nameMessages.neverSet("").code;
}

/** Tells whether a finding is certain only where every block of the file ends as written. */
export function needsWholeBlocks({ code }: Message): boolean {
  return code === nameMessages.topLevelEffect("").code;
}
