import { writeFile } from "node:fs/promises";
import { startServe } from "../server/start-serve.ts";
import { describe, expect, test } from "vitest";
import { folderWith, gbasic } from "./command.ts";
import { SECRETS, served } from "./served-receiver.ts";

describe("gbasic send raw", () => {
  const BODY = '{ "text" : "ol\\u00e1" }\r\n';

  test("posts a file as it is, or standard input", async () => {
    const { url, folder } = await served();
    const settings = { ...SECRETS };
    const send = (args: string[], input?: string) =>
      gbasic(["send", "raw", ...args, "--to", `${url}/raw`], folder, settings, input);
    await writeFile(`${folder}/event.json`, BODY);
    await writeFile(`${folder}/note.txt`, "olá");
    expect((await send(["event.json"])).stdout).toContain(
      '\napplication/json\n{ "text" : "ol\\u00e1" }\n',
    );
    expect((await send(["note.txt"])).stdout).toContain("\ntext/plain; charset=utf-8\nolá\n");
    const typed = await send(["-", "--type", "text/csv"], "a,b");
    expect(typed).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("\ntext/csv\na,b\n") as unknown,
    });
  });

  test("a file that is not there is told of", async () => {
    const folder = await folderWith({});
    const { code, stderr } = await gbasic(["send", "raw", "event.json"], folder);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        "error GB3390: there is no file or folder event.json",
      ) as unknown,
    });
  });
});

describe("gbasic send raw to a route that a service signs", () => {
  const answering = (path: string, clauses: string) =>
    `ON WEBHOOK POST TO "${path}" ${clauses} DO\n  PRINT GET REQUEST BODY\nEND ON\n`;
  const ROUTES = [
    ["/github", "SIGNED BY GITHUB", "GITHUB_WEBHOOK_SECRET"],
    ["/stripe", "SIGNED BY STRIPE", "STRIPE_WEBHOOK_SECRET"],
    ["/shopify", "SIGNED BY SHOPIFY", "SHOPIFY_WEBHOOK_SECRET"],
    ["/slack", "SIGNED BY SLACK", "SLACK_SIGNING_SECRET"],
    ["/hmac/:shop", 'SIGNED BY HMAC SHA512 HEADER "X-Shop" SECRET "SHOP_SECRET"', "SHOP_SECRET"],
    ["/timed", 'SIGNED BY HMAC HEADER "X-T" SECRET "SHOP_SECRET" TOLERANCE 60', "SHOP_SECRET"],
  ] as const;
  const secrets = Object.fromEntries(ROUTES.map(([, , name]) => [name, `the ${name}`]));

  test("signs as the route of the script asks, or the service that is named", async () => {
    const script = ROUTES.map(([path, clauses]) => answering(path, clauses)).join("");
    const folder = await folderWith({
      "pay.bas": script + answering("/open", "OPEN") + answering("/meta", "SIGNED BY META"),
      "event.json": '{ "id" : 7 }',
    });
    const own = { ...SECRETS, ...secrets };
    const { url } = await startServe(folder, { production: true }, own);
    const PORT = new URL(url).port;
    const send = (...args: string[]) =>
      gbasic(["send", "raw", "event.json", ...args], folder, { ...own, PORT });
    const paths = [...ROUTES.map(([path]) => path.replace(":shop", "tea")), "/open", "/meta"];
    for (const path of paths) {
      const { code, stdout, stderr } = await send("--script", "pay.bas", "--to", path);
      expect({ path, code, stderr }).toEqual({ path, code: 0, stderr: "" });
      expect(stdout).toContain('\n{ "id" : 7 }\n');
    }
    for (const service of ["github", "stripe", "shopify", "slack"]) {
      const { code } = await send("--signed-by", service, "--to", `/${service}`);
      expect({ service, code }).toEqual({ service, code: 0 });
    }
    const wrong = await send("--signed-by", "stripe", "--secret", "another", "--to", "/stripe");
    expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining("403 in") as unknown });
    const unsigned = await send("--script", "pay.bas", "--to", "/slack", "--unsigned");
    expect(unsigned.stdout).toContain("401 in");
  });

  test.each([
    [["--script", "pay.bas", "--to", "/payment"], "GB5371", "did you mean POST /payments?"],
    [["--script", "pay.bas"], "GB5372", "POST /payments, POST /voice"],
    [["--script", "pay.bas", "--to", "/voice"], "GB5373", "npx gbasic send call"],
    [["--script", "faulty.bas"], "GB5370", "faulty.bas:1:"],
    [["--script", "empty.bas"], "GB5371", "has no handler for a POST"],
    [["--script", "missing.bas"], "GB3390", "missing.bas"],
    [["--signed-by", "paypal"], "error", "github"],
    [["--signed-by", "stripe", "--script", "pay.bas"], "error", "--script"],
  ])("what cannot be is told: %j", async (args, code, part) => {
    const folder = await folderWith({
      "pay.bas":
        answering("/payments", "SIGNED BY STRIPE") + answering("/voice", "SIGNED BY TWILIO"),
      "faulty.bas": "ON WEBHOOK\n",
      "empty.bas": "PRINT 1\n",
      "event.json": "{}",
    });
    const told = await gbasic(["send", "raw", "event.json", ...args], folder);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain(code);
    expect(told.stderr).toContain(part);
  });

  test("the only path of a script needs no --to, and a missing secret is told of", async () => {
    const folder = await folderWith({
      "pay.bas": answering("/payments", "SIGNED BY STRIPE"),
      "event.json": "{}",
    });
    const { url } = await startServe(folder, {}, {});
    const PORT = new URL(url).port;
    const send = ["send", "raw", "event.json", "--script", "pay.bas"];
    const { stdout, stderr } = await gbasic(send, folder, { PORT });
    expect(stdout).toContain(`POST http://127.0.0.1:${PORT}/payments`);
    expect(stderr).toContain("since STRIPE_WEBHOOK_SECRET is not set");
  });
});

test("headers are added as they are typed, so that a repeat can be tried", async () => {
  const folder = await folderWith({
    "event.json": "{}",
    "git.bas": `ON WEBHOOK POST TO "/git" SIGNED BY GITHUB ONCE PER HEADER "X-GitHub-Delivery" DO
  PRINT GET REQUEST HEADER "X-GitHub-Event"
  PRINT GET REQUEST HEADER "Content-Type"
  PRINT UUID$()
END ON
`,
  });
  const settings = { ...SECRETS, GITHUB_WEBHOOK_SECRET: "a secret" };
  const { url } = await startServe(folder, { production: true }, settings);
  const send = (...args: string[]) =>
    gbasic(
      ["send", "raw", "event.json", "--to", `${url}/git`, "--script", "git.bas", ...args],
      folder,
      settings,
    );
  const headers = ["--header", "X-GitHub-Event:push ", "--header", "content-type: text/csv"];
  const { code, stdout } = await send(
    "--header",
    "X-GitHub-Delivery: 1",
    ...headers,
    "--duplicate",
    "2",
  );
  expect(code).toBe(0);
  const [first, second] = stdout.split(/^200 .*$/m).slice(1);
  expect(first).toMatch(/^\npush\ntext\/csv\n/);
  expect(second).toBe(first);
  const without = await send();
  expect([without.code, without.stdout]).toEqual([1, expect.stringContaining("400 in")]);
  for (const wrong of ["X-Id", "X Id: 1", ": 1", "X-Id: a\nb", "X-Id: é"]) {
    expect(await send("--header", wrong)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("GB4822") as unknown,
    });
  }
});
