import { accountKey } from "../../host/mail-account.ts";
import type { OutboundMessage } from "../../host/message.ts";
import { defineStatement } from "../../statements/define.ts";
import type { CurrentBed } from "../current-bed.ts";
import { expectation, judge } from "../define-expectation.ts";
import { fileName } from "../file-name.ts";
import { listed, show } from "../expectation.ts";
import { leftOut } from "../left-out.ts";
import { notRunAgain } from "../not-run-again.ts";
import { triedAgain } from "../tried-again.ts";
import { sameRecipient } from "../phone-number.ts";
import { describeSent, textOf } from "../sent-texts.ts";

/** `EXPECT MAIL TO "ana@…" WITH SUBJECT "Code"`: a mail that was sent in this test. */
export const expectMail = (bed: CurrentBed) =>
  expectation(
    bed,
    defineStatement({
      pattern:
        "EXPECT [<not?:word(NOT|NO)>] MAIL { TO <to?:text> | SUBJECT <subject?:text> | CONTAINING <part?:text> | SAYING <text?:text> | FILE <file?:text> | USING <account?:text> }",
      also: [
        "EXPECT [<not?:word(NOT|NO)>] SENT MAIL { TO <to?:text> | SUBJECT <subject?:text> | CONTAINING <part?:text> | SAYING <text?:text> | FILE <file?:text> | USING <account?:text> }",
      ],
      summary:
        "Expects that a mail was sent in this test: to somebody, with this subject, with this in its text or with this text, with a file of this name, through one of several accounts.",
      example: `RECEIVE CALL\nPRESS "123456"\nEXPECT MAIL TO "ana@example.com" WITH SUBJECT "Your code" CONTAINING "123456"`,
      raises: ["GB3501", "GB3517"],
      run: ({ not, ...wanted }) => {
        const { channels, log } = bed.get();
        const { sent } = channels;
        const holds = sent.some(({ message }) => isWanted(message, wanted));
        const mail = describeWanted(wanted);
        judge(not, {
          holds,
          unmet: `no ${mail} was sent`,
          met: `a ${mail} was sent`,
          found: [
            listed("sent", describeSent(sent)),
            ...(not === undefined
              ? [...leftOut(log), ...triedAgain(log), ...notRunAgain(log)]
              : []),
          ],
        });
      },
    }),
    { needles: ["to", "part"] },
  );

/** What is expected of a mail; undefined holds for any. */
interface WantedMail {
  readonly to: string | undefined;
  readonly subject: string | undefined;
  readonly part: string | undefined;
  readonly text: string | undefined;
  readonly file: string | undefined;
  readonly account: string | undefined;
}

function describeWanted({ to, subject, part, text, file, account }: WantedMail): string {
  const parts = [
    to === undefined ? [] : [` to ${to}`],
    account === undefined ? [] : [` using ${account}`],
    subject === undefined ? [] : [` with the subject ${show(subject)}`],
    part === undefined ? [] : [` with ${show(part)} in it`],
    text === undefined ? [] : [` saying ${show(text)}`],
    file === undefined ? [] : [` with the file ${show(file)}`],
  ];
  return `mail${parts.flat().join("")}`;
}

function isWanted(message: OutboundMessage, wanted: WantedMail): boolean {
  if (message.channel !== "mail") return false;
  const { to, subject, part, text, file, account } = wanted;
  const recipients = [...message.to, ...message.cc, ...message.bcc];
  const bodies = [message.text, message.html];
  return (
    (to === undefined || recipients.some((one) => sameRecipient(one, to))) &&
    (subject === undefined || message.subject === subject) &&
    (file === undefined || message.attachments.some(({ name }) => name === fileName(file))) &&
    (account === undefined || accountKey(message.account ?? "") === accountKey(account)) &&
    (part === undefined || bodies.some((one) => one?.includes(part) === true)) &&
    (text === undefined || textOf(message) === text)
  );
}
