import { error, warning } from "../message.ts";

/** GB2604–GB2608: what a file of tests may not hold; GB3517–GB3527, GB3540: statements of tests that prove nothing or fit nothing. */
export const testLanguageMessages = {
  useInside: (path: string) =>
    error(
      "GB2604",
      `USE ${JSON.stringify(path)} stands inside a block`,
      "write it at the beginning of the file, outside of tests, SUBs and blocks: it holds for all tests",
    ),
  handlerInTests: (title: string) =>
    error(
      "GB2605",
      `${title}: a file of tests serves nothing`,
      "write the handler into the script that is tested",
    ),
  severalContents: (given: readonly string[]) =>
    error(
      "GB2606",
      `a request has one body, and this one has ${given.join(" and ")}`,
      `leave one of ${given.join(" and ")} out`,
    ),
  joinedText: (statement: string, condition: string | undefined) =>
    error(
      "GB2607",
      `${statement} takes a text, and this is a condition`,
      condition === undefined
        ? `write a line with ${statement} for each of them`
        : `write it as a comparison, such as EXPECT ${condition}`,
    ),
  noTest: () =>
    warning(
      "GB2608",
      "this file of tests has no test",
      'write one: TEST "what it proves" … END TEST',
    ),
  alwaysHolds: (what: string, instead: string) =>
    error("GB3517", `${what} holds whatever the script does`, instead),
  pathWithoutSlash: (path: string) =>
    error(
      "GB3518",
      `${JSON.stringify(path)} is no path: a path begins with /`,
      `write ${JSON.stringify(`/${path}`)}`,
    ),
  noSuchCode: (written: string) =>
    error(
      "GB3519",
      `${JSON.stringify(written)} is no code of gbasic`,
      "write a whole code such as GB3002, or a part of the message",
    ),
  nothingExpected: (name: string) =>
    error(
      "GB3520",
      `the test ${JSON.stringify(name)} expects nothing`,
      "write what should come of it, such as EXPECT STATUS 200; EXPECT NO ERROR where it is enough that nothing fails",
    ),
  noRows: (name: string) =>
    error(
      "GB3521",
      `${name}: there is no row, so nothing is tested`,
      "give TEST EACH a list with an item at least",
    ),
  noHandler: (request: string, routes: readonly string[], proposed: string | undefined) =>
    error(
      "GB3522",
      `${request} reached no handler`,
      `${proposed === undefined ? "" : `did you mean ${proposed}? `}${routesText(routes)}; where this is meant, write EXPECT STATUS 404`,
    ),
  notPairs: (clause: string, found: string) =>
    error(
      "GB3523",
      `${clause} takes an object, and this is ${found}`,
      `write names and values: ${clause} { "name": "value" }`,
    ),
  wrongFailure: (channel: string, code: string, expected: string) =>
    error(
      "GB3524",
      `FAIL NEXT ${channel.toUpperCase()}: ${code} is no code of it`,
      `it is ${expected}; without WITH nothing is reached at all`,
    ),
  callOver: (statement: string, why: string) =>
    error(
      "GB3525",
      `${statement}: the call is over: ${why}`,
      "EXPECT SPOKEN and EXPECT BODY show what the script answered last",
    ),
  wrongInput: (statement: string, asked: string, instead: string) =>
    error("GB3526", `${statement}: the <Gather> asks for ${asked} only`, `write ${instead}`),
  wrongKeys: (keys: string) =>
    error(
      "GB3527",
      `PRESS ${JSON.stringify(keys)}: a telephone has no such keys`,
      'they are 0 to 9, * and #; for words write SPEAK "yes"',
    ),
  noSuchType: (
    written: string,
    isMark: boolean,
    proposed: string | undefined,
    types: readonly string[],
  ) =>
    error(
      "GB3540",
      `TYPE ${JSON.stringify(written)}: no WhatsApp message is of this type`,
      isMark
        ? "a mark as read is no message: write EXPECT WHATSAPP READ"
        : proposed === undefined
          ? `the types are ${types.join(", ")}`
          : `did you mean ${JSON.stringify(proposed)}?`,
    ),
} as const;

/** Says which routes a script has. */
export function routesText(routes: readonly string[]): string {
  return routes.length === 0 ? "the script has no handler" : `the script has ${routes.join(", ")}`;
}
