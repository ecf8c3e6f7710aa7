import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeWanted, hasContent, type WantedContent } from "../sent-content.ts";
import { describeSent } from "../sent-texts.ts";
import type { TestBed } from "../test-bed.ts";

/** `EXPECT SENT WHATSAPP TO "+5511…" CONTAINING "order"`: a message that was sent in this test. */
export const expectWhatsApp = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] SENT WHATSAPP { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> | TYPE <kind?:text> | BUTTON <button?:text> | ROW <row?:text> | TEMPLATE <template?:text> }",
      also: [
        "EXPECT [<not?:word(NOT|NO)>] WHATSAPP { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> | TYPE <kind?:text> | BUTTON <button?:text> | ROW <row?:text> | TEMPLATE <template?:text> }",
      ],
      summary:
        "Expects that a WhatsApp message was sent in this test: to somebody, with this in its text or with this text, of a type such as image or buttons, with a button or a row of this title or id, or made from a template.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "hello"\nEXPECT NO WHATSAPP CONTAINING "goodbye"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, to, part, text, ...content }) => {
        expectMessage(bed.get(), "whatsapp", { to, part, text, content }, not);
      },
    }),
    { needles: ["to", "part", "button", "row", "template"] },
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

/** `EXPECT CALL TO "+5511…" SAYING "ready"`: a phone call that was made in this test. */
export const expectCall = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] CALL { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      also: [
        "EXPECT [<not?:word(NOT|NO)>] SENT CALL { TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      ],
      summary:
        "Expects that SEND CALL called somebody in this test, with this in what it reads out or with this text. What a block says is heard behind ANSWER CALL.",
      example: `RECEIVE POST "/remind" WITH FORM {"To": "+5511999999999"}\nEXPECT CALL TO "+5511999999999" CONTAINING "ready"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, ...wanted }) => {
        expectMessage(bed.get(), "call", wanted, not);
      },
    }),
    { needles: ["to", "part"] },
  );

const ANYTHING: WantedContent = {
  kind: undefined,
  button: undefined,
  row: undefined,
  template: undefined,
};

const TITLES = { whatsapp: "WhatsApp message", sms: "SMS", call: "call" } as const;

interface Wanted {
  readonly to: string | undefined;
  readonly part: string | undefined;
  readonly text: string | undefined;
  readonly content?: WantedContent;
}

function expectMessage(
  { channels }: TestBed,
  channel: keyof typeof TITLES,
  { to, part, text, content = ANYTHING }: Wanted,
  not: string | undefined,
): void {
  const holds = channels.sent.some(
    ({ message }) =>
      message.channel === channel &&
      (to === undefined || sameRecipient(message.to, to)) &&
      (part === undefined || message.text.includes(part)) &&
      (text === undefined || message.text === text) &&
      hasContent(message, content),
  );
  const recipient = to === undefined ? "" : ` to ${to}`;
  const holding = part === undefined ? "" : ` with ${show(part)}`;
  const saying = text === undefined ? "" : ` saying ${show(text)}`;
  const message = `${TITLES[channel]}${recipient}${holding}${saying}${describeWanted(content)}`;
  judge(not, {
    holds,
    unmet: `no ${message} was sent`,
    met: `this was sent: ${message}`,
    found: [listed("sent", describeSent(channels.sent))],
  });
}
