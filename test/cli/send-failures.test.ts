import { describe, expect, onTestFinished, test } from "vitest";
import { postRequest } from "../../src/cli/post-request.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { folderWith, gbasic } from "./command.ts";
import { served } from "./served-receiver.ts";

describe("an answer that is not 2xx", () => {
  const REFUSED: readonly (readonly [args: string, status: number, hint: string])[] = [
    ["whatsapp text a --secret other", 403, "the signature is wrong"],
    ["call --to /twilio --secret other", 403, "the signature is wrong"],
    ["whatsapp text a --unsigned", 401, "it wants a signature"],
    ["sms a --to /nowhere", 404, "no handler listens there"],
    ["sms a --to /page", 405, "another method than POST"],
    ["sms a --to /fails", 503, "look at the answer"],
  ];

  test("is exit code 1, with what to do", async () => {
    const { send } = await served();
    for (const [args, status, hint] of REFUSED) {
      const { code, stdout, stderr } = await send(...args.split(" "));
      expect({ args, code }).toEqual({ args, code: 1 });
      expect(stdout).toMatch(new RegExp(`^${String(status)} in \\d+ ms, POST http`));
      expect(stderr).toContain(`error GB5365: the server answered ${String(status)}\n`);
      expect(stderr).toContain(hint);
    }
    const twice = await send("whatsapp", "text", "a", "--unsigned", "--duplicate", "2");
    expect(twice.stderr).toContain("the server answered 401 to 2 of 2 requests");
  });

  test("may be that nothing was signed, for want of a secret", async () => {
    const { url, folder } = await served();
    const to = ["--to", `${url}/webhooks/whatsapp`];
    const { code, stderr } = await gbasic(["send", "whatsapp", "text", "a", ...to], folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^info GB5366: .*WHATSAPP_APP_SECRET is not set\n/);
    expect(stderr).toContain("error GB5365: the server answered 401\n");
    const call = await gbasic(["send", "call", "--to", `${url}/twilio`], folder);
    expect(call.stderr).toMatch(/^info GB5366: .*TWILIO_AUTH_TOKEN is not set\n/);
  });

  test("may be a redirect, which Meta does not follow", async () => {
    const other = await startLocalServer({ status: 302, text: "", location: "/elsewhere" });
    onTestFinished(() => other.close());
    const args = ["send", "raw", "-", "--unsigned", "--to", other.url];
    const { code, stderr } = await gbasic(args, await folderWith({}));
    expect(code).toBe(1);
    expect(stderr).toContain("GB5365: the server answered 302\n");
    expect(other.received).toHaveLength(1);
  });
});

describe("no answer", () => {
  test("as no server is there", async () => {
    const folder = await folderWith({});
    const args = ["send", "whatsapp", "text", "a", "--unsigned", "--to", "http://127.0.0.1:2/x"];
    expect(await gbasic(args, folder)).toEqual({
      code: 1,
      stdout: "",
      stderr: `error GB5362: no server answers at http://127.0.0.1:2: ECONNREFUSED
  hint: start it with gbasic serve, or give its address with --to
`,
    });
    const { code, stdout } = await gbasic([...args, "--json"], folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "[]\n" });
  });

  test("as the connection breaks", async () => {
    const other = await startLocalServer((response) => response.destroy());
    onTestFinished(() => other.close());
    const args = ["send", "raw", "-", "--unsigned", "--to", other.url];
    const { code, stderr } = await gbasic(args, await folderWith({}));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error GB5364: the connection to http:\/\/127\.0\.0\.1:\d+ broke: /);
  });

  test("as the server takes too long", async () => {
    const other = await startLocalServer(() => undefined);
    onTestFinished(() => other.close());
    const request = { url: new URL(other.url), headers: {}, body: "" };
    expect(await postRequest(request, 20)).toMatchObject({
      code: "GB5363",
      message: `the server at ${other.url} did not answer within 0.02 s`,
    });
  });
});

describe("wrong usage is exit code 2", () => {
  test.each([
    ["a type that there is not", "whatsapp txt hello", "Did you mean text?"],
    ["a field that is needed", "whatsapp location 1", "GB4242"],
    ["a field of another form", "whatsapp status lost wamid.0", "GB4244"],
    ["a field that is given twice", "whatsapp text a --text b", "GB5367"],
    ["more fields than there are", "whatsapp error 1 b c d", "GB5368"],
    ["a field of another type", "whatsapp text a --caption b", "unknown option '--caption'"],
    ["a number that is none", "whatsapp text a --from Ana", "GB4246"],
    ["an address that is none", "whatsapp text a --to webhooks", "GB5361"],
    ["no address", "call", "required option '--to <address>'"],
    ["keys and words", "call --to /a --digits 1 --speech a", "cannot be used with"],
    ["too many", "whatsapp text a --batch 1001", "from 1 to 1000"],
    ["a port that nobody knows", "call --to /a", "GB5360"],
    ["a file that is not there", "raw event.json --to http://127.0.0.1:2/", "GB3390"],
    ["a length that is no number", "status completed --sid CA1 --to /a --duration long", "seconds"],
  ])("%s", async (_, args, expected) => {
    const folder = await folderWith({ ".env": "PORT=0\n" });
    const { code, stdout, stderr } = await gbasic(["send", ...args.split(" ")], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(expected);
  });

  test("a setting that is wrong", async () => {
    const folder = await folderWith({});
    const { code, stderr } = await gbasic(["send", "whatsapp", "text", "a"], folder, { PORT: "x" });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error GB5\d{3}: PORT /);
  });
});
