import type { bedMessages } from "../codes/test-library.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/test-library.ts`. */
export const bedExplanations: ExplanationsOf<typeof bedMessages> = {
  GB3563: {
    title: "A failure that cannot happen",
    means:
      "`bed.failNext` is told how something fails: with a code of the far side, or with a word. This word is none of what can happen there: messages, calls and the model can stay `unanswered`, files be `expired`, `damaged` or `oversized`.",
    example: { kind: "situation", text: '`bed.failNext("whatsapp", "expired")`.' },
    mend: "Write one of the words that the hint shows, a code, or nothing.",
  },
  GB5440: {
    title: "A type of event that WhatsApp does not have",
    means: "`bed.whatsapp` was asked for an event of a type that WhatsApp does not deliver.",
    example: { kind: "situation", text: '`await bed.whatsapp("picture")`, where it is `image`.' },
    mend: "Write one of the types that the message lists.",
  },
  GB5441: {
    title: "A field that an event does not have",
    means:
      "Each type of event has fields of its own, such as `caption` of an image. This is none of them.",
    example: { kind: "situation", text: '`await bed.whatsapp("image", { captoin: "hello" })`.' },
    mend: "`npx gbasic send whatsapp image --help` lists the fields of a type.",
  },
  GB5442: {
    title: "The script failed, and nobody looked",
    means:
      "While a test in TypeScript ran, the script ended with an error, or something was logged as one. `bed.close()` fails the test then, as `gbasic test` does for tests in BASIC.",
    example: {
      kind: "situation",
      text: "The script divides by zero, and the test looks at what was sent alone.",
    },
    mend: "Mend the script. Where the test is about the error, look at `bed.takeErrors()`.",
  },
  GB5443: {
    title: "A failure that was never used",
    means:
      "`bed.failNext` makes the next attempt of a channel fail, and nothing was sent there before the bed was closed. So the test did not show what it was written for.",
    example: { kind: "situation", text: '`bed.failNext("mail")` behind what sends the mail.' },
    mend: "Call it before what makes the script send.",
  },
  GB5444: {
    title: "A delivery without events",
    means: "Meta delivers at least one event at a time.",
    example: { kind: "situation", text: "`await bed.whatsappBatch([])`." },
    mend: 'Give it a list with events, such as `[{ type: "text", fields: { text: "hello" } }]`.',
  },
  GB5446: {
    title: "A mock of an address that was not used",
    means:
      "`bed.mockHttp` with `once: true` answers one call, and none was made before the bed was closed. So the test did not show what it was written for.",
    example: {
      kind: "situation",
      text: '`bed.mockHttp("GET", "https://shop.example/order", …, { once: true })` where the script calls `…/orders`.',
    },
    mend: "Look at the address and the method.",
  },
  GB5447: {
    title: "A mock of a SUB or FUNCTION that was not called",
    means:
      "`bed.mockFunction` or `bed.mockSub` with `once: true` stands in for one call, and none was made before the bed was closed.",
    example: {
      kind: "situation",
      text: '`bed.mockFunction("PRICE", 12, { args: ["tea"], once: true })` where the script asks for the price of milk.',
    },
    mend: "Look at the arguments.",
  },
  GB5445: {
    title: "A bed that is closed",
    means: "After `bed.close()` nothing more can be sent to the script.",
    example: {
      kind: "situation",
      text: "A bed is made once for a file, and closed after the first test.",
    },
    mend: "Make a bed for each test.",
  },
};
