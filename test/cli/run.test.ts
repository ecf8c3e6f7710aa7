import { expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";

async function runScript(text: string, environment: Readonly<Record<string, string>> = {}) {
  const folder = await folderWith({ "a.bas": text });
  return gbasic(["run", "a.bas"], folder, environment);
}

test("PRINT goes to standard output, LOG to standard error", async () => {
  expect(
    await runScript('PRINT "olá", 1 + 2\nPRINT { "a": [1] }\nLOG "seen", { "id": 7 }\nPRINT\n'),
  ).toEqual({
    code: 0,
    stdout: 'olá 3\n{"a":[1]}\n\n',
    stderr: 'a.bas:3 seen {"id":7}\n',
  });
});

test("simulates channels without credentials and waits for what is sent", async () => {
  const { code, stdout, stderr } = await runScript(
    `SEND MAIL TO "ana@example.com" WITH SUBJECT "Hello" AND BODY "It works."
SEND WHATSAPP TO "5511999999999" WITH "Hi"
SEND SMS "", "lost"
PRINT "done"
`,
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: "done\n" });
  expect(stderr).toContain("simulated mail to ana@example.com, subject Hello: It works.\n");
  expect(stderr).toContain("simulated whatsapp to 5511999999999: Hi\n");
  expect(stderr).toContain("a.bas:3 warning GB4221: a message for sms was not sent");
});

test("runs spawned SUBs after the top level, with their arguments as they were", async () => {
  const { code, stdout } = await runScript(
    `LET LIST = [1]
SPAWN SHOW LIST
LIST[0] = 2
PRINT "first"
SUB SHOW(ITEMS)
  PRINT ITEMS
END SUB
`,
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: "first\n[1]\n" });
});

test("runs spawned SUBs in the order of their times, without a pause", async () => {
  const { code, stdout } = await runScript(
    `SPAWN SAY "in a day" AFTER 1 DAY
SPAWN SAY "now"
SPAWN CHAIN AFTER 10 MINUTES
SPAWN SAY "in 15 minutes" AFTER 15 MINUTES
SUB CHAIN
  SPAWN SAY "in 20 minutes" AFTER 10 MINUTES
  SPAWN SAY "in 10 minutes"
END SUB
SUB SAY(TEXT$)
  PRINT TEXT$
END SUB
`,
  );
  const times = ["now", "in 10 minutes", "in 15 minutes", "in 20 minutes", "in a day"];
  expect({ code, stdout }).toEqual({ code: 0, stdout: times.map((one) => `${one}\n`).join("") });
});

test("does not repeat the top level for a spawned SUB, which still reads its names", async () => {
  const { code, stdout, stderr } = await runScript(
    `LET WHO$ = "Ana"
PRINT "once"
LOG "once"
SEND SMS "+5511999999999", "once"
SPAWN GREET
SUB GREET
  PRINT "hello " + WHO$
  SEND SMS "+5511999999999", "from the job"
  SPAWN BYE
END SUB
SUB BYE
  PRINT "bye"
END SUB
`,
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: "once\nhello Ana\nbye\n" });
  expect(stderr).toBe(
    "a.bas:3 once\nsimulated sms to +5511999999999: once\nsimulated sms to +5511999999999: from the job\n",
  );
});

test("shows an error with the calls that led there, and runs no spawned SUB then", async () => {
  const { code, stdout, stderr } = await runScript(
    `SPAWN LATER
CALL GREET("ana")
SUB GREET(WHO)
  SEND MAIL WHO, "s", "b"
END SUB
SUB LATER
  PRINT "later"
END SUB
`,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(`a.bas:4:3 error GB3330: "ana" is no mail address
  4 |   SEND MAIL WHO, "s", "b"
    |   ^^^^^^^^^^^^^^^^^^^^^^^
  hint: write it as "ana@example.com" or "Ana <ana@example.com>"
  in GREET, from a.bas:2:6
`);
});

test("an error in one spawned SUB leaves the others alone", async () => {
  const { code, stdout, stderr } = await runScript(
    `SPAWN BREAK
SPAWN LATER
SUB BREAK
  PRINT 1 / 0
END SUB
SUB LATER
  PRINT "later"
END SUB
`,
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: "later\n" });
  expect(stderr).toMatch(/^a\.bas:4:11 error GB3\d{3}: /);
});

test("has no step limit unless one is set", async () => {
  const loop = "FOR I = 1 TO 100000\nNEXT I\nPRINT I\n";
  expect(await runScript(loop)).toMatchObject({ code: 0, stderr: "" });
  const limited = await runScript(loop, { GBASIC_MAX_STEPS: "1000" });
  expect(limited.code).toBe(1);
  expect(limited.stderr).toContain("GB3101: stopped after 1,000 loop turns");
});

test("reads settings from .env, and refuses wrong ones with 2", async () => {
  const folder = await folderWith({ "a.bas": "PRINT 1\n", ".env": "GBASIC_MAX_STEPS=many\n" });
  const { code, stdout, stderr } = await gbasic(["run", "a.bas"], folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(/^error GB5\d{3}: .*GBASIC_MAX_STEPS/);
});

test("every setting that is wrong is named, not the first alone", async () => {
  const wrong = { GBASIC_MAX_STEPS: "many", GBASIC_MAX_DEPTH: "deep" };
  const { code, stderr } = await gbasic(
    ["run", "a.bas"],
    await folderWith({ "a.bas": "PRINT 1\n" }),
    wrong,
  );
  expect(code).toBe(2);
  expect(stderr).toContain("GBASIC_MAX_STEPS");
  expect(stderr).toContain("GBASIC_MAX_DEPTH");
});

test("a script that does not parse is shown and not run", async () => {
  const { code, stdout, stderr } = await runScript('PRINT "never"\nIF THEN\n');
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^a\.bas:2:\d+ error GB1\d{3}: /);
});

test("reading a request outside a handler is an error of the script", async () => {
  const { code, stderr } = await runScript("PRINT GET REQUEST BODY\n");
  expect(code).toBe(1);
  expect(stderr).toMatch(/^a\.bas:1:7 error GB3207: /);
});

test("attaches files below the folder of the script", async () => {
  const folder = await folderWith({
    "scripts/a.bas": 'SEND MAIL TO "a@x.org" SUBJECT "s" ATTACH "note.txt"\n',
    "scripts/note.txt": "hi",
    "scripts/b.bas": 'SEND MAIL TO "a@x.org" SUBJECT "s" ATTACH "../secret.txt"\n',
    "secret.txt": "no",
  });
  expect(await gbasic(["run", "scripts/a.bas"], folder)).toMatchObject({ code: 0 });
  const { code, stderr } = await gbasic(["run", "scripts/b.bas"], folder);
  expect(code).toBe(1);
  expect(stderr).toContain("error GB4231: ");
});

test("of a folder with several scripts none is run", async () => {
  const folder = await folderWith({ "all/a.bas": "PRINT 1\n", "all/b.bas": "PRINT 2\n" });
  const { code, stdout, stderr } = await gbasic(["run", "all"], folder);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("GB3395: all holds 2 scripts, expected one to run");
});
