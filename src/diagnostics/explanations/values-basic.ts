import type { valueMessages } from "../codes/values.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains GB300x to GB302x of `../codes/values.ts`: conversion, members, JSON. */
export const basicValueExplanations = {
  GB3001: {
    title: "Something that is no number",
    means:
      "A calculation or a statement needs a number. Null is 0 and a text of digits is its number; any other text, the empty one too, is none.",
    example: {
      kind: "run",
      script: `LET AMOUNT$ = "three"
PRINT AMOUNT$ * 2`,
      mended: `LET AMOUNT$ = "three"
PRINT VAL(AMOUNT$) * 2`,
    },
    mend: "Test the text with ISNUMERIC before, or turn it into a number with VAL, which gives 0 for what is none.",
  },
  GB3002: {
    title: "Division by zero",
    means: "The value behind /, \\ or MOD is 0, or null, which counts as 0.",
    example: {
      kind: "run",
      script: `LET PEOPLE = 0
PRINT 100 / PEOPLE`,
      mended: `LET PEOPLE = 0
IF PEOPLE > 0 THEN PRINT 100 / PEOPLE`,
    },
    mend: "Test the divisor with IF before.",
  },
  GB3003: {
    title: "A number that is too large",
    means:
      "The result would be beyond 1.8 × 10³⁰⁸, or it is no real number, such as the root of a negative one.",
    example: { kind: "run", script: `PRINT 10 ^ 400`, mended: `PRINT 10 ^ 40` },
    mend: "Look at the numbers that it is calculated from.",
  },
  GB3004: {
    title: "Something that is neither true nor false",
    means:
      'CBOOL turns the texts "true" and "false" and texts of digits into true or false. This text says neither.',
    example: { kind: "run", script: `PRINT CBOOL("yes")`, mended: `PRINT "yes" = "yes"` },
    mend: 'Compare the text with what you expect: `ANSWER$ = "yes"`.',
  },
  GB3005: {
    title: "A pattern of LIKE that is too long",
    means:
      "The pattern behind LIKE is longer than gbasic compares with. It protects the server from patterns that come with a request.",
    example: {
      kind: "run",
      script: `PRINT "a" LIKE REPEAT("a*", 5000)`,
      mended: `PRINT "abc" LIKE "a*"`,
    },
    mend: "Write a shorter pattern, and do not take patterns from outside.",
  },
  GB3006: {
    title: "A text that is too long for its pattern",
    means:
      "Comparing this text with this pattern would take so long that other requests had to wait. It happens with long texts and patterns of many repetitions.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST(REPEAT("a", 100000), "(.{900})[0-9]")`,
      mended: `PRINT REGEX_TEST(REPEAT("a", 1000), "(.{900})[0-9]")`,
    },
    mend: "Look at a part of the text, as with LEFT, or use fewer repetitions in the pattern.",
  },
  GB3010: {
    title: "A member of something that is no object",
    means: "Only an object holds members that can be written. Null, texts and numbers hold none.",
    example: {
      kind: "run",
      script: `LET ORDER = NULL
ORDER.price = 3`,
      mended: `LET ORDER = {}
ORDER.price = 3
PRINT ORDER`,
    },
    mend: "Make it an object first: `ORDER = {}`. Look whether what should have been there is null.",
  },
  GB3011: {
    title: "An item of something that is no list",
    means: "Only a list holds items that can be written by their index.",
    example: {
      kind: "run",
      script: `LET PRICES = NULL
PRICES[0] = 3`,
      mended: `LET PRICES = []
PRICES[0] = 3
PRINT PRICES`,
    },
    mend: "Make it a list first: `PRICES = []`, or DIM it.",
  },
  GB3012: {
    title: "An index that is no whole number from 0",
    means:
      "The items of a list are numbered from 0 on. This index is negative, a fraction or a text.",
    example: {
      kind: "run",
      script: `LET PRICES = [3, 4]
PRICES[-1] = 5`,
      mended: `LET PRICES = [3, 4]
PRICES[1] = 5
PRINT PRICES`,
    },
    mend: "Look at how the index is calculated. The last item has the index UBOUND(list) - 1.",
  },
  GB3013: {
    title: "An index beyond the end",
    means:
      "Writing to the index right behind the last item appends. This one is further away, and nothing would be in between.",
    example: {
      kind: "run",
      script: `LET PRICES = [3, 4]
PRICES[9] = 5`,
      mended: `LET PRICES = [3, 4]
PUSH(PRICES, 5)
PRINT PRICES`,
    },
    mend: "Append with PUSH, or make the list long enough with DIM.",
  },
  GB3020: {
    title: "A text that is no JSON",
    means:
      "PARSE JSON was given a text that is not written as JSON is. The message has the place in that text, and what was expected there.",
    example: {
      kind: "run",
      script: `LET ORDER = PARSE JSON "{ 'id': 7 }"
PRINT ORDER.id`,
      mended: `LET ORDER = PARSE JSON "{ ""id"": 7 }"
PRINT ORDER.id`,
    },
    mend: "Look at the text with LOG. What a form sends is no JSON: read it with GET FORM VALUE.",
  },
  GB3021: {
    title: "JSON that is nested too deeply",
    means:
      "The JSON has more objects and lists inside each other than gbasic reads. It protects the server from requests that are made to exhaust it.",
    example: { kind: "run", script: `LET DEEP = PARSE JSON REPEAT("[", 600) + REPEAT("]", 600)` },
    mend: "Ask the sender for a flatter form.",
  },
  GB3022: {
    title: "JSON with a number that is too large",
    means: "A number in the JSON is beyond 1.8 × 10³⁰⁸, the largest that can be calculated with.",
    example: { kind: "run", script: `LET SIZE = PARSE JSON "1e999"` },
    mend: "Let the sender put it in quotes, as a text.",
  },
  GB3023: {
    title: "A value that has no JSON",
    means:
      "The value contains itself, or its lists and objects are nested too deeply, so it cannot be written as text.",
    example: {
      kind: "run",
      script: `LET LIST = [1]
PUSH(LIST, LIST)
PRINT LIST`,
      mended: `LET LIST = [1]
PUSH(LIST, 2)
PRINT LIST`,
    },
    mend: "Lists and objects are shared, not copied: look where it is put into itself.",
  },
} satisfies Partial<ExplanationsOf<typeof valueMessages>>;
