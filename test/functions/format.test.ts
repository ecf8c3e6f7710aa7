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
  ["h:mm A", "2:07 PM"],
  ["hh:mm:ss a", "02:07:09 pm"],
  ["HH:mm A", "14:07 A"],
  ["MMM d", "Mar 5"],
  ["Do MMM", "5th Mar"],
  ["MMMM Do, YYYY", "March 5th, 2024"],
  ["Do MMMM[pt]", "5 março"],
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
  ["hh:nn:ss", "02:07:09"],
  ["HH:mm:ss.fff", "14:07:09.000"],
  ["HH:mm:ss.SSS", "14:07:09.000"],
  ["yyyy-MM-ddTHH:mm:sszzz", "2024-03-05T14:07:09+00:00"],
  ["MMM DD, YYYY HH:mm", "Mar 05, 2024 14:07"],
  ["q", "1"],
  ["y", "65"],
  ["h:mm A/P", "2:07 P"],
  ["yyyy\\d", "2024d"],
  ["Long Date", "Tuesday, March 5, 2024"],
  ["Long Date[pt]", "terça-feira, 5 de março de 2024"],
  ["Short Date", "2024-03-05"],
  ["short date[pt]", "05/03/2024"],
  ["Medium Date", "05-Mar-2024"],
  ["General Date", "2024-03-05 14:07:09"],
  ["Long Time[en]", "2:07:09 PM"],
  ["Medium Time", "02:07 PM"],
  ["Short Time", "14:07"],
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
  [1.005, "0.00", "1.01"],
  [2.675, "C2", "$2.68"],
  [0.285, "0%", "29%"],
  [0.1, "0.000000000000000000000", "0.100000000000000000000"],
  [-0.001, "0.00", "0.00"],
  [-0.001, "C2", "$0.00"],
  [0.5, "#.##", "0.5"],
  [0, "$#,###", "$0"],
  [7, "0.", "7."],
  [7.5, ".00", "7.50"],
  [7, "'No. '0", "No. 7"],
  [5, "0, please", "5, please"],
  [1234567, "#,##0,", "1,235"],
  [1234567, "0,.0 K", "1234.6 K"],
  [12345678901, "000.000.000-00", "123.456.789-01"],
  [4512345601, "000.000.000-00", "045.123.456-01"],
  [11987654321, "(00) 00000-0000", "(11) 98765-4321"],
  [12345, "0-0", "1234-5"],
  [5, "##-##", "-5"],
  [1234.5678, "0.00E+00", "1.23E+03"],
  [0.00012, "0.0E-0", "1.2E-4"],
  [1234.5, "Scientific", "1.23E+03"],
  [1234.5, "General Number", "1234.5"],
  [0, "Yes/No", "No"],
  [2, "True/False", "True"],
  [-5, "0;(0);zero", "(5)"],
  [0, "0;(0);zero", "zero"],
  [5, "0;(0);zero", "5"],
  [-5, "0;;zero", "-5"],
  [0.123, "P1", "12.3%"],
  [-7, "D3", "-007"],
  [1234.5, "C2[ja]", "￥1,234.50"],
  [1234.5, "C2[es-MX]", "$1,234.50"],
  [1234.5, "C2[hi]", "₹1,234.50"],
  [1234.5, "C2[pt_BR]", "R$ 1.234,50"],
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
  [`FORMAT(TODAY(), "0.00")`, "2026-11-21"],
  [`FORMAT(TRUE, "Yes/No")`, "Yes"],
  [`FORMAT(FALSE, "On/Off")`, "Off"],
  [`FORMAT("abc", ">")`, "ABC"],
  [`FORMAT(7, "No\\\\. 0")`, "No. 7"],
  [`FORMAT("ABC", "<")`, "abc"],
  [`FORMAT("14:30", "hh:mm tt")`, "02:30 PM"],
  [`FORMAT(1704067200000, "dd/MM/yyyy")`, "01/01/2024"],
  [`FORMATNUMBER(1234.5)`, "1,234.50"],
  [`FORMATNUMBER(-1234.567, 1, "pt")`, "-1.234,6"],
  [`FORMATCURRENCY(-5, 0)`, "-$5"],
  [`FORMATPERCENT(0.5)`, "50.00%"],
  [`FORMATDATETIME("2024-03-05 14:07:09")`, "2024-03-05 14:07:09"],
  [`FORMATDATETIME("2024-03-05", 1, "pt")`, "terça-feira, 5 de março de 2024"],
  [`FORMAT_DATE("2024-03-05")`, "2024-03-05"],
  [`FORMAT_TIME("2024-03-05 14:07")`, "14:07"],
])("%s is %s", (source, expected) => {
  expect(evaluate(source)).toBe(expected);
});

test("a language that does not exist is named", () => {
  expect(failure("GB3040", () => evaluate(`FORMAT(1, "C2[x-]")`))).toContain('"x-"');
  failure("GB3040", () => evaluate(`FORMAT(1, "C2[]")`));
  expect(failure("GB3040", () => evaluate(`FORMAT(1, "C2[xx]")`))).toContain('"xx"');
  failure("GB3040", () => evaluate(`MONTHNAME(1, "xx")`));
  failure("GB3030", () => evaluate(`FORMAT_DATE("soon", "yyyy")`));
  failure("GB3072", () => evaluate(`FORMATDATETIME(NOW(), 5)`));
});

test("a Z behind the time writes the date in UTC, in whatever zone it is shown", () => {
  const around = { zone: "America/Sao_Paulo" };
  const pattern = '"YYYY-MM-DDTHH:mm:ssZ"';
  expect(evaluate(`FORMAT("2024-03-05 22:07:09", ${pattern})`, around)).toBe(
    "2024-03-06T01:07:09Z",
  );
  expect(evaluate(`FORMAT("2024-03-05 22:07:09", "HH:mm Z")`, around)).toBe("01:07 Z");
  expect(evaluate(`FORMAT("2024-03-05", "yyyy-MM-ddZ")`, around)).toBe("2024-03-05Z");
});

const EVENING = 'CDATE("2026-03-05 22:07:09")';

test.each([
  ["ddddd", "2026-03-05"],
  ["dddddd", "Thursday, March 5, 2026"],
  ["ttttt", "22:07:09"],
  ["ddddd ttttt", "2026-03-05 22:07:09"],
  ["ddddd[pt]", "05/03/2026"],
  ["c", "2026-03-05 22:07:09"],
  ["w", "5"],
  ["ww", "10"],
  ["hh:nn AMPM", "10:07 PM"],
  ["h:nn a/p", "10:07 p"],
  ["\\\\d dd", "d 05"],
])("Visual Basic's date pattern %s", (pattern, expected) => {
  expect(evaluate(`FORMAT(${EVENING}, "${pattern}")`)).toBe(expected);
});

test("the week with January 1 is the first, and weeks begin on Sunday", () => {
  const weeks = ["2026-01-03", "2026-01-04", "2026-12-31", "2023-01-01"];
  expect(weeks.map((day) => evaluate(`FORMAT(CDATE("${day}"), "ww")`))).toEqual([
    "1",
    "2",
    "53",
    "1",
  ]);
});

test.each([
  ["@@@@@@@@", "   Hello", "        "],
  ["&&&&&&&&", "Hello", ""],
  ["!@@@@@@@@", "Hello   ", "        "],
  [">@@@@@@", " HELLO", "      "],
  ["<&&", "hello", ""],
  ["(@@) @@@-@@", "(  ) Hel-lo", "(  )    -  "],
  ["!(@@) @@@", "(He) llo", "(  )    "],
  ["@@", "Hello", "  "],
  ["@@@@@;none", "Hello", "none"],
  ["\\\\@ @", "@ Hello", "@ "],
  ['\\"to\\" @', "to Hello", "to "],
])("the places of %s are filled as in Visual Basic", (pattern, expected, ofNothing) => {
  expect(evaluate(`FORMAT("Hello", "${pattern}")`)).toBe(expected);
  expect(evaluate(`FORMAT("", "${pattern}")`)).toBe(ofNothing);
});

test("commas behind the last digit take thousands away", () => {
  expect(evaluate(`FORMAT(1500000, "#,##0,,'M'")`)).toBe("2M");
  expect(evaluate(`FORMAT(1500000, "0.0,, 'M'")`)).toBe("1.5 M");
  expect(evaluate(`FORMAT(1234567, "#,##0,'K'")`)).toBe("1,235K");
});

test.each([
  [1234.5, "#.##0,00", "1.234,50"],
  [1234.5, "#,##0,00", "1.234,50"],
  [1234567.891, "#.###.##0,000", "1.234.567,891"],
  [1234.5, "0,00", "1234,50"],
  [1234.5, "R$ #.##0,00", "R$ 1.234,50"],
  [-5, "0,00;(0,00)", "(5,00)"],
  [0.5, "0,00 %", "50,00 %"],
  [1234.5, "#,##0,0", "1.234,5"],
  [1234.5, "#,#", "1,235"],
  [1234.5, "0,0", "1,235"],
  [1234.5, "#,##", "1,235"],
  [1234.5, "#,##0", "1,235"],
  [1234567, "#,###,##0", "1,234,567"],
  [4512345601, "000.000.000-00", "045.123.456-01"],
])(
  "a comma of a mask stands before decimals or sets thousands apart: %d as %s",
  (value, mask, text) => {
    expect(evaluate(`FORMAT(${String(value)}, "${mask}")`)).toBe(text);
  },
);

test.each([
  ["2024-03-01", "1st"],
  ["2024-03-02", "2nd"],
  ["2024-03-03", "3rd"],
  ["2024-03-11", "11th"],
  ["2024-03-12", "12th"],
  ["2024-03-13", "13th"],
  ["2024-03-22", "22nd"],
  ["2024-03-31", "31st"],
])("the day of %s is the %s", (day, text) => {
  expect(evaluate(`FORMAT(CDATE("${day}"), "Do")`)).toBe(text);
});
