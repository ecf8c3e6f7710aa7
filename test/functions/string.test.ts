import { expect, test } from "vitest";
import fc from "fast-check";
import { failure } from "../runtime/value/basic-error.ts";
import { evaluate } from "./evaluate.ts";

test.each([
  [`LEN(NULL)`, 0],
  [`LEN([1, 2])`, 2],
  [`LEN({"a": 1})`, 1],
  [`LEN(1234)`, 4],
  [`LENGTH("ab")`, 2],
  [`LEFT("abc", 0)`, ""],
  [`LEFT("abc", -1)`, ""],
  [`LEFT("abc", 99)`, "abc"],
  [`LEFT(NULL, 2)`, ""],
  [`LEFT(12345, 2)`, "12"],
  [`RIGHT("abc", 0)`, ""],
  [`RIGHT("abc", -1)`, ""],
  [`RIGHT("abc", 99)`, "abc"],
  [`MID("abc", 2)`, "bc"],
  [`MID("abc", 0, 2)`, "ab"],
  [`MID("abc", 4)`, ""],
  [`MID("abc", 2, 0)`, ""],
  [`MID("abc", 2, -1)`, ""],
  [`TRIM(NULL)`, ""],
  [`UPPER(NULL)`, ""],
  [`UCASE$("straße")`, "STRASSE"],
  [`CAPITALIZE("")`, ""],
  [`REPLACE("aaa", "a", "b")`, "bbb"],
  [`REPLACE("aaa", "", "b")`, "aaa"],
  [`REPLACE("a.c", ".", "$&")`, "a$&c"],
  [`REPLACE("abc", "z", "y")`, "abc"],
  [`JOIN([], "-")`, ""],
  [`JOIN([1, NULL, TRUE])`, "1,,true"],
  [`JOIN("alone", "-")`, "alone"],
  [`INSTR("abc", "z")`, 0],
  [`INSTR("abc", "")`, 0],
  [`INSTR(2, "abc", "")`, 0],
  [`INSTR("abcabc", "b", 3)`, 5],
  [`INSTR(1, "ABC", "b", 1)`, 2],
  [`INSTR(9, "abc", "a")`, 0],
  [`INSTRREV("abcabc", "b", 4)`, 2],
  [`INSTRREV("abc", "")`, 0],
  [`INSTRREV("abc", "abcd")`, 0],
  [`INSTRREV("ABC", "b", -1, 1)`, 2],
  [`STRCOMP("a", "b")`, -1],
  [`STRCOMP("b", "a")`, 1],
  [`STRCOMP("a", "A")`, 1],
  [`REPLACE("abcABC", "b", "-", 1, -1, 1)`, "a-cA-C"],
  [`REPLACE("aaa", "a", "b", 1, 2)`, "bba"],
  [`REPLACE("abab", "a", "c", 2)`, "bcb"],
  [`REPLACE("aaa", "a", "b", 1, 0)`, "aaa"],
  [`REPLACE("İx", "X", "y", 1, -1, 1)`, "İy"],
  [`LEFT("ab😀c", 3)`, "ab"],
  [`LEFT("ab😀c", 4)`, "ab😀"],
  [`RIGHT("ab😀", 1)`, "😀"],
  [`MID("ab😀c", 4)`, "😀c"],
  [`MID("ab😀c", 3, 1)`, ""],
  [`MID("ab😀c", 4, 1)`, "😀"],
  [`LEFT("abc", 2.9)`, "ab"],
  [`RIGHT("abc", 1.9)`, "c"],
  [`LPAD("a", 4, "😀")`, "😀a"],
  [`PROPER("ana's CASA d'água")`, "Ana's Casa D'água"],
  [`STRCONV("ana", 1)`, "ANA"],
  [`STRCONV("ANA", 2)`, "ana"],
  [`EXTRACT_AFTER("abc", "z")`, ""],
  [`EXTRACT_AFTER("abc", "")`, "abc"],
  [`EXTRACT_BEFORE("abc", "z")`, ""],
  [`EXTRACT_BETWEEN("a<b", "<", ">")`, ""],
  [`EXTRACT_BETWEEN("a<b>c>", "<", ">")`, "b"],
  [`EXTRACT_BETWEEN(NULL, "<", ">")`, ""],
  [`HEX$(-1)`, "FFFFFFFF"],
  [`HEX(-4294967297)`, "FFFFFFFEFFFFFFFF"],
  [`OCT$(64)`, "100"],
  [`BIN(2.5)`, "10"],
  [`TAB(2)`, "  "],
  [`STRREVERSE("abc")`, "cba"],
  [`TYPENAME(NULL)`, "Null"],
  [`TYPENAME([])`, "Variant()"],
  [`VARTYPE(NOW())`, 7],
  [`HMAC("abc", "key", "sha1", "base64")`, "T9CyFSdu8S8rPkyOysKBFJi2Vvw="],
  [`VERIFY_SIGNATURE("abc", "sha256=" , "key")`, false],
  [`VERIFY_SIGNATURE("abc", HMAC("abc", ""), "")`, false],
  [`VERIFY_SIGNATURE("abc", HMAC("abc", "key", "sha1", "base64"), "key", "sha1")`, true],
  [`VERIFY_SIGNATURE("abd", HMAC("abc", "key"), "key")`, false],
  [`INSTR(4, "abcabc", "b")`, 5],
  [`INSTR(0, "abc", "a")`, 1],
  [`INSTR(NULL, "a")`, 0],
  [`CONTAINS("abc", "b")`, true],
  [`CHR(10)`, "\n"],
  [`CHR(128512)`, "😀"],
  [`ASC("😀")`, 128_512],
  [`ASC("")`, 0],
  [`STRING$(2, 65)`, "AA"],
  [`STRING$(2, "xyz")`, "xx"],
  [`STRING$(2, "")`, ""],
  [`STRING$(0, "x")`, ""],
  [`SPACE(0)`, ""],
  [`REPEAT("ab", 1.9)`, "ab"],
  [`LPAD("abc", 2)`, "abc"],
  [`RPAD("a", 3)`, "a  "],
  [`URLENCODE("é/?")`, "%C3%A9%2F%3F"],
  [`BASE64DECODE("")`, ""],
  [`BASE64("")`, ""],
  [`HTMLESCAPE("<a href=\\"x\\">'&'")`, "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;"],
  [`XMLESCAPE("a\\u0000b\\u0007\\n")`, "ab\n"],
  [`REVERSE("a😀b")`, "b😀a"],
  [`STR(NULL)`, ""],
  [`STR([1])`, "[1]"],
  [`VAL("abc")`, 0],
  [`VAL("")`, 0],
  [`VAL(NULL)`, 0],
  [`VAL([1])`, 0],
  [`VAL("0x10")`, 0],
  [`CINT(3.5)`, 4],
  [`CBOOL("TRUE")`, true],
  [`CBOOL("0")`, false],
  [`CBOOL("")`, false],
  [`CBOOL(5)`, true],
  [`CBOOL([])`, false],
  [`HMAC("abc", "key", "SHA-1")`, "4fd0b215276ef12f2b3e4c8ecac2811498b656fc"],
  [`UUID()`, "11111111-2222-4333-8444-555555555555"],
])("%s is %j", (source, expected) => {
  expect(evaluate(source)).toBe(expected);
});

test.each([
  [`SPLIT("a b c")`, ["a", "b", "c"]],
  [`SPLIT("abc", "")`, ["a", "b", "c"]],
  [`SPLIT("a😀", "")`, ["a", "😀"]],
  [`SPLIT("a,b,c", ",", 2)`, ["a", "b,c"]],
  [`SPLIT("a,b,c", ",", 9)`, ["a", "b", "c"]],
  [`SPLIT("abc", "", 2)`, ["a", "bc"]],
  [`SPLIT("a,b", ",", 0)`, []],
  [`SPLIT("", ",")`, [""]],
  [`SPLIT(",", ",")`, ["", ""]],
])("%s is %j", (source, expected) => {
  expect(evaluate(source)).toEqual(expected);
});

test.each([
  ["GB3043", `CHR(-1)`],
  ["GB3043", `CHR(1.5)`],
  ["GB3043", `CHR(1114112)`],
  ["GB3043", `STRING$(3, -1)`],
  ["GB3044", `SPACE(-1)`],
  ["GB3044", `REPEAT("a", -1)`],
  ["GB3041", `URLDECODE("%zz")`],
  ["GB3041", `URLDECODE("%E0%A4")`],
  ["GB3041", `BASE64DECODE("a*b")`],
  ["GB3042", `HMAC("a", "b", "rot13")`],
  ["GB3001", `LEFT("abc", "x")`],
  ["GB3001", `CINT("x")`],
  ["GB3001", `CDBL("")`],
  ["GB3004", `CBOOL("maybe")`],
  ["GB3042", `HMAC("a", "b", "sha1", "rot13")`],
  ["GB3070", `STRCONV("a", 4)`],
  ["GB3071", `SWITCH(TRUE, 1, FALSE)`],
])("%s: %s", (code, source) => {
  failure(code, () => evaluate(source));
});

test.each([
  `STRING$(101, "x")`,
  `STRING$(1e15, "x")`.replace("1e15", "1000000000000000"),
  `SPACE(101)`,
  `REPEAT("abcdefghij", 11)`,
  `PADLEFT("a", 101)`,
  `PADRIGHT("a", 9007199254740991)`,
  `REPLACE("aaaaaaaaaa", "a", "bbbbbbbbbbb")`,
  `JOIN(["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], "${"-".repeat(50)}")`,
  `URLENCODE("${"é".repeat(20)}")`,
  `BASE64("${"é".repeat(50)}")`,
  `HTMLESCAPE("${"&".repeat(30)}")`,
  `FORMAT("${"x".repeat(60)}", "@@")`,
  `JSON("${"x".repeat(120)}")`,
  `UCASE("${"ß".repeat(60)}")`,
  `REPLACE("${"a".repeat(60)}", "A", "bb", 1, -1, 1)`,
  `TOYAML(["${"x".repeat(50)}", "${"x".repeat(50)}"])`,
])("%s is longer than a text may be", (source) => {
  const message = failure("GB3090", () => evaluate(source, { textLength: 100 }));
  expect(message).toContain("limit of 100 characters");
});

test("an empty text repeated is empty at once", () => {
  expect(evaluate(`REPEAT("", 9007199254740991)`)).toBe("");
});

test("a split beyond the limit of lists is refused", () => {
  failure("GB3091", () => evaluate(`SPLIT("a,b,c,d", ",")`, { listLength: 3 }));
  expect(evaluate(`SPLIT("a,b,c", ",")`, { listLength: 3 })).toHaveLength(3);
});

test("decoding undoes encoding", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      const quoted = JSON.stringify(value.toWellFormed());
      const around = { textLength: 10_000 };
      expect(evaluate(`URLDECODE(URLENCODE(${quoted}))`, around)).toBe(value.toWellFormed());
      expect(evaluate(`BASE64DECODE(BASE64(${quoted}))`, around)).toBe(value.toWellFormed());
    }),
  );
});

test("half a character does not break an encoding", () => {
  expect(evaluate(String.raw`URLENCODE("\ud83d")`)).toBe("%EF%BF%BD");
  expect(evaluate(String.raw`XMLESCAPE("\ud83d")`)).toBe("\uFFFD");
});
