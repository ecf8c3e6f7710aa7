import { describe, expect, test } from "vitest";
import { EventError } from "../../../src/testing/events/event-error.ts";
import { whatsAppEvents } from "../../../src/testing/events/whatsapp/index.ts";
import { ANA, HIDDEN, LEAST, make } from "./making.ts";

describe("statuses", () => {
  const status = (fields: Record<string, string>, person = ANA) =>
    make("status", { "message id": "wamid.0", ...fields }, { person });
  const common = { id: "wamid.0", timestamp: "1767268800", recipient_id: "5511999999999" };

  test.each(["sent", "delivered"])("%s has a price", (state) => {
    const pricing = { pricing_model: "PMP", type: "regular", category: "service", billable: true };
    expect(status({ status: state }).item).toEqual({ ...common, status: state, pricing });
  });

  test.each(["read", "played"])("%s has none", (state) => {
    expect(status({ status: state }).item).toEqual({ ...common, status: state });
  });

  test("failed has an error, and no contact beside it", () => {
    const failed = status({ status: "failed", code: "131047", title: "Re-engagement message" });
    expect(failed).toMatchObject({ list: "statuses", contacts: [] });
    expect(failed.item).toEqual({
      ...common,
      status: "failed",
      errors: [
        {
          code: 131047,
          title: "Re-engagement message",
          message: "Re-engagement message",
          error_data: { details: expect.any(String) as unknown },
          href: expect.any(String) as unknown,
        },
      ],
    });
  });

  test("a conversation of a free entry point, a category and data of the sender are told", () => {
    const { item } = status({
      status: "sent",
      category: "referral_conversion",
      "pricing type": "free_entry_point",
      conversation: "c1",
      "callback data": "order 7",
    });
    expect(item).toMatchObject({
      biz_opaque_callback_data: "order 7",
      conversation: {
        id: "c1",
        expiration_timestamp: "1767528000",
        origin: { type: "referral_conversion" },
      },
      pricing: { billable: false, type: "free_entry_point" },
    });
  });

  test("somebody without a number has an id", () => {
    const { item, contacts } = status({ status: "read" }, HIDDEN);
    expect(item).toEqual({
      id: "wamid.0",
      status: "read",
      timestamp: "1767268800",
      recipient_user_id: "BR.1502576394655843",
    });
    expect(contacts).toMatchObject([{ user_id: "BR.1502576394655843" }]);
  });
});

test("an error stands for itself", () => {
  expect(make("error", { code: "130429", title: "Rate limit hit" })).toMatchObject({
    list: "errors",
    item: { code: 130429, title: "Rate limit hit", message: "Rate limit hit" },
    contacts: [],
  });
});

describe("people", () => {
  const messages = whatsAppEvents.map(({ name }) => name).filter((name) => name !== "error");

  test.each(messages)("%s comes from somebody without a number too", (type) => {
    const { item } = make(type, LEAST.get(type), { person: HIDDEN });
    expect(item).not.toHaveProperty("from");
    expect(item).not.toHaveProperty("recipient_id");
    expect(JSON.stringify(item)).toContain('user_id":"BR.1502576394655843"');
  });

  test("a contact has what is known of the person", () => {
    expect(make("text").contacts).toEqual([{ profile: { name: "Ana" }, wa_id: "5511999999999" }]);
    expect(make("text", { text: "" }, { person: HIDDEN }).contacts).toEqual([
      {
        profile: { name: "João", username: "joao" },
        user_id: "BR.1502576394655843",
        parent_user_id: "US.ENT.11815799212886844830",
      },
    ]);
    const both = { ...ANA, userId: "BR.1" };
    expect(make("text", { text: "" }, { person: both }).item).toMatchObject({
      from: "5511999999999",
      from_user_id: "BR.1",
    });
  });

  test("changes of the number and the user id come without a contact", () => {
    expect(make("system").contacts).toEqual([]);
    const moved = make("system", { change: "user_changed_user_id" }, { person: HIDDEN });
    expect(moved).toMatchObject({
      contacts: [],
      item: { system: { previous_user_id: "BR.1502576394655843", user_id: "BR.9876543210" } },
    });
    const identity = make("system", { change: "customer_identity_changed" });
    expect(identity.contacts).toHaveLength(1);
    expect(identity.item).toMatchObject({ system: { type: "customer_identity_changed" } });
  });
});

test("what people write may be a reply, forwarded, about a product, from an ad, in a group", () => {
  const { item } = make("text", {
    text: "oi",
    "reply to": "wamid.0",
    forwarded: "often",
    product: "TEA",
    referral: "https://fb.me/7",
    headline: "Tea",
    "group id": "g1",
    "identity hash": "h",
  });
  expect(item).toMatchObject({
    context: {
      id: "wamid.0",
      frequently_forwarded: true,
      referred_product: { product_retailer_id: "TEA" },
    },
    referral: {
      source_url: "https://fb.me/7",
      source_type: "ad",
      headline: "Tea",
      ctwa_clid: expect.any(String) as unknown,
    },
    group_id: "g1",
    identity: { acknowledged: true, created_timestamp: "1767268800", hash: "h" },
  });
  expect(make("video", { forwarded: "once" }).item).toMatchObject({ context: { forwarded: true } });
});

describe("wrong events", () => {
  test.each([
    ["text", {}, {}, "GB4242"],
    ["text", { text: "a", txt: "b" }, {}, "GB4243"],
    ["location", { latitude: "north", longitude: "0" }, {}, "GB4244"],
    ["location", { latitude: "91", longitude: "0" }, {}, "GB4244"],
    ["location", { latitude: "0,5", longitude: "0" }, {}, "GB4244"],
    ["audio", { voice: "maybe" }, {}, "GB4244"],
    ["status", { status: "lost", "message id": "wamid.0" }, {}, "GB4244"],
    ["status", { status: "sent", "message id": " " }, {}, "GB4244"],
    ["order", { quantity: "1.5" }, {}, "GB4244"],
    ["order", { items: "[]" }, {}, "GB4244"],
    ["order", { items: "[1]" }, {}, "GB4244"],
    ["flow reply", { response: "[1]" }, {}, "GB4244"],
    ["flow reply", { response: "{" }, {}, "GB4244"],
    ["text", { text: "a", referral: "ad" }, {}, "GB4244"],
    ["text", { text: "a" }, { person: { ...ANA, number: undefined } }, "GB4245"],
    ["text", { text: "a" }, { person: { ...ANA, number: "Ana" } }, "GB4246"],
    ["text", { text: "a" }, { person: { ...ANA, number: "" } }, "GB4246"],
    ["text", { text: "a" }, { person: { ...ANA, userId: "7" } }, "GB4247"],
    [
      "status",
      { status: "sent", "message id": "w" },
      { person: { ...HIDDEN, userId: "br.7" } },
      "GB4247",
    ],
  ])("%s %j %j: %s", (type, fields, setting, code) => {
    const errors: unknown[] = [];
    try {
      make(type, fields, setting);
    } catch (error) {
      errors.push(error instanceof EventError ? error.detail.code : error);
    }
    expect(errors).toEqual([code]);
  });

  test("a field that is misspelt is proposed", () => {
    const hint: unknown = expect.stringContaining("caption");
    const detail: unknown = expect.objectContaining({ hint });
    expect(() => make("image", { captoin: "a" })).toThrow(expect.objectContaining({ detail }));
  });
});

test("each type and each field is described, and its standard has its form", () => {
  for (const { name, summary, fields } of whatsAppEvents) {
    expect(name).toMatch(/^[a-z]+( [a-z]+)*$/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
    for (const { name: field, meaning, standard, form } of fields) {
      expect(field).toMatch(/^[a-z]+( [a-z]+)*$/);
      expect(meaning).not.toMatch(/\.$|^$/);
      if (standard !== undefined) expect(form.read(standard)).toBeDefined();
    }
  }
});
