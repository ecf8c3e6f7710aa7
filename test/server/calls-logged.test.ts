import { expect, onTestFinished, test, vi } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

/** Calls a service that refuses and quotes what it was asked, and gives what the log says of it. */
async function logOfRefusal(environment: Readonly<Record<string, string>>): Promise<string> {
  const service = await startLocalServer({ status: 404, text: 'no order "77" of Ana Lima' });
  onTestFinished(() => service.close());
  const script = `ON WEBHOOK POST TO "/ask" OPEN DO
  LET ORDER$ = GET FORM VALUE "order"
  PRINT GET "${service.url}/orders/" + ORDER$ + "?token=abc"
END ON`;
  const settings = { GBASIC_HTTP_ALLOW: new URL(service.url).host, ...environment };
  const { url, said } = await serveScript(await makeFolder(), script, settings);
  const body = new URLSearchParams({ order: "secret-order" });
  expect((await fetch(`${url}/ask`, { method: "POST", body })).status).toBe(500);
  await vi.waitFor(() => expect(said()).toMatch(/POST \/ask 500/));
  expect(service.received[0]?.path).toBe("/orders/secret-order?token=abc");
  return said();
}

test("in production the log has neither the path of a call nor what was answered", async () => {
  const said = await logOfRefusal({ NODE_ENV: "production" });
  expect(said).toContain("GB4609: GET 127.0.0.1");
  expect(said).toContain('the answer was 404 Not Found: \\"…\\"');
  expect(said).not.toContain("secret-order");
  expect(said).not.toContain("Ana Lima");
});

test("during development the error of a call shows what was answered, and not the path", async () => {
  const said = await logOfRefusal({});
  expect(said).toContain("Ana Lima");
  expect(said).not.toContain("secret-order");
});
