import { describe, expect, test } from "vitest";
import { invoke, messageOf } from "../invoke.ts";
import { recordingHost, requestOf } from "../recording-host.ts";

const request = requestOf({
  method: "PUT",
  path: "/orders/42",
  rawBody: Buffer.from("olá \u{1f600}"),
  headers: new Map([["x-api-key", ["one", "two"]]]),
  query: new Map([["q", ["tea", "milk"]]]),
  form: new Map([["Digits", ["123456"]]]),
  pathValues: new Map([["id", "42"]]),
});
const { host } = recordingHost({ request });

describe("reading the request", () => {
  test("gives body, method and path", async () => {
    expect(await invoke("GET REQUEST BODY", {}, host)).toBe("olá \u{1f600}");
    expect(await invoke("GET REQUEST METHOD", {}, host)).toBe("PUT");
    expect(await invoke("GET REQUEST PATH", {}, host)).toBe("/orders/42");
  });

  test("replaces bytes that are not UTF-8", async () => {
    const broken = requestOf({ rawBody: new Uint8Array([0x61, 0xff, 0x62]) });
    const given = recordingHost({ request: broken });
    expect(await invoke("GET REQUEST BODY", {}, given.host)).toBe("a\ufffdb");
  });

  test("finds headers whatever their case and joins repeated ones", async () => {
    expect(await invoke("GET REQUEST HEADER", { name: "X-Api-Key" }, host)).toBe("one, two");
    expect(await invoke("GET REQUEST HEADER", { name: "X-Other" }, host)).toBeNull();
  });

  test("gives the first of several values, null where there is none", async () => {
    expect(await invoke("GET QUERY VALUE", { name: "q" }, host)).toBe("tea");
    expect(await invoke("GET QUERY VALUE", { name: "page" }, host)).toBeNull();
    expect(await invoke("GET FORM VALUE", { name: "Digits" }, host)).toBe("123456");
    expect(await invoke("GET FORM VALUE", { name: "constructor" }, host)).toBeNull();
  });

  test("gives a part of the path, and names the parts there are where it is unknown", async () => {
    expect(await invoke("GET PATH VALUE", { name: "ID" }, host)).toBe("42");
    expect(await messageOf(() => invoke("GET PATH VALUE", { name: "number" }, host))).toBe(
      "GB3310 the path of this handler has no part named :number, only :id\nwrite the path as in /orders/:number",
    );
  });
});

describe("writing the response", () => {
  test("passes status and header on", async () => {
    const recorded = recordingHost();
    await invoke("SET RESPONSE STATUS", { status: 201 }, recorded.host);
    await invoke("SET RESPONSE HEADER", { name: "X-Id", value: "7" }, recorded.host);
    expect(recorded.statuses).toEqual([201]);
    expect(recorded.headers).toEqual([["X-Id", "7"]]);
  });
});
