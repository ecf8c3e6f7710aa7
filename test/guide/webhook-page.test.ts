import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

/** Webhooks in the shapes of those on General Bots' page on WEBHOOK, as far as their statements are provided. */
const SCRIPTS = {
  "order.bas": `' told of an order
WEBHOOK "order-told"

order = body.order
phone = body.phone
who = body.name

IF order = "" OR phone = "" THEN
    result_status = 400
    result_error = "order or phone is missing"
    EXIT
END IF

summary = "*Order #" + order + "*\\n\\n"
summary = summary + "Dear " + who + ",\\n"
summary = summary + "~$" + body.before + "~ *$" + body.total + "*"
TALK TO "whatsapp:" + phone, summary

result_status = "ok"
result_order_id = order
result_message = "told"
`,
  "invoice.bas": `WEBHOOK "invoice"
phone = body.phone
SEND FILE TO "whatsapp:" + phone, "invoices/" + body.order + ".pdf", "Invoice #" + body.order
TALK TO "whatsapp:" + phone, "Questions? Just answer."
result_status = "ok"
`,
  "ticket.bas": `WEBHOOK "ticket"
priority = body.priority
IF priority = "" THEN
    priority = "normal"
END IF
ticket = "T-" + FORMAT(NOW(), "YYYYMMDDHHmmss")
note = "Ticket #" + ticket + "\\n"
note = note + "Priority: " + priority
TALK TO "whatsapp:" + body.phone, note
TALK TO "whatsapp:+5511999000001", "New: " + body.name + " (" + body.phone + ")"
result_status = "ok"
result_ticket = ticket
`,
  "ask.bas": `WEBHOOK "ask"
question = body.question
kind = body.context
IF kind = "products" THEN
    about = "our teas"
ELSE IF kind = "support" THEN
    about = "deliveries"
ELSE
    about = "anything"
END IF
answer = LLM "About " + about + ": " + question
TALK TO "whatsapp:" + body.phone, answer
result_status = "ok"
result_answer = answer
`,
  "promotion.bas": `WEBHOOK "promotion"
image = body.image
sent = 0
text = "*" + body.title + "*\\n\\n_STOP ends this_"
FOR EACH customer IN body.customers
    IF image <> "" THEN
        SEND FILE TO "whatsapp:" + customer.phone, image, text
    ELSE
        TALK TO "whatsapp:" + customer.phone, text
    END IF

    sent = sent + 1
NEXT customer
result_status = "ok"
result_sent = sent
`,
  "payment.bas": `WEBHOOK "paid"
event_type = body.type
amount = body.data.object.amount
SELECT CASE event_type
    CASE "succeeded"
        formatted = amount / 100
        receipt = "Amount: $" + formatted + "\\n"
        receipt = receipt + "Date: " + FORMAT(NOW(), "DD/MM/YYYY HH:mm")
        TALK TO "whatsapp:" + body.phone, receipt

    CASE "failed"
        TALK TO "whatsapp:" + body.phone, "We couldn't take it."

    CASE ELSE
        ' nobody to tell
        TALK "not known: " + event_type
END SELECT

result_received = TRUE
`,
  "reminder.bas": `WEBHOOK "reminder"
hours = body.hours
IF hours = "" THEN
    hours = 24
END IF
day = FORMAT(body.at, "dddd, MMMM DD")
result_status = "ok"
result_message = day + " at " + FORMAT(body.at, "HH:mm") + ", in " + hours + " h"
`,
  "contact.bas": `WEBHOOK "contact-form"
name = body.name
email = body.email
phone = body.phone
message = body.message
IF name = "" OR message = "" THEN
    result_status = 400
    result_error = "name and message are required"
    result_details = "see the form"
    EXIT
END IF
reply = LLM "Customer: " + name + "\\nMessage: " + message
IF phone <> "" THEN
    TALK TO "whatsapp:" + phone, reply
END IF
IF email <> "" THEN
    SEND MAIL email, "It came", "Hi " + name + ",\\n\\n" + reply
END IF
result_status = "ok"
`,
  "notify.bas": `WEBHOOK "notify"
channel = body.channel
recipient = body.recipient
message = body.message
file_url = body.file
IF channel = "" THEN
    channel = "whatsapp"
END IF
SELECT CASE channel
    CASE "whatsapp"
        IF file_url <> "" THEN
            SEND FILE TO "whatsapp:" + recipient, file_url, body.caption
        ELSE
            TALK TO "whatsapp:" + recipient, message
        END IF

    CASE "email"
        subject = body.subject
        IF subject = "" THEN
            subject = "Notification"
        END IF
        IF file_url <> "" THEN
            SEND MAIL recipient, subject, message, file_url
        ELSE
            SEND MAIL recipient, subject, message
        END IF

    CASE ELSE
        result_status = 400
        result_error = "unknown channel: " + channel
        EXIT
END SELECT
result_status = "ok"
result_channel = channel
result_delivered = TRUE
`,
  "signed.bas": `WEBHOOK "signed"
signature = headers.x_webhook_signature
IF signature = "" THEN
    TALK "no signature"
    result_status = 401
    result_error = "signature is missing"
    EXIT
END IF
result_status = 201  ' Created
result_id = 7
result_created = TRUE
`,
  "phone.bas": `WEBHOOK "phone"
phone = REPLACE(body.phone, "+", "")
phone = REPLACE(phone, "-", "")
phone = REPLACE(phone, " ", "")
IF LEN(phone) < 10 THEN
    result_status = 400
    result_error = "no phone number"
    EXIT
END IF
IF LEFT(phone, 2) <> "55" THEN
    phone = "55" + phone
END IF
TALK TO "whatsapp:+" + phone, body.message
`,
  "events.bas": `WEBHOOK "events"
SWITCH body.event
    CASE "completed"
        TALK "done: " + body.payment.id

    CASE "failed", "expired"
        SEND MAIL body.email, "It failed", "Please try again."

    DEFAULT
        PRINT "not known"
END SWITCH
result = #{ "received": true }
`,
  "pushed.bas": `WEBHOOK "pushed"
event_type = headers.x_github_event
repository = body.repository.full_name
IF event_type = "push" THEN
    commits = body.commits
    message = body.pusher.name + ": " + UBOUND(commits) + " commit(s) to " + repository
    POST "https://chat.test/hook", #{ "text": message }
    IF body.ref = "refs/heads/main" THEN
        POST "https://deploy.test/go", #{ "repo": repository }
    END IF
END IF
result = #{ "status": "processed" }
`,
  "parts.bas": `WEBHOOK "in-parts"
IF headers.x_key != "right" THEN
    result = #{ "status": 401, "body": #{ "error": "wrong key" } }
    EXIT
END IF
result = #{
    "status": 201,
    "body": #{ "id": 7, "created": true },
    "headers": #{ "X-Own": "value" }
}
`,
} as const;

const ANA = "+5511999887766";
const receive = (name: string, json: unknown, more = "") =>
  `RECEIVE POST "/webhook/${name}" WITH JSON ${JSON.stringify(json)}${more}`;
const answered = (json: unknown) => `EXPECT BODY "${JSON.stringify(json).replaceAll('"', '""')}"`;

const TESTS: readonly (readonly [name: string, ...lines: readonly string[]])[] = [
  [
    "an order is told of",
    receive("order-told", { order: "A7", phone: ANA, name: "Ana", before: 9, total: 7.5 }),
    answered({ status: "ok", order_id: "A7", message: "told" }),
    `EXPECT WHATSAPP TO "${ANA}" SAYING "*Order #A7*\\n\\nDear Ana,\\n~$9~ *$7.5*"`,
    receive("order-told", { order: "A7" }),
    "EXPECT STATUS 400",
    answered({ error: "order or phone is missing" }),
  ],
  [
    "an invoice is sent",
    receive("invoice", { order: "A7", phone: ANA }),
    `EXPECT WHATSAPP TO "${ANA}" TYPE "document" SAYING "Invoice #A7"`,
    `EXPECT WHATSAPP TO "${ANA}" SAYING "Questions? Just answer."`,
  ],
  [
    "a ticket has a number",
    'SET CLOCK "2026-11-26 10:00:05"',
    receive("ticket", { name: "Ana", phone: ANA }),
    answered({ status: "ok", ticket: "T-20261126100005" }),
    `EXPECT WHATSAPP TO "${ANA}" CONTAINING "Priority: normal"`,
    `EXPECT WHATSAPP TO "+5511999000001" SAYING "New: Ana (${ANA})"`,
  ],
  [
    "a question is answered",
    'MOCK GENERATE RESPONSE WITH "at nine"',
    receive("ask", { question: "When?", phone: ANA, context: "support" }),
    answered({ status: "ok", answer: "at nine" }),
    `EXPECT WHATSAPP TO "${ANA}" SAYING "at nine"`,
  ],
  [
    "a promotion goes to all",
    receive("promotion", { title: "x", customers: [{ phone: ANA }, { phone: "+5511999887767" }] }),
    answered({ status: "ok", sent: 2 }),
    'EXPECT WHATSAPP TO "+5511999887767" CONTAINING "*x*"',
    receive("promotion", { image: "https://a.test/a.jpg", customers: [{ phone: ANA }] }),
    `EXPECT WHATSAPP TO "${ANA}" TYPE "image"`,
  ],
  [
    "a payment has a receipt",
    'SET CLOCK "2026-11-26 10:00"',
    receive("paid", { type: "succeeded", phone: ANA, data: { object: { amount: 2990 } } }),
    answered({ received: true }),
    `EXPECT WHATSAPP TO "${ANA}" CONTAINING "Amount: $29.9"`,
    receive("paid", { type: "refunded" }),
    answered({ received: true }),
  ],
  [
    "a day is written in words",
    receive("reminder", { at: "2026-12-24 09:30" }),
    answered({ status: "ok", message: "Thursday, December 24 at 09:30, in 24 h" }),
  ],
  [
    "a form is answered on each way that it names",
    'MOCK GENERATE RESPONSE WITH "Thanks!"',
    'RECEIVE POST "/webhook/contact-form" WITH FORM { "name": "Ana", "message": "hi", "email": "ana@example.com" }',
    answered({ status: "ok" }),
    'EXPECT MAIL TO "ana@example.com" WITH SUBJECT "It came" CONTAINING "Thanks!"',
    receive("contact-form", { name: "Ana" }),
    "EXPECT STATUS 400",
    answered({ error: "name and message are required", details: "see the form" }),
  ],
  [
    "one webhook goes on to several channels",
    receive("notify", { recipient: ANA, message: "hi" }),
    answered({ status: "ok", channel: "whatsapp", delivered: true }),
    receive("notify", {
      recipient: ANA,
      message: "hi",
      file: "https://a.test/a.pdf",
      caption: "c",
    }),
    `EXPECT WHATSAPP TO "${ANA}" TYPE "document" SAYING "c"`,
    receive("notify", { channel: "email", recipient: "ana@example.com", message: "hi" }),
    'EXPECT MAIL TO "ana@example.com" WITH SUBJECT "Notification" SAYING "hi"',
    receive("notify", { channel: "fax", recipient: "1", message: "hi" }),
    "EXPECT STATUS 400",
    answered({ error: "unknown channel: fax" }),
  ],
  [
    "a mail has the file at an address",
    'MOCK GET "https://a.test/a%20b.pdf?x=1" WITH FILE "invoices/A7.pdf"',
    receive("notify", {
      ...{ channel: "email", recipient: "ana@example.com", message: "hi", subject: "s" },
      file: "https://a.test/a%20b.pdf?x=1",
    }),
    answered({ status: "ok", channel: "email", delivered: true }),
    'EXPECT MAIL TO "ana@example.com" WITH FILE "a b.pdf"',
  ],
  [
    "a signature is looked for",
    receive("signed", {}),
    "EXPECT STATUS 401",
    receive("signed", {}, ' AND HEADERS { "X-Webhook-Signature": "a" }'),
    "EXPECT STATUS 201",
    answered({ id: 7, created: true }),
  ],
  [
    "a phone number is brought into shape",
    receive("phone", { phone: "11 99988-7766", message: "x" }),
    answered({ status: "ok" }),
    `EXPECT WHATSAPP TO "${ANA}" SAYING "x"`,
    receive("phone", { phone: "1" }),
    "EXPECT STATUS 400",
  ],
  [
    "events are told apart",
    receive("events", { event: "expired", email: "ana@example.com" }),
    answered({ received: true }),
    'EXPECT MAIL TO "ana@example.com" WITH SUBJECT "It failed"',
    receive("events", { event: "completed", payment: { id: 1 } }),
    answered({ received: true }),
    receive("events", {}),
    answered({ received: true }),
  ],
  [
    "a push is passed on",
    'MOCK POST "*"',
    receive(
      "pushed",
      {
        ...{ ref: "refs/heads/main", commits: [1, 2], pusher: { name: "ana" } },
        repository: { full_name: "a/b" },
      },
      ' AND HEADERS { "X-GitHub-Event": "push" }',
    ),
    answered({ status: "processed" }),
    'EXPECT CALLED POST "https://chat.test/hook" WITH JSON { "text": "ana: 2 commit(s) to a/b" }',
    'EXPECT CALLED POST "https://deploy.test/go" WITH JSON { "repo": "a/b" }',
  ],
  [
    "a result is taken apart",
    receive("in-parts", {}),
    "EXPECT STATUS 401",
    answered({ error: "wrong key" }),
    receive("in-parts", {}, ' AND HEADERS { "X-Key": "right" }'),
    "EXPECT STATUS 201",
    answered({ id: 7, created: true }),
    'EXPECT RESPONSE HEADER "X-Own" = "value"',
  ],
];

test("each webhook of the page on WEBHOOK answers and sends as it is shown", async () => {
  const uses = Object.keys(SCRIPTS).map((path) => `USE "${path}"`);
  const tests = TESTS.map(([name, ...lines]) => `TEST "${name}"\n${lines.join("\n")}\nEND TEST`);
  const folder = await folderWith({
    ...SCRIPTS,
    "invoices/A7.pdf": "%PDF-",
    "page.test.bas": [...uses, ...tests].join("\n"),
  });
  const { stdout } = await gbasic(["test", "--reporter", "tap"], folder);
  expect(stdout).not.toMatch(/^ *not ok/m);
  expect(stdout.match(/^ *ok /gm)).toHaveLength(TESTS.length);
  // Nothing of the page is taken for a mistake.
  const checked = await gbasic(["check", "."], folder);
  expect(checked).toMatchObject({ code: 0 });
});
