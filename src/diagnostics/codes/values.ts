import { error } from "../message.ts";

/** GB300x: conversion; GB301x: members; GB302x: JSON; GB303x: dates; GB304x: functions; GB309x: limits. */
export const valueMessages = {
  notNumber: (found: string) =>
    error("GB3001", `expected a number, found ${found}`, "VAL(x) gives 0 for what is not a number"),
  divisionByZero: () =>
    error("GB3002", "division by zero", "test the divisor with IF before dividing"),
  numberTooLarge: (operation: string) =>
    error(
      "GB3003",
      `the result of ${operation} is too large or not a real number`,
      "look with LOG at the numbers that go into it",
    ),
  notBoolean: (found: string) =>
    error(
      "GB3004",
      `expected true or false, found ${found}`,
      'compare it with what you expect, as in ANSWER$ = "yes"',
    ),
  patternTooLong: (limit: number) =>
    error(
      "GB3005",
      `the pattern of LIKE is longer than ${String(limit)} characters`,
      "use several shorter patterns; the limit is fixed, as the time of LIKE grows with its pattern",
    ),
  matchTooLong: (what: string) =>
    error(
      "GB3006",
      `the text is too long for this pattern of ${what}`,
      "look at a part of the text, or use fewer * and repetitions in the pattern; the limit is fixed, so that no pattern holds up other requests",
    ),
  noMembers: (name: string, found: string) =>
    error(
      "GB3010",
      `cannot write the member ${name}, as the value is ${found}`,
      "make it an object first: `name = {}`",
    ),
  noItems: (found: string) =>
    error("GB3011", `cannot write an item of ${found}`, "make it a list first: `name = []`"),
  notIndex: (found: string) =>
    error(
      "GB3012",
      `expected a whole number from 0 as the index of a list, found ${found}`,
      "the first item has the index 0, the last one UBOUND(list) - 1",
    ),
  indexBeyondEnd: (index: number, length: number) =>
    error(
      "GB3013",
      `the index ${String(index)} is beyond the end of a list of ${length === 1 ? "1 item" : `${String(length)} items`}`,
      "PUSH(list, value) adds at the end",
    ),
  badJson: (line: number, column: number, expected: string, excerpt: string) =>
    error(
      "GB3020",
      `the text is not JSON: line ${String(line)}, column ${String(column)}: expected ${expected}, found ${excerpt}`,
      "look at the text with LOG; the fields of a form are read with GET FORM VALUE",
    ),
  jsonTooDeep: (limit: number) =>
    error(
      "GB3021",
      `the JSON is nested more than ${String(limit)} levels deep`,
      "ask the sender for flatter JSON; the limit is fixed, as values inside values fill gbasic's stack",
    ),
  jsonNumberTooLarge: () =>
    error("GB3022", "the JSON has a number that is too large", "send it as a text in quotes"),
  notJson: (limit: number) =>
    error(
      "GB3023",
      `a value that contains itself or is nested more than ${String(limit)} levels deep has no JSON`,
      "write its parts one by one; the limit is fixed, as values inside values fill gbasic's stack",
    ),
  notDate: (found: string) =>
    error("GB3030", `expected a date, found ${found}`, 'write dates as "2026-12-31 23:59"'),
  dateOutOfRange: () =>
    error(
      "GB3031",
      "the date is outside the years 1 to 9999",
      "look at the amount and the unit that are added",
    ),
  unknownUnit: (found: string) =>
    error(
      "GB3032",
      `expected a unit of time, found ${found}`,
      'units are "year", "quarter", "month", "week", "day", "hour", "minute", "second"',
    ),
  unknownLocale: (found: string) =>
    error("GB3040", `expected a language such as "en" or "pt-BR", found ${found}`),
  badEncoding: (encoding: string, found: string) =>
    error(
      "GB3041",
      `expected text encoded as ${encoding}, found ${found}`,
      "look with LOG at where it comes from; it may not be encoded at all",
    ),
  unknownAlgorithm: (found: string, known: string) =>
    error("GB3042", `expected one of ${known}, found ${found}`),
  badCharacterCode: (found: number) =>
    error("GB3043", `expected a character code from 0 to 1114111, found ${String(found)}`),
  negativeCount: (found: number) =>
    error(
      "GB3044",
      `expected a count of 0 or more, found ${String(found)}`,
      "MAX(count, 0) makes 0 of a negative count",
    ),
  emptyRange: (low: number, high: number) =>
    error(
      "GB3045",
      `expected a range with low before high, found ${String(low)} to ${String(high)}`,
      "write the lower end first",
    ),
  textTooLong: (limit: number) =>
    error(
      "GB3090",
      `the text would be longer than the limit of ${String(limit)} characters`,
      "the setting GBASIC_MAX_TEXT raises the limit",
    ),
  listTooLong: (limit: number) =>
    error(
      "GB3091",
      `the list would be longer than the limit of ${String(limit)} items`,
      "the setting GBASIC_MAX_LIST raises the limit",
    ),
};
