import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeSent } from "../sent-texts.ts";
import type { TestBed } from "../test-bed.ts";

/** `EXPECT SENT WHATSAPP TO "+5511…" CONTAINING "order"`: a message that was sent in this test. */
export const expectWhatsApp = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] SENT WHATSAPP { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      also: [
        "EXPECT [<not?:word(NOT|NO)>] WHATSAPP { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      ],
      summary:
        "Expects that a WhatsApp message was sent in this test: to somebody, with this in its text or with this text.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "hello"\nEXPECT NO WHATSAPP CONTAINING "goodbye"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, ...wanted }) => {
        expectMessage(bed.get(), "whatsapp", wanted, not);
      },
    }),
    { needles: ["to", "part"] },
  );

/** `EXPECT SMS TO "+5511…" CONTAINING "code"`: an SMS that was sent in this test. */
export const expectSms = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] SMS { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      also: [
        "EXPECT [<not?:word(NOT|NO)>] SENT SMS { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      ],
      summary:
        "Expects that an SMS was sent in this test: to somebody, with this in its text or with this text.",
      example: `RECEIVE SMS "hello"\nEXPECT SMS TO "+5511999999999" CONTAINING "hello"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, ...wanted }) => {
        expectMessage(bed.get(), "sms", wanted, not);
      },
    }),
    { needles: ["to", "part"] },
  );

interface Wanted {
  readonly to: string | undefined;
  readonly part: string | undefined;
  readonly text: string | undefined;
}

function expectMessage(
  { channels }: TestBed,
  channel: "whatsapp" | "sms",
  { to, part, text }: Wanted,
  not: string | undefined,
): void {
  const holds = channels.sent.some(
    ({ message }) =>
      message.channel === channel &&
      (to === undefined || sameRecipient(message.to, to)) &&
      (part === undefined || message.text.includes(part)) &&
      (text === undefined || message.text === text),
  );
  const recipient = to === undefined ? "" : ` to ${to}`;
  const holding = part === undefined ? "" : ` with ${show(part)}`;
  const saying = text === undefined ? "" : ` saying ${show(text)}`;
  const message = `${channel === "sms" ? "SMS" : "WhatsApp message"}${recipient}${holding}${saying}`;
  judge(not, {
    holds,
    unmet: `no ${message} was sent`,
    met: `this was sent: ${message}`,
    found: [listed("sent", describeSent(channels.sent))],
  });
}
