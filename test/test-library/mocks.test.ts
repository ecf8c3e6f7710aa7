import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ScriptBed, testBed } from "../../src/test-library/index.ts";
import { folderWith } from "../cli/command.ts";

const SHOP = `ON WEBHOOK POST TO "/orders" SIGNED BY STRIPE DO
  LET ORDER = PARSE JSON GET REQUEST BODY
  SET HEADER "X-Shop", "north"
  TRY
    LET PLACED = POST "https://shop.test/orders" WITH item = ORDER.item
  CATCH PROBLEM
    PRINT "not placed"
    EXIT
  END TRY
  SPAWN FOLLOW PLACED.id
  PRINT PLACED.status + ": " + PRICE(ORDER.item)
END ON

SUB FOLLOW(ID)
  LET STATE = GET "https://shop.test/orders/" + ID
  SEND SMS TO "+15550001111" WITH STATE.state
  SPAWN TELL STATE.state
END SUB

SUB TELL(STATE)
  LET DONE = GET "https://shop.test/told"
  SEND MAIL TO "shop@example.com" WITH SUBJECT STATE AND BODY DONE
END SUB

FUNCTION PRICE(ITEM)
  RETURN LEN(ITEM)
END FUNCTION
`;

async function shop(): Promise<ScriptBed> {
  const bed = await testBed({ text: SHOP });
  onTestFinished(() => bed.close().catch(() => undefined));
  return bed;
}

const order = (bed: ScriptBed, item = "tea") => bed.request("POST", "/orders", { json: { item } });

function placing(bed: ScriptBed): void {
  bed.mockHttp("POST", "https://shop.test/orders", { status: 201, json: { id: 7 } });
  bed.mockHttp("GET", "https://shop.test/orders/*", { json: { state: "sent" } });
  bed.mockHttp("GET", "https://shop.test/told", { body: "done", headers: { "X-A": "b" } });
}

describe("mockHttp", () => {
  test("answers what scripts call, and tells the calls", async () => {
    const bed = await shop();
    placing(bed);
    const answer = await order(bed);
    expect(answer.body).toBe("201: 3");
    expect(bed.sentBy("sms")).toMatchObject([{ text: "sent" }]);
    expect(bed.sentBy("mail")).toMatchObject([{ subject: "sent", text: "done" }]);
    expect(bed.httpCalls).toMatchObject([
      {
        method: "POST",
        url: "https://shop.test/orders",
        headers: { "x-shop": "north" },
        body: '{"item":"tea"}',
        json: { item: "tea" },
      },
      { method: "GET", url: "https://shop.test/orders/7", body: undefined, json: undefined },
      { method: "GET", url: "https://shop.test/told" },
    ]);
    await bed.close();
  });

  test("tells the fields and files that a call sent", async () => {
    const script = `ON WEBHOOK POST TO "/x" OPEN DO
  POST "https://shop.test/a" WITH n = 1 ATTACH { "f": { "content": "é", "name": "a.csv" } }
  PUT "https://shop.test/b" FILE "bot.bas"
END ON`;
    const folder = await folderWith({ "bot.bas": script });
    const bed = await testBed({ script: "bot.bas", folder });
    bed.mockHttp("POST", "*", ({ form = [] }) => ({ json: form.length }));
    bed.mockHttp("PUT", "*", {});
    await bed.request("POST", "/x");
    const content = new TextEncoder().encode("é");
    expect(bed.httpCalls).toMatchObject([
      {
        body: undefined,
        json: undefined,
        file: undefined,
        form: [
          { name: "n", value: "1" },
          { name: "f", file: { name: "a.csv", contentType: "text/csv", content } },
        ],
      },
      { body: undefined, form: undefined, file: { name: "bot.bas" } },
    ]);
    await bed.close();
  });

  test("a function makes an answer of the call; once, failures and the last one count", async () => {
    const bed = await shop();
    placing(bed);
    bed.mockHttp("POST", "https://shop.test/*", ({ body = "" }) => ({ json: { id: body.length } }));
    bed.mockHttp("POST", "*", "unreachable", { once: true });
    bed.mockHttp("POST", "*", "unanswered", { once: true });
    bed.failNext("http", 503);
    const bodies: string[] = [];
    for (let turn = 0; turn < 4; turn++) bodies.push((await order(bed)).body);
    expect(bodies).toEqual(["503: 3", "not placed", "not placed", "200: 3"]);
    expect(bed.httpCalls.map(({ url }) => url)).toContain("https://shop.test/orders/14");
  });

  // What comes of a request may wait for anything any number of times.
  test.each([1, 3, 60])(
    "all is done when a method resolves, after %i turns a call",
    async (turns) => {
      const bed = await shop();
      placing(bed);
      for (const url of ["https://shop.test/orders/7", "https://shop.test/told"]) {
        bed.mockHttp("GET", url, async () => {
          for (let turn = 0; turn < turns; turn++) await nextTurn();
          return { json: { state: "slow" } };
        });
      }
      await order(bed);
      expect(bed.sent).toHaveLength(2);
      expect(bed.spawned).toHaveLength(2);
    },
  );

  test("a call that nothing answers ends the test, whatever the script does", async () => {
    const bed = await shop();
    await order(bed);
    await expect(bed.close()).rejects.toThrow(
      /GB5420: nothing in this test answers POST https:\/\/shop\.test\/orders\n.*bed\.mockHttp\("POST", "https:\/\/shop\.test\/orders", \{ json: \{\} \}\)/,
    );
  });

  test("what is asked for and not used ends the test too", async () => {
    const bed = await shop();
    bed.mockHttp("GET", "https://shop.test/nothing", {}, { once: true });
    await expect(bed.close()).rejects.toThrow(/GB5446: mockHttp\("GET", .*nothing", …, \{ once/);
    const other = await shop();
    other.failNext("http");
    await expect(other.close()).rejects.toThrow(/GB5443: failNext\("http"\)/);
    expect(() => other.mockHttp("GET", "*", { status: 99 })).toThrow(/GB5421/);
  });
});

describe("mockFunction and mockSub", () => {
  test("stand in for what the script calls", async () => {
    const bed = await shop();
    placing(bed);
    bed.mockFunction("price", (item) => (item === "tea" ? "tea!" : null));
    bed.mockFunction("PRICE", 12, { args: ["milk"] });
    bed.mockSub("FOLLOW");
    expect((await order(bed)).body).toBe("201: tea!");
    expect((await order(bed, "milk")).body).toBe("201: 12");
    expect(bed.sent).toEqual([]);
    expect(bed.doubledCalls).toEqual([
      { name: "PRICE", args: ["tea"] },
      { name: "FOLLOW", args: [7] },
      { name: "PRICE", args: ["milk"] },
      { name: "FOLLOW", args: [7] },
    ]);
    await bed.close();
  });

  test("an error of the function is one of the script", async () => {
    const bed = await shop();
    placing(bed);
    bed.mockFunction("PRICE", () => {
      throw new Error("no price");
    });
    expect((await order(bed)).status).toBe(500);
    expect(bed.takeErrors()[0]?.message).toContain("no price");
  });

  test("what is not there or does not fit is refused", async () => {
    const bed = await shop();
    expect(() => bed.mockFunction("PRISE", 1)).toThrow(/GB5521.*\n.*did you mean PRICE\?/);
    expect(() => bed.mockSub("PRICE")).toThrow(/GB5522/);
    expect(() => bed.mockFunction("PRICE", 1, { args: ["a", "b"] })).toThrow(/GB5523/);
    bed.mockFunction("PRICE", 1, { once: true });
    await expect(bed.close()).rejects.toThrow(/GB5447: .* one call of PRICE/);
  });
});
