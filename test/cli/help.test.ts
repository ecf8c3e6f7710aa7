import { WEBHOOK_CLAUSES } from "../../src/statements/events/on-webhook.ts";
import { describe, expect, test } from "vitest";
import { functions } from "../../src/functions/index.ts";
import { statements } from "../../src/statements/index.ts";
import { gbasic } from "./command.ts";

const gbasicHere = (...args: string[]) => gbasic(args, process.cwd());

describe("gbasic help", () => {
  test("lists commands, statements by area, and functions", async () => {
    const { code, stdout, stderr } = await gbasicHere("help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: gbasic \[options\] \[command\]\n/);
    expect(stdout).toContain("check [options] <paths...>");
    expect(stdout).toContain("\n  messages: SEND MAIL, SEND WHATSAPP, SEND SMS, ");
    expect(stdout).toContain("\n  texts: LEN, LEFT$,");
  });

  test("explains what is a command and a statement as both", async () => {
    const { code, stdout } = await gbasicHere("help", "send", "sms");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Usage: gbasic send sms \[options\] <text>\n/);
    expect(stdout).toContain("\n\nSEND SMS\n\n    SEND SMS TO <to> WITH <text> ");
    expect((await gbasicHere("help", "send")).stdout).toMatch(/\n {2}whatsapp .*[^]*\nSEND MAIL\n/);
    expect((await gbasicHere("help", "SEND", "SMS")).stdout).toMatch(/^SEND SMS\n/);
  });

  test("explains a statement, whatever the case and blanks", async () => {
    const { code, stdout } = await gbasicHere("help", "get", "json", " path");
    expect(code).toBe(0);
    expect(stdout).toBe(`GET JSON PATH

    GET JSON PATH <object>, <path>

  Gives the value at a path of an object or list, or null where there is none.
  A path with *, .., a slice or several names gives a list.

    object  any value
    path    text

  It gives the value that is there, or null; a list where the path means
  several places.

  Errors:

    GB3320  GET JSON PATH of a text
    GB3321  GET JSON PATH of something that is no object
    GB3322  A JSON path that cannot be read
    GB3323  A JSON path with an expression
    GB3324  A JSON path that finds too much
    GB3325  A JSON path that descends too often
    GB3384  A JSON path that is too long
    GB3385  A value that is nested too deeply for a path

  Example:

    LET ORDER = { "items": [{ "name": "tea" }, { "name": "milk" }] }
    PRINT GET JSON PATH ORDER, "items[0].name"
    PRINT GET JSON PATH ORDER, "items[*].name"

  Output:

    tea
    ["tea","milk"]
`);
  });

  test("shows flags as they are typed, and every spelling", async () => {
    expect((await gbasicHere("help", "ON", "WEBHOOK")).stdout).toMatch(
      /^ {4}ON WEBHOOK <method> TO <path> \{ RAW \| OPEN \| SIGNED BY <scheme> \[<algorithm>\] \| HEADER <header> \|.* \} \[DO\]\n/m,
    );
    expect((await gbasicHere("help", "json parse")).stdout).toContain("\n    JSON PARSE <text>\n");
  });

  test("explains all statements that begin with a word", async () => {
    const { stdout } = await gbasicHere("help", "send");
    expect(stdout).toMatch(/^SEND MAIL\n[^]*^SEND WHATSAPP\n[^]*^SEND SMS\n/m);
  });

  test("explains a function with and without its sigil", async () => {
    const { stdout } = await gbasicHere("help", "left$");
    expect(stdout).toMatch(/^LEFT\$\n\n {4}LEFT\$\(text, count\)\n/);
    expect((await gbasicHere("help", "LEFT")).stdout).toBe(stdout);
  });

  test("explains a command", async () => {
    expect((await gbasicHere("help", "check")).stdout).toMatch(
      /^Usage: gbasic check \[options\] <paths\.\.\.>\n/,
    );
  });

  test("proposes the name that was meant", async () => {
    expect(await gbasicHere("help", "SEND", "MIAL")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error GB3394: no statement, function, command or code is called SEND MIAL\n  hint: did you mean SEND MAIL?\n",
    });
  });

  test.each([...statements.map(({ title }) => title), ...functions.map(({ name }) => name)])(
    "has something to say about %s",
    async (name) => {
      const { code, stdout } = await gbasicHere("help", name);
      expect(code).toBe(0);
      expect(stdout).toContain("\n  Example:\n");
    },
  );
});

describe("gbasic help with a word of the structure", () => {
  test.each(
    "IF ELSE FOR NEXT WHILE DO LOOP SELECT SWITCH CASE SUB FUNCTION RETURN EXIT BREAK CONTINUE CALL SPAWN LET DIM REM".split(
      " ",
    ),
  )("explains %s", async (word) => {
    const { code, stdout } = await gbasicHere("help", word.toLowerCase());
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`\\b${word}\\b[^]*\n\n  Example:\n\n`));
  });

  test("says of a statement of General Bots that it is not provided", async () => {
    const { code, stdout } = await gbasicHere("help", "use", "kb");
    expect(code).toBe(0);
    expect(stdout).toBe(`USE KB

  A statement of General Bots that gbasic does not provide. It chooses, fills
  or searches a knowledge base. A run that reaches it ends with an error.
`);
    expect((await gbasicHere("help", "use_kb")).stdout).toBe(stdout);
    expect((await gbasicHere("help", "TALK TOO")).stderr).toContain("did you mean TALK TO?");
    const many = (await gbasicHere("help", "BULK")).stdout;
    expect((await gbasicHere("help", "is_autoreply")).stdout).toContain(
      "A function of General Bots",
    );
    expect(many).toContain("BULK INSERT\n\n  A statement of General Bots");
  });

  test("proposes one for a misspelt word", async () => {
    expect((await gbasicHere("help", "FUNCTOIN")).stderr).toContain("did you mean FUNCTION?");
  });
});

describe("gbasic help with a part of a handler", () => {
  test.each([
    ["signed by", "SIGNED BY\n", "SIGNED BY HMAC [SHA1|SHA256|SHA512] HEADER <name>"],
    ["signed by hmac", "SIGNED BY\n", "SHOP_SECRET"],
    ["Signed By GitHub", "SIGNED BY\n", "GITHUB_WEBHOOK_SECRET"],
    ["limit", "LIMIT\n", "LIMIT 5 PER MINUTE"],
    ["once per", "ONCE PER\n", 'ONCE PER FIELD "data.id"'],
    ["from", "FROM\n", "403"],
    ["open", "OPEN\n", "A statement of General Bots that gbasic does not provide."],
    ["sms", "SMS\n", "An object that is there in ON SMS STATUS, ON SMS."],
    ["sms", "SMS\n", "SEND SMS TO number WITH text"],
    ["call", "Usage: gbasic call", "An object that is there in ON CALL, ON ANSWER,"],
    ["call", "Usage: gbasic call", "Runs a SUB or FUNCTION of the file"],
  ])("explains %s", async (topic, title, part) => {
    const { code, stdout } = await gbasicHere("help", ...topic.split(" "));
    expect(code).toBe(0);
    expect(stdout.startsWith(title)).toBe(true);
    expect(stdout).toContain(part);
  });

  test("names every clause of a webhook", async () => {
    const words = WEBHOOK_CLAUSES.matchAll(/[{|] (?:<\w+\?:word\()?([A-Z]+)\b/g);
    const clauses = new Set([...words].map(([, word = ""]) => word));
    clauses.delete("HEADER");
    expect([...clauses]).toContain("ONCE");
    for (const clause of clauses) {
      const topic = clause === "SIGNED" ? ["SIGNED", "BY"] : [clause];
      expect((await gbasicHere("help", ...topic)).stdout, clause).toContain("Example:");
    }
  });

  test("proposes one for a misspelt word", async () => {
    expect((await gbasicHere("help", "SIGNT", "BY")).stderr).toContain("did you mean SIGNED BY?");
  });
});

describe("wrong usage", () => {
  test.each([
    [[], "Usage: gbasic"],
    [["frob"], "unknown command 'frob'"],
    [["chekc", "a.bas"], "Did you mean check?"],
    [["check"], "missing required argument 'paths'"],
    [["check", "a.bas", "--format", "xml"], "Allowed choices are text, json, github"],
    [["check", "nowhere.bas"], "error GB3390: there is no file or folder nowhere.bas"],
    [["run", "a.bas", "b.bas"], "too many arguments"],
    [["serve"], "missing required argument 'paths'"],
    [["serve"], "write: gbasic serve [options] <paths...>, such as: gbasic serve scripts/\n"],
    [["run"], "write: gbasic run [options] <file>\n"],
    [["check", "a.bas", "--fux"], "such as: gbasic check scripts/\n"],
    [["serve", "x", "--port", "70000"], "expected a whole number from 0 to 65535"],
    [["serve", "x", "--port=-1"], "expected a whole number from 0 to 65535"],
  ])("gbasic %j ends with 2", async (args, expected) => {
    const { code, stdout, stderr } = await gbasicHere(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });

  test("--version and --help are no mistakes", async () => {
    const version = await gbasicHere("--version");
    expect(version.code).toBe(0);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await gbasicHere("check", "--help")).toMatchObject({ code: 0, stderr: "" });
  });

  test.each([
    ["LIKE", "LIKE"],
    ["XOR", "AND"],
    ["MOD", "MOD"],
    ["IS NULL", "IS NULL"],
    ["??", "CHOICES"],
    ["<>", "COMPARISONS"],
    ["&", "OPERATORS"],
    ["true", "TRUE"],
  ])("explains the operator or value %s", async (topic, title) => {
    const { code, stdout } = await gbasicHere("help", topic);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toBe(title);
  });

  test.each([
    ["SNED", "SEND"],
    ["XROR", "XOR"],
    ["CONTIANS", "CONTAINS"],
  ])("proposes for %s what may be meant", async (topic, proposed) => {
    const { code, stderr } = await gbasicHere("help", topic);
    expect(code).toBe(2);
    expect(stderr).toContain(`did you mean ${proposed}?`);
  });
});

test("the statements of tests have their pages, and a beginning names what goes on after it", async () => {
  const body = await gbasicHere("help", "expect", "body");
  expect(body.stdout).toMatch(/^EXPECT BODY\n\n {4}EXPECT \[NOT\|NO\] BODY <body>\n/);
  expect(body.stdout).toContain("Also: EXPECT BODY CONTAINS, EXPECT BODY MATCHES.");
  expect(body.stdout).toContain("The script of the examples (`bot.bas`):");
  const begun = await gbasicHere("help", "EXPECT");
  expect(begun.stdout).toContain("EXPECT STATUS, ");
  const image = await gbasicHere("help", "RECEIVE", "WHATSAPP", "IMAGE");
  expect(image.stdout).toMatch(/caption +what stands under it/);
  for (const words of [["TEST"], ["MOCK"], ["RECEIVE", "PUT"], ["FAIL"], ["HANGUP", "REASON"]]) {
    const { code, stdout } = await gbasicHere("help", ...words);
    expect({ words, code }).toEqual({ words, code: 0 });
    expect(stdout).toContain("(`bot.bas`)");
  }
  expect((await gbasicHere("help")).stdout).toContain("In files of tests:");
});
