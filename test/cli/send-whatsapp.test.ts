import { describe, expect, onTestFinished, test } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { folderWith, gbasic } from "./command.ts";
import { countRuns, served, shown } from "./served-receiver.ts";

/** The messages of the first change of a delivery. */
function messagesOf(body: string): unknown {
  const delivery = JSON.parse(body) as {
    readonly entry: readonly {
      readonly changes: readonly { readonly value: { messages: unknown } }[];
    }[];
  };
  return delivery.entry[0]?.changes[0]?.value.messages;
}

describe("gbasic send whatsapp", () => {
  test("posts a signed message and shows the answer", async () => {
    const { send, port } = await served();
    expect(shown(await send("whatsapp", "text", "olá"), port)).toEqual({
      code: 0,
      stdout:
        "200 in N ms, POST http://HERE/webhooks/whatsapp (wamid.NEW)\ntext 1158433381968079 Ana\n",
      stderr: "",
    });
  });

  test("takes an address without a path for that of the server", async () => {
    const { send, url, port } = await served();
    const { stdout } = shown(await send("whatsapp", "text", "olá", "--to", url), port);
    expect(stdout).toMatch(/^200 in N ms, POST http:\/\/HERE\/webhooks\/whatsapp /);
  });

  test("speaks as the provider that it is told, or that the path is for", async () => {
    const { send, port } = await served({
      WHATSAPP_PROVIDERS: "meta, cmzon",
      CMZON_WEBHOOK_SECRET: "secret-of-cmzon",
    });
    const to = (...args: string[]) => send("whatsapp", "text", "hi", ...args);
    for (const args of [
      ["--as", "cmzon"],
      ["--to", "/webhooks/cmzon"],
    ]) {
      const { stdout } = shown(await to(...args), port);
      expect(stdout).toMatch(/^200 in N ms, POST http:\/\/HERE\/webhooks\/cmzon /);
    }
    const wrong = await to("--as", "cmzon", "--to", "/webhooks/whatsapp");
    expect(wrong.stdout).toMatch(/^403 in /);
    const { code, stderr } = await to("--as", "nobody");
    expect(code).toBe(2);
    expect(stderr).toContain("cmzon");
  });

  test("sends every type, its fields in their order or by name", async () => {
    const { send } = await served({ WHATSAPP_PHONE_NUMBER_ID: "77", WHATSAPP_ACCESS_TOKEN: "t" });
    const cases: readonly (readonly [args: string, answer: string])[] = [
      ["image", "image 77 Bia"],
      ["image hello --media-id 7", "image 77 Bia"],
      ["audio no", "audio 77 Bia"],
      ["video", "video 77 Bia"],
      ["document --filename a.pdf", "document 77 Bia"],
      ["sticker", "sticker 77 Bia"],
      ["location -23.55 -46.6", "location 77 Bia"],
      ["contacts Rui +5511", "contacts 77 Bia"],
      ["button-reply yes", "interactive 77 Bia"],
      ["list-reply yes", "interactive 77 Bia"],
      ['flow-reply {"a":1}', "interactive 77 Bia"],
      ["button --text Stop", "button 77 Bia"],
      ["reaction wamid.0 👍", "reaction 77 Bia"],
      ["order", "order 77 Bia"],
      ["system customer_identity_changed", "system 77 Bia"],
      ["unsupported", "unsupported 77 Bia"],
      ["edit wamid.0 better", "edit 77 Bia"],
      ["revoke wamid.0", "revoke 77 Bia"],
      ["status delivered wamid.0", "delivered wamid.0"],
      ["error 130429", "error 130429"],
    ];
    for (const [args, answer] of cases) {
      const { code, stdout } = await send("whatsapp", ...args.split(" "), "--name", "Bia");
      expect({ args, code, answer: stdout.split("\n").slice(1).join("\n") }).toEqual({
        args,
        code: 0,
        answer: `${answer}\n`,
      });
    }
  });

  test("a duplicate is the same delivery, which runs once", async () => {
    const { send, port, countRunsAtEnd } = await served();
    const { code, stdout } = shown(
      await send("whatsapp", "text", "oi", "--duplicate", "3", "--id", "wamid.once"),
      port,
    );
    const line = "200 in N ms, POST http://HERE/webhooks/whatsapp (wamid.once)\n";
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `${line}text 1158433381968079 Ana\n${line}OK\n${line}OK\n`,
    });
    expect(await countRunsAtEnd()).toBe(1);
  });

  test("a batch is one delivery of several messages, in the order that is wanted", async () => {
    const order = async (...args: string[]) => {
      const { send, output, port } = await served();
      const batch = ["--batch", "6", "--id", "w", ...args];
      expect(shown(await send("whatsapp", "text", "oi", ...batch), port)).toEqual({
        code: 0,
        stdout: "200 in N ms, POST http://HERE/webhooks/whatsapp (6 messages)\nOK\n",
        stderr: "",
      });
      await expect.poll(() => countRuns(output.stderr), { timeout: 10_000 }).toBe(6);
      return [...output.stderr.matchAll(/ran ([\w-]+)/g)].map(([, id = ""]) =>
        id.replace("w-", ""),
      );
    };
    expect(await order()).toEqual(["w", "2", "3", "4", "5", "6"]);
    const shuffled = await order("--shuffle");
    expect(shuffled).not.toEqual(["w", "2", "3", "4", "5", "6"]);
    expect(shuffled.toSorted()).toEqual(["2", "3", "4", "5", "6", "w"]);
    expect(await order("--shuffle")).toEqual(shuffled);
    expect(await order("--shuffle", "--seed", "2")).not.toEqual(shuffled);
  }, 60_000);

  test("people take turns in a batch, with numbers or without", async () => {
    const meta = await startLocalServer({ status: 200, text: "" });
    onTestFinished(() => meta.close());
    const folder = await folderWith({});
    const send = (...args: string[]) =>
      gbasic(["send", "whatsapp", "text", "oi", "--batch", "3", "--to", meta.url, ...args], folder);
    await send("--from", "+55 11 1", "--from", "+55 11 2");
    await send("--user-id", "BR.7", "--username", "ana");
    const [numbers, ids] = meta.received.map(({ body }) => messagesOf(body));
    expect(numbers).toMatchObject([{ from: "55111" }, { from: "55112" }, { from: "55111" }]);
    expect(ids).toMatchObject(Array.from({ length: 3 }, () => ({ from_user_id: "BR.7" })));
    expect(meta.received[1]?.body).not.toMatch(/"from"|"wa_id"/);
  });

  test("--json tells programs the same", async () => {
    const { send, url } = await served();
    const { code, stdout } = await send("whatsapp", "status", "read", "wamid.0", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        url: `${url}/webhooks/whatsapp`,
        ids: [],
        status: 200,
        milliseconds: expect.any(Number) as unknown,
        contentType: "text/plain; charset=utf-8",
        body: "read wamid.0",
      },
    ]);
  });

  test("finds the server by its settings, or by --to", async () => {
    const { send, url } = await served({ WHATSAPP_PATH: "/wa" });
    expect((await send("whatsapp", "text", "a")).stdout).toContain(`POST ${url}/wa `);
    expect((await send("whatsapp", "text", "a", "--to", "/wa?x=1")).stdout).toContain(
      `POST ${url}/wa?x=1 `,
    );
    const elsewhere = await send("whatsapp", "text", "a", "--to", `${url}/raw#top`);
    expect(elsewhere.stdout).toContain(`POST ${url}/raw `);
    expect(elsewhere.code).toBe(0);
  });
});
