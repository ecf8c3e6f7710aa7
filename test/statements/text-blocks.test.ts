import { describe, expect, test } from "vitest";
import { recordingHost } from "./recording-host.ts";
import { runSource } from "./run-source.ts";

async function mailOf(text: string) {
  const { sent } = await runSource(text);
  return sent.map(({ message }) => message);
}

describe("BEGIN MAIL", () => {
  test("sends a mail with its subject and text", async () => {
    const text = `NAME$ = "Ana"
BEGIN MAIL "a@x.org, b@x.org"

  Subject: Hello \${NAME$}

  Dear \${UCASE$(NAME$)},

    it's #1

END MAIL`;
    expect(await mailOf(text)).toMatchObject([
      { to: ["a@x.org", "b@x.org"], subject: "Hello Ana", text: "Dear ANA,\n\n  it's #1" },
    ]);
  });

  test("a line break inside a value makes no header and no line of the subject", async () => {
    const text = `NAME$ = "Ana\\nSubject: forged\\nBcc: e@x.org"
BEGIN MAIL "a@x.org"
subject: Hello \${NAME$}
\${NAME$}
END MAIL`;
    expect(await mailOf(text)).toMatchObject([
      {
        subject: "Hello Ana Subject: forged Bcc: e@x.org",
        text: "Ana\nSubject: forged\nBcc: e@x.org",
        bcc: [],
      },
    ]);
  });

  test("without Subject everything is text", async () => {
    expect(await mailOf('BEGIN MAIL "a@x.org"\nHello\n\nSubject: no\nEND MAIL')).toMatchObject([
      { subject: "", text: "Hello\n\nSubject: no" },
    ]);
  });

  test("without recipient or text it is skipped", async () => {
    const { skipped } = await runSource(
      'BEGIN MAIL ""\nHello\nEND MAIL\nBEGIN MAIL "a@x.org"\n\nEND MAIL',
    );
    expect(skipped.map(({ reason, place }) => [reason, place.line])).toEqual([
      ["it has no recipient", 1],
      ["it has no text", 4],
    ]);
  });

  test("what is no address is an error at its line", async () => {
    await expect(runSource('PRINT 1\nBEGIN MAIL "ana"\nHello\nEND MAIL')).rejects.toMatchObject({
      detail: { code: "GB3330" },
      span: { start: 8 },
    });
  });
});

test("TALK and BEGIN TALK go to the log", async () => {
  const recorded = recordingHost();
  await runSource('TALK "a" + 1\nBEGIN TALK\n  b\n\n  ${1 + 1}\nEND TALK\nTALK ["c"]', recorded);
  expect(recorded.logged.map(({ message, place }) => [message, place.line])).toEqual([
    ["a1", 1],
    ["b\n\n2", 2],
    ['["c"]', 7],
  ]);
  expect(recorded.printed).toEqual([]);
});

test("BEGIN SYSTEM PROMPT at the top level is no effect that each request would repeat", async () => {
  const { systemPrompts, prompts } = await runSource(`TONE$ = "kindly"
BEGIN SYSTEM PROMPT
  # Rules
  - Answer \${TONE$}.
END SYSTEM PROMPT
ON WEBHOOK POST TO "/a" DO
  PRINT LLM "hello"
END ON`);
  expect(systemPrompts).toEqual(["# Rules\n- Answer kindly."]);
  expect(prompts).toEqual(["hello"]);
});
