import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB2601–GB2606: how tests are written; GB3501–GB3509: what a test finds; GB5401–GB5405: which tests run. */
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
  nothingReceived: (statement: string) =>
    error(
      "GB3502",
      `${statement}: nothing was received yet`,
      'send something first: RECEIVE POST "/path" WITH BODY "…", or RECEIVE WHATSAPP TEXT "hello"',
    ),
  notInTests: (statement: string) =>
    error(
      "GB3503",
      `a test does not ${statement} by itself`,
      "RECEIVE something that makes the script do it, and EXPECT what comes of it",
    ),
  badClock: (text: string) =>
    error(
      "GB3504",
      `${JSON.stringify(text)} is no date and time`,
      'write SET CLOCK "2026-01-31 09:00"',
    ),
  badSpan: (written: string) =>
    error(
      "GB3505",
      `time cannot go on by ${written}`,
      "write ADVANCE 10 MINUTES, or ADVANCE 2 HOURS",
    ),
  unknownWord: (what: string, written: string, known: readonly string[], proposed?: string) =>
    error(
      "GB3506",
      `${written} is no ${what}`,
      proposal(proposed) ?? `it is one of ${known.join(", ")}`,
    ),
  scriptFailed: (code: string) =>
    error(
      "GB3507",
      `the script ended with ${code}, which the test does not expect`,
      `mend the script, or write EXPECT ERROR "${code}"`,
    ),
  unusedFailure: (channel: string) =>
    error(
      "GB3508",
      `FAIL NEXT ${channel.toUpperCase()}: nothing was sent there afterwards`,
      "write it before what makes the script send",
    ),
  tookTooLong: (seconds: number) =>
    error(
      "GB3509",
      `the test took longer than ${String(seconds)} s`,
      "something never ends; --timeout gives a test more time",
    ),
  whichPath: (statement: string, paths: readonly string[]) =>
    error(
      "GB3511",
      `${statement}: the script has ${paths.length === 0 ? "no path for it" : "several paths"}`,
      paths.length === 0
        ? "write a handler: ON WEBHOOK POST TO ..."
        : `say which one: ${statement} … AT ${JSON.stringify(paths[0])}`,
    ),
  noGather: (statement: string) =>
    error(
      "GB3512",
      `${statement}: the last answer asks for nothing`,
      "it has no <Gather>; EXPECT BODY shows what the answer is",
    ),
  elsewhere: (action: string) =>
    error(
      "GB3513",
      `the <Gather> goes to ${JSON.stringify(action)}, which the script does not serve`,
      "write a path of the script as its action, such as /twilio/gather",
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
      "leave AT, UNSIGNED and FORGED out, or send it without HOLD EVENTS",
    ),
  heldAtEnd: () =>
    error(
      "GB3516",
      "HOLD EVENTS: what was held was never sent",
      "write RELEASE EVENTS behind the events",
    ),
  noTests: (paths: readonly string[]) =>
    error(
      "GB5401",
      `no test was found in ${paths.join(", ")}`,
      "tests are in files whose names end in .test.bas",
    ),
  noMatch: (filter: string) =>
    error(
      "GB5402",
      `no test has ${JSON.stringify(filter)} in its name`,
      "the names are those behind TEST; big and small letters are the same",
    ),
} as const;
