import { describe, expect, test } from "vitest";
import type { HttpAnswer } from "../../../src/host/http-call.ts";
import { recordingHost } from "../recording-host.ts";
import { messagesOf, runSource } from "../run-source.ts";

const JSON_TYPE = [["content-type", "application/json"]] as const;

function answer(body: string, more: Partial<HttpAnswer> = {}): HttpAnswer {
  return { status: 200, statusText: "OK", headers: [], body, isText: true, ...more };
}

/** Runs a script whose calls get these answers; gives what it printed and called. */
async function run(source: string, ...answers: readonly HttpAnswer[]) {
  const recorded = recordingHost();
  recorded.answers.push(...answers);
  const { printed, called } = await runSource(source, recorded);
  return { printed, called };
}

const errorOf = (source: string, ...answers: readonly HttpAnswer[]) =>
  run(source, ...answers).then(
    () => "no error",
    (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : error),
  );

describe("what a call is", () => {
  test.each([
    ['GET "https://a.test/x"', "GET https://a.test/x -"],
    ['GET HTTP "https://a.test/x"', "GET https://a.test/x -"],
    [
      'GET "https://a.test/x?a=1#part" WITH b = "c d", e = [1, 2]',
      "GET https://a.test/x?a=1&b=c+d&e=1&e=2 -",
    ],
    [
      'service = "s" : d = 2\nGET "https://a.test/" WITH service, d',
      "GET https://a.test/?service=s&d=2 -",
    ],
    ['q = { "a": 1 }\nGET "https://a.test/" WITH q', "GET https://a.test/?a=1 -"],
    ['DELETE "https://a.test/x"', "DELETE https://a.test/x -"],
    ['DELETE HTTP "https://a.test/x"', "DELETE https://a.test/x -"],
    ['POST "https://a.test/x"', "POST https://a.test/x -"],
    ['POST "https://a.test/x", { "a": 1 }', 'POST https://a.test/x application/json {"a":1}'],
    ['POST "https://a.test/x", "{""a"": 1}"', 'POST https://a.test/x application/json {"a": 1}'],
    ['POST "https://a.test/x", "plain"', "POST https://a.test/x text/plain; charset=utf-8 plain"],
    ['POST "https://a.test/x", [1, 2]', "POST https://a.test/x application/json [1,2]"],
    ['PUT "https://a.test/x", 5', "PUT https://a.test/x application/json 5"],
    [
      'PATCH "https://a.test/x" WITH a = 1 + 1, b AS "c"',
      'PATCH https://a.test/x application/json {"a":2,"b":"c"}',
    ],
    [
      'POST HTTP "https://a.test/x" WITH { "a": 1 }',
      'POST https://a.test/x application/json {"a":1}',
    ],
    [
      'POST "https://a.test/x" WITH\n  to = "ana",\n  end = TRUE,\n  items = ["t"]\nPRINT 1',
      'POST https://a.test/x application/json {"to":"ana","end":true,"items":["t"]}',
    ],
    [
      'POST "https://a.test/x", { "a": "ü&" }, "application/x-www-form-urlencoded"',
      "POST https://a.test/x application/x-www-form-urlencoded a=%C3%BC%26",
    ],
    [
      'SET HEADER "Content-Type", "application/x-www-form-urlencoded"\nPOST "https://a.test/x", { "a": 1 }',
      "POST https://a.test/x application/x-www-form-urlencoded a=1",
    ],
    [
      'WEBHOOK POST "https://a.test/x" WITH {\n  "id": 7,\n  "action": "revoked"\n}\nPRINT 1',
      'POST https://a.test/x application/json {"id":7,"action":"revoked"}',
    ],
    [
      'DATA = { "a": 1 }\nX = WEBHOOK POST "https://a.test/x", DATA',
      'POST https://a.test/x application/json {"a":1}',
    ],
    ['WEBHOOK POST "https://a.test/x"', "POST https://a.test/x -"],
    ['POST "https://a.test/x", "a,b", "text/csv"', "POST https://a.test/x text/csv a,b"],
    [
      'GRAPHQL "https://a.test/g", "{ a }"',
      'POST https://a.test/g application/json {"query":"{ a }"}',
    ],
    [
      'GRAPHQL "https://a.test/g", "q" WITH id = 7, n = "x"',
      'POST https://a.test/g application/json {"query":"q","variables":{"id":7,"n":"x"}}',
    ],
    [
      'GRAPHQL "https://a.test/g", "q", { "id": 7 }',
      'POST https://a.test/g application/json {"query":"q","variables":{"id":7}}',
    ],
  ])("%s", async (source, expected) => {
    const { called } = await run(source, answer(""));
    const [call] = called;
    const type = call?.headers.find(([name]) => name === "Content-Type")?.[1];
    const parts = [call?.method, call?.url, type ?? "-", call?.body];
    expect(parts.filter((one) => typeof one === "string").join(" ")).toBe(expected);
  });

  test("HEADERS goes with one call", async () => {
    const source =
      'GET "https://a.test/" HEADERS { "A": 1 }\nGET "https://a.test/" WITH b = 1 HEADERS "C: d\nE: f"';
    const { called } = await run(source, answer(""), answer(""));
    expect(called.map(({ headers }) => headers)).toEqual([
      [["A", "1"]],
      [
        ["C", "d"],
        ["E", "f"],
      ],
    ]);
  });
});

describe("what a call gives", () => {
  test.each([
    [
      "the value of JSON",
      'x = GET "https://a.test/"\nPRINT x.a.b',
      answer('{"a":{"b":5}}', { headers: JSON_TYPE }),
      [5],
    ],
    ["JSON that says it is text", 'PRINT (GET "https://a.test/").a', answer('{"a":5}'), [5]],
    ["the text of anything else", 'PRINT GET "https://a.test/"', answer("a,b"), ["a,b"]],
    ["a text that only looks like JSON", 'PRINT GET "https://a.test/"', answer("[x"), ["[x"]],
    ["what INTO names", 'GET "https://a.test/" INTO x\nPRINT x', answer("t"), ["t"]],
    [
      "its status",
      'x = POST "https://a.test/"\nPRINT x.status\nPRINT x.statusText\nPRINT x.headers["X-One"]',
      answer("", { status: 201, statusText: "Created", headers: [["x-one", "1"]] }),
      [201, "Created", "1"],
    ],
    [
      "fields of the body before its own",
      'x = POST "https://a.test/"\nPRINT x.status\nPRINT x.data',
      answer('{"status":"paid","data":1}'),
      ["paid", 1],
    ],
    [
      "itself as data",
      'x = POST "https://a.test/"\nPRINT x.data.id\nPRINT JSON(x.data)',
      answer('{"id":1}'),
      [1, '{"id":1}'],
    ],
    [
      "a list with a status",
      'x = GET "https://a.test/"\nPRINT UBOUND(x)\nPRINT x.status\nPRINT x[1]',
      answer("[1,2]"),
      [2, 200, 2],
    ],
    [
      "errors of other methods",
      'x = DELETE "https://a.test/"\nPRINT x.status',
      answer("gone", { status: 410 }),
      [410],
    ],
    [
      "304 to a GET that asked for it",
      'x = GET "https://a.test/"\nPRINT x.status',
      answer("", { status: 304 }),
      [304],
    ],
  ])("%s", async (_, source, given, expected) => {
    const { printed } = await run(source, given);
    expect(JSON.parse(JSON.stringify(printed))).toEqual(expected);
  });

  test.each([
    ["LEN(x)", 5],
    ['x = "a text"', false],
    ['x = "plain"', true],
    ["UCASE$(x)", "PLAIN"],
    ['x + "!"', "plain!"],
    ['"a " & x', "a plain"],
    ["x[0]", "p"],
    ["TYPEOF(x)", "text"],
    ["ISNULL(x)", false],
    ["x.length", 5],
    ['x LIKE "p*"', true],
    ['x CONTAINS "lai"', true],
    ["JSON(x)", '"plain"'],
    ['JSON({ "a": x })', '{"a":"plain"}'],
    ["x.toUpperCase()", "PLAIN"],
    ['x < "q"', true],
    ["x ? 1 : 2", 1],
    ["ISOBJECT(x)", false],
    ["x.nothing", null],
    ['SPLIT(x, "a")[1]', "in"],
    ["${x}", "plain"],
  ])("a text is one in %s", async (expression, expected) => {
    const written = expression.startsWith("$") ? `"${expression}"` : expression;
    const { printed } = await run(
      `x = GET "https://a.test/"\ny = ${written}\nPRINT y`,
      answer("plain"),
    );
    expect(printed).toEqual([expected]);
  });

  test.each([
    ["42", "x + 1", 43],
    ["42", "x * 2", 84],
    ["42", "x = 42", true],
    ["42", "x > 5", true],
    ["true", "x ? 1 : 2", 1],
    ["false", "x ? 1 : 2", 2],
    ["42", "x.status", 200],
    ["null", "x ? 1 : 2", 2],
    ['"t"', 'x & ""', "t"],
  ])("JSON that is %s alone: %s", async (body, expression, expected) => {
    const source = `x = GET "https://a.test/"\ny = ${expression}\nPRINT y`;
    expect((await run(source, answer(body, { headers: JSON_TYPE }))).printed).toEqual([expected]);
  });

  test("__proto__ in an answer is a name like any other", async () => {
    const source = 'x = GET "https://a.test/"\nPRINT x.polluted\nPRINT x["__proto__"].polluted';
    const { printed } = await run(source, answer('{"__proto__":{"polluted":1}}'));
    expect(printed).toEqual([null, 1]);
  });
});

describe("mistakes", () => {
  test.each([
    ['GET "orders.txt"', "GB4601"],
    ["GET NULL", "GB4601"],
    ["GET { }", "GB4601"],
    ['GET "file:///etc/passwd"', "GB4601"],
    ['GET "https://"', "GB4601"],
    ['DELETE "customers", "id=1"', "GB4601"],
    ['GET "https://ana:pw@a.test/"', "GB4603"],
    ['SET HEADER "A B", "c"', "GB4610"],
    ['SET HEADER "", "c"', "GB4610"],
    ['SET HEADER "A", "b" + CHR$(13) + CHR$(10) + "C: d"', "GB4611"],
    ['SET HEADER "A", "b" + CHR$(10)', "GB4611"],
    ['SET HEADER "A", CHR$(0)', "GB4611"],
    ['SET HEADER "Host", "b"', "GB4612"],
    ['SET HEADER "content-length", "1"', "GB4612"],
    ['SET HEADER "Transfer-Encoding", "chunked"', "GB4612"],
    ['SET HEADER "A"', "GB4613"],
    ['SET HEADER "A" <> "b"', "GB4613"],
    ['GET "https://a.test/" HEADERS "abc"', "GB4614"],
    ['POST "https://a.test/", "a", "b"', "GB4615"],
    ['POST "https://a.test/", { "a": 1 }, "text/xml"', "GB4616"],
    ['POST "https://a.test/", { "a": 1 }, "multipart/form-data"', "GB4616"],
    ['GET "https://a.test/" WITH 7', "GB4617"],
    ['GRAPHQL "https://a.test/", "q", 7', "GB4617"],
    ['GET "https://a.test/"', "GB4604"],
  ])("%s", async (source, code) => {
    expect(await errorOf(source)).toBe(code);
  });

  test.each([
    [answer("<html>", { headers: JSON_TYPE }), "GB4618"],
    [answer("", { isText: false }), "GB4619"],
    [answer(`[${"1,".repeat(1_000_001)}1]`), "GB3090"],
  ])("a GET of a body that cannot be read", async (given, code) => {
    expect(await errorOf('GET "https://a.test/"', given)).toBe(code);
  });

  test("after POST such a body is a text", async () => {
    const source = 'x = POST "https://a.test/"\nPRINT x.status & x';
    const { printed } = await run(source, answer("<html>", { status: 502, headers: JSON_TYPE }));
    expect(printed).toEqual(["502<html>"]);
  });

  test.each([
    ['x = GET "htp://shop.example.com/a"', "1: GB2620"],
    ['x = GET "http:/shop.example.com/a"', "1: GB2620"],
    ['x = POST "www.example.com/a", 1', "1: GB2620"],
    ['x = GET "http://localhost:8080/"', "1: GB2621"],
    ['x = GET "http://192.168.1.1/"', "1: GB2621"],
    ['x = POST "https://a.test/" WITH', "1: GB2240"],
    ['x = POST "https://a.test/" WITH a = ', "1: GB1004"],
    ['x = POST "https://a.test/" WITH "a b"', "no message"],
    ["GET", "1: GB2240"],
    ['x = GRAPHQL "https://a.test/"', "1: GB2240"],
    ['ON WEBHOOK POST TO "/a" DO\n  PRINT 1\nEND ON\nx = POST "https://a.test/", 1', "4: GB2401"],
    ['ON WEBHOOK POST TO "/a" DO\n  SET HEADER "A", "b"\nEND ON', "2: GB2622"],
    [
      'SET HEADER "A", "b"\nON WEBHOOK POST TO "/a" DO\n  x = GET "https://a.test/"\n  PRINT x\nEND ON',
      "no message",
    ],
  ])("check: %s", (source, expected) => {
    const [first = "no message"] = messagesOf(`${source}\nPRINT x`).filter(
      (one) => !one.includes("GB2101"),
    );
    expect(first).toContain(expected);
  });
});
