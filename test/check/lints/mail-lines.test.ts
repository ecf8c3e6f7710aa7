import { expect, test } from "vitest";
import { codes } from "../diagnostics.ts";

const found = (...lines: readonly string[]) =>
  codes(
    ['NAME$ = GET FORM VALUE "name"', 'BEGIN MAIL "a@example.com"', ...lines, "END MAIL"].join(
      "\n",
    ),
  )
    .filter((line) => /^GB244[12]/.test(line))
    .map((line) => line.slice(0, 6));

test.each([
  [["Subject: Hi", "", "Cc: this is text"], []],
  [["", "  subject : Hi ${NAME$}", "Dear ${NAME$}"], []],
  [["${NAME$}", "text"], []],
  [
    ["Subject: Hi", "Cc: b@example.com", "BCC: ${NAME$}", "", "text"],
    ["GB2441", "GB2441"],
  ],
  [
    ["Cc: b@example.com", "Subject: Hi", "text"],
    ["GB2442", "GB2441"],
  ],
  [["just text"], ["GB2442"]],
  [["Hello ${NAME$}", "Cc: text"], ["GB2442"]],
  [[""], []],
] as const)("%j: %j", (lines, expected) => {
  expect(found(...lines)).toEqual(expected);
});
