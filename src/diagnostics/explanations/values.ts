import type { valueMessages } from "../codes/values.ts";
import type { ExplanationsOf } from "../explanation.ts";
import { basicValueExplanations } from "./values-basic.ts";

/** Explains the codes of `../codes/values.ts`. */
export const valueExplanations: ExplanationsOf<typeof valueMessages> = {
  ...basicValueExplanations,
  GB3030: {
    title: "Something that is no date",
    means:
      'A function that works with dates was given something else. Dates are what NOW, TODAY and CDATE give, and texts such as "2026-12-31" or "31/12/2026 23:59".',
    example: {
      kind: "run",
      script: `PRINT YEAR("next week")`,
      mended: `PRINT YEAR("2026-12-31")`,
    },
    mend: "Write the date as year-month-day, or test it with ISDATE before.",
  },
  GB3031: {
    title: "A date outside the years 1 to 9999",
    means: "The calculation leads to a date before the year 1 or after the year 9999.",
    example: {
      kind: "run",
      script: `PRINT DATEADD("year", 9000, TODAY())`,
      mended: `PRINT DATEADD("year", 9, "2026-01-01")`,
    },
    mend: "Look at the number and the unit that are added.",
  },
  GB3032: {
    title: "An unknown unit of time",
    means: "DATEADD and DATEDIFF count in units, and there is none of this name.",
    example: {
      kind: "run",
      script: `PRINT DATEADD("2026-01-01", 1, "fortnight")`,
      mended: `PRINT DATEADD("2026-01-01", 2, "week")`,
    },
    mend: "Write one of the units that the hint lists.",
  },
  GB3040: {
    title: "An unknown language",
    means:
      'FORMAT writes numbers and dates as a language does, which is named by its code, such as "en" or "pt-BR".',
    example: {
      kind: "run",
      script: `PRINT FORMAT(1234.5, "#,##0.00[portuguese]")`,
      mended: `PRINT FORMAT(1234.5, "#,##0.00[pt]")`,
    },
    mend: "Write the code of the language.",
  },
  GB3041: {
    title: "A text that is not encoded as it should be",
    means: "The text cannot be decoded, as it was not made by that encoding, or it was cut off.",
    example: {
      kind: "run",
      script: `PRINT URLDECODE("50%")`,
      mended: `PRINT URLDECODE("50%25")`,
    },
    mend: "Look at where the text comes from, and whether it is encoded at all.",
  },
  GB3042: {
    title: "An unknown way to hash",
    means: "The function knows a few algorithms by name, and this is none of them.",
    example: {
      kind: "run",
      script: `PRINT HMAC("text", "key", "sha3000")`,
      mended: `PRINT HMAC("text", "key", "sha256")`,
    },
    mend: "Write one of the names in the message.",
  },
  GB3043: {
    title: "A code that stands for no character",
    means: "CHR gives the character of a code from 0 to 1114111.",
    example: { kind: "run", script: `PRINT CHR$(-1)`, mended: `PRINT CHR$(65)` },
    mend: "Look at how the code is calculated.",
  },
  GB3044: {
    title: "A negative count",
    means: "Something was to be repeated or counted a negative number of times.",
    example: { kind: "run", script: `PRINT REPEAT("-", -3)`, mended: `PRINT REPEAT("-", 3)` },
    mend: "Test the count before, or take MAX(count, 0).",
  },
  GB3045: {
    title: "A range that is empty",
    means: "A number is to be drawn from a range whose upper end is below its lower one.",
    example: { kind: "run", script: `PRINT RANDOM(6, 1)`, mended: `PRINT RANDOM(1, 6) > 0` },
    mend: "Write the lower end first.",
  },
  GB3090: {
    title: "A text that is too long",
    means:
      "A text may have only so many characters, so that one run cannot use up the memory of the server.",
    example: {
      kind: "run",
      settings: "GBASIC_MAX_TEXT=100",
      script: `LET LINE$ = REPEAT("-", 200)`,
    },
    mend: "Look for a loop that adds to a text without end. The setting GBASIC_MAX_TEXT raises the limit.",
  },
  GB3091: {
    title: "A list that is too long",
    means:
      "A list may have only so many items, so that one run cannot use up the memory of the server.",
    example: { kind: "run", settings: "GBASIC_MAX_LIST=100", script: `DIM PRICES(200)` },
    mend: "Look for a loop that adds to a list without end. The setting GBASIC_MAX_LIST raises the limit.",
  },
};
