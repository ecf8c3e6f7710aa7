import type { testLanguageMessages } from "../codes/test-language.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-language.ts`. */
export const testLanguageExplanations: ExplanationsOf<typeof testLanguageMessages> = {
  GB2604: {
    title: "USE inside a block",
    means:
      "USE names the script for the whole file and is read before anything runs. Inside a TEST, a SUB or an IF it would do nothing.",
    example: { kind: "situation", text: '`USE "orders.bas"` as the first line of a TEST.' },
    mend: "Write USE at the beginning of the file.",
  },
  GB2605: {
    title: "A handler in a file of tests",
    means: "Handlers are what is tested. One in a file of tests would never get a request.",
    example: { kind: "situation", text: '`ON WEBHOOK POST TO "/orders"` in `orders.test.bas`.' },
    mend: "Write the handler into the script.",
  },
  GB2606: {
    title: "A request with several bodies",
    means: "JSON, FORM and BODY each are what the request holds, so only one of them can stand.",
    example: {
      kind: "situation",
      text: '`RECEIVE POST "/orders" WITH JSON { "id": 7 } AND BODY "hello"`.',
    },
    mend: "Keep the one that the script reads.",
  },
  GB2607: {
    title: "A condition where a text is expected",
    means:
      "What stands behind EXPECT BODY, LOG, SPOKEN and the like is one text. AND, OR, NOT and comparisons would make true or false of it.",
    example: { kind: "situation", text: '`EXPECT BODY "yes" OR "no"`.' },
    mend: 'Compare, and join the comparisons: `EXPECT BODY = "yes" OR BODY = "no"`; or write two EXPECTs.',
  },
  GB2608: {
    severity: "warning",
    title: "A file of tests without a test",
    means: "The name of the file ends in `.test.bas`, and no TEST stands in it.",
    example: { kind: "situation", text: "A file with nothing but BEFORE EACH." },
    mend: "Write a TEST, or give the file another name.",
  },
  GB3517: {
    title: "An expectation that cannot fail",
    means:
      "A constant text is always true, and an empty text is a part of every text: such an expectation holds whatever the script does.",
    example: {
      kind: "situation",
      text: '`EXPECT "false"`, `EXPECT BODY CONTAINS ""`, or `EXPECT STATUS = 200 OR 201`.',
    },
    mend: "Write what is expected: `EXPECT STATUS IN [200, 201]`.",
  },
  GB3518: {
    title: "A path without a slash",
    means: "The path of a request begins with a slash, as that of a handler does.",
    example: { kind: "situation", text: '`RECEIVE POST "orders"`.' },
    mend: 'Write `RECEIVE POST "/orders"`.',
  },
  GB3519: {
    title: "EXPECT ERROR with a code that there is not",
    means:
      "What looks like a code is compared with the whole code of the error, so it has to be one that gbasic has.",
    example: { kind: "situation", text: '`EXPECT ERROR "GB3"`.' },
    mend: "Write the code that the report shows, or a part of the message.",
  },
  GB3520: {
    title: "A test that expects nothing",
    means: "No EXPECT was reached in the test, so it would pass whatever the script does.",
    example: {
      kind: "situation",
      text: "A TEST with RECEIVE alone, or with its EXPECT in a loop over no messages.",
    },
    mend: "Write what should come of it. Where it is enough that nothing fails, write `EXPECT NO ERROR`.",
  },
  GB3521: {
    title: "TEST EACH without rows",
    means: "The list behind IN is empty, so nothing would be tested.",
    example: { kind: "situation", text: "`TEST EACH WORD IN []`." },
    mend: "Give it rows, or write SKIP before it.",
  },
  GB3522: {
    title: "A request that reached no handler",
    means:
      "The script has no handler for the path and method, the server answered 404 or 405, and the test did not look at the status.",
    example: {
      kind: "situation",
      text: '`RECEIVE POST "/order"` where the handler is for `/orders`, followed by `EXPECT NOTHING SENT`.',
    },
    mend: "Write the path of the handler. Where the refusal is what is tested, write `EXPECT STATUS 404`.",
  },
  GB3523: {
    title: "FORM or HEADERS without names",
    means: "A form and headers have names and values, which an object holds.",
    example: { kind: "situation", text: '`RECEIVE POST "/orders" WITH FORM "id=7"`.' },
    mend: 'Write `FORM { "id": 7 }`; for a body that is written already, BODY.',
  },
  GB3524: {
    title: "FAIL NEXT with a code of another kind",
    means:
      "The code is what the far side says: an error of WhatsApp's or Twilio's interface, a reply of a mail server from 400 to 599, or an HTTP status from 400 to 599 of the language model. What gbasic does next depends on it.",
    example: {
      kind: "situation",
      text: "`FAIL NEXT MAIL WITH 131056`, or `FAIL NEXT SMS WITH 0`.",
    },
    mend: "Write a code that the far side really gives, such as 131056 for WhatsApp, 30001 for SMS, 451 for mail or 503 for the model.",
  },
  GB3525: {
    title: "Keys or words in a call that is over",
    means:
      "The call ended before: the script hung up, its answer came to its end, or it sent the call to another server.",
    example: { kind: "situation", text: "The script says goodbye, and the test presses a key." },
    mend: "Look at the answer with EXPECT SPOKEN or EXPECT BODY.",
  },
  GB3526: {
    title: "Keys where words are asked for, or words where keys are",
    means: 'The `input` of the <Gather> says what it takes: "dtmf", which are keys, or "speech".',
    example: { kind: "situation", text: '`SPEAK "yes"` where the <Gather> has no `input`.' },
    mend: "Answer as the <Gather> asks, or let it ask for both.",
  },
  GB3527: {
    title: "Keys that no telephone has",
    means: "PRESS takes the keys 0 to 9, * and #.",
    example: { kind: "situation", text: '`PRESS "yes"`.' },
    mend: 'Write the keys, such as `PRESS "12#"`; words are said with SPEAK.',
  },
  GB3540: {
    title: "A type that no WhatsApp message has",
    means:
      "EXPECT NO SENT WHATSAPP TYPE with a misspelt type would pass whatever the script sends, and without NO it could never pass. The types are text, image, video, audio, document, sticker, location, contacts, reaction, template, buttons, list, link, flow, product, products, catalog, location request, contact request and call request. A mark as read is no message.",
    example: { kind: "situation", text: '`EXPECT NO SENT WHATSAPP TYPE "botons"`.' },
    mend: "Write the type that is meant; for a mark as read EXPECT WHATSAPP READ.",
  },
};
