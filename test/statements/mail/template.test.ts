import { expect, test } from "vitest";
import { folderWith, gbasic } from "../../cli/command.ts";

const NEWS = 'SEND MAIL TO "ana@example.com" WITH SUBJECT "News" ';

/** Runs a script beside a template, and gives what it says. */
async function said(template: string | Uint8Array, script: string, settings = {}) {
  const folder = await folderWith({ "a.bas": script, "mails/t.html": template });
  const { stderr } = await gbasic(["run", "a.bas"], folder, settings);
  return stderr.trim();
}

/** The HTML that a template gives with these values. */
async function filled(template: string, values: string): Promise<string> {
  const script = `${NEWS}TEMPLATE "mails/t.html" VALUES ${values}`;
  const [, html] = /^simulated mail to ana@example\.com, subject News: ([^]*)$/.exec(
    await said(template, script),
  ) ?? [undefined, await said(template, script)];
  return html;
}

test.each([
  ["{{a}}", '{ "a": "<b> & \\"c\\"" }', "&lt;b&gt; &amp; &quot;c&quot;"],
  ["{{{a}}}", '{ "a": "<b>" }', "<b>"],
  ["{{a.b}} {{A.B}}", '{ "a": { "b": 1.5 } }', "1.5 1.5"],
  ["{{#l}}{{n}}-{{x}};{{/l}}", '{ "x": 1, "l": [{ "n": 1 }, { "n": 2 }] }', "1-1;2-1;"],
  ["{{#l}}{{.}},{{/l}}", '{ "l": ["a", TRUE, 2] }', "a,true,2,"],
  ["{{^l}}none{{/l}}{{#l}}some{{/l}}", '{ "l": [] }', "none"],
  ["{{#o}}{{n}}{{/o}}", '{ "o": { "n": "in" } }', "in"],
  ["[{{a}}]", '{ "a": NULL }', "[]"],
  ["{{! a remark }}x", "{}", "x"],
])("%s with %s gives %s", async (template, values, expected) => {
  expect(await filled(template, values)).toBe(expected);
});

test.each([
  ["{{name}} {{other}}", "{}", "GB3335: the template mails/t.html wants name, other"],
  ["{{constructor.name}} {{__proto__}}", "{}", "wants constructor.name, __proto__"],
  ["{{l.pop}}", '{ "l": [1] }', undefined],
  ["{{#l}}", "{}", "GB3334: the template mails/t.html cannot be read: Unclosed section"],
  ["{{a", "{}", "GB3334"],
  ["{{> other}}", "{}", "each stands alone here"],
  ["x", "42", "GB3336: VALUES of a mail is an object, found 42"],
  [new Uint8Array([0xff, 0xfe]), "{}", "GB3333"],
])("%j with %s is refused, or finds nothing of JavaScript's", async (template, values, message) => {
  const script = `${NEWS}TEMPLATE "mails/t.html" VALUES ${values}`;
  const found = await said(template, script);
  if (message === undefined) expect(found).toMatch(/subject News: $|subject News:$/);
  else expect(found).toContain(message);
});

test("a template that is not there, or outside, is no mail", async () => {
  expect(await said("", `${NEWS}TEMPLATE "mails/x.html"`)).toContain("mails/x.html");
  expect(await said("", `${NEWS}TEMPLATE "../x.html"`)).toContain("error GB4231: ");
});

test("a list in a list in a list fills no memory", async () => {
  const script = `LET L = []
FOR I = 1 TO 1000
  PUSH L, I
NEXT
${NEWS}TEMPLATE "mails/t.html" VALUES { "l": L }`;
  const template = "{{#l}}{{#l}}{{#l}}{{#l}}too much{{/l}}{{/l}}{{/l}}{{/l}}";
  expect(await said(template, script, { GBASIC_MAX_TEXT: "1_000_000" })).toContain("GB3090");
});

test("BODY stands beside a template, HTML does not", async () => {
  const both = `${NEWS}BODY "plain" TEMPLATE "mails/t.html"`;
  expect(await said("<p>x</p>", both)).toContain("subject News: plain");
  expect(await said("<p>x</p>", `${NEWS}HTML "x" TEMPLATE "mails/t.html"`)).toContain("GB3337");
});

test.each([
  `${NEWS}AND BODY "x" USING "sales"`,
  'SEND MAIL "ana@example.com", "News", "x" USING "sales"',
  'SEND EMAIL TO "ana@example.com", "News", "x" USING "sales"',
  'BEGIN MAIL "ana@example.com" USING "sales"\nSubject: News\n\nx\nEND MAIL',
])("%s names an account", async (script) => {
  expect(await said("", script)).toBe(
    "simulated mail to ana@example.com using sales, subject News: x",
  );
});
