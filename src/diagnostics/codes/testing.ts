import { error } from "../message.ts";
import { routesText } from "./test-language.ts";

/** GB2601–GB2603: how tests are written; GB3501–GB3516: what a test finds; GB5401–GB5403: which tests run. */
export const testingMessages = {
  sameName: (name: string, line: number) =>
    error(
      "GB2601",
      `there are two tests with the name ${JSON.stringify(name)}`,
      `the other one is in line ${String(line)}: give one of them another name`,
    ),
  usePath: (path: string) =>
    error(
      "GB2602",
      `USE ${JSON.stringify(path)}: there is no such script`,
      "write the path from the folder of the test",
    ),
  noScript: (expected: string) =>
    error(
      "GB2603",
      `nothing is tested here: there is no ${expected}`,
      'name the script with USE "path.bas" in the first lines of the test',
    ),
  unmet: (what: string) => error("GB3501", what),
  nothingReceived: (statement: string, isOfCall = false) =>
    error(
      "GB3502",
      `${statement}: ${isOfCall ? "there is no call" : "nothing was received"} yet`,
      isOfCall
        ? 'begin a call first: RECEIVE CALL, or RECEIVE CALL FROM "+5511999999999"'
        : 'send something first: RECEIVE POST "/path" WITH BODY "…", or RECEIVE WHATSAPP TEXT "hello"',
    ),
  notInTests: (statement: string) =>
    error(
      "GB3503",
      `a test does not ${statement} by itself`,
      "RECEIVE something that makes the script do it, and EXPECT what comes of it",
    ),
  badClock: (text: string, clause: "SET CLOCK" | "WRITTEN AT") =>
    error(
      "GB3504",
      `${JSON.stringify(text)} is no date and time`,
      `write ${clause} "2026-01-31 09:00"`,
    ),
  badSpan: (written: string) =>
    error(
      "GB3505",
      `time cannot go on by ${written}`,
      "write ADVANCE 10 MINUTES, or ADVANCE 2 HOURS",
    ),
  scriptFailed: (code: string, times: number) =>
    error(
      "GB3507",
      `the script ended with ${code}, which the test does not expect`,
      times > 1
        ? `mend the script, or write EXPECT ERROR "${code}" TIMES ${String(times)}: it came so often, and EXPECT ERROR without TIMES takes one`
        : `mend the script, or write EXPECT ERROR "${code}"`,
    ),
  unusedFailure: (channel: string) =>
    error(
      "GB3508",
      `FAIL NEXT ${channel.toUpperCase()}: nothing was ${verbsOf(channel).done} there afterwards`,
      `write it before what makes the script ${verbsOf(channel).act}`,
    ),
  tookTooLong: (seconds: number) =>
    error(
      "GB3509",
      `the test took longer than ${String(seconds)} s`,
      "something never ends; --timeout gives a test more time",
    ),
  whichPath: (statement: string, routes: readonly string[], path: string | undefined) =>
    error(
      "GB3511",
      `${statement}: the script has ${path === undefined ? "no path for it" : "several paths that could be meant"}`,
      path === undefined
        ? `${routesText(routes)}: write a handler, or say which path is meant: ${statement} … AT "/path"`
        : `${routesText(routes)}: say which one is meant: ${statement} … AT ${JSON.stringify(path)}`,
    ),
  elsewhere: (action: string) =>
    error(
      "GB3513",
      `the call goes on at ${JSON.stringify(action)}, which the script does not serve`,
      "write a path of the script, such as /twilio/gather",
    ),
  nothingHeld: () =>
    error(
      "GB3514",
      "RELEASE EVENTS: nothing is held",
      "write HOLD EVENTS and some RECEIVE WHATSAPP before it",
    ),
  heldAlone: () =>
    error(
      "GB3515",
      "an event that is held comes with others in one delivery, and has no signature or path of its own",
      "leave AT, AS, UNSIGNED and FORGED out, or send it without HOLD EVENTS",
    ),
  heldAtEnd: () =>
    error(
      "GB3516",
      "HOLD EVENTS: what was held was never sent",
      "write RELEASE EVENTS behind the events",
    ),
  mockStatus: (found: string) =>
    error("GB5421", `${found} is no status of an answer`, "write a number from 200 to 599"),
  unusedMock: (method: string, pattern: string) =>
    error(
      "GB5422",
      `MOCK ${method} ${JSON.stringify(pattern)} … ONCE: nothing called it afterwards`,
      "look at the address and the method, or remove it",
    ),
  unmockedCall: (method: string, url: string, hint: string) =>
    error("GB5420", `nothing in this test answers ${method} ${url}`, hint),
  noTests: (paths: readonly string[]) =>
    error(
      "GB5401",
      `no test was found in ${paths.join(", ")}`,
      "tests are in files whose names end in .test.bas",
    ),
  isTest: (path: string) =>
    error(
      "GB5403",
      `${path} holds tests of a script, which are not run or served themselves`,
      `run them: npx gbasic test ${path}`,
    ),
  noMatch: (filter: string) =>
    error(
      "GB5402",
      `no test has ${JSON.stringify(filter)} in its name`,
      "the names are those behind TEST; big and small letters are the same",
    ),
} as const;

function verbsOf(channel: string): { readonly act: string; readonly done: string } {
  if (channel === "model") return { act: "ask", done: "asked" };
  return channel === "media" ? { act: "fetch", done: "fetched" } : { act: "send", done: "sent" };
}
