import { describe, expect, test } from "vitest";
import { declare, messageOf } from "../invoke.ts";

const webhook = (slots: object) =>
  declare("ON WEBHOOK", { method: "POST", path: "/orders", ...slots });

describe("ON WEBHOOK", () => {
  test("declares method and path, verified by what the request brings", () => {
    expect(webhook({ method: "post", path: "/twilio/voice" })).toEqual({
      kind: "webhook",
      method: "POST",
      path: "/twilio/voice",
      verification: "auto",
      raw: false,
    });
  });

  test.each(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"])(
    "takes the method %s",
    (method) => {
      expect(webhook({ method })).toMatchObject({ method });
    },
  );

  test("proposes the method that was meant", async () => {
    expect(await messageOf(() => webhook({ method: "PSOT" }))).toBe(
      "GB2421 PSOT is no HTTP method, expected one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY\ndid you mean POST?",
    );
  });

  test.each([
    [{ raw: "RAW" }, { raw: true, verification: "auto" }],
    [{ open: "OPEN" }, { raw: false, verification: "open" }],
    [{ scheme: "meta" }, { raw: false, verification: "meta" }],
    [
      { raw: "RAW", scheme: "TWILIO" },
      { raw: true, verification: "twilio" },
    ],
  ])("reads the modifiers %j", (slots, expected) => {
    expect(webhook(slots)).toMatchObject(expected);
  });

  test("refuses modifiers that contradict each other or name nobody", async () => {
    expect(await messageOf(() => webhook({ open: "OPEN", scheme: "META" }))).toMatch(/^GB2428 /);
    expect(await messageOf(() => webhook({ scheme: "TWILLIO" }))).toBe(
      "GB2427 nobody signs requests as TWILLIO, expected META, TWILIO, CMZON, SUPERWABA, WHATSABLE, HMAC, GITHUB, STRIPE, SHOPIFY or SLACK\ndid you mean TWILIO?",
    );
  });

  test("refuses an algorithm that there is not, and one beside a service that has its own", async () => {
    const hmac = { scheme: "HMAC", header: "X-A", secret: "A" };
    expect(await messageOf(() => webhook({ ...hmac, algorithm: "md5" }))).toMatch(
      /^GB2440 MD5 is no algorithm of SIGNED BY HMAC; there are SHA1, SHA256, SHA512\n/,
    );
    expect(await messageOf(() => webhook({ ...hmac, algorithm: "SHA265" }))).toContain(
      "did you mean SHA256?",
    );
    expect(await messageOf(() => webhook({ scheme: "GITHUB", algorithm: "SHA1" }))).toMatch(
      /^GB2433 /,
    );
  });

  test.each([
    ["orders", 'GB2422 the path "orders" does not begin with /\nwrite "/orders"'],
    [
      "https://example.com/orders",
      'GB2422 the path "https://example.com/orders" does not begin with /\nwrite "/orders"',
    ],
    ["", 'GB2422 the path "" does not begin with /\nwrite "/"'],
    [
      "/orders?id=1",
      'GB2423 the path "/orders?id=1" holds ?, which is not part of a path\nread what follows ? with GET QUERY VALUE',
    ],
    [
      "/orders#top",
      'GB2423 the path "/orders#top" holds #, which is not part of a path\nremove it',
    ],
    ["/my orders", /^GB2424 .* holds a blank/],
    ["/../orders", /^GB2424 .* holds the step ".."/],
    ["/my%20orders", /^GB2424 .* holds %/],
    ["/orders/:", /^GB2425 .* a part ":" without/],
    ["/orders/:id.json", /^GB2425 .* a part ":id.json" without/],
    ["/orders/:id/:ID", /^GB2426 .* two parts named :ID/],
  ])("refuses the path %j", async (path, expected) => {
    const message = await messageOf(() => webhook({ path }));
    if (typeof expected === "string") expect(message).toBe(expected);
    else expect(message).toMatch(expected);
  });

  test.each(["/", "/orders/:id", "/orders/:id/items/:item-no", "/pedidos/ação"])(
    "takes the path %j",
    (path) => {
      expect(webhook({ path })).toMatchObject({ path });
    },
  );
});
