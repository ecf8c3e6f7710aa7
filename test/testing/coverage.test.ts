import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

beforeAll(async () => {
  await import("../../src/cli/test.ts");
  await import("../../src/cli/test-coverage.ts");
}, 60_000);

const PROJECT = {
  "orders.bas": `INCLUDE "lib/greet.bas"

ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  IF ORDER.id = 0 THEN
    PRINT "none"
  END IF
  SPAWN CONFIRM ORDER.id
  GREET "Ana"
END ON

SUB CONFIRM(ID)
  IF ID = 2 THEN SEND SMS TO "+15550001111" WITH "Order " + ID
END SUB
`,
  "lib/greet.bas": `SUB GREET(NAME)
  PRINT "Hello " + NAME
END SUB
SUB UNUSED()
  PRINT "unused"
  PRINT "unused"
END SUB
`,
  "untested.bas": 'ON WEBHOOK POST TO "/other" DO\n  PRINT "x"\nEND ON\n',
  "orders.test.bas": `TEST EACH ID IN [1, 2] NAMED "taken"
  RECEIVE POST "/orders" WITH JSON { "id": ID }
  EXPECT STATUS 200
END TEST
`,
};

const TABLE = `
script         lines         branches     not covered
lib/greet.bas  33.3 % (1/3)  -            5-6
orders.bas     85.7 % (6/7)  75 % (3/4)   6
untested.bas   0 % (0/1)     -            2
all            63.6 % (7/11)  75 % (3/4)
`;

/** The width of the columns is of no interest. */
const cells = (table: string) => table.replaceAll(/ {2,}/g, "  ");

test("tells what ran: in handlers, jobs, included files and each row; untested scripts count", async () => {
  const folder = await folderWith(PROJECT);
  const { code, stdout, stderr } = await gbasic(["test", "--coverage"], folder);
  expect(cells(stdout)).toContain(`2 passed`);
  expect(cells(stdout)).toContain(cells(TABLE));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lcov = await readFile(join(folder, "coverage/lcov.info"), "utf8");
  expect(lcov).toContain("SF:lib/greet.bas\n");
  expect(lcov).toMatch(/SF:orders\.bas\n[^]*FNDA:2,CONFIRM\n[^]*DA:6,0\n[^]*BRDA:13,1,0,1\n/);
  const html = await readFile(join(folder, "coverage/index.html"), "utf8");
  expect(html).toContain("orders.bas");
});

test("a part of the tests counts alone", async () => {
  const folder = await folderWith(PROJECT);
  const { stdout } = await gbasic(["test", "--coverage", "--filter", "2: 2"], folder);
  expect(cells(stdout)).toContain("orders.bas  85.7 % (6/7)  50 % (2/4)  6; a branch of 13\n");
});

test("too little coverage is a failure that names both figures", async () => {
  const folder = await folderWith(PROJECT);
  const limits = ["--coverage-lines", "63.6", "--coverage-branches", "75%"];
  expect((await gbasic(["test", ...limits], folder)).code).toBe(0);
  const missed = await gbasic(["test", "--coverage-lines=90", "--coverage-branches=80"], folder);
  expect(missed.code).toBe(1);
  expect(missed.stderr).toContain(
    "error GB5430: tests cover 63.6 % of the lines, and 90 % are wanted",
  );
  expect(missed.stderr).toContain("tests cover 75 % of the branches, and 80 % are wanted");
  expect(missed.stderr).toContain("lower --coverage-branches");
});

test("a report for programs has standard output for itself", async () => {
  const args = ["test", "--coverage", "--reporter", "json", "--coverage-folder", "out/report"];
  const folder = await folderWith(PROJECT);
  const { stdout, stderr } = await gbasic(args, folder);
  expect(JSON.parse(stdout)).toMatchObject({ passed: 2 });
  expect(stderr).toContain("not covered");
  expect(await readFile(join(folder, "out/report/lcov.info"), "utf8")).toContain("TN:");
});

test("a script with errors is told of, and the others are counted", async () => {
  const folder = await folderWith({ ...PROJECT, "untested.bas": "PRINT 1 +\n" });
  const { stdout, stderr, code } = await gbasic(["test", "--coverage"], folder);
  expect(stderr).toContain("warning GB5432: untested.bas has errors");
  expect(cells(stdout)).toContain("all  70 % (7/10)");
  expect(code).toBe(0);
});

test("what cannot work is told", async () => {
  const folder = await folderWith({ ...PROJECT, coverage: "a file" });
  const run = (...options: readonly string[]) => gbasic(["test", ...options], folder);
  const unwritable = await run("--coverage");
  expect(unwritable.stderr).toContain("GB5431: the coverage cannot be written to coverage: EEXIST");
  expect(unwritable.code).toBe(2);
  const watching = await run("--watch", "--coverage-lines", "80");
  expect(watching.stderr).toContain("'--watch' cannot be used with option '--coverage-lines");
  for (const wrong of ["101", "-1", "many", ""]) {
    const { code, stderr } = await run(`--coverage-lines=${wrong}`);
    expect(stderr).toContain("It must be a number from 0 to 100.");
    expect(code).toBe(2);
  }
});
