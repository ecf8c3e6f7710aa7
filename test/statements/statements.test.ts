import { describe, expect, test } from "vitest";
import { statements } from "../../src/statements/index.ts";
import { recordingHost, requestOf } from "./recording-host.ts";
import { messagesOf, runSource } from "./run-source.ts";

const request = requestOf({
  pathValues: new Map([["id", "42"]]),
  rawBody: new TextEncoder().encode(`{ "entry": [{ "changes": [{ "value": {
    "messages": [{ "text": { "body": "hello" } }],
    "statuses": [{ "recipient_id": "5511999999999", "status": "read" }]
  } }] }] }`),
});

describe.each(statements.map((entry) => [entry.title, entry] as const))("%s", (_title, entry) => {
  test("has an example without errors and warnings, that runs", async () => {
    expect(messagesOf(entry.example)).toEqual([]);
    await runSource(entry.example, recordingHost({ request }));
  });

  test("has a summary of whole sentences", () => {
    expect(entry.summary).toMatch(/^[A-Z].*\.$/);
  });
});

describe("phrases in scripts", () => {
  test.each([
    ['SEND MAIL TO "a@x.org" WITH SUBJECT "s" AND BODY "b" + CHR$(10) + "c"'],
    ['SEND MAIL TO "a@x.org" SUBJECT "s" BODY "b" + CHR$(10) + "c"'],
    ['SEND MAIL TO "a@x.org", BODY "b" + CHR$(10) + "c", SUBJECT "s"'],
    ['SEND MAIL "a@x.org", "s", "b" + CHR$(10) + "c"'],
    ['SEND EMAIL "a@x.org", "s", "b" + CHR$(10) + "c"'],
    ['send email to "a@x.org" with subject "s" and body "b" + CHR$(10) + "c"'],
  ])("%s", async (text) => {
    const { sent } = await runSource(text);
    expect(sent).toMatchObject([
      {
        message: { channel: "mail", to: ["a@x.org"], subject: "s", text: "b\nc" },
        place: { file: "orders.bas", line: 1 },
      },
    ]);
  });

  test("a mail without a body has its subject as text", async () => {
    expect((await runSource('SEND EMAIL "a@x.org", "It works."')).sent).toMatchObject([
      { message: { subject: "It works.", text: "It works." } },
    ]);
  });

  test("LOG_INFO and its kin are LOG, and so are the short forms of the response", async () => {
    const recorded = recordingHost();
    await runSource('LOG_INFO "a"\nLOG_ERROR "b", { "c": 1 }', recorded);
    expect(recorded.logged.map(({ message }) => message)).toEqual(["a", "b"]);
    await runSource('SET RESPONSE STATUS 201\nSET RESPONSE HEADER "X-A", "b"', recorded);
    expect(recorded.statuses).toEqual([201]);
    expect(recorded.headers).toEqual([["X-A", "b"]]);
  });

  test("SEND MAIL takes files in both forms", async () => {
    const recorded = recordingHost({ files: new Map([["a.pdf", "PDF"]]) });
    await runSource('SEND MAIL "a@x.org", "s", "b", ["a.pdf"]', recorded);
    await runSource('SEND MAIL TO "a@x.org" SUBJECT "s" ATTACH "a.pdf"', recorded);
    const attachments = [{ name: "a.pdf" }];
    expect(recorded.sent).toMatchObject([
      { message: { attachments } },
      { message: { attachments, text: "" } },
    ]);
  });

  test.each(['SEND SMS TO "+55" WITH "hi"', 'SEND SMS "+55", "hi"'])("%s", async (text) => {
    expect((await runSource(text)).sent).toMatchObject([
      { message: { channel: "sms", to: "+55", text: "hi" } },
    ]);
  });

  test("a number is a recipient too, with all its digits", async () => {
    const { sent } = await runSource('SEND WHATSAPP TO 5511999999999 WITH "hi"');
    expect(sent).toMatchObject([{ message: { to: "5511999999999" } }]);
  });

  test("a variable that was never set is an empty recipient", async () => {
    const { skipped } = await runSource('SEND WHATSAPP TO WHO$ WITH "hi"');
    expect(skipped).toMatchObject([{ reason: "it has no recipient", place: { line: 1 } }]);
  });

  test("a path binds tighter than a comparison", async () => {
    const { printed } = await runSource(
      'LET O = PARSE JSON "{ ""a"": [1, 2] }"\nIF GET JSON PATH O, "a[1]" = 2 THEN PRINT "two"',
    );
    expect(printed).toEqual(["two"]);
  });

  test("PRINT stands alone, with one value and with several", async () => {
    expect((await runSource('PRINT\nPRINT [1, 2]\nPRINT "a", 1 + 1')).printed).toEqual([
      "",
      [1, 2],
      "a 2",
    ]);
  });

  test("errors of phrases carry their place", async () => {
    await expect(runSource('PRINT 1\nSEND MAIL "ana", "s", "b"')).rejects.toMatchObject({
      detail: { code: "GB3330" },
      span: { start: 8 },
    });
  });

  test.each([
    ['ON WEBHOOK PSOT TO "/x" DO\nEND ON', "1: GB2421 "],
    ['ON WEBHOOK POST TO "x" DO\nEND ON', "1: GB2422 "],
    ['ON WEBHOOK POST TO "/x" OPEN SIGNED BY META DO\nEND ON', "1: GB2428 "],
    ['ON WEBHOOK PSOT "/x"\nEND ON', "1: GB2421 "],
    ['ON WEBHOOK POST "/x" DO\nEND ON', undefined],
    ['ON WEBHOOK POST TO "/x" RAW, OPEN DO\nEND ON', undefined],
    ['ON WEBHOOK POST TO "/x" SIGNED BY TWILIO RAW\nEND ON', undefined],
  ])("%j", (text, expected) => {
    const messages = messagesOf(text);
    if (expected === undefined) expect(messages).toEqual([]);
    else expect(messages).toEqual([expect.stringContaining(expected)]);
  });
});
