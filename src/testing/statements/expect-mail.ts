import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { listed, show } from "../expectation.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeSent, textOf } from "../sent-texts.ts";

/** `EXPECT MAIL TO "ana@…" WITH SUBJECT "Code"`: a mail that was sent in this test. */
export const expectMail = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] MAIL { TO <to?:text> | SUBJECT <subject?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      also: [
        "EXPECT [<not?:word(NOT|NO)>] SENT MAIL { TO <to?:text> | SUBJECT <subject?:text> | CONTAINING <part?:text> | SAYING <text?:text> }",
      ],
      summary:
        "Expects that a mail was sent in this test: to somebody, with this subject, with this in its text or with this text.",
      example: `RECEIVE CALL\nPRESS "123456"\nEXPECT MAIL TO "ana@example.com" WITH SUBJECT "Your code" CONTAINING "123456"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, to, subject, part, text }) => {
        const { sent } = bed.get().channels;
        const holds = sent.some(({ message }) => {
          if (message.channel !== "mail") return false;
          const recipients = [...message.to, ...message.cc, ...message.bcc];
          return (
            (to === undefined || recipients.some((one) => sameRecipient(one, to))) &&
            (subject === undefined || message.subject === subject) &&
            (part === undefined || textOf(message).includes(part)) &&
            (text === undefined || textOf(message) === text)
          );
        });
        const recipient = to === undefined ? "" : ` to ${to}`;
        const titled = subject === undefined ? "" : ` with the subject ${show(subject)}`;
        const holding = part === undefined ? "" : ` with ${show(part)} in it`;
        const saying = text === undefined ? "" : ` saying ${show(text)}`;
        const mail = `mail${recipient}${titled}${holding}${saying}`;
        judge(not, {
          holds,
          unmet: `no ${mail} was sent`,
          met: `a ${mail} was sent`,
          found: [listed("sent", describeSent(sent))],
        });
      },
    }),
    { needles: ["to", "part"] },
  );
