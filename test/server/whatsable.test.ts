import { createHmac } from "node:crypto";

import { describe, expect, test, vi } from "vitest";

import { serveBot, signature, startApi } from "./served-providers.ts";

const BOT = `ON WHATSAPP IMAGE DO
  LOG "image " + WHATSAPP.media.url + " " + WHATSAPP.media.caption
END ON
ON WHATSAPP MESSAGE RECEIVED DO
  LOG "message " + GET WHATSAPP MESSAGE BODY + " of " + GET WHATSAPP SENDER NAME
  LOG "before: " + UBOUND(WHATSAPP.conversation) + " " + WHATSAPP.conversation[0].from
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "you wrote " + GET WHATSAPP MESSAGE BODY
END ON
ON WHATSAPP STATUS DO
  LET STATUS = GET JSON PATH PARSE JSON GET REQUEST BODY, "entry[0].changes[0].value.statuses[0]"
  LOG "status " + STATUS.id + " " + STATUS.status + " " + (STATUS.timestamp - 1711230000)
END ON
ON WHATSAPP EVENT "contact_updated" DO
  LOG "event " + GET JSON PATH PARSE JSON GET REQUEST BODY, "data.name"
END ON
`;

const PATH = "/webhooks/whatsable";
const SETTINGS = {
  NODE_ENV: "production",
  WHATSAPP_PROVIDERS: "whatsable",
  WHATSABLE_ALLOW: "127.0.0.0/8, ::1",
};

const incoming = (text: string, more: object = {}) => ({
  last_messages: JSON.stringify([
    { type: "user", content: text, timestamp: "2026-03-23T21:41:44.477Z", content_type: "text" },
  ]),
  phone_number: "8801734363287",
  recipient_name: "John Doe",
  user_id: "6fb11ff2-d9b2-4560-8437-0fe58ec9f4a6",
  last_message_of_user: text,
  message_type: "text",
  user_timestamp: 1774302104,
  ...more,
});
const event = (data: object, name = "incoming_message") => JSON.stringify({ event: name, data });

describe("WhatsAble", () => {
  test("its messages, files, statuses and other events run the handlers", async () => {
    const { taken, settings } = await startApi();
    const { post, logged } = await serveBot(BOT, { ...SETTINGS, ...settings });
    expect(await post(PATH, event(incoming("Hello!")))).toBe(200);
    await logged("message Hello! of John Doe");
    await logged("before: 1 person");
    const file = { message_type: "image", attachment_url: "https://files.example/a.jpg" };
    expect(await post(PATH, event(incoming("my cat", { ...file, user_timestamp: 5 })))).toBe(200);
    await logged("image https://files.example/a.jpg my cat");
    const status = { message_id: "wamid.1", status: "delivered" };
    const at = "2024-03-23T21:41:44.477Z";
    expect(await post(PATH, event({ ...status, timestamp: at }, "message_status"))).toBe(200);
    await logged("status wamid.1 delivered 104");
    expect(await post(PATH, event({ name: "Ana" }, "contact_updated"))).toBe(200);
    await logged("event Ana");
    // Its newer pages show the data of a message without an envelope.
    expect(await post(PATH, JSON.stringify(incoming("bare", { user_timestamp: 6 })))).toBe(200);
    await logged("message bare of John Doe");
    await vi.waitFor(() => expect(taken).toHaveLength(2), { timeout: 5000 });
    expect(taken[0]).toEqual({
      path: "/whatsable/send",
      token: "Bearer token-for-whatsable",
      text: "you wrote Hello!",
    });
  });

  test("what is delivered again does not run again; user, times and content tell it, as there is no id", async () => {
    const { settings } = await startApi();
    const { post, logged } = await serveBot(BOT, { ...SETTINGS, ...settings });
    const send = async (data: object) => {
      expect(await post(PATH, event(data))).toBe(200);
    };
    await send(incoming("one"));
    await logged("message one");
    await send(incoming("one"));
    await send(incoming("one", { last_message_of_bot: "Hi there!" }));
    await send(incoming("two", { user_timestamp: 1774302105 }));
    await logged("message two");
    await send(incoming("one", { user_id: "another" }));
    await logged("message one", 2);
    // Within one second, the text and the file tell them apart, whatever signs the file's address.
    await send(incoming("why? 1"));
    await send(incoming("why? 2"));
    await logged("message why? 2");
    const file = (name: string, query: string) =>
      incoming("", { message_type: "image", attachment_url: `https://x.example/${name}?${query}` });
    for (const [name, query] of [
      ["a", "1"],
      ["a", "2"],
      ["b", "1"],
    ] as const)
      await send(file(name, query));
    await logged("duplicate not run again", 3);
    // Or the list of messages has the milliseconds.
    const list = [{ type: "user", content: "three", timestamp: "2026-03-23T21:41:44.900Z" }];
    await send(incoming("three", { last_messages: JSON.stringify(list) }));
    await logged("message three");
    // Without any time nothing can be told apart, so nothing is left out.
    const timeless = incoming("four", { user_timestamp: null, last_messages: "[" });
    await send(timeless);
    await send(timeless);
    await logged("message four", 2);
    // Where it names nobody, all that came tells it.
    const nobody = { user_id: null, phone_number: null };
    await send(incoming("five", nobody));
    await logged("message five");
    await send(incoming("five", nobody));
    await logged("duplicate not run again", 4);
    await send(incoming("five", { ...nobody, recipient_name: "Ana" }));
    await logged("message five", 2);
  });

  test("what is none of its events, and events that nobody takes, are told of", async () => {
    const { settings } = await startApi();
    const { post, logged, output } = await serveBot(BOT, { ...SETTINGS, ...settings });
    for (const body of [
      '{"event":"incoming_message","data":null}',
      '{"event":"incoming_message","data":[1]}',
      '{"event":"message_status"}',
      '{"event":7,"data":{}}',
      '{"data":{}}',
      "null",
      "[",
    ]) {
      expect(await post(PATH, body)).toBe(200);
    }
    await logged("GB4763", 7);
    for (const reason of [
      'the data of the event \\"incoming_message\\" is null and no object',
      'the data of the event \\"incoming_message\\" is a list and no object',
      'the event \\"message_status\\" has no data',
      "its event is a number and no text",
      "it names no event",
      "it is JSON, but no object",
      "its body is broken JSON",
    ]) {
      expect(output.stderr).toContain(reason);
    }
    for (const name of ["template_approved", "template_approved", "contact_updated"]) {
      expect(await post(PATH, event({ name: "Ana" }, name))).toBe(200);
    }
    await logged("event Ana");
    await logged("GB4764");
    expect(output.stderr).toContain('WhatsAble delivers \\"template_approved\\"');
  });

  test("somebody of whom it tells no number cannot be answered, which says why", async () => {
    const { taken, settings } = await startApi();
    const { post, logged } = await serveBot(BOT, { ...SETTINGS, ...settings });
    expect(await post(PATH, event(incoming("hi", { phone_number: null })))).toBe(200);
    await logged("GB4761: WhatsAble sends to phone numbers");
    expect(taken).toEqual([]);
  });

  test("only its addresses may call, whatever proxies claim that nobody trusts", async () => {
    const { settings } = await startApi();
    const { post, output } = await serveBot(BOT, {
      ...SETTINGS,
      ...settings,
      WHATSABLE_ALLOW: "203.0.113.0/24, 2001:db8::/32",
      TRUST_PROXY: "loopback",
    });
    const from = (address: string) =>
      post(PATH, event(incoming("x")), { "X-Forwarded-For": address });
    expect(await post(PATH, event(incoming("x")))).toBe(403);
    expect(await from("203.0.113.9")).toBe(200);
    expect(await from("::ffff:203.0.113.9")).toBe(200);
    expect(await from("2001:db8:1::7")).toBe(200);
    expect(await from("203.0.114.9")).toBe(403);
    expect(await from("2001:db9::7")).toBe(403);
    // The proxy appends the address that it saw; what stands before it the sender may have written.
    expect(await from("203.0.113.9, 198.51.100.1")).toBe(403);
    expect(output.stderr).toContain("GB4490");
  });

  test("a secret counts beside the addresses, or alone, in the header that the settings name", async () => {
    const { settings } = await startApi();
    const { post, logged } = await serveBot(BOT, {
      ...SETTINGS,
      ...settings,
      WHATSABLE_ALLOW: "",
      WHATSABLE_WEBHOOK_SECRET: "secret-of-whatsable",
      WHATSABLE_SIGNATURE_HEADER: "X-Signature",
    });
    const body = event(incoming("signed"));
    expect(await post(PATH, body)).toBe(401);
    expect(await post(PATH, body, { "X-Signature": signature(body, "other") })).toBe(403);
    const bare = createHmac("sha256", "secret-of-whatsable").update(body).digest("hex");
    expect(await post(PATH, body, { "X-Signature": bare })).toBe(200);
    await logged("message signed");
  });

  test.each([
    [{ WHATSABLE_ALLOW: "" }, "GB5493"],
    [{ WHATSABLE_ALLOW: "203.0.113.0/33" }, "GB5001"],
    [{ WHATSABLE_API_URL: "" }, "GB5007"],
  ])("does not start in production with %j: %s", async (wrong, code) => {
    const { settings } = await startApi();
    const { output, ended } = await serveBot(BOT, { ...SETTINGS, ...settings, ...wrong });
    expect(await ended).toBe(2);
    expect(output.stderr).toContain(code);
  });

  test("what it cannot send is a dead letter that says so", async () => {
    const { settings } = await startApi();
    const script = `ON WHATSAPP MESSAGE RECEIVED DO
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH LOCATION AT "1, 2"
END ON
`;
    const { post, output } = await serveBot(script, { ...SETTINGS, ...settings });
    expect(await post(PATH, event(incoming("where?")))).toBe(200);
    await vi.waitFor(() => expect(output.stderr).toContain("GB4491"), { timeout: 5000 });
  });
});
