import { expect, test } from "vitest";
import { failure } from "../runtime/value/basic-error.ts";
import { evaluate } from "./evaluate.ts";

const MOMENT = "2024-03-05 14:07:09";

test.each([
  ["yyyy-MM-dd", "2024-03-05"],
  ["YYYY-MM-DD", "2024-03-05"],
  ["dd/MM/yyyy HH:mm", "05/03/2024 14:07"],
  ["dd/mm/yyyy", "05/03/2024"],
  ["dd/mm/yyyy hh:mm", "05/03/2024 02:07"],
  ["d/M/yy", "5/3/24"],
  ["YYYYMMDDHHmmss", "20240305140709"],
  ["YYYYMMDDHHMMSS", "20240305140709"],
  ["YYYY-MM-DD HH:MM", "2024-03-05 14:07"],
  ["MMMM", "March"],
  ["MMM d", "Mar 5"],
  ["dddd", "Tuesday"],
  ["ddd", "Tue"],
  ["dddd, d 'de' MMMM[pt]", "terça-feira, 5 de março"],
  ["d de MMMM de yyyy[pt]", "5 de março de 2024"],
  ["hh:mm tt", "02:07 PM"],
  ["h:mm AM/PM", "2:07 PM"],
  ["H:m:s", "14:7:9"],
  ["mm:ss", "07:09"],
  ["mm", "07"],
  ["MM", "03"],
  ["yyyy-MM-ddTHH:mm:ssZ", "2024-03-05T14:07:09Z"],
  ['HH"h"mm', "14h07"],
  ["'dd' dd", "dd 05"],
  ["o'clock yyyy", "o'clock 2024"],
  ["MM:SS", "07:09"],
  ["HH:mm dd/MM", "14:07 05/03"],
])("a date as %s is %s", (pattern, expected) => {
  expect(evaluate(`FORMAT("${MOMENT}", ${JSON.stringify(pattern)})`)).toBe(expected);
  expect(evaluate(`FORMAT(CDATE("${MOMENT}"), ${JSON.stringify(pattern)})`)).toBe(expected);
});

test.each([
  [1234.56, "n", "1234.56"],
  [1234.5, "n", "1234.50"],
  [1234.5, "N", "1,234.50"],
  [1234.5, "N0[pt]", "1.235"],
  [1234.5, "N3[fr]", "1 234,500"],
  [1234.5, "F", "1234.50"],
  [1234.5, "F1", "1234.5"],
  [1234.5, "f", "1234"],
  [1234.5, "f3", "1234.500"],
  [0.85, "0%", "85%"],
  [0.8567, "0.0%", "85.7%"],
  [1234.5, "C2[en]", "$1,234.50"],
  [1234.5, "C2[pt]", "R$ 1.234,50"],
  [1234.5, "C[pt-br]", "R$ 1.234,50"],
  [1234.5, "C2", "$1,234.50"],
  [-5, "C2", "-$5.00"],
  [1234.5, "currency", "$1,234.50"],
  [1234.5, "Currency[de]", "1.234,50 €"],
  [0.5, "percent", "50.00%"],
  [1234.5, "standard", "1,234.50"],
  [1234.5, "fixed", "1234.50"],
  [1234.5, "#,##0.00", "1,234.50"],
  [1234.5, "#,##0.00[pt]", "1.234,50"],
  [1234.5, "R$ #,##0.00", "R$ 1.234,50"],
  [1234.5, "$#,###", "$1,235"],
  [-1234.5, "$#,##0.00", "-$1,234.50"],
  [7, "000", "007"],
  [1234.5, "0.##", "1234.5"],
  [1234, "0.##", "1234"],
  [1234, "0 items", "1234 items"],
  [1e21, "0", "1000000000000000000000"],
])("%d as %s is %s", (value, pattern, expected) => {
  const source = value === 1e21 ? '"1e21"' : String(value);
  expect(evaluate(`FORMAT(${source}, ${JSON.stringify(pattern)})`)).toBe(expected);
  if (value !== 1e21) expect(evaluate(`FORMAT("${source}", "${pattern}")`)).toBe(expected);
});

test.each([
  [`FORMAT("John", "Hello @!")`, "Hello John!"],
  [`FORMAT("Maria", "Hello, !")`, "Hello, MARIA"],
  [`FORMAT("Maria", "hello, &")`, "hello, maria"],
  [`FORMAT("$&", "@ @")`, "$& $&"],
  [`FORMAT("John", "yyyy")`, "John"],
  [`FORMAT("John", "#,##0")`, "John"],
  [`FORMAT("John", "")`, "John"],
  [`FORMAT("John")`, "John"],
  [`FORMAT(NULL, "0.00")`, ""],
  [`FORMAT(TRUE, "0")`, "true"],
  [`FORMAT([1], "x")`, "[1]"],
  [`FORMAT("2024-02-30", "dd/MM")`, "2024-02-30"],
  [`FORMAT(1704067200, "dd/MM/yyyy")`, "01/01/2024"],
  [`FORMAT("1704067200", "dd/MM/yyyy")`, "01/01/2024"],
  [`FORMAT(NOW(), "HH:mm")`, "13:20"],
  [`FORMAT(TODAY(), "n")`, "2026-11-21"],
  [`FORMAT_DATE("2024-03-05")`, "2024-03-05"],
  [`FORMAT_TIME("2024-03-05 14:07")`, "14:07"],
])("%s is %s", (source, expected) => {
  expect(evaluate(source)).toBe(expected);
});

test("a language that does not exist is named", () => {
  expect(failure("GB3040", () => evaluate(`FORMAT(1, "C2[x-]")`))).toContain('"x-"');
  failure("GB3040", () => evaluate(`FORMAT(1, "C2[]")`));
  failure("GB3030", () => evaluate(`FORMAT_DATE("soon", "yyyy")`));
});
