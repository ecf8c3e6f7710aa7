import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

import { makeFolder } from "./served-scripts.ts";
import { startServe } from "./start-serve.ts";

/** Serves files from a folder; returns a caller of its addresses. */
async function serveFiles(files: Readonly<Record<string, string>>, environment = {}) {
  const folder = await makeFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const production = "WHATSAPP_APP_SECRET" in environment;
  const { url, output } = await startServe(folder, { paths: ["."], production }, environment);
  return {
    output,
    call: async (path: string, request: RequestInit = {}) => {
      const response = await fetch(url + path, request);
      const text = await response.text();
      const type = response.headers.get("content-type")?.split(";")[0];
      return [response.status, type === "application/json" ? (JSON.parse(text) as unknown) : text];
    },
  };
}

function json(value: unknown, headers: Record<string, string> = {}): RequestInit {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body };
}

const ANSWERS = `WEBHOOK "variables"
  result_status = 201
  result_orderId = body.id
  result_none = body.missing
END WEBHOOK
WEBHOOK "text-status"
  result_status = "healthy"
  result_message = "a" + params.name
END WEBHOOK
WEBHOOK "with"
  WITH result = NEW OBJECT
    .status = 401
    .error = "no"
  END WITH
  EXIT
  LOG "never"
END WEBHOOK
WEBHOOK "literal"
  result = #{ ok: true, items: [1, 2] }
END WEBHOOK
WEBHOOK "response"
  WITH response
    answer = body.text
    status = "success"
  END WITH
END WEBHOOK
WEBHOOK "return"
  IF body.id = "" THEN RETURN #{ status: 400, error: "id is missing" }
  RETURN #{ status: "success", id: body.id }
END WEBHOOK
WEBHOOK "parts"
  RETURN { "status": 202, "headers": { "X-A": "1" }, "body": "taken" }
END WEBHOOK
WEBHOOK "nothing"
  LOG "it came"
END WEBHOOK
WEBHOOK "only-status"
  result_status = 204
END WEBHOOK
WEBHOOK "printed"
  PRINT method + " " + path
END WEBHOOK
WEBHOOK "asks"
  response = LLM "a secret question"
END WEBHOOK
WEBHOOK "response-status"
  SET RESPONSE STATUS TO 404
END WEBHOOK
ON WEBHOOK "data"
  result_got = webhook_data.status
END ON
`;

test("each way to answer makes the response that General Bots documents", async () => {
  const { call } = await serveFiles({ "answers.bas": ANSWERS });
  const post = (name: string, body: unknown = {}) => call(`/webhook/${name}`, json(body));
  expect(await post("variables", { id: "A7" })).toEqual([201, { orderId: "A7" }]);
  expect(await call("/webhook/text-status?name=b")).toEqual([
    200,
    { status: "healthy", message: "ab" },
  ]);
  expect(await post("with")).toEqual([401, { error: "no" }]);
  expect(await post("literal")).toEqual([200, { ok: true, items: [1, 2] }]);
  expect(await post("response", { text: "x" })).toEqual([200, { answer: "x", status: "success" }]);
  expect(await post("return")).toEqual([400, { error: "id is missing" }]);
  expect(await post("return", { id: 3 })).toEqual([200, { status: "success", id: 3 }]);
  expect(await post("parts")).toEqual([202, "taken"]);
  expect(await post("nothing")).toEqual([200, { status: "ok" }]);
  expect(await post("only-status")).toEqual([204, ""]);
  expect(await call("/webhook/printed", { method: "PUT" })).toEqual([200, "PUT /webhook/printed"]);
  expect(await post("asks")).toEqual([200, { status: "ok" }]);
  expect(await post("response-status")).toEqual([404, ""]);
  expect(await post("data", { status: "sent" })).toEqual([200, { got: "sent" }]);
});

test("a status that is none is told of with the line that set it", async () => {
  const { call } = await serveFiles({
    "bad.bas": `WEBHOOK "variable"
  result_status = 404
  IF params.n <> "" THEN result_status = VAL(params.n)
  result_got = "x"
END WEBHOOK
WEBHOOK "waits"
  result_status = VAL(LLM "answer with a number") + 1
END WEBHOOK
WEBHOOK "returned"
  result_status = 200

  RETURN { status: VAL(params.n), error: "x" }
END WEBHOOK
`,
  });
  expect(await call("/webhook/variable")).toEqual([404, { got: "x" }]);
  expect(await call("/webhook/variable?n=700")).toEqual([
    500,
    expect.stringMatching(/^bad\.bas:3:42 error GB3201: the response status is 700/),
  ]);
  expect(await call("/webhook/waits")).toEqual([
    500,
    expect.stringMatching(/^bad\.bas:7:19 error GB3201/),
  ]);
  expect(await call("/webhook/returned?n=99")).toEqual([
    500,
    expect.stringMatching(/^bad\.bas:12:3 error GB3201: the response status is 99/),
  ]);
});

test("a file is a webhook, with SUBs that see its variables", async () => {
  const order = `WEBHOOK "order-received"
' what a shop posts
order_id = body.order_id
IF order_id = "" OR body.phone = "" THEN REFUSE
phone = DIGITS(body.phone)
result_status = "ok"
result_phone = phone
result_most = MOST
SPAWN NOTE(order_id)
CONST MOST = 5

SUB REFUSE
  result_status = 422
  result_error = "not enough in " + method
  EXIT
END SUB

FUNCTION DIGITS(written)
  number = REPLACE(REPLACE(written, " ", ""), "+", "")
  IF LEFT(number, 2) <> "55" THEN number = "55" + number
  RETURN number
END FUNCTION

SUB NOTE(id)
  LOG "noted " + id + " of " + MOST + " " + order_id
END SUB
`;
  const { call, output } = await serveFiles({ "shop.gbai/shop.gbdialog/order.bas": order });
  const path = "/api/shop/webhook/order-received";
  expect(await call(path, json({}))).toEqual([422, { error: "not enough in POST" }]);
  const body = { order_id: "A7", phone: "11 98888-7777".replace("-", "") };
  expect(await call("/webhook/order-received", json(body))).toEqual([
    200,
    { status: "ok", phone: "5511988887777", most: 5 },
  ]);
  expect(await call("/api/other/webhook/order-received", json(body))).toEqual([
    404,
    expect.anything(),
  ]);
  await expect.poll(() => output.stderr).toContain("noted A7 of 5");
});

test("headers, forms, texts and broken JSON are read as they come", async () => {
  const script = `WEBHOOK "echo"
result_key = headers.x_api_key
result_body = body
result_first = params.a
`;
  const { call } = await serveFiles({ "echo.bas": script });
  const echo = (request: RequestInit) => call("/webhook/echo?a=1&a=2", request);
  expect(await echo(json({ __proto__: 1 }, { "X-Api-Key": "right", X_API_KEY: "forged" }))).toEqual(
    [200, { key: "right", body: {}, first: "1" }],
  );
  const form = new URLSearchParams({ name: "Ana", note: "" });
  expect(await echo({ method: "POST", body: form })).toEqual([
    200,
    { body: { name: "Ana", note: "" }, first: "1" },
  ]);
  expect(await echo(json('{"a":'))).toEqual([200, { body: '{"a":', first: "1" }]);
  expect(await echo({ method: "POST", body: "plain" })).toEqual([
    200,
    { body: "plain", first: "1" },
  ]);
  expect(await echo({})).toEqual([200, { body: "", first: "1" }]);
});

test("in production an unsigned request reaches a webhook only where it is OPEN", async () => {
  const script = `WEBHOOK "closed"
  result_status = "ok"
END WEBHOOK
WEBHOOK "open" OPEN
  IF headers.authorization <> "Bearer right" THEN
    result_status = 401
    result_error = "Unauthorized"
    EXIT
  END IF
  result_status = "ok"
END WEBHOOK
`;
  const environment = { WHATSAPP_APP_SECRET: "s", WHATSAPP_VERIFY_TOKEN: "t" };
  const { call } = await serveFiles({ "a.bas": script }, environment);
  expect(await call("/webhook/closed", json({}))).toEqual([401, "Unauthorized\n"]);
  expect(await call("/webhook/open", json({}))).toEqual([401, { error: "Unauthorized" }]);
  const authorized = json({}, { Authorization: "Bearer right" });
  expect(await call("/webhook/open", authorized)).toEqual([200, { status: "ok" }]);
});

test("a name is one whatever its case, and answers as it is written too", async () => {
  const { call } = await serveFiles({
    "a.bas": 'WEBHOOK "Orders"\n  result_id = 1\nEND WEBHOOK\n',
  });
  expect(await call("/webhook/orders", json({}))).toMatchObject([200, { id: 1 }]);
  expect(await call("/webhook/Orders", json({}))).toMatchObject([200, { id: 1 }]);
});
