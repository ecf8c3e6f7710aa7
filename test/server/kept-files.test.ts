import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { portOf } from "../contract/port.ts";
import { startLocalMeta } from "./local-meta.ts";
import { makeFolder, serveScript } from "./served-scripts.ts";

const MEGABYTE = 1024 * 1024;

/** Makes the request with which Meta delivers one message. */
function delivery(from: string, message: Readonly<Record<string, unknown>>): RequestInit {
  const messages = [{ id: `wamid.${from}`, from, ...message }];
  const change = { field: "messages", value: { messages } };
  const body = { object: "whatsapp_business_account", entry: [{ changes: [change] }] };
  const headers = { "content-type": "application/json" };
  return { method: "POST", headers, body: JSON.stringify(body) };
}

/** Starts a server that answers when and as the test wants, with the body of each request read. */
async function startShop(
  answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => Promise<void>,
): Promise<{ readonly url: string; readonly host: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => void answer(request, Buffer.concat(chunks), response));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${String(portOf(server))}`;
  return { url: `http://${host}`, host };
}

/** Reads the first file of a form: its name, and its text. */
function fileIn(body: Buffer): [name: string | undefined, text: string] {
  const text = body.toString("latin1");
  const name = /filename="([^"]*)"/.exec(text)?.[1];
  const from = text.indexOf("\r\n\r\n", text.indexOf("filename=")) + 4;
  return [name, text.slice(from, text.indexOf("\r\n--", from))];
}

test("two people whose files have one name get their own, however long their runs wait", async () => {
  const second = Promise.withResolvers<void>();
  const sent = new Map<string, unknown>();
  const shop = await startShop(async (request, body, response) => {
    const { url = "", method } = request;
    if (method === "POST") {
      sent.set(url, fileIn(body));
      response.end();
    } else if (url.startsWith("/vault/")) response.end(`for ${url}`);
    else {
      if (url === "/wait/5511999990001") await second.promise;
      else second.resolve();
      response.end("go on");
    }
  });
  const script = `ON WHATSAPP IMAGE DO
  LET FILE$ = DOWNLOAD WHATSAPP.media.url
  GET "${shop.url}/wait/" + WHATSAPP.sender.number
  POST "${shop.url}/" + WHATSAPP.sender.number ATTACH FILE$
END ON`;
  const settings = { GBASIC_HTTP_ALLOW: shop.host };
  const { url } = await serveScript(await makeFolder(), script, settings);
  for (const person of ["1", "2"]) {
    const media = { id: `4242424${person}`, url: `${shop.url}/vault/${person}/attachment.jpg` };
    const message = { type: "image", image: { ...media, mime_type: "image/jpeg" } };
    await fetch(`${url}/webhooks/whatsapp`, delivery(`551199999000${person}`, message));
  }
  await vi.waitFor(() => expect(sent.size).toBe(2), 15_000);
  expect(sent).toEqual(
    new Map([
      ["/5511999990001", ["attachment.jpg", "for /vault/1/attachment.jpg"]],
      ["/5511999990002", ["attachment.jpg", "for /vault/2/attachment.jpg"]],
    ]),
  );
});

test("a run that is tried again finds the file that it fetched, and fetches no other", async () => {
  const second = Promise.withResolvers<void>();
  const sent = new Map<string, unknown>();
  let refused = 0;
  const shop = await startShop(async ({ url = "", method }, body, response) => {
    if (method === "POST") {
      sent.set(url, fileIn(body));
      if (url.endsWith("2")) second.resolve();
    } else if (url.endsWith("1") && refused === 0) {
      refused += 1;
      await second.promise;
      response.statusCode = 503;
    }
    response.end("go on");
  });
  const fetched: string[] = [];
  const settings = await startLocalMeta(({ url = "", headers }, response) => {
    const [, person = ""] = /^\/4242424(\d)/.exec(url) ?? [];
    if (url.endsWith("/bytes")) {
      fetched.push(person);
      response.end(`of ${person}`);
      return;
    }
    const address = `http://${headers.host ?? ""}${url}/bytes`;
    response.end(JSON.stringify({ url: address, mime_type: "application/pdf" }));
  });
  const script = `ON WHATSAPP DOCUMENT DO
  LET FILE$ = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id AS WHATSAPP.media.filename
  GET "${shop.url}/status/" + WHATSAPP.sender.number
  POST "${shop.url}/" + WHATSAPP.sender.number ATTACH FILE$
END ON`;
  const { url } = await serveScript(await makeFolder(), script, {
    ...settings,
    GBASIC_HTTP_ALLOW: shop.host,
  });
  for (const person of ["1", "2"]) {
    const file = { id: `4242424${person}`, filename: "invoice.pdf", mime_type: "application/pdf" };
    const message = { type: "document", document: file };
    await fetch(`${url}/webhooks/whatsapp`, delivery(`551199999000${person}`, message));
  }
  await vi.waitFor(() => expect(sent.size).toBe(2), 15_000);
  expect(sent).toEqual(
    new Map([
      ["/5511999990001", ["invoice.pdf", "of 1"]],
      ["/5511999990002", ["invoice.pdf", "of 2"]],
    ]),
  );
  expect(fetched.toSorted()).toEqual(["1", "2"]);
});

test("two large files of one name in one run both leave, each with its own content", async () => {
  const both = Promise.withResolvers<void>();
  const shop = await startShop(async ({ url = "" }, _body, response) => {
    if (url === "/done") both.resolve();
    response.end(Buffer.alloc(url === "/done" ? 1 : 26 * MEGABYTE, url.at(-1)));
    return Promise.resolve();
  });
  const uploads: unknown[] = [];
  const settings = await startLocalMeta((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      void both.promise.then(() => {
        const body = Buffer.concat(chunks);
        if (request.url?.endsWith("/media") !== true) {
          response.end(JSON.stringify({ messages: [{ id: "wamid.out" }] }));
          return;
        }
        const [name, text] = fileIn(body);
        uploads.push([name, text.length, text[0]]);
        response.end(JSON.stringify({ id: "7777777" }));
      });
    });
  });
  const script = `ON WEBHOOK POST TO "/send" OPEN DO
  SEND WHATSAPP TO "5511999999999" WITH "here they are"
  LET FIRST$ = DOWNLOAD "${shop.url}/a" AS "list.pdf"
  SEND WHATSAPP TO "5511999999999" WITH DOCUMENT FROM FIRST$
  LET SECOND$ = DOWNLOAD "${shop.url}/b" AS "list.pdf"
  SEND WHATSAPP TO "5511999999999" WITH DOCUMENT FROM SECOND$
  GET "${shop.url}/done"
END ON`;
  const { url, said } = await serveScript(await makeFolder(), script, {
    ...settings,
    GBASIC_HTTP_ALLOW: shop.host,
    GBASIC_HTTP_MAX_BODY: String(30 * MEGABYTE),
  });
  await fetch(`${url}/send`, { method: "POST" });
  await vi.waitFor(() => expect(uploads).toHaveLength(2), 30_000);
  const size = 26 * MEGABYTE;
  expect(uploads).toEqual([
    ["list.pdf", size, "a"],
    ["list.pdf", size, "b"],
  ]);
  expect(said()).not.toContain("GB484");
});

test("a message that is no more known, and comes again, does not replace the file of before", async () => {
  let fetched = 0;
  const shop = await startShop((_request, _body, response) => {
    fetched += 1;
    response.end(`file ${String(fetched)}`);
    return Promise.resolve();
  });
  const script = `ON WEBHOOK POST TO "/in" ONCE PER FIELD "id" OPEN DO
  PRINT DOWNLOAD "${shop.url}/list.pdf"
END ON`;
  const folder = await makeFolder();
  const paths: string[] = [];
  for (let time = 0; time < 2; time++) {
    const server = await serveScript(folder, script, { GBASIC_HTTP_ALLOW: shop.host });
    const answer = await fetch(`${server.url}/in`, { method: "POST", body: '{"id":"7"}' });
    paths.push(join(folder, ".gbasic", await answer.text()));
    await server.stop();
    // What is known of deliveries goes after 8 days; files stay for longer.
    for (const end of ["", "-wal", "-shm"]) {
      await rm(join(folder, ".gbasic", `gbasic.db${end}`), { force: true });
    }
  }
  const texts = await Promise.all(paths.map((path) => readFile(path, "utf8")));
  expect(texts).toEqual(["file 1", "file 2"]);
});

test.each([".htaccess", "", "../../../etc/x.pdf", `${"n".repeat(300)}.pdf`])(
  "a stranger who calls a file %j is answered all the same",
  async (filename) => {
    const said = Promise.withResolvers<string>();
    const settings = await startLocalMeta((request, response) => {
      const { url = "", headers } = request;
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        if (url.endsWith("/messages")) {
          said.resolve(Buffer.concat(chunks).toString());
          response.end(JSON.stringify({ messages: [{ id: "wamid.out" }] }));
        } else if (url.endsWith("/bytes")) response.end("content");
        else {
          const address = `http://${headers.host ?? ""}/bytes`;
          response.end(JSON.stringify({ url: address, mime_type: "application/pdf" }));
        }
      });
    });
    const script = `ON WHATSAPP DOCUMENT DO
  LET FILE$ = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id AS WHATSAPP.media.filename
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH "kept " + FILE$
END ON`;
    const server = await serveScript(await makeFolder(), script, settings);
    const file = { id: "42424242", filename, mime_type: "application/pdf" };
    const message = delivery("5511999990001", { type: "document", document: file });
    await fetch(`${server.url}/webhooks/whatsapp`, message);
    expect(await said.promise).toContain("kept media/");
    expect(server.said()).not.toContain("GB4671");
  },
);
