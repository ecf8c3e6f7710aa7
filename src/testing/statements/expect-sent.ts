import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, show, unmet } from "../expectation.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeSent } from "../sent-texts.ts";
import type { TestBed } from "../test-bed.ts";

/** `EXPECT SENT WHATSAPP TO "+5511…" CONTAINING "order"`: a message that was sent in this test. */
export const expectWhatsApp = (bed: CurrentBed) =>
  defineStatement({
    pattern:
      "EXPECT SENT WHATSAPP [TO <to?:text>] [(CONTAINING <part?:text> | SAYING <text?:text>)]",
    summary: "Expects that a WhatsApp message was sent in this test: to somebody, with a text.",
    example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "hello"`,
    raises: ["GB3501"],
    run: (wanted) => {
      expectMessage(bed.get(), "whatsapp", wanted);
    },
  });

/** `EXPECT SMS TO "+5511…" CONTAINING "code"`: an SMS that was sent in this test. */
export const expectSms = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT SMS [TO <to?:text>] [(CONTAINING <part?:text> | SAYING <text?:text>)]",
    also: ["EXPECT SENT SMS [TO <to?:text>] [(CONTAINING <part?:text> | SAYING <text?:text>)]"],
    summary: "Expects that an SMS was sent in this test: to somebody, with a text.",
    example: `RECEIVE SMS "hello"\nEXPECT SMS TO "+5511999999999" CONTAINING "hello"`,
    raises: ["GB3501"],
    run: (wanted) => {
      expectMessage(bed.get(), "sms", wanted);
    },
  });

interface Wanted {
  readonly to: string | undefined;
  readonly part: string | undefined;
  readonly text: string | undefined;
}

function expectMessage(
  { channels }: TestBed,
  channel: "whatsapp" | "sms",
  { to, part, text }: Wanted,
): void {
  const found = channels.sent.some(
    ({ message }) =>
      message.channel === channel &&
      (to === undefined || sameRecipient(message.to, to)) &&
      (part === undefined || message.text.includes(part)) &&
      (text === undefined || message.text === text),
  );
  if (found) return;
  const title = channel === "sms" ? "SMS" : "WhatsApp message";
  const recipient = to === undefined ? "" : ` to ${to}`;
  const said = part === undefined ? text : part;
  const saying =
    said === undefined ? "" : ` ${part === undefined ? "saying" : "with"} ${show(said)}`;
  unmet(`no ${title}${recipient}${saying} was sent`, listed("sent", describeSent(channels.sent)));
}
