import { describe, expect, it } from "vitest";
import { BasicError } from "../../src/runtime/error.ts";
import { BufferedResponse } from "../../src/runtime/response.ts";
import type { Value } from "../../src/runtime/value/value.ts";

const TEXT = ["Content-Type", "text/plain; charset=utf-8"];
const JSON_TYPE = ["Content-Type", "application/json; charset=utf-8"];

function response(): BufferedResponse {
  return new BufferedResponse({ outputLength: 20 });
}

function codeOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof BasicError) return error.code;
    throw error;
  }
}

describe("the response of a run", () => {
  it("is 200 with an empty text where the handler says nothing", () => {
    expect(response().finish(null)).toEqual({ status: 200, headers: [TEXT], body: "" });
  });

  it("joins what was printed by line ends, without one at the end", () => {
    const printed = response();
    for (const value of ["a", 1.5, null, true]) printed.print(value);
    expect(printed.finish(null).body).toBe("a\n1.5\n\ntrue");
  });

  it.each([
    ["a list", [1, "a"], '[1,"a"]'],
    ["an object", { a: 1 }, '{"a":1}'],
  ])("is JSON for %s printed alone", (_name, value, body) => {
    const printed = response();
    printed.print(value);
    expect(printed.finish(null)).toEqual({ status: 200, headers: [JSON_TYPE], body });
  });

  it("is text where an object was printed with something else", () => {
    const printed = response();
    printed.print({ a: 1 });
    printed.print("x");
    expect(printed.finish(null).headers).toEqual([TEXT]);
  });

  it("keeps the content type that the script set, in any case", () => {
    const printed = response();
    printed.setHeader("content-type", "text/xml");
    printed.print({ a: 1 });
    expect(printed.finish(null).headers).toEqual([["content-type", "text/xml"]]);
  });

  it("keeps the last of two headers of one name", () => {
    const set = response();
    set.setHeader("X-A", "1");
    set.setHeader("x-a", "2");
    expect(set.finish(null).headers).toEqual([["x-a", "2"], TEXT]);
  });

  it.each<[Value, object]>([
    ["bye", { status: 200, headers: [TEXT], body: "bye" }],
    [5, { status: 200, headers: [TEXT], body: "5" }],
    [[1], { status: 200, headers: [JSON_TYPE], body: "[1]" }],
    [{}, { status: 200, headers: [JSON_TYPE], body: "{}" }],
    [
      { status: "sent", id: 1 },
      { status: 200, headers: [JSON_TYPE], body: '{"status":"sent","id":1}' },
    ],
    [{ status: "ok" }, { status: 200, headers: [JSON_TYPE], body: '{"status":"ok"}' }],
    [{ status: 204 }, { status: 204, headers: [TEXT], body: "" }],
    [
      { status: 201, headers: { "X-A": 1 }, body: { id: 7 } },
      { status: 201, headers: [["X-A", "1"], JSON_TYPE], body: '{"id":7}' },
    ],
    [{ body: "only" }, { status: 200, headers: [TEXT], body: "only" }],
  ])("is made of the returned value %j", (returned, expected) => {
    expect(response().finish(returned)).toEqual(expected);
  });

  it("prefers what was returned to what was printed", () => {
    const both = response();
    both.print("printed");
    expect(both.finish("returned").body).toBe("returned");
  });

  it.each([199, 600, 200.5, Number.NaN])("refuses the status %d", (status) => {
    expect(codeOf(() => response().setStatus(status))).toBe("GB3201");
  });

  it.each([
    ["X Y", "a", "GB3202"],
    ["", "a", "GB3202"],
    ["X-A", "a\r\nSet-Cookie: b=c", "GB3203"],
    ["X-A", "日本", "GB3203"],
    ["Content-Length", "5", "GB3204"],
    ["transfer-encoding", "chunked", "GB3204"],
  ])("refuses the header %j with the value %j", (name, value, code) => {
    expect(codeOf(() => response().setHeader(name, value))).toBe(code);
  });

  it("takes no more than the limit of output", () => {
    const printed = response();
    printed.print("0123456789");
    expect(codeOf(() => printed.print("0123456789"))).toBe("GB3205");
  });
});
