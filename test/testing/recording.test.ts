import { hash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";
import { portOf } from "../contract/port.ts";

interface Reply {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

let service: Server;
let url: string;
let allowed: Record<string, string>;
let calls: string[] = [];
let reply: (path: string, body: string) => Reply;

const json = (value: unknown): Reply => ({ type: "application/json", body: JSON.stringify(value) });

beforeAll(async () => {
  service = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "" } = request;
      calls.push(`${method} ${path}`);
      const {
        status = 200,
        type,
        body,
        headers = {},
      } = reply(path, Buffer.concat(chunks).toString());
      response.writeHead(status, { "Content-Type": type, ...headers }).end(body);
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  url = `http://localhost:${portOf(service)}`;
  allowed = { GBASIC_HTTP_ALLOW: "localhost" };
  await import("../../src/cli/test.ts");
  await import("../../src/cli/test-recording.ts");
}, 60_000);
beforeEach(() => {
  calls = [];
  reply = () => json({ turn: calls.length });
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
});

const FIXTURES = "shop.test.fixtures.json";
const handler = (...lines: readonly string[]) =>
  `ON WEBHOOK POST TO "/go" DO\n${lines.join("\n")}\nEND ON\n`;
const testOf = (name: string, ...lines: readonly string[]) =>
  `TEST "${name}"\nRECEIVE POST "/go" WITH JSON { "to": "${name}" }\n${lines.join("\n")}\nEND TEST\n`;

/** Asks the service for what the request names. */
const ASKING = () =>
  handler(
    "LET GIVEN = PARSE JSON GET REQUEST BODY",
    `LET FOUND = GET "${url}/" + GIVEN.to`,
    "PRINT FOUND.turn",
  );

async function shop(script: string, tests: string) {
  const folder = await folderWith({ "shop.bas": script, "shop.test.bas": tests });
  const path = join(folder, FIXTURES);
  return {
    folder,
    fixtures: () => readFile(path, "utf8"),
    write: (file: string, text: string) => writeFile(join(folder, file), text),
    record: (...args: readonly string[]) => gbasic(["test", "--record", ...args], folder, allowed),
    replay: (...args: readonly string[]) => gbasic(["test", ...args], folder),
  };
}

test("what an address answers is recorded once and replayed without it", async () => {
  const { record, replay, fixtures } = await shop(ASKING(), testOf("tea", 'EXPECT BODY "1"'));
  const missing = await replay();
  expect(missing.stdout).toContain(`nothing in this test answers GET ${url}/tea`);
  expect(missing.stdout).toContain(`MOCK GET "${url}/tea" WITH JSON { }; or record`);
  expect(missing.stdout).toContain("npx gbasic test shop.test.bas --record");
  const first = await record();
  expect(first).toMatchObject({ code: 0, stderr: `recorded 1 call in ${FIXTURES}\n` });
  const written = await fixtures();
  expect(written).toMatch(/^\{\n {2}"version": 1,\n/);
  expect(written).toContain('"content-type"');
  expect(written).not.toContain('"date"');
  expect(JSON.parse(written)).toMatchObject({
    tests: [
      {
        test: "tea",
        calls: [
          {
            request: { method: "GET", url: `${url}/tea` },
            answer: { status: 200, json: { turn: 1 } },
          },
        ],
      },
    ],
  });
  expect(await replay()).toMatchObject({ code: 0, stderr: "" });
  expect(await replay("--reporter", "json")).toMatchObject({ code: 0 });
  expect(calls).toEqual(["GET /tea"]);
});

test("a mock comes before what is recorded, and before the address", async () => {
  const mocked = testOf("tea", 'EXPECT BODY "7"').replace(
    "RECEIVE",
    'MOCK GET "*" WITH JSON { "turn": 7 }\nRECEIVE',
  );
  const { record, fixtures } = await shop(ASKING(), mocked);
  expect(await record()).toMatchObject({ code: 0, stderr: "" });
  expect(calls).toEqual([]);
  await expect(fixtures()).rejects.toThrow("ENOENT");
});

test("a message shows no key of an address, and names a mock that is near", async () => {
  const script = handler(`LET A = GET "${url}/n" WITH api_key = "k-abcdef99", q = 1`);
  const asked = testOf("tea", "EXPECT STATUS 200");
  const { replay, record, write } = await shop(script, asked);
  const { stdout } = await replay();
  expect(stdout).toContain(`nothing in this test answers GET ${url}/n?api_key=*&q=1`);
  expect(stdout).toContain(`MOCK GET "${url}/n?api_key=*&q=1" WITH JSON`);
  expect(stdout).not.toContain("k-abcdef99");
  const mocked = (mock: string) => asked.replace("RECEIVE", `${mock} WITH JSON 1\nRECEIVE`);
  await write("shop.test.bas", mocked(`MOCK GET "${url}/n"`));
  expect((await replay()).stdout).toContain(`behind the ?: write "${url}/n*" for any`);
  await write("shop.test.bas", mocked('MOCK POST "*"'));
  expect((await replay()).stdout).toContain("it has a mock for POST, and this is GET");
  await write("shop.test.bas", asked);
  await record();
  await write("shop.bas", script.replace("q = 1", "q = 2"));
  expect((await replay()).stdout).toContain(`did you mean GET ${url}/n?api_key=*&q=1, which`);
});

test("a call that is made twice has two answers, in their order, and no third", async () => {
  const twice = handler(
    `LET A = GET "${url}/n"`,
    `LET B = GET "${url}/n"`,
    "PRINT A.turn + B.turn",
  );
  const { record, replay, write } = await shop(twice, testOf("tea", 'EXPECT BODY "3"'));
  await record();
  expect(await replay()).toMatchObject({ code: 0 });
  await write("shop.bas", twice.replace("PRINT", `LET C = GET "${url}/n"\nPRINT`));
  const { code, stdout } = await replay();
  expect(stdout).toContain("it was recorded 2 times and is called once more: record it anew");
  expect(code).toBe(1);
});

test("another method, address or body is another call", async () => {
  const posting = (item: string) =>
    handler(`LET A = POST "${url}/orders" WITH item = "${item}"`, "PRINT A.turn");
  const { record, replay, write } = await shop(posting("tea"), testOf("tea", 'EXPECT BODY "1"'));
  await record();
  await write("shop.bas", posting("milk"));
  expect((await replay()).stdout).toContain("it was recorded with another body: record it anew");
  await write("shop.bas", posting("tea").replace("POST", "PUT").replace('"/go"', '"/go"'));
  expect((await replay()).code).toBe(1);
});

describe("secrets", () => {
  const SECRETS = [
    "tok-98765432",
    "pw-1234567",
    "k-abcdef99",
    "sid-abcdef123",
    "sk_live_51H8abcdEFGH0000",
  ];
  const script = () =>
    handler(
      `LET LOGIN = POST "${url}/login" WITH user = "ana", password = "pw-1234567"`,
      'SET HEADER "Authorization", "Bearer " + LOGIN.access_token',
      'SET HEADER "X-Shop", "sk_live_51H8abcdEFGH0000"',
      `LET A = GET "${url}/state/" + LOGIN.access_token WITH api_key = "k-abcdef99", q = "tea"`,
      `LET B = POST "${url}/setting" WITH note = "it is hush-hush-8"`,
      "PRINT A.turn + B.turn",
    );

  test("are in no part of the file, and what they are does not matter later", async () => {
    reply = (path, body) =>
      path === "/login"
        ? {
            ...json({ access_token: "tok-98765432", expires: 60 }),
            headers: { "Set-Cookie": "sid=sid-abcdef123; Path=/" },
          }
        : json({ turn: calls.length, echo: `${path} ${body}` });
    const { folder, fixtures, replay, write } = await shop(
      script(),
      testOf("tea", 'EXPECT BODY "5"'),
    );
    await write(".env", `${Object.keys(allowed)[0] ?? ""}=localhost\nSHOP_SECRET=hush-hush-8\n`);
    const recorded = await gbasic(["test", "--record"], folder);
    expect(recorded).toMatchObject({ code: 0, stderr: `recorded 3 calls in ${FIXTURES}\n` });
    const written = await fixtures();
    for (const secret of [...SECRETS, "hush-hush-8"]) expect(written).not.toContain(secret);
    expect(written).toContain(`${url}/state/***?api_key=***&q=tea`);
    expect(written).toContain('"note": "it is ***"');
    expect(written).toContain('"authorization": "***"');
    await write(
      "shop.bas",
      script().replace("k-abcdef99", "k-another7").replace("hush-hush-8", "x"),
    );
    expect(await replay()).toMatchObject({ code: 0, stderr: "" });
    expect(calls).toHaveLength(3);
  });
});

test("pictures, texts of many lines and large answers come back as they were", async () => {
  const large = "a".repeat(500_000);
  reply = (path) => {
    if (path === "/picture") return { type: "image/png", body: Buffer.from([0x89, 0x50, 0, 0xff]) };
    if (path === "/page") return { type: "text/html", body: "<p>\r\nhello\n</p>\n", status: 404 };
    return json({ large, list: [1, "2", null], id: 12345678 });
  };
  const script = handler(
    `LET A = POST "${url}/picture"`,
    `LET B = POST "${url}/page"`,
    `LET C = GET "${url}/large"`,
    `PRINT A.status + " " + A.headers["content-type"] + " " + LEN(A.data)`,
    `PRINT B.status + " " + B.statusText + " " + LEN(B.data)`,
    `PRINT LEN(C.large) + " " + C.id`,
  );
  const body = ["200 image/png 0", "404 Not Found 16", "500000 12345678"].join("\n");
  const expected = body.split("\n").map((line) => `EXPECT BODY CONTAINS "${line}"`);
  const { record, replay, fixtures } = await shop(script, testOf("tea", ...expected));
  expect((await record()).stdout).toContain("1 passed");
  expect((await replay()).stdout).toContain("1 passed");
  expect(await fixtures()).toContain('"base64": "iVAA/w=="');
  expect(calls).toHaveLength(3);
});

test("a picture that is fetched is kept byte for byte, and the form that it goes on with is known", async () => {
  const picture = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
  reply = (path) => (path === "/a.png" ? { type: "image/png", body: picture } : json({ ok: 1 }));
  const script = (field: string) =>
    handler(
      `LET F$ = DOWNLOAD "${url}/a.png"`,
      `LET A = POST "${url}/up" WITH title = "${field}", api_key = "k-abcdef99" ATTACH F$`,
      `LET B = PUT "${url}/raw" FILE F$`,
      `PRINT A.ok`,
    );
  const asked = testOf(
    "tea",
    'EXPECT BODY "1"',
    `EXPECT CALLED POST "${url}/up" WITH FILE "a.png" AND FORM { "title": "tea", "api_key": "k-abcdef99" }`,
    "EXPECT MADE CALLS[1].body.file.size = 256",
  );
  const { record, replay, fixtures, write } = await shop(script("tea"), asked);
  expect(await record()).toMatchObject({ code: 0 });
  const written = await fixtures();
  const sha256 = hash("sha256", picture, "hex");
  const file = { file: "a.png", type: "image/png", sha256 };
  expect(JSON.parse(written)).toMatchObject({
    tests: [
      {
        calls: [
          { answer: { base64: picture.toString("base64") } },
          {
            request: {
              form: [
                { name: "title", value: "tea" },
                { name: "api_key", value: "***" },
                { name: "file", ...file },
              ],
            },
          },
          { request: { file } },
        ],
      },
    ],
  });
  expect(written).not.toContain("k-abcdef99");
  expect(await replay()).toMatchObject({ code: 0 });
  expect(calls).toHaveLength(3);
  await write("shop.bas", script("other"));
  expect((await replay()).stdout).toContain("it was recorded with another body");
  // Another picture makes another body.
  await write("shop.bas", script("tea"));
  await write(FIXTURES, written.replace(picture.toString("base64"), "AAAA"));
  expect((await replay()).stdout).toContain("it was recorded with another body");
});

describe("addresses that give no answer", () => {
  test("a private address is not called unless it is allowed", async () => {
    const { folder } = await shop(ASKING(), testOf("tea", "EXPECT STATUS 500"));
    const { code, stdout } = await gbasic(["test", "--record"], folder);
    expect(stdout).toContain("could not be recorded: GB4602");
    expect(stdout).toContain("set GBASIC_HTTP_ALLOW=localhost:");
    expect(code).toBe(1);
    expect(calls).toEqual([]);
  });

  test("what was recorded before stays", async () => {
    const { folder, record, replay, fixtures } = await shop(
      ASKING(),
      testOf("tea", 'EXPECT BODY "1"'),
    );
    await record();
    const before = await fixtures();
    const failed = await gbasic(["test", "--record"], folder);
    expect(failed.stdout).toContain("GB5480");
    expect(await fixtures()).toBe(before);
    expect(await replay()).toMatchObject({ code: 0 });
  });

  test("a script that catches the error fails all the same", async () => {
    const caught = handler(
      "TRY",
      `LET A = GET "${url}/x"`,
      "CATCH PROBLEM",
      'PRINT "none"',
      "END TRY",
    );
    const { folder } = await shop(caught, testOf("tea", 'EXPECT BODY "none"'));
    expect((await gbasic(["test", "--record"], folder)).stdout).toContain("GB5480");
  });
});

describe("what is recorded and not used any more", () => {
  const TWO = testOf("tea", "EXPECT STATUS 200") + testOf("milk", "EXPECT STATUS 200");

  test("is told, and left out by --record", async () => {
    const { record, replay, write, fixtures } = await shop(ASKING(), TWO);
    await record();
    await write("shop.test.bas", TWO.replace('TEST "milk"', 'TEST "cream"'));
    const gone = await replay();
    expect(gone.stdout).toContain('warning GB5481: calls are recorded for "milk"');
    await write(
      "shop.test.bas",
      testOf("tea", "EXPECT STATUS 200")
        .replace(/RECEIVE.*/, 'RECEIVE GET "/no"')
        .replace("200", "404"),
    );
    const unused = await replay();
    expect(unused.stdout).toContain(
      `"tea" no longer makes calls that are recorded for it: GET ${url}/tea`,
    );
    expect(unused.stdout).toContain("1 passed");
    const { stderr } = await record();
    expect(stderr).toBe(`removed ${FIXTURES}: nothing is recorded any more\n`);
    await expect(fixtures()).rejects.toThrow("ENOENT");
  });

  test("a filter, SKIP and ONLY keep what was recorded for the others", async () => {
    const each = `TEST EACH N IN [1, 2] NAMED "row"\nRECEIVE POST "/go" WITH JSON { "to": N }\nEXPECT STATUS 200\nEND TEST\n`;
    const { record, replay, fixtures, write } = await shop(ASKING(), TWO + each);
    await record();
    const before = await fixtures();
    const { stdout } = await record("--filter", "milk");
    expect(stdout).toContain("1 passed");
    const names = (text: string) => [...text.matchAll(/"test": "(.*)"/g)].map(([, name]) => name);
    expect(names(await fixtures())).toEqual(["tea", "milk", "row [1: 1]", "row [2: 2]"]);
    expect(await fixtures()).not.toBe(before);
    expect(await replay("--filter", "tea")).toMatchObject({ code: 0 });
    await write("shop.test.bas", TWO + `SKIP ${each}`);
    expect((await replay()).stdout).not.toContain("GB5481");
    await record();
    expect(names(await fixtures())).toHaveLength(4);
    await write("shop.test.bas", `${TWO}ONLY ${testOf("cocoa", "EXPECT STATUS 200")}SKIP ${each}`);
    await record();
    expect(names(await fixtures())).toEqual(["tea", "milk", "cocoa", "row [1: 1]", "row [2: 2]"]);
  });
});

test.each([
  ["<<<<<<< HEAD\n{}", "it is no JSON"],
  ['{ "version": 2, "tests": [] }', "version"],
  ['{ "version": 1, "tests": [{ "test": "x" }] }', "tests.0.calls: it is missing; expected a list"],
  [
    '{ "version": 1, "tests": [{ "test": "x", "cals": [] }] }',
    'tests.0: there is no member "cals" here; did you mean "calls"?',
  ],
  [
    '{ "version": 1, "tests": [{ "test": 5, "calls": [] }] }',
    "tests.0.test: expected a text, found 5",
  ],
])("a file that is none of recorded calls is refused and kept: %j", async (text, reason) => {
  const { record, replay, write, fixtures } = await shop(
    ASKING(),
    testOf("tea", "EXPECT STATUS 200"),
  );
  await write(FIXTURES, text);
  for (const run of [replay, record]) {
    const { code, stdout } = await run();
    expect(stdout).toContain(`GB5482: the recorded calls in ${FIXTURES} cannot be read: `);
    expect(stdout).toContain(reason);
    expect(code).toBe(1);
  }
  expect(await fixtures()).toBe(text);
  expect(calls).toEqual([]);
});
