import { beforeAll, expect, test } from "vitest";
import { gbasic } from "../cli/command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

test("the scripts of this project pass their tests", async () => {
  const { code, stdout } = await gbasic(["test", "scripts"], process.cwd());
  expect(stdout).toContain("scripts/whatsapp.test.bas");
  expect(stdout).toContain("scripts/twilio-voice.test.bas");
  expect(stdout).not.toContain("✗");
  expect(code).toBe(0);
});
