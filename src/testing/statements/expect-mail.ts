import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { listed, show, unmet } from "../expectation.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeSent, textOf } from "../sent-texts.ts";

/** `EXPECT MAIL TO "ana@…" WITH SUBJECT "Code"`: a mail that was sent in this test. */
export const expectMail = (bed: CurrentBed) =>
  defineStatement({
    pattern: "EXPECT MAIL { TO <to?:text> | SUBJECT <subject?:text> | CONTAINING <part?:text> }",
    also: [
      "EXPECT SENT MAIL { TO <to?:text> | SUBJECT <subject?:text> | CONTAINING <part?:text> }",
    ],
    summary:
      "Expects that a mail was sent in this test: to somebody, with this subject, with this in its text.",
    example: `RECEIVE CALL\nEXPECT MAIL TO "ana@example.com" WITH SUBJECT "A call" CONTAINING "+5511"`,
    raises: ["GB3501"],
    run: ({ to, subject, part }) => {
      const { sent } = bed.get().channels;
      const found = sent.some(({ message }) => {
        if (message.channel !== "mail") return false;
        const recipients = [...message.to, ...message.cc, ...message.bcc];
        return (
          (to === undefined || recipients.some((one) => sameRecipient(one, to))) &&
          (subject === undefined || message.subject === subject) &&
          (part === undefined || textOf(message).includes(part))
        );
      });
      if (found) return;
      const recipient = to === undefined ? "" : ` to ${to}`;
      const titled = subject === undefined ? "" : ` with the subject ${show(subject)}`;
      const saying = part === undefined ? "" : ` with ${show(part)} in it`;
      unmet(`no mail${recipient}${titled}${saying} was sent`, listed("sent", describeSent(sent)));
    },
  });
