import { defineStatement } from "../define.ts";
import { recipientsCheck, readAddresses } from "./addresses.ts";
import { sendOrSkip, through } from "./send-or-skip.ts";

const SUBJECT = /^\s*subject\s*:/i;

/** `BEGIN MAIL address … END MAIL`: a mail written as text, its subject on the first line. */
export const beginMail = defineStatement({
  pattern: "BEGIN MAIL <to:any> [USING <account?:text>] <lines:lines>",
  summary:
    "Sends a mail whose text stands on the lines up to END MAIL. A first line that begins with Subject: gives the subject; ${…} puts a value in. USING names an account of the settings.",
  example: `LET NAME$ = "Ana"
BEGIN MAIL "ana@example.com"
Subject: Your order, \${NAME$}

Dear \${NAME$},

it's on its way.
END MAIL`,
  output: `simulated mail to ana@example.com, subject Your order, Ana: Dear Ana,

it's on its way.`,
  raises: ["GB2479", "GB3330", "GB3331", "GB4723"],
  needs: ["mail"],
  checks: { to: recipientsCheck },
  run: ({ to, account, lines }, { host, place }) => {
    const { subject, text } = readMail(lines);
    const message = {
      channel: "mail",
      to: readAddresses(to),
      cc: [],
      bcc: [],
      subject,
      text,
      html: undefined,
      attachments: [],
      ...through(account),
    } as const;
    sendOrSkip(message, host.mail, place);
  },
});

/**
 * Tells subject and text apart by the lines of the script, never by line breaks inside a value: what
 * a sender wrote cannot become a header.
 */
function readMail(lines: readonly string[]): { readonly subject: string; readonly text: string } {
  const first = lines.findIndex((line) => line.trim() !== "");
  const line = lines[first] ?? "";
  if (!SUBJECT.test(line)) return { subject: "", text: withoutBlankEnds(lines) };
  const subject = line.replace(SUBJECT, "").replace(/\s+/g, " ").trim();
  return { subject, text: withoutBlankEnds(lines.slice(first + 1)) };
}

function withoutBlankEnds(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first === -1 ? "" : lines.slice(first, last + 1).join("\n");
}
