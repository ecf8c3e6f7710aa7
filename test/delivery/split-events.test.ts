import { describe, expect, it } from "vitest";
import { splitEvents } from "../../src/delivery/split-events.ts";
import { bodyOf, requestOf } from "../requests.ts";
import { deliveryOf, messagesOf, textMessage, valueOf } from "./whatsapp.ts";

function split(request: ReturnType<typeof requestOf>) {
  return (splitEvents(request) ?? []).map(({ request: narrowed, ...item }) => {
    const body = JSON.parse(bodyOf(narrowed)) as {
      entry: { id: string; changes: { field: string; value: Record<string, unknown[]> }[] }[];
    };
    return { ...item, body, value: body.entry[0]?.changes[0]?.value };
  });
}

describe("splitting a delivery into events", () => {
  it("puts every message of a batch at the documented path, alone", () => {
    const items = split(
      deliveryOf(
        valueOf({ messages: [textMessage("1"), textMessage("2")] }),
        valueOf({ messages: [textMessage("3")] }),
      ),
    );
    expect(items.map(({ value }) => value?.["messages"])).toEqual([
      [textMessage("1")],
      [textMessage("2")],
      [textMessage("3")],
    ]);
    expect(items.every(({ body }) => body.entry.length === 1)).toBe(true);
    expect(items.every(({ body }) => body.entry[0]?.changes.length === 1)).toBe(true);
    expect(items[0]).toMatchObject({ kind: "message", number: "1158433381968079" });
    expect(items[0]?.value).toMatchObject({ metadata: { phone_number_id: "1158433381968079" } });
  });

  it("covers several entries", () => {
    const entry = (id: string) => ({
      id,
      changes: [{ field: "messages", value: valueOf({ messages: [textMessage(id)] }) }],
    });
    const body = { object: "whatsapp_business_account", entry: [entry("a"), entry("b")] };
    const items = split(requestOf(JSON.stringify(body)));
    expect(items.map((item) => item.body.entry[0]?.id)).toEqual(["a", "b"]);
  });

  it("gives each message its own contact", () => {
    const contact = (id: string) => ({ wa_id: id, profile: { name: id } });
    const messages = [textMessage("1", "ana"), textMessage("2", "rui")];
    const items = split(
      deliveryOf(valueOf({ contacts: [contact("rui"), contact("ana")], messages })),
    );
    expect(items.map(({ value }) => value?.["contacts"])).toEqual([
      [contact("ana")],
      [contact("rui")],
    ]);
  });

  it("finds contacts by position where ids and numbers differ", () => {
    const contacts = [{ wa_id: "one" }, { wa_id: "two" }];
    const messages = [textMessage("1", "ana"), textMessage("2", "rui")];
    const items = split(deliveryOf(valueOf({ contacts, messages })));
    expect(items.map(({ value }) => value?.["contacts"])).toEqual([
      [{ wa_id: "one" }],
      [{ wa_id: "two" }],
    ]);
  });

  it("keeps members that it does not know", () => {
    const message = { ...textMessage("1"), new_thing: { deep: [1, "2"] } };
    const [item] = split(deliveryOf(valueOf({ future: true, messages: [message, message] })));
    expect(item?.value).toMatchObject({ future: true, messages: [message] });
  });

  it("keeps members named like those of every object", () => {
    const text = bodyOf(messagesOf(textMessage("1"), textMessage("2"))).replace(
      '"messaging_product"',
      '"__proto__":{"a":1},"toString":2,"messaging_product"',
    );
    const [item] = split(requestOf(text));
    expect(Object.keys(item?.value ?? {})).toEqual(
      expect.arrayContaining(["__proto__", "toString"]),
    );
  });

  it("leaves the body of a single item as it came, to the byte", () => {
    const text = bodyOf(messagesOf(textMessage("1"))).replace("hello", "ol\\u00e1 \\/ 1.0");
    const [item] = splitEvents(requestOf(text)) ?? [];
    expect(item && bodyOf(item.request)).toBe(text);
  });

  it("puts a single item first where it came behind an empty entry", () => {
    const full = JSON.parse(bodyOf(messagesOf(textMessage("1")))) as { entry: object[] };
    const body = { ...full, entry: [{ id: "empty", changes: [] }, ...full.entry] };
    const [item] = split(requestOf(JSON.stringify(body)));
    expect(item?.value?.["messages"]).toEqual([textMessage("1")]);
  });

  it("makes statuses, errors and other fields events of their own kind", () => {
    const status = { id: "wamid.1", status: "read", recipient_id: "ana" };
    const mixed = valueOf({
      messages: [textMessage("m")],
      statuses: [status],
      errors: [{ code: 1 }],
    });
    const items = split(deliveryOf(mixed));
    expect(items.map(({ kind, identity }) => [kind, identity])).toEqual([
      ["message", "message:m"],
      ["status", "status:wamid.1:read"],
      ["error", undefined],
    ]);
    expect(items[1]?.value).toEqual(valueOf({ statuses: [status] }));
    expect(items[0]?.value).toEqual(valueOf({ messages: [textMessage("m")] }));

    const change = { field: "account_update", value: { event: "VERIFIED" } };
    const other = { object: "whatsapp_business_account", entry: [{ id: "1", changes: [change] }] };
    const [field] = split(requestOf(JSON.stringify(other)));
    expect(field).toMatchObject({ kind: "field", field: "account_update", value: change.value });
  });

  it("knows an error again by what it says and the time of its entry", () => {
    const of = (time?: number, code = 1) => {
      const changes = [{ field: "messages", value: { errors: [{ code }] } }];
      const body = { object: "whatsapp_business_account", entry: [{ id: "1", time, changes }] };
      return split(requestOf(JSON.stringify(body)))[0]?.identity;
    };
    expect(of(1)).toMatch(/^error:[0-9a-f]{32}$/);
    expect(of(1)).toBe(of(1));
    expect(of(1)).not.toBe(of(2));
    expect(of(1, 2)).not.toBe(of(1));
    expect(of()).toBeUndefined();
  });

  it("knows a status and an echo without an id by what they say", () => {
    const of = (field: string, value: object) => {
      const changes = [{ field, value }];
      const body = { object: "whatsapp_business_account", entry: [{ id: "1", changes }] };
      return split(requestOf(JSON.stringify(body)))[0]?.identity;
    };
    const status = (name: string) => of("messages", { statuses: [{ status: name }] });
    expect(status("read")).toMatch(/^status:[0-9a-f]{32}$/);
    expect(status("read")).toBe(status("read"));
    expect(status("read")).not.toBe(status("sent"));
    const echo = (to: string) => of("smb_message_echoes", { message_echoes: [{ to }] });
    expect(echo("1")).toBe(echo("1"));
    expect(echo("1")).not.toBe(echo("2"));
  });

  it("tells changes of one field apart by their value", () => {
    const of = (event: string) => {
      const changes = [{ field: "account_update", value: { event } }];
      const body = { object: "whatsapp_business_account", entry: [{ id: "1", changes }] };
      return split(requestOf(JSON.stringify(body)))[0]?.identity;
    };
    expect(of("A")).toBe(of("A"));
    expect(of("A")).not.toBe(of("B"));
  });

  it("has no identity for a message without an id", () => {
    expect(split(messagesOf(textMessage(undefined)))[0]?.identity).toBeUndefined();
  });

  it.each([
    [{ from: "551" }, "551", [], "551"],
    [{ from: "551", from_user_id: "BR.1" }, "551", ["BR.1"], "BR.1"],
    [{ from_user_id: "BR.1", from_parent_user_id: "BR.ENT.2" }, "BR.ENT.2", ["BR.1"], "BR.1"],
    [{ from_user_id: "BR.1" }, "BR.1", [], "BR.1"],
    [{}, "", [], ""],
  ])("knows the sender of %j, and in whose turn it is", (names, party, aliases, turn) => {
    expect(split(messagesOf({ id: "1", ...names }))[0]).toMatchObject({ party, aliases, turn });
  });

  it.each([
    ["another object", '{"object":"page","entry":[]}', "application/json"],
    ["broken JSON", '{"object":"whatsapp_business_account"', "application/json"],
    ["a list", "[]", "application/json"],
    ["another type", '{"object":"whatsapp_business_account","entry":[]}', "text/plain"],
  ])("leaves %s alone", (_name, body, contentType) => {
    expect(splitEvents(requestOf(body, contentType))).toBeUndefined();
  });

  it.each(["null", "{}", '[null, 5, {"changes": 3}]', '[{"changes": [null]}]'])(
    "survives the entry %s",
    (entry) => {
      const text = `{"object":"whatsapp_business_account","entry":${entry}}`;
      const kinds = splitEvents(requestOf(text))?.map(({ kind }) => kind);
      expect(kinds).toEqual(entry.includes("[null]") ? ["field"] : []);
    },
  );

  it("takes JSON types with parameters", () => {
    const body = bodyOf(messagesOf(textMessage("1")));
    expect(splitEvents(requestOf(body, "application/json; charset=utf-8"))).toHaveLength(1);
  });
});
