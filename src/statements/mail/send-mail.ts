import type { Attachment, MailMessage } from "../../host/message.ts";
import { toText } from "../../runtime/value/text.ts";
import type { Value } from "../../runtime/value/value.ts";
import { defineStatement } from "../define.ts";
import { localFileProblem, sizeProblem } from "../local-file.ts";
import { addressesCheck, readAddresses, recipientsCheck } from "./addresses.ts";
import { attachmentsCheck, MAIL_FILE, readAttachments } from "./attachments.ts";
import { mailHtml } from "./mail-html.ts";
import { sendOrSkip, through } from "./send-or-skip.ts";

const CLAUSES =
  "{ SUBJECT <subject:text> | BODY <body?:text> | HTML <html?:text> | TEMPLATE <template?:text> | VALUES <values?:any> | CC <cc?:any> | BCC <bcc?:any> | ATTACH <attachments?:any> | USING <account?:text> }";
const CONTENT = "<subject:text>[, <body?:text>[, <attachments?:any>]] [USING <account?:text>]";
const ARGUMENTS = `<to:any>, ${CONTENT}`;

/** `SEND MAIL TO address WITH SUBJECT text AND BODY text`, also `SEND MAIL address, subject, body`. */
export const sendMail = defineStatement({
  pattern: `SEND MAIL TO <to:any> ${CLAUSES}`,
  also: [
    `SEND EMAIL TO <to:any> ${CLAUSES}`,
    `SEND MAIL TO <to:any> WITH ${CONTENT}`,
    `SEND EMAIL TO <to:any> WITH ${CONTENT}`,
    `SEND MAIL TO ${ARGUMENTS}`,
    `SEND EMAIL TO ${ARGUMENTS}`,
    `SEND MAIL ${ARGUMENTS}`,
    `SEND EMAIL ${ARGUMENTS}`,
  ],
  summary:
    "Sends a mail to one address, several with commas between, or a list. A mail without a body has its subject as text. TEMPLATE names an HTML file beside the script, in which {{name}} stands for a member of VALUES; ATTACH takes files and addresses on the web; USING an account of the settings. Without a recipient nothing is sent, and the log says so.",
  example: `SEND MAIL TO "ana@example.com" WITH SUBJECT "Hello" AND BODY "It works."`,
  output: "simulated mail to ana@example.com, subject Hello: It works.",
  raises: [
    "GB2478",
    "GB2479",
    "GB3330",
    "GB3331",
    "GB3332",
    "GB3333",
    "GB3334",
    "GB3335",
    "GB3336",
    "GB3337",
    "GB4723",
    "GB4759",
  ],
  needs: ["mail", "files", "http"],
  checks: {
    to: recipientsCheck,
    cc: addressesCheck,
    bcc: addressesCheck,
    template: (value, { look }) =>
      localFileProblem(toText(value), look, (bytes) =>
        sizeProblem(toText(value), MAIL_FILE, bytes),
      ),
    attachments: attachmentsCheck,
  },
  runAsync: async (slots, context) => {
    const { host, place, limits } = context;
    const attachments = await readAttachments(slots.attachments, context);
    const html = await mailHtml(slots, host.files, limits);
    sendOrSkip(mailMessage({ ...slots, html }, attachments), host.mail, place);
  },
});

interface MailSlots {
  readonly to: Value;
  readonly subject: string;
  readonly body: string | undefined;
  readonly html: string | undefined;
  readonly cc: Value | undefined;
  readonly bcc: Value | undefined;
  readonly account: string | undefined;
}

function mailMessage(slots: MailSlots, attachments: readonly Attachment[]): MailMessage {
  return {
    channel: "mail",
    to: readAddresses(slots.to),
    cc: readAddresses(slots.cc),
    bcc: readAddresses(slots.bcc),
    subject: slots.subject,
    text: slots.body ?? (slots.html === undefined ? textAlone(slots, attachments) : undefined),
    html: slots.html,
    attachments,
    ...through(slots.account),
  };
}

/** `SEND MAIL address, text`: what there is to say is the subject and the text. */
function textAlone({ subject }: MailSlots, attachments: readonly Attachment[]): string {
  return attachments.length === 0 ? subject : "";
}
