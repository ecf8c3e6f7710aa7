import { describe, expect, test } from "vitest";
import type { SlotArguments } from "../../../src/statements/define.ts";
import { invoke, messageOf, PLACE } from "../invoke.ts";
import { recordingHost } from "../recording-host.ts";

const files = new Map([
  ["reports/may.pdf", "%PDF"],
  ["logo.png", "PNG"],
]);

async function send(slots: SlotArguments) {
  const recorded = recordingHost({ files });
  await invoke("SEND MAIL", { subject: "Hello", ...slots }, recorded.host);
  return recorded;
}

async function recipients(to: SlotArguments[string]) {
  const [sent] = (await send({ to, body: "x" })).sent;
  return sent?.message.to;
}

describe("SEND MAIL", () => {
  test("sends subject and text to an address, with its place", async () => {
    const { sent, skipped } = await send({ to: "ana@example.com", body: "It works." });
    expect(sent).toEqual([
      {
        place: PLACE,
        message: {
          channel: "mail",
          to: ["ana@example.com"],
          cc: [],
          bcc: [],
          subject: "Hello",
          text: "It works.",
          html: undefined,
          attachments: [],
        },
      },
    ]);
    expect(skipped).toEqual([]);
  });

  test.each<[SlotArguments[string], string[]]>([
    ["a@x.org, b@x.org;c@x.org", ["a@x.org", "b@x.org", "c@x.org"]],
    [
      ["a@x.org", "b@x.org"],
      ["a@x.org", "b@x.org"],
    ],
    [["a@x.org", null, ""], ["a@x.org"]],
    ["Ana <ana@x.org>", ["Ana <ana@x.org>"]],
    ['"Silva, Ana" <ana@x.org>, b@x.org', ['"Silva, Ana" <ana@x.org>', "b@x.org"]],
    [" a@x.org ,, ", ["a@x.org"]],
  ])("reads the recipients %j", async (to, expected) => {
    expect(await recipients(to)).toEqual(expected);
  });

  test.each([
    "ana",
    "ana@",
    "@example.com",
    "a b@example.com",
    "a@b@c",
    "Ana <ana>",
    "a@x.org\r\nBcc: victim@x.org",
    "Ana\nBcc: v@x.org <a@x.org>",
  ])("refuses the address %j", async (to) => {
    expect(await messageOf(() => send({ to, body: "x" }))).toMatch(
      /^GB3330 .* is no mail address\n/,
    );
  });

  test("refuses what is no text as an address", async () => {
    expect(await messageOf(() => send({ to: 5, body: "x" }))).toMatch(/^GB3331 .*found 5/);
    expect(await messageOf(() => send({ to: "a@x.org", cc: { a: 1 }, body: "x" }))).toMatch(
      /^GB3331 .*found an object/,
    );
  });

  test("carries HTML, copies and files", async () => {
    const { sent } = await send({
      to: "a@x.org",
      html: "<p>Hi</p>",
      cc: "c@x.org",
      bcc: ["d@x.org"],
      attachments: ["reports/may.pdf", "logo.png"],
    });
    expect(sent[0]?.message).toMatchObject({
      text: undefined,
      html: "<p>Hi</p>",
      cc: ["c@x.org"],
      bcc: ["d@x.org"],
      attachments: [
        { name: "may.pdf", content: new TextEncoder().encode("%PDF") },
        { name: "logo.png", content: new TextEncoder().encode("PNG") },
      ],
    });
  });

  test("takes one file as text and refuses other kinds", async () => {
    const { sent } = await send({ to: "a@x.org", body: "x", attachments: "logo.png" });
    expect(sent[0]?.message).toMatchObject({ attachments: [{ name: "logo.png" }] });
    const act = () => send({ to: "a@x.org", body: "x", attachments: [7] });
    expect(await messageOf(act)).toMatch(/^GB3332 /);
  });

  test.each(["", null, [], " , "])("records a mail to %j as skipped", async (to) => {
    const { sent, skipped } = await send({ to, body: "x" });
    expect(sent).toEqual([]);
    expect(skipped).toMatchObject([{ reason: "it has no recipient", place: PLACE }]);
  });

  test("records a mail that says nothing as skipped, one with a subject only goes out", async () => {
    const nothing = await send({ to: "a@x.org", subject: "", body: " " });
    expect(nothing.skipped).toMatchObject([{ reason: "it has no text" }]);
    const subjectOnly = await send({ to: "a@x.org", subject: "Ping" });
    expect(subjectOnly.sent).toMatchObject([{ message: { subject: "Ping", text: "Ping" } }]);
  });
});
