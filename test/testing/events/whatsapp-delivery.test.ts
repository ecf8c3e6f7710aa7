import { describe, expect, test } from "vitest";
import { splitEvents } from "../../../src/delivery/split-events.ts";
import { signMeta } from "../../../src/testing/events/sign-meta.ts";
import { whatsAppEvents } from "../../../src/testing/events/whatsapp/index.ts";
import { whatsAppDelivery } from "../../../src/testing/events/whatsapp-delivery.ts";
import { requestOf } from "../../requests.ts";
import { serveRoutes, settingsWith } from "../../server/serving.ts";
import { ANA, BUSINESS, HIDDEN, LEAST, make } from "./making.ts";

const PATH = "/webhooks/whatsapp";
const KINDS = { messages: "message", statuses: "status", errors: "error" } as const;
const names = whatsAppEvents.map(({ name }) => name);

test.each(names)("%s is one item of its kind for the server", (type) => {
  for (const person of [ANA, HIDDEN]) {
    const item = make(type, LEAST.get(type), { person });
    const split = splitEvents(requestOf(whatsAppDelivery([item], BUSINESS)));
    const hidden = { messages: HIDDEN.parentUserId, statuses: HIDDEN.userId, errors: "" };
    const known = item.list === "errors" ? "" : "5511999999999";
    const party = person === ANA ? known : hidden[item.list];
    expect(split).toMatchObject([
      { kind: KINDS[item.list], field: "messages", number: BUSINESS.numberId, party },
    ]);
    // An error has no id: its entry's time and what it says tell one from another.
    expect(split?.[0]?.identity).toMatch(
      /^(message:wamid\.1|status:wamid\.0:delivered|error:[0-9a-f]{32})$/,
    );
  }
});

test("a delivery of all types is split into all of them, each with its own contact", () => {
  const items = whatsAppEvents.map(({ name }, index) =>
    make(name, LEAST.get(name), {
      id: `wamid.${index}`,
      person: { ...ANA, number: `55119000000${index}` },
    }),
  );
  const split = splitEvents(requestOf(whatsAppDelivery(items, BUSINESS))) ?? [];
  expect(split.map(({ kind }) => kind)).toEqual(items.map(({ list }) => KINDS[list]));
  for (const [index, { request }] of split.entries()) {
    const { value } = changesOf(new TextDecoder().decode(request.rawBody))[0] ?? {};
    expect(value?.contacts ?? []).toEqual(items[index]?.contacts);
  }
});

describe("the body", () => {
  const text = (body: string) => make("text", { text: body, "reply to": "wamid.0" });

  test("is escaped as Meta's is, and means the same", () => {
    const body = whatsAppDelivery([text("olá 😀 a@b.c http://x/")], BUSINESS);
    expect(body).toContain(String.raw`ol\u00e1 \ud83d\ude00 a\u0040b.c http:\/\/x\/`);
    expect(body).toMatch(/^[ -~]*$/);
    expect(changesOf(body)[0]?.value).toMatchObject({
      messages: [{ text: { body: "olá 😀 a@b.c http://x/" } }],
    });
  });

  test("has the members in Meta's order, and names the business where a message is replied to", () => {
    const body = whatsAppDelivery([text("oi")], BUSINESS);
    expect(JSON.parse(body)).toEqual({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "390727550789228",
          changes: [
            {
              value: {
                messaging_product: "whatsapp",
                metadata: {
                  display_phone_number: "553322980098",
                  phone_number_id: "1158433381968079",
                },
                contacts: [{ profile: { name: "Ana" }, wa_id: "5511999999999" }],
                messages: [
                  {
                    context: { from: "553322980098", id: "wamid.0" },
                    from: "5511999999999",
                    id: "wamid.1",
                    timestamp: "1767268800",
                    type: "text",
                    text: { body: "oi" },
                  },
                ],
              },
              field: "messages",
            },
          ],
        },
      ],
    });
  });

  test("puts the messages of one person into one change with one contact, statuses into another", () => {
    const items = [make("text"), make("image"), make("status"), make("system"), make("text")];
    const changes = changesOf(whatsAppDelivery(items, BUSINESS));
    expect(changes.map(({ value }) => Object.keys(value).slice(2).join())).toEqual([
      "contacts,messages",
      "contacts,statuses",
      "messages",
      "contacts,messages",
    ]);
    expect(changes[0]?.value).toMatchObject({ messages: [{}, {}], contacts: [{}] });
    expect(changes[0]?.value.contacts).toHaveLength(1);
  });

  test("forwarded alone names no business", () => {
    const body = whatsAppDelivery([make("text", { text: "", forwarded: "once" })], BUSINESS);
    expect(body).toContain('"context":{"forwarded":true}');
  });

  test("is the same for the same items", () => {
    expect(whatsAppDelivery([text("oi")], BUSINESS)).toBe(whatsAppDelivery([text("oi")], BUSINESS));
  });
});

describe("the signature", () => {
  const { secrets } = settingsWith({});
  const serveHook = () =>
    serveRoutes({
      routes: [{ path: PATH }],
      settings: { mode: "production", secrets: { ...secrets, metaAppSecrets: ["app-secret"] } },
    });
  const post = (url: string, body: string, secret: string) =>
    fetch(url + PATH, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "X-Hub-Signature-256": signMeta(body, secret),
      },
      body,
    });

  test("of every type of event is verified by the server, another secret's is not", async () => {
    const { url, received } = await serveHook();
    for (const type of names) {
      const body = whatsAppDelivery([make(type)], BUSINESS);
      expect((await post(url, body, "app-secret")).status).toBe(200);
      expect((await post(url, body, "other-secret")).status).toBe(403);
    }
    expect(received.map(({ verifiedBy }) => verifiedBy)).toEqual(names.map(() => "meta"));
  });

  test("is over bytes, so JSON written anew does not match", async () => {
    const { url } = await serveHook();
    const body = whatsAppDelivery([make("text", { text: "olá" })], BUSINESS);
    const anew = JSON.stringify(JSON.parse(body));
    expect(signMeta(Buffer.from(body), "app-secret")).toBe(signMeta(body, "app-secret"));
    expect(signMeta(anew, "app-secret")).not.toBe(signMeta(body, "app-secret"));
    expect((await post(url, anew, "app-secret")).status).toBe(200);
  });
});

interface Change {
  readonly value: Readonly<Record<string, unknown>>;
}

function changesOf(body: string): readonly Change[] {
  const { entry } = JSON.parse(body) as { entry: readonly { changes: readonly Change[] }[] };
  return entry.flatMap(({ changes }) => changes);
}
