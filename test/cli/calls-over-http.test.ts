import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { startLocalServer } from "../contract/local-server.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic } from "./command.ts";

async function startShop(reply: Parameters<typeof startLocalServer>[0]) {
  const shop = await startLocalServer(reply);
  onTestFinished(shop.close);
  return { shop, allow: `GBASIC_HTTP_ALLOW=${new URL(shop.url).host}` };
}

test("gbasic run calls what the setting allows", async () => {
  const { shop, allow } = await startShop({ status: 201, json: { id: 7 } });
  const folder = await folderWith({
    "a.bas": `X = POST "${shop.url}/orders" WITH item = "tea"\nPRINT X.status + " " + X.id\n`,
    ".env": allow,
  });
  expect(await gbasic(["run", "a.bas"], folder)).toMatchObject({ code: 0, stdout: "201 7\n" });
  expect(shop.received).toMatchObject([{ method: "POST", body: '{"item":"tea"}' }]);
});

test("gbasic run calls nothing of this machine unless it is allowed, and says how", async () => {
  const { shop, allow } = await startShop({ status: 200, json: 1 });
  const folder = await folderWith({ "a.bas": `PRINT GET "${shop.url}/"\n` });
  const { code, stderr } = await gbasic(["run", "a.bas"], folder);
  expect(code).toBe(1);
  expect(stderr).toContain("a.bas:1:7 error GB4602");
  expect(stderr).toContain(`set ${allow} in .env`);
  expect(shop.received).toEqual([]);
});

test("the top level of a spawned SUB does not call again", async () => {
  const { shop, allow } = await startShop({ status: 200, json: { n: 1 } });
  const folder = await folderWith({
    "a.bas": `X = POST "${shop.url}/top"\nSPAWN LATER\nSUB LATER\n  Y = POST "${shop.url}/sub"\n  PRINT X.n + Y.n\nEND SUB\n`,
    ".env": allow,
  });
  expect(await gbasic(["run", "a.bas"], folder)).toMatchObject({ code: 0, stdout: "2\n" });
  expect(shop.received.map(({ path }) => path)).toEqual(["/top", "/sub"]);
  const keys = shop.received.map(({ headers }) => headers["idempotency-key"]);
  expect(new Set(keys).size).toBe(2);
});

test("gbasic replay answers from what was answered, and calls nobody", async () => {
  const { shop, allow } = await startShop({ status: 201, json: { id: 7 } });
  const bot = (path: string) => `ON WEBHOOK POST TO "/orders" DO
  X = POST "${shop.url}/${path}" WITH a = 1
  SPAWN TELL X.id
  PRINT X.id
END ON
SUB TELL(ID)
  SEND SMS TO "+15550001111" WITH "order " + ID
END SUB
`;
  const folder = await folderWith({ "bot.bas": bot("orders"), ".env": allow });
  const serving = await startServe(folder, {}, {});
  const body = await fetch(`${serving.url}/orders`, { method: "POST" });
  expect(await body.text()).toBe("7");
  const listed = async () => {
    const { stdout } = await gbasic(["jobs", "list", "--json"], folder);
    return z
      .array(z.object({ id: z.string(), kind: z.string(), state: z.string() }))
      .parse(JSON.parse(stdout));
  };
  await vi.waitFor(
    async () =>
      expect(
        (await listed()).filter(({ kind, state }) => kind === "send" && state === "done"),
      ).toHaveLength(1),
    10_000,
  );
  const id = (await listed()).find(({ kind }) => kind === "request")?.id ?? "";
  serving.stop();
  await serving.ended;
  expect(await gbasic(["replay", id], folder)).toMatchObject({ code: 0 });
  await writeFile(join(folder, "bot.bas"), bot("other"));
  const changed = await gbasic(["replay", id], folder);
  expect(changed.stdout).toContain("something else: old answer used");
  await writeFile(
    join(folder, "bot.bas"),
    bot("orders").replace("SPAWN", `Z = GET "${shop.url}/more"\n  SPAWN`),
  );
  const more = await gbasic(["replay", id], folder);
  expect(more.code).toBe(1);
  expect(more.stdout).toContain("GB4625");
  expect(shop.received).toHaveLength(1);
});
