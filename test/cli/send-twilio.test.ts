import { describe, expect, test } from "vitest";
import { served, shown } from "./served-receiver.ts";

describe("gbasic send call, sms and status", () => {
  const fields = (form: Readonly<Record<string, string>>) => {
    const names = ["From", "To", "Call", "Digits", "Speech", "State", "Body", "Media", "Name"];
    return JSON.stringify(names.map((name) => form[name] ?? ""));
  };
  const COMMON = { From: "+5511999999999", To: "+15550001111" };

  const CASES: readonly (readonly [args: string, form: Record<string, string>, sid: string])[] = [
    ["call", { ...COMMON, Call: "ringing" }, "CANEW"],
    ["call --digits 123456 --sid CA7", { ...COMMON, Call: "in-progress", Digits: "123456" }, "CA7"],
    ["call --speech sim", { ...COMMON, Call: "in-progress", Speech: "sim" }, "CANEW"],
    ["sms olá", { ...COMMON, Body: "olá" }, "SMNEW"],
    [
      "sms a --media http://x/1 --media http://x/2",
      { ...COMMON, Body: "a", Media: "http://x/2" },
      "MMNEW",
    ],
    [
      "sms a --whatsapp --name Bia --from +55-11-7",
      { From: "whatsapp:+55117", To: "whatsapp:+15550001111", Body: "a", Name: "Bia" },
      "SMNEW",
    ],
    ["sms a --number +15552223333", { ...COMMON, To: "+15552223333", Body: "a" }, "SMNEW"],
    [
      "status delivered",
      { From: "+15550001111", To: "+5511999999999", State: "delivered" },
      "SMNEW",
    ],
    [
      "status completed --sid CA7 --duration 12",
      { From: "+15550001111", To: "+5511999999999", Call: "completed" },
      "CA7",
    ],
  ];

  test("post forms with the fields of Twilio, signed", async () => {
    const { send, port } = await served();
    for (const [args, form, sid] of CASES) {
      const outcome = await send(...args.split(" "), "--to", "/twilio");
      expect({ args, ...shown(outcome, port) }).toEqual({
        args,
        code: 0,
        stdout: `200 in N ms, POST http://HERE/twilio (${sid})\n${fields(form)}\n`,
        stderr: "",
      });
    }
  });

  test("a status names the entry that it is about", async () => {
    const { send } = await served();
    const to = ["--to", "/twilio?a=1", "--entry", "a1:2", "--sid", "CA7"];
    const { code, stdout } = await send("status", "busy", ...to, "--answered-by", "human");
    expect(code).toBe(0);
    expect(stdout).toContain("/twilio?a=1&send=a1%3A2");
  });

  test("the signature is for the address that the server takes for its own", async () => {
    const { send, url } = await served({ PUBLIC_URL: "https://bot.example.com/bots" });
    const to = ["--to", `${url}/twilio?shop=7`];
    expect((await send("call", ...to)).code).toBe(0);
    expect((await send("call", ...to, "--public-url", "https://bot.example.com/bots/")).code).toBe(
      0,
    );
    expect((await send("call", ...to, "--public-url", "https://other.example.com")).code).toBe(1);
  });

  test("a duplicate has the same token, so it runs once", async () => {
    const { send, countRunsAtEnd } = await served();
    const { code, stdout } = await send("call", "--to", "/twilio", "--duplicate", "2");
    expect({ code, answers: stdout.match(/^200 /gm)?.length }).toEqual({ code: 0, answers: 2 });
    expect(await countRunsAtEnd()).toBe(1);
  });
});
