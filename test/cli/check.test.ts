import { expect, test } from "vitest";
import { z } from "zod";
import { folderWith, gbasic } from "./command.ts";

const HANDLER = `ON WEBHOOK POST TO "/orders" DO
  LET BODY$ = GET REQUEST BODY
  PRINT LEN(BODY$)
END ON
`;

test("says nothing but the counts of a folder without mistakes", async () => {
  const folder = await folderWith({ "scripts/orders.bas": HANDLER });
  expect(await gbasic(["check", "scripts"], folder)).toEqual({
    code: 0,
    stdout: "1 file, 0 errors, 0 warnings\n",
    stderr: "",
  });
});

test("shows an error with its line and what was meant, and ends with 1", async () => {
  const folder = await folderWith({ "scripts/orders.bas": 'SEND MIAL TO "a@x.org"\n' });
  const { code, stdout, stderr } = await gbasic(["check", "scripts"], folder);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toMatch(/^scripts\/orders\.bas:1:1 error GB2\d{3}: /);
  expect(stdout).toContain('\n  1 | SEND MIAL TO "a@x.org"\n');
  expect(stdout).toContain("did you mean SEND MAIL");
  expect(stdout).toMatch(/\n1 file, 1 error, 0 warnings\n$/);
});

test("tells of paths that the server keeps for itself", async () => {
  const on = (path: string) => `ON WEBHOOK GET TO "${path}" OPEN DO\n  PRINT 1\nEND ON\n`;
  const paths = ["/healthz", "/readyz/", "/metrics", "/healthz/a", "/health"];
  const folder = await folderWith({ "a.bas": paths.map(on).join("") });
  const { code, stdout } = await gbasic(["check", "a.bas"], folder);
  expect(stdout.match(/a\.bas:\d+:\d+ \w+ GB\d+/g)).toEqual(
    [1, 4, 7].map((line) => `a.bas:${String(line)}:1 warning GB4115`),
  );
  expect(code).toBe(0);
});

test("ends with 0 where there are only warnings", async () => {
  const folder = await folderWith({ "a.bas": "PRINT NEVER_SET\n" });
  const { code, stdout } = await gbasic(["check", "a.bas"], folder);
  expect(stdout).toMatch(/^a\.bas:1:7 warning GB2\d{3}: /);
  expect(stdout).toMatch(/\n1 file, 0 errors, 1 warning\n$/);
  expect(code).toBe(0);
});

test("writes one JSON array", async () => {
  const folder = await folderWith({ "b.bas": "IF 1 THEN\n", "a.bas": "PRINT 1 +\n" });
  const { code, stdout } = await gbasic(["check", ".", "--format", "json"], folder);
  expect(code).toBe(1);
  const found = z
    .array(
      z.strictObject({
        code: z.string().regex(/^GB1\d{3}$/),
        severity: z.literal("error"),
        file: z.string(),
        line: z.int().min(1),
        column: z.int().min(1),
        endLine: z.int().min(1),
        endColumn: z.int().min(1),
        message: z.string(),
        hint: z.string().optional(),
      }),
    )
    .parse(JSON.parse(stdout));
  expect(found.map(({ file }) => file)).toEqual(["a.bas", "b.bas"]);
});

test("refuses a path that is not there with 2", async () => {
  const folder = await folderWith({});
  expect(await gbasic(["check", "nowhere"], folder)).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error GB3390: there is no file or folder nowhere\n  hint: look at the spelling; the path starts from the folder that you are in\n",
  });
});
