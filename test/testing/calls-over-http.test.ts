import { beforeAll, describe, expect, test } from "vitest";
import { folderWith, gbasic } from "../cli/command.ts";

// The first test would wait for all that it loads.
beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const SHOP = `ON WEBHOOK POST TO "/orders" DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  SET HEADER "Authorization", "Bearer abc"
  TRY
    LET PLACED = POST "https://shop.test/orders" WITH item = ORDER.item
  CATCH PROBLEM
    PRINT "not placed"
    EXIT
  END TRY
  IF PLACED.status <> 201 THEN
    PRINT "refused: " + PLACED.status
  ELSE
    LET STATE = GET "https://shop.test/orders/" + PLACED.id WITH lang = "en"
    PRINT "order " + PLACED.id + " is " + STATE.state
  END IF
END ON
`;

const ORDER = 'RECEIVE POST "/orders" WITH JSON { "item": "tea" }';
const PLACED = 'MOCK POST "https://shop.test/orders" WITH STATUS 201 AND JSON { "id": 7 }';
const SENT = 'MOCK GET "https://shop.test/orders/*" WITH JSON { "state": "sent" }';

async function runTest(...lines: readonly string[]) {
  const folder = await folderWith({
    "shop.bas": SHOP,
    "shop.test.bas": `TEST "it works"\n${lines.join("\n")}\nEND TEST\n`,
  });
  return gbasic(["test", "."], folder);
}

describe("a test that holds", () => {
  test.each([
    [[PLACED, SENT, ORDER, 'EXPECT BODY "order 7 is sent"']],
    [
      [
        PLACED,
        SENT,
        ORDER,
        'EXPECT CALLED POST "https://shop.test/orders" WITH JSON { "item": "tea" }',
      ],
    ],
    [[PLACED, SENT, ORDER, 'EXPECT CALLED POST "https://shop.test/*" CONTAINING "tea" TIMES 1']],
    [[PLACED, SENT, ORDER, 'EXPECT CALLED POST "*" WITH BODY "{""item"":""tea""}"']],
    [
      [
        PLACED,
        SENT,
        ORDER,
        'EXPECT CALLED GET "https://shop.test/orders/7?lang=en" WITH HEADERS { "authorization": "Bearer abc" }',
      ],
    ],
    [[PLACED, SENT, ORDER, "EXPECT LEN(MADE CALLS) = 2", 'EXPECT MADE CALLS[0].body.item = "tea"']],
    [["EXPECT NOTHING CALLED"]],
    [['MOCK POST "https://shop.test/orders" WITH STATUS 503', ORDER, 'EXPECT BODY "refused: 503"']],
    [['MOCK POST "https://shop.test/orders" UNREACHABLE', ORDER, 'EXPECT BODY "not placed"']],
    [['MOCK POST "https://shop.test/orders" UNANSWERED', ORDER, 'EXPECT BODY "not placed"']],
    [["FAIL NEXT HTTP", PLACED, ORDER, 'EXPECT BODY "not placed"']],
    [["FAIL NEXT HTTP WITH 429", PLACED, ORDER, 'EXPECT BODY "refused: 429"']],
    [["FAIL NEXT HTTP UNANSWERED", ORDER, 'EXPECT BODY "not placed"']],
    [
      [
        'MOCK POST "https://shop.test/orders" WITH STATUS 500 ONCE',
        'MOCK POST "https://shop.test/orders" WITH STATUS 429 ONCE',
        ...[PLACED, SENT, ORDER, 'EXPECT BODY "refused: 500"', ORDER, 'EXPECT BODY "refused: 429"'],
        ...[ORDER, 'EXPECT BODY "order 7 is sent"', ORDER, 'EXPECT BODY "order 7 is sent"'],
      ],
    ],
    [
      [
        ...[PLACED, 'MOCK POST "https://shop.test/orders" WITH STATUS 409', ORDER],
        'EXPECT BODY "refused: 409"',
      ],
    ],
    [
      [
        ...[PLACED, 'MOCK GET "https://shop.test/orders/*" WITH BODY "plain" HEADERS { "X-A": 1 }'],
        ...[ORDER, 'EXPECT BODY "order 7 is "'],
      ],
    ],
  ])("%j", async (lines) => {
    const { code, stdout } = await runTest(...lines);
    expect(stdout).toContain("1 passed");
    expect(code).toBe(0);
  });
});

const UPLOAD = `ON WEBHOOK POST TO "/photo" OPEN DO
  LET F$ = DOWNLOAD "https://shop.test/photo.png"
  POST "https://photos.test/" WITH title = "tea" ATTACH F$
  POST "https://forms.test/", { "a": 1, "b": "x y" }, "application/x-www-form-urlencoded"
END ON
`;

async function runUpload(...lines: readonly string[]) {
  const mocks = ['MOCK GET "https://shop.test/photo.png" WITH FILE "tea.png"', 'MOCK POST "*"'];
  const body = [...mocks, 'RECEIVE POST "/photo"', ...lines].join("\n");
  const folder = await folderWith({
    "photo.bas": UPLOAD,
    "photo.test.bas": `TEST "it works"\n${body}\nEND TEST\n`,
    "tea.png": new Uint8Array([0, 137, 255]),
  });
  return gbasic(["test", "."], folder);
}

describe("files", () => {
  test("that were sent are expected by name, and the texts of forms by value", async () => {
    const { code, stdout } = await runUpload(
      'EXPECT CALLED POST "https://photos.test/" WITH FILE "photo.png" AND FORM { "title": "tea" }',
      'EXPECT CALLED POST "https://photos.test/" CONTAINING "tea"',
      'EXPECT NOT CALLED POST "https://photos.test/" WITH FILE "tea.png"',
      'EXPECT CALLED POST "https://forms.test/" WITH FORM { "a": "1", "b": "x y" }',
      "EXPECT MADE CALLS[1].body.file.size = 3",
      'EXPECT MADE CALLS[1].body.file.type = "image/png"',
    );
    expect(stdout).toContain("1 passed");
    expect(code).toBe(0);
  });

  test("that were not sent are told with those that were", async () => {
    const { code, stdout } = await runUpload(
      'EXPECT CALLED POST "https://photos.test/" WITH FILE "other.png" AND FORM { "title": "x" }',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('with the form {"title":"x"} and the file "other.png"');
    expect(stdout).toContain(
      'with the form title = "tea", file = the file photo.png (image/png, 3 bytes)',
    );
  });

  test("that a mock names and are not there are an error of the test", async () => {
    const { code, stdout } = await runUpload('MOCK GET "https://x.test" WITH FILE "none.png"');
    expect(code).toBe(1);
    expect(stdout).toContain("GB4232");
  });
});

describe("a test that does not hold", () => {
  test.each([
    [
      [PLACED, ORDER, 'EXPECT BODY CONTAINS "order"'],
      [
        "GB5420",
        "nothing in this test answers GET https://shop.test/orders/7?lang=en",
        'MOCK GET "https://shop.test/orders/7?lang=en" WITH JSON',
      ],
    ],
    // The script catches errors of its calls, and the test fails all the same.
    [
      [ORDER, "EXPECT STATUS 500"],
      ["GB5420", "POST https://shop.test/orders"],
    ],
    [
      [PLACED, SENT, ORDER, 'EXPECT CALLED PUT "https://shop.test/orders"'],
      [
        "PUT https://shop.test/orders was not called",
        'POST https://shop.test/orders with {"item":"tea"}',
      ],
    ],
    [
      [PLACED, SENT, ORDER, 'EXPECT CALLED POST "*" WITH JSON { "item": "milk" }'],
      ['with JSON {"item":"milk"}', "was not called"],
    ],
    [[PLACED, SENT, ORDER, 'EXPECT CALLED POST "*" TIMES 2'], ["was called once, not 2 times"]],
    [
      [PLACED, SENT, ORDER, "EXPECT NOTHING CALLED"],
      ["an address was called", "GET https://shop.test/orders/7"],
    ],
    [
      ['MOCK GET "https://shop.test/*" WITH JSON 1 ONCE'],
      ["GB5422", "nothing called it afterwards"],
    ],
    [['MOCK GET "https://shop.test/*" WITH STATUS 99'], ["GB5421"]],
    [["FAIL NEXT HTTP"], ["GB3508", "FAIL NEXT HTTP"]],
    [['MOCK GETT "https://shop.test/*" WITH JSON 1'], ["GB22"]],
    [['MOCK GET "https://shop.test/*" WITH JSN 1'], ["JSON"]],
    [['EXPECT CALLED "https://shop.test/*"'], ["GB2201", "CALLED"]],
    [['x = GET "https://shop.test/"'], ["GB3503", "call an address"]],
    [['SET HEADER "A", "b"'], ["GB3503"]],
  ])("%j", async (lines, parts) => {
    const { code, stdout } = await runTest(...lines);
    for (const part of parts) expect(stdout).toContain(part);
    expect(code).toBe(1);
  });
});
