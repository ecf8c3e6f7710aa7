import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, onTestFinished, vi } from "vitest";
import { z } from "zod";

import { portOf } from "../contract/port.ts";
import { makeFolder } from "./served-scripts.ts";
import { startServe } from "./start-serve.ts";

/** Makes what Meta and those that pass its events on deliver, as JSON. @param items messages or statuses */
export const deliveryOf = (items: object) =>
  JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "1",
        changes: [
          {
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "15550001111", phone_number_id: "4711" },
              ...items,
            },
            field: "messages",
          },
        ],
      },
    ],
  });

/** Signs as Meta does. */
export const signature = (body: string, secret: string) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

const cloudApi = z
  .object({ text: z.object({ body: z.string() }) })
  .transform(({ text }) => text.body);
const whatsAble = z.object({ phone: z.string(), text: z.string() }).transform(({ text }) => text);
const sentSchema = z.union([cloudApi, whatsAble]);

/** Takes messages as the Cloud API and WhatsAble do, and remembers who sent what through which address. */
export async function startApi() {
  const taken: { path: string; token: string | undefined; text: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = sentSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const { url = "", headers } = request;
      taken.push({ path: url, token: headers.authorization, text });
      response.end(JSON.stringify({ messages: [{ id: `wamid.out${String(taken.length)}` }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${String(portOf(server))}`;
  const settings = {
    WHATSAPP_API_URL: `${url}/meta`,
    WHATSAPP_ACCESS_TOKEN: "token-for-meta",
    WHATSAPP_PHONE_NUMBER_ID: "115",
    CMZON_API_URL: `${url}/cmzon`,
    CMZON_ACCESS_TOKEN: "token-for-cmzon",
    WHATSABLE_API_URL: `${url}/whatsable`,
    WHATSABLE_ACCESS_TOKEN: "token-for-whatsable",
  };
  return { taken, settings };
}

/** Serves a script from a folder of its own or a given one, and posts to it. */
export async function serveBot(
  script: string,
  environment: Readonly<Record<string, string>>,
  given?: string,
) {
  const folder = given ?? (await makeFolder());
  await writeFile(join(folder, "bot.bas"), script);
  const running = await startServe(folder, { paths: ["bot.bas"] }, environment);
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const json = { "Content-Type": "application/json", ...headers };
    return (await fetch(running.url + path, { method: "POST", headers: json, body })).status;
  };
  const signed = (path: string, body: string, secret: string) =>
    post(path, body, { "X-Hub-Signature-256": signature(body, secret) });
  const logged = (text: string, times = 1) =>
    vi.waitFor(() => expect(running.output.stderr.split(text).length - 1).toBe(times), {
      timeout: 5000,
    });
  return { ...running, post, signed, logged };
}
