import type { testingMessages } from "../codes/testing.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/testing.ts`. */
export const testingExplanations: ExplanationsOf<typeof testingMessages> = {
  GB2601: {
    title: "Two tests with one name",
    means: "A report names tests by what stands behind TEST, so each needs a name of its own.",
    example: {
      kind: "situation",
      text: 'Two blocks of one file begin with `TEST "an order is taken"`.',
    },
    mend: "Say in each name what is special about the test.",
  },
  GB2602: {
    title: "USE names a script that is not there",
    means: "The path behind USE starts from the folder of the test, and no file is there.",
    example: { kind: "situation", text: '`USE "order.bas"` beside a script `orders.bas`.' },
    mend: "Write the path from the folder of the test.",
  },
  GB2603: {
    title: "A file of tests without a script",
    means:
      "A file `orders.test.bas` tests the script `orders.bas` beside it. No such script is there, and no USE names another one.",
    example: { kind: "situation", text: "`orders.bas` was given another name, its test was not." },
    mend: 'Give the test the name of its script, or write `USE "path.bas"` in its first lines.',
  },
  GB3501: {
    title: "An expectation that does not hold",
    means:
      "What EXPECT says is not so. Below the line the report shows what there is instead: both sides of a comparison, or the messages, lines of the log or errors of the test.",
    example: {
      kind: "situation",
      text: '`EXPECT BODY "Hello Ana"` where the script answers `Hello`.',
    },
    mend: "Mend the script, or the expectation where the script is right.",
  },
  GB3502: {
    title: "A test that looks at an answer before there is one",
    means:
      "EXPECT STATUS, HEADER, BODY and SPOKEN look at the answer to the last request; RECEIVE AGAIN, PRESS and SPEAK go on with it, the last two in a call. The test has sent none.",
    example: { kind: "situation", text: "A TEST begins with `EXPECT STATUS 200`." },
    mend: "Begin with RECEIVE.",
  },
  GB3503: {
    title: "A test that acts by itself",
    means:
      "SEND, SPAWN, GENERATE RESPONSE and the like are what scripts do. In a test they would go nowhere, and prove nothing.",
    example: { kind: "situation", text: '`SEND SMS TO "+15550001111" WITH "hello"` in a TEST.' },
    mend: "RECEIVE what makes the script act, and EXPECT what comes of it.",
  },
  GB3504: {
    title: "SET CLOCK or WRITTEN AT without a date and time",
    means:
      "The clock of a test is put to a date, with or without a time of day, and so is what an event says of when it was written.",
    example: { kind: "situation", text: '`SET CLOCK "tomorrow"`.' },
    mend: 'Write it as in `SET CLOCK "2026-01-31 09:00"`.',
  },
  GB3505: {
    title: "ADVANCE by something that is no time",
    means: "Time goes on by a number of SECONDS, MINUTES, HOURS or DAYS, and never backwards.",
    example: { kind: "situation", text: "`ADVANCE 3 WEEKS`, or `ADVANCE -1 HOURS`." },
    mend: "Write it as in `ADVANCE 21 DAYS`; SET CLOCK sets the clock back.",
  },
  GB3507: {
    title: "A script that failed under test",
    means:
      "The script ended with an error, or a message could not be sent, and no EXPECT ERROR says that this is meant. The error itself stands above.",
    example: {
      kind: "situation",
      text: "A handler divides by zero, and its test looks at nothing but the messages.",
    },
    mend: "Mend the script. Where the error is what is tested, write EXPECT ERROR with its code. Each takes one error; with TIMES it takes all of them, where there are as many.",
  },
  GB3508: {
    title: "FAIL NEXT for nothing",
    means: "The channel was told to fail, and nothing was sent there afterwards.",
    example: {
      kind: "situation",
      text: "`FAIL NEXT MAIL` stands behind the RECEIVE whose mail should fail.",
    },
    mend: "Write it before the RECEIVE that makes the script send.",
  },
  GB3509: {
    title: "A test that takes too long",
    means:
      "Nothing in a test waits for real time, so one that takes seconds is caught in something that never ends.",
    example: { kind: "situation", text: "The script waits for what never comes." },
    mend: "Look for the loop that does not end. `--timeout` gives a test more time.",
  },
  GB3511: {
    title: "An event that could go to several paths",
    means:
      "RECEIVE CALL, SMS and WHATSAPP find the path by themselves where one has a name that says what it is for, or the script has one only that is not named or signed for something else.",
    example: {
      kind: "situation",
      text: "A script with `/twilio/a` and `/twilio/b`, and `RECEIVE CALL` in its test.",
    },
    mend: 'Say where it goes: `RECEIVE CALL AT "/twilio/a"`.',
  },
  GB3513: {
    title: "Keys that go to another place",
    means:
      "The action of a <Gather> is one of another host, which no test reaches; or where the call should go on is no address at all. A <Redirect> to another host just ends the call of a test.",
    example: {
      kind: "situation",
      text: 'The TwiML has `<Gather action="https://example.com/keys">`, and the test presses a key.',
    },
    mend: "Write the path of the script that takes the keys.",
  },
  GB3514: {
    title: "RELEASE EVENTS without events",
    means: "Nothing was received since HOLD EVENTS, or there is no HOLD EVENTS.",
    example: { kind: "situation", text: "RELEASE EVENTS stands before the events." },
    mend: "Write HOLD EVENTS first, then the events, then RELEASE EVENTS.",
  },
  GB3515: {
    title: "A held event with a signature or path of its own",
    means:
      "Events that are held come in one delivery, which goes to one path and has one signature.",
    example: {
      kind: "situation",
      text: '`RECEIVE WHATSAPP TEXT "hello" FORGED` behind HOLD EVENTS.',
    },
    mend: "Leave AT, UNSIGNED and FORGED out, or send the event by itself.",
  },
  GB3516: {
    title: "Events that were held and never sent",
    means:
      "The test ends after HOLD EVENTS without RELEASE EVENTS, so the script saw none of them.",
    example: { kind: "situation", text: "A test forgets its RELEASE EVENTS." },
    mend: "Write RELEASE EVENTS behind the events.",
  },
  GB5420: {
    title: "A call that nothing answers",
    means:
      "In a test nothing leaves the machine, so a MOCK has to say what an address answers. For this call there is none. The test fails, whatever the script does about errors.",
    example: {
      kind: "situation",
      text: 'A script has `GET "https://shop.example/orders/7"`, its test no `MOCK GET` that fits it.',
    },
    mend: "Write the MOCK that the message shows; `*` in its address stands for anything.",
  },
  GB5421: {
    title: "A mock with a status that there is not",
    means: "The status of an answer is a whole number from 200 to 599.",
    example: { kind: "situation", text: '`MOCK GET "https://shop.example/*" WITH STATUS 99`' },
    mend: "Write 200, 404 or whatever the service would answer.",
  },
  GB5422: {
    title: "A mock that was not used",
    means:
      "A mock with ONCE is there for one call. That call was not made, so the test does not prove what it seems to.",
    example: {
      kind: "situation",
      text: '`MOCK GET "https://shop.example/orders" … ONCE` in a test whose script calls `…/order`.',
    },
    mend: "Look at the address and the method, or remove the mock.",
  },
  GB5401: {
    title: "No tests",
    means:
      "`gbasic test` runs what stands in files whose names end in `.test.bas`, and found none.",
    example: { kind: "situation", text: "`npx gbasic test` in a folder without tests." },
    mend: "Write a file with the name of a script and `.test.bas` at its end.",
  },
  GB5403: {
    title: "Tests given to run or serve",
    means:
      "A file whose name ends in `.test.bas` is in the language of tests, which `gbasic test` runs.",
    example: { kind: "situation", text: "`npx gbasic run orders.test.bas`." },
    mend: "Run `npx gbasic test orders.test.bas`.",
  },
  GB5402: {
    title: "No test with that name",
    means: "None of the tests has in its name what `--filter` asks for.",
    example: { kind: "situation", text: "`npx gbasic test --filter ordr`." },
    mend: "Look how the tests are called: the report of a run without a filter lists them.",
  },
};
