import type { functionMessages } from "../codes/functions.ts";
import type { ExplanationsOf } from "../explanation.ts";

/** Explains the codes of `../codes/functions.ts`. */
export const functionExplanations: ExplanationsOf<typeof functionMessages> = {
  GB3070: {
    title: "None of the values that the function takes",
    means: "The function takes one of a few values here, which the message lists.",
    example: {
      kind: "run",
      script: `PRINT STRCONV("ana maria", 9)`,
      mended: `PRINT STRCONV("ana maria", 3)`,
    },
    mend: "Write one of them. `gbasic help` with the name of the function tells what each does.",
  },
  GB3071: {
    title: "SWITCH with a condition that has no value",
    means:
      "SWITCH takes conditions and values in turn: a condition, what to give where it is true, and so on.",
    example: {
      kind: "run",
      script: `LET COUNT = 3
LET SIZE$ = SWITCH(COUNT > 1, "many", TRUE)`,
      mended: `LET COUNT = 3
LET SIZE$ = SWITCH(COUNT > 1, "many", TRUE, "few")
PRINT SIZE$`,
    },
    mend: "Write a value after each condition. TRUE as the last condition stands for all other cases.",
  },
  GB3072: {
    title: "A number outside the range of the function",
    means: "The function takes numbers of a range, such as 1 to 12 for a month.",
    example: { kind: "run", script: `PRINT MONTHNAME(13)`, mended: `PRINT MONTHNAME(12)` },
    mend: "Look at how the number is calculated.",
  },
  GB3073: {
    title: "An unknown part of a date",
    means: "DATEPART names a part of a date by a short text, and there is none of this name.",
    example: {
      kind: "run",
      script: `PRINT DATEPART("century", "2026-12-31")`,
      mended: `PRINT DATEPART("yyyy", "2026-12-31")`,
    },
    mend: "Write one of the parts that the hint lists.",
  },
  GB3210: {
    title: "A regular expression that cannot be read",
    means:
      "The pattern breaks a rule of regular expressions, such as a bracket that is never closed, or uses look-ahead, look-behind or a reference to a group. These are not there, since patterns with them can take forever.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST("a1", "(a[0-9]")`,
      mended: `PRINT REGEX_TEST("a1", "(a[0-9])")`,
    },
    mend: "Mend what the message names. To look for a mark such as ( itself, write \\\\ before it.",
  },
  GB3211: {
    title: "A regular expression that is too long",
    means:
      "Patterns have a limit of their length. It protects the server from patterns that come with a request.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST("a", REPEAT("a", 2000))`,
      mended: `PRINT REGEX_TEST("a", "^a+$")`,
    },
    mend: "Write a shorter pattern, with repetitions such as a+ and a{5}.",
  },
  GB3212: {
    title: "An unknown flag of a regular expression",
    means:
      "The last argument of the REGEX functions is made of a few letters, and this is none of them.",
    example: {
      kind: "run",
      script: `PRINT REGEX_TEST("Order 42", "order", "case")`,
      mended: `PRINT REGEX_TEST("Order 42", "order", "i")`,
    },
    mend: 'Write the flags that the hint lists, one after another: "im".',
  },
  GB3220: {
    title: "A criterion that cannot be read",
    means:
      "FILTER and MAP take a text that says which items are wanted, or what to make of them, and this one breaks its rules: fields, values, operators, AND, OR and NOT.",
    example: {
      kind: "run",
      script: `LET ROWS = [{ "price": 5 }, { "price": 15 }]
PRINT FILTER(ROWS, "price > ")`,
      mended: `LET ROWS = [{ "price": 5 }, { "price": 15 }]
PRINT FILTER(ROWS, "price > 10")`,
    },
    mend: "Write what the message expects. Put texts in single quotes.",
  },
  GB3221: {
    title: "A criterion that is too long",
    means:
      "A criterion has a limit of its length. It protects the server from criteria that are made of what comes with a request.",
    example: {
      kind: "run",
      script: `PRINT FILTER([1, 2], REPEAT("item > 1 AND ", 200) + "item > 1")`,
      mended: `PRINT FILTER([1, 2], "item > 1")`,
    },
    mend: "Filter several times by shorter criteria.",
  },
  GB3222: {
    title: "A function that a criterion cannot call",
    means:
      "A criterion may call functions that look at a value, such as LEN, UCASE or DATEDIFF. Your own functions and those that build large values are not among them.",
    example: {
      kind: "run",
      script: `PRINT FILTER(["a", "b"], "REPEAT(item, 2) = 'aa'")`,
      mended: `PRINT FILTER(["a", "b"], "UCASE(item) = 'A'")`,
    },
    mend: "Calculate the value before, or go through the list with FOR EACH.",
  },
  GB3223: {
    title: "A function with a wrong number of arguments in a criterion",
    means: "The criterion calls a function with fewer or more arguments than it takes.",
    example: {
      kind: "run",
      script: `PRINT FILTER(["a", "b"], "LEFT(item) = 'a'")`,
      mended: `PRINT FILTER(["a", "b"], "LEFT(item, 1) = 'a'")`,
    },
    mend: "Look up what it takes with `gbasic help`.",
  },
  GB3224: {
    title: "A list that is too long for its criterion",
    means:
      "The list has so many items, and the criterion so many parts, that other requests would have to wait.",
    example: {
      kind: "run",
      script: `LET ROWS = SPLIT(REPEAT("a,", 900000), ",")
LET WHAT$ = REPEAT("item = 'b' OR ", 60) + "item = 'c'"
PRINT LEN(FILTER(ROWS, WHAT$))`,
      mended: `LET ROWS = SPLIT(REPEAT("a,", 1000), ",")
LET WHAT$ = REPEAT("item = 'b' OR ", 60) + "item = 'c'"
PRINT LEN(FILTER(ROWS, WHAT$))`,
    },
    mend: "Filter by something short first, or look at a part of the list with SLICE.",
  },
  GB3225: {
    title: "An unknown aggregate",
    means: "SUM, AVG, COUNT, MIN and MAX are what AGGREGATE, GROUP BY and PIVOT can compute.",
    example: {
      kind: "run",
      script: `PRINT AGGREGATE("MEDIAN", [1, 2, 9])`,
      mended: `PRINT AGGREGATE("AVG", [1, 2, 9])`,
    },
    mend: "Write one of them.",
  },
  GB3226: {
    title: "An unknown operator of FILTER",
    means:
      "FILTER with four arguments takes a list, a field, an operator and a value, and this operator is none that compares.",
    example: {
      kind: "run",
      script: `PRINT FILTER([{ "n": 1 }], "n", "above", 0)`,
      mended: `PRINT FILTER([{ "n": 1 }], "n", ">", 0)`,
    },
    mend: "Write =, <>, <, <=, >, >=, LIKE, CONTAINS, STARTS or ENDS.",
  },
  GB3227: {
    title: "Aggregates that are none",
    means:
      "GROUP BY takes an object whose members say what to compute for each group, as a text such as SUM(amount).",
    example: {
      kind: "run",
      script: `PRINT GROUP_BY([{ "region": "N", "amount": 3 }], "region", { "total": "amount" })`,
      mended: `PRINT GROUP_BY([{ "region": "N", "amount": 3 }], "region", { "total": "SUM(amount)" })`,
    },
    mend: "Write the aggregate and, in brackets, the field: SUM(amount), COUNT(*).",
  },
  GB3228: {
    title: "No list where rows are wanted",
    means:
      "FILTER, MAP, AGGREGATE, GROUP BY and PIVOT work on a list that the script holds. In General Bots they also take the name of a table of its database, which gbasic does not have.",
    example: {
      kind: "run",
      script: `PRINT AGGREGATE("SUM", "orders", "amount")`,
      mended: `LET ORDERS = [{ "amount": 5 }, { "amount": 7 }]
PRINT AGGREGATE("SUM", ORDERS, "amount")`,
    },
    mend: "Give it a list: one of your own, one from JSON, or what a service answered.",
  },
  GB3380: {
    title: "A criterion that is nested too deeply",
    means:
      "A criterion such as that of FILTER has brackets inside brackets, signs and NOT only so many levels deep. It protects the server from criteria that come with a request.",
    example: {
      kind: "run",
      script: `LET CRITERION$ = REPEAT("(", 200) + "price > 10" + REPEAT(")", 200)
PRINT FILTER([{ "price": 12 }], CRITERION$)`,
      mended: `LET CRITERION$ = "(price > 10)"
PRINT FILTER([{ "price": 12 }], CRITERION$)`,
    },
    mend: "Filter in several steps, and take criteria from the script itself, not from a request.",
  },
  GB3381: {
    title: "A pattern of FORMAT that is too long",
    means:
      "Patterns of FORMAT have a limit of their length. It protects the server from patterns that come with a request.",
    example: {
      kind: "run",
      script: `PRINT FORMAT(1, REPEAT("#", 2000))`,
      mended: `PRINT FORMAT(1, "#,##0.00")`,
    },
    mend: "Join longer texts with & around the formatted value.",
  },
};
