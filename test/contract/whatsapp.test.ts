import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulatedWhatsApp } from "../../src/channels/simulated-channels.ts";
import { createCloudApiChannel } from "../../src/channels/whatsapp/cloud-api-channel.ts";
import type { WhatsAppMessage } from "../../src/host/message.ts";
import { delivery, keepsTheContract, type ContractSubject } from "./channel-contract.ts";
import { startLocalServer, type LocalServer } from "./local-server.ts";

let meta: LocalServer;
let count = 0;

beforeAll(async () => {
  meta = await startLocalServer({ status: 500, text: "" });
});
afterAll(() => meta.close());
beforeEach(() => {
  meta.answer((response) => {
    count += 1;
    response.setHeader("content-type", "application/json");
    response.end(
      JSON.stringify({
        messaging_product: "whatsapp",
        contacts: [{ input: "5511999999999", wa_id: "5511999999999" }],
        messages: [{ id: `wamid.${count}`, message_status: "accepted" }],
      }),
    );
  });
});

function message(to: string, text: string): WhatsAppMessage {
  return { channel: "whatsapp", to, text };
}

function live() {
  return createCloudApiChannel({
    apiUrl: `${meta.url}/v26.0`,
    phoneNumberId: "1158433381968079",
    accessToken: "EAAG-token",
  });
}

const subject: ContractSubject<WhatsAppMessage> = {
  name: "whatsapp",
  good: message("5511999999999", "Olá"),
  refused: [
    ["a text over 4096 characters", message("5511999999999", "x".repeat(5000)), "GB4005"],
    ["an empty text", message("5511999999999", ""), "GB4007"],
    ["a text of blanks", message("5511999999999", " \n "), "GB4007"],
    ["an empty recipient", message("", "hello"), "GB4004"],
    ["a word as recipient", message("ana", "hello"), "GB4004"],
    ["a line break in the recipient", message("5511999999999\r\nX: 1", "hello"), "GB4004"],
    ["a path as recipient", message("../../me", "hello"), "GB4004"],
  ],
  odd: [
    ["4096 emoji", message("5511999999999", "😀".repeat(4096))],
    ["quotes and control characters", message("5511999999999", '"\u0000\r\n\u2028}')],
    ["a number of Twilio's form", message("whatsapp:+55 (11) 99999-9999", "hello")],
    ["a business-scoped user id", message("BR.1502576394655843", "hello")],
  ],
};

keepsTheContract("live", subject, live);
keepsTheContract("simulated", subject, () => simulatedWhatsApp(() => undefined));

test("sends exactly what the Cloud API documents", async () => {
  const receipt = await live().deliver(
    message("+55 11 99999-9999", 'Olá "Ana" 😀'),
    delivery("run-7/3"),
  );
  const request = meta.received.at(-1);
  expect(receipt).toEqual({ id: `wamid.${count}` });
  expect(request).toMatchObject({ method: "POST", path: "/v26.0/1158433381968079/messages" });
  expect(request?.headers).toMatchObject({
    authorization: "Bearer EAAG-token",
    "content-type": "application/json",
  });
  expect(request?.body).toBe(
    '{"messaging_product":"whatsapp","recipient_type":"individual","to":"5511999999999",' +
      '"type":"text","text":{"body":"Olá \\"Ana\\" 😀"},"biz_opaque_callback_data":"run-7/3"}',
  );
});

test.each(["BR.1502576394655843", "US.ENT.11815799212886844830"])(
  "names the business-scoped user id %s as recipient",
  async (id) => {
    await live().deliver(message(id, "hello"), delivery());
    const body: unknown = JSON.parse(meta.received.at(-1)?.body ?? "");
    expect(body).toMatchObject({ recipient: id });
    expect(body).not.toHaveProperty("to");
  },
);
