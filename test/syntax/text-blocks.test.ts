import { describe, expect, test } from "vitest";
import { parseSource, treeOf } from "./parse-source.ts";

describe("text blocks", () => {
  test.each([
    [
      "nothing in them is BASIC",
      "BEGIN TALK\n# one\n' it's \"two\nIF a THEN (\n// three\nREM four\nEND IF\nEND TALK\ny = 2",
      [
        String.raw`<BEGIN TALK | lines="# one", "' it's \"two", "IF a THEN (", "// three", "REM four", "END IF">`,
        "Y := 2",
      ],
    ],
    [
      "blank lines stay, shared indentation goes",
      "BEGIN TALK\n    a\n\n      b\n\n  END TALK",
      ['<BEGIN TALK | lines="a", "", "  b", "">'],
    ],
    [
      "values go in, placeholders stay",
      "BEGIN TALK\n  ${a + 1}${b} $ ${{c}} \\n ${d\n  }\nEND TALK",
      ['<BEGIN TALK | lines=`{(A + 1)}{B} $ ${{c}} \\n ${d`, "}">'],
    ],
    [
      "the recipient of a mail stands on the first line",
      'BEGIN MAIL a + "@x"\r\nSubject: s\r\n\r\nb\r\nEND MAIL\r\ny = 2',
      ['<BEGIN MAIL | to=(A + "@x") | lines="Subject: s", "", "b">', "Y := 2"],
    ],
    [
      "SYSTEM PROMPT, in any case, inside another block",
      "if a then\n  begin system prompt\n  BEGIN TALK\n  end system prompt ' done\nend if",
      ['if A { <BEGIN SYSTEM PROMPT | lines="BEGIN TALK"> }'],
    ],
    ["empty", "BEGIN TALK\nEND TALK\ny = 2", ["<BEGIN TALK | lines=>", "Y := 2"]],
    [
      "two in a row",
      "BEGIN TALK\na\nEND TALK\nBEGIN TALK\nb\nEND TALK",
      ['<BEGIN TALK | lines="a">', '<BEGIN TALK | lines="b">'],
    ],
    ["BEGIN is a name elsewhere", "BEGIN = 1\nx = BEGIN + 1", ["BEGIN := 1", "X := (BEGIN + 1)"]],
    [
      "in a text they are text",
      'x = "\nBEGIN TALK\na\n"\ny = 2',
      [String.raw`X := "\nBEGIN TALK\na\n"`, "Y := 2"],
    ],
  ])("%s", (_what, text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });

  test.each([
    [
      "BEGIN TALK\nit's\n\"open",
      "1:1 GB1140 this BEGIN TALK is never closed (put END TALK after its text)",
    ],
    ["BEGIN TALK\na\nBEGIN TALK\nb\nEND TALK\ny = 2", "1:1 GB1140 this BEGIN TALK is never closed"],
    ["x = 1\nBEGIN TALK", "2:11 GB1141 BEGIN TALK needs its text on the lines after it"],
    [
      'BEGIN TALK "a"\ny = 2',
      '1:12 GB1141 BEGIN TALK needs its text on the lines after it, found "a"',
    ],
    [
      "BEGIN TALK\ndon't\nEND TAKL\nx = 1\nBEGIN TALK\nit's\nEND TALK\ny = 2",
      "3:5 GB1142 END TAKL does not close BEGIN TALK (did you mean END TALK?)",
    ],
    ["BEGIN SYSTEM PROMPT\n# it's\nEND SYTEM PROMPT\ny = 2", "3:5 GB1142 END SYTEM PROMPT"],
    ["BEGIN MAIL\nSubject: a\nEND MAIL\ny = 2", "1:11 GB2240 expected a value"],
    [
      "BEGIN TALK\n  a ${b +}\nEND TALK\ny = 2",
      "2:10 GB2250 what stands in this ${…} is no value: expected a value, found }",
    ],
    ["BEGIN TALK\nEND TALK now\nEND TALK\ny = 2", undefined],
  ])("one mistake, one diagnostic: %j", (text, problem) => {
    const { tree, problems } = parseSource(text);
    expect(problems).toHaveLength(problem === undefined ? 0 : 1);
    if (problem !== undefined) expect(problems[0]).toContain(problem);
    if (text.endsWith("y = 2")) expect(tree.at(-1)).toBe("Y := 2");
  });

  test.each([
    ["that are never closed", "BEGIN TALK\na\n".repeat(20_000)],
    ["of other names", Array.from({ length: 20_000 }, (_, at) => `BEGIN X${at}\na\n`).join("")],
    ["without end", `BEGIN TALK\n${"END TALKS\n".repeat(50_000)}`],
    ["with values", `BEGIN TALK\n${"${a".repeat(20_000)}\nEND TALK`],
  ])("many blocks %s are read in time", (_what, text) => {
    expect(parseSource(text).tree.length).toBeGreaterThan(0);
  });
});
