import { BasicError } from "../../runtime/error.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge, textIn } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import { leftOut } from "../left-out.ts";
import { notRunAgain } from "../not-run-again.ts";
import { triedAgain } from "../tried-again.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeWanted, hasContent, type WantedContent } from "../sent-content.ts";
import { wrongKind } from "../sent-kinds.ts";
import { describeSent } from "../sent-texts.ts";
import type { TestBed } from "../test-bed.ts";

const WHATSAPP_CLAUSES =
  "{ TO <to?:text> | CONTAINING <part?:text> | SAYING <text?:text> | TYPE <kind?:text> | BUTTON <button?:text> | ROW <row?:text> | TEMPLATE <template?:text> | LANGUAGE <language?:text> | FILE <file?:text> | URL <url?:text> | HEADER <header?:text> | FOOTER <footer?:text> | IN REPLY TO <replyTo?:text> | USING <from?:text> }";

/** `EXPECT SENT WHATSAPP TO "+5511…" CONTAINING "order"`: a message that was sent in this test. */
export const expectWhatsApp = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern: `EXPECT [<not?:word(NOT|NO)>] SENT WHATSAPP ${WHATSAPP_CLAUSES}`,
      also: [`EXPECT [<not?:word(NOT|NO)>] WHATSAPP ${WHATSAPP_CLAUSES}`],
      summary:
        "Expects that a WhatsApp message was sent in this test: to somebody, with this in its text or with this text, of a type such as image or buttons, with a button or a row of this title or id, made from a template in a language, with a file of this name, address or id, with a button that opens an address, with this above or below its text, as an answer to a message, or from a number or service. A mark as read is no message.",
      example: `RECEIVE WHATSAPP TEXT "hello"\nEXPECT SENT WHATSAPP TO "+5511999999999" CONTAINING "hello"\nEXPECT NO WHATSAPP CONTAINING "goodbye"`,
      raises: ["GB3501", "GB3517", "GB3540"],
      run: ({ not, to, part, text, ...content }) => {
        const wrong = content.kind === undefined ? undefined : wrongKind(content.kind);
        if (wrong !== undefined) throw new BasicError(wrong);
        expectMessage(bed.get(), "whatsapp", { to, part, text, content }, not);
      },
    }),
    {
      needles: [
        ...["to", "part", "button", "row", "template", "language"],
        ...["file", "url", "header", "footer", "replyTo", "from"],
      ],
      review: (phrase) => {
        const kind = textIn(phrase, "kind");
        return kind === undefined ? undefined : wrongKind(kind);
      },
    },
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

const TITLES = { whatsapp: "WhatsApp message", sms: "SMS", call: "call" } as const;

interface Wanted {
  readonly to: string | undefined;
  readonly part: string | undefined;
  readonly text: string | undefined;
  readonly content?: WantedContent;
}

function expectMessage(
  { channels, log }: TestBed,
  channel: keyof typeof TITLES,
  { to, part, text, content = {} }: Wanted,
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
    found: [
      listed("sent", describeSent(channels.sent)),
      ...(not === undefined ? [...leftOut(log), ...triedAgain(log), ...notRunAgain(log)] : []),
    ],
  });
}
