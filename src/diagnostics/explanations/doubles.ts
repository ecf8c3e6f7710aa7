import type { doubleMessages } from "../codes/doubles.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/doubles.ts`. */
export const doubleExplanations: ExplanationsOf<typeof doubleMessages> = {
  GB5520: {
    title: "A mock of what has no name",
    means:
      "MOCK FUNCTION, MOCK SUB and EXPECT CALLED FUNCTION take the name of a SUB or FUNCTION, with arguments in brackets where they are about those. An empty text is none.",
    example: { kind: "situation", text: '`MOCK FUNCTION "" WITH 12`' },
    mend: 'Write the name: `MOCK FUNCTION PRICE("tea") WITH 12`. A name may have several words, with or without quotes around them: `MOCK SUB PROCESS ORDER`.',
  },
  GB5521: {
    title: "A mock of a SUB or FUNCTION that is not there",
    means:
      "None of the scripts that are tested, nor what they include, has a SUB or FUNCTION of this name. So the mock would replace nothing, and the test prove less than it seems to.",
    example: {
      kind: "situation",
      text: "`MOCK FUNCTION PRISE WITH 12`, where the script has `FUNCTION PRICE(item)`.",
    },
    mend: "Write the name as the script has it; the message lists what there is.",
  },
  GB5522: {
    title: "A mock of the other kind",
    means: "A SUB gives no value, so MOCK SUB has none; a FUNCTION gives one.",
    example: { kind: "situation", text: "`MOCK FUNCTION NOTIFY WITH 1`, where NOTIFY is a SUB." },
    mend: "Write MOCK SUB for a SUB, MOCK FUNCTION for a FUNCTION.",
  },
  GB5523: {
    title: "A mock with arguments that do not fit",
    means:
      "The brackets of a mock hold all arguments of the calls that it is for. No call of this SUB or FUNCTION can have so many.",
    example: {
      kind: "situation",
      text: '`MOCK FUNCTION PRICE("tea", 2) WITH 12`, where the script has `FUNCTION PRICE(item)`.',
    },
    mend: "Write as many as the calls have, or leave the brackets out: the mock is then for all calls.",
  },
  GB5524: {
    title: "A mock of a function that needs none",
    means:
      "A function of the language such as LEN computes its result from its arguments alone, so a test gets the same as the server. Those that look at the clock or at chance can be replaced.",
    example: { kind: "situation", text: "`MOCK FUNCTION LEN WITH 3`" },
    mend: "Give the script other data, or replace the FUNCTION of the script that calls it.",
  },
  GB5525: {
    title: "Calls that nobody noted",
    means:
      "EXPECT CALLED FUNCTION looks at the calls of what the test replaces. Calls of other SUBs and FUNCTIONs are not noted, since a loop may make millions.",
    example: {
      kind: "situation",
      text: "`EXPECT CALLED SUB NOTIFY` in a test without `MOCK SUB NOTIFY`.",
    },
    mend: "Write the MOCK before what makes the script call it, or expect what comes of the call.",
  },
  GB5526: {
    title: "A mock of a SUB or FUNCTION that was not used",
    means:
      "A mock with ONCE is there for one call. That call was not made, so the test does not prove what it seems to.",
    example: {
      kind: "situation",
      text: '`MOCK FUNCTION PRICE("tea") WITH 12 ONCE` in a test whose script asks for the price of milk.',
    },
    mend: "Look at the arguments, or remove the mock.",
  },
};
