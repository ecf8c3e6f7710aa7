import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { type Reply, startLocalServer } from "../contract/local-server.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic } from "./command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

const PICTURE = new Uint8Array([0x89, 0x50, 0, 255, 13, 10]);
const picture: Reply = (response) => {
  response.writeHead(200, { "content-type": "image/png" }).end(PICTURE);
};

async function startShop(reply: Reply, settings = "") {
  const shop = await startLocalServer(reply);
  onTestFinished(shop.close);
  const env = `GBASIC_HTTP_ALLOW=${new URL(shop.url).host}\nGBASIC_DATA=data\n${settings}`;
  const run = async (script: string) => {
    const folder = await folderWith({ "a.bas": script, ".env": env });
    const outcome = await gbasic(["run", "a.bas"], folder);
    const kept = await readdir(join(folder, "data/media"), { recursive: true }).catch(() => []);
    return { ...outcome, folder, kept: kept.toSorted() };
  };
  return { shop, env, run };
}

test.each([
  ["", "/a/prices.png?x=1", "prices.png"],
  [', "photo.png"', "/a", "photo.png"],
  [' AS "sub/photo"', "/a", "sub/photo.png"],
  ["", "/", "download.png"],
  ["", "/%2e%2e%2fb", "b.png"],
  ["", "/%2e%2e%2f", "download.png"],
  ["", "/a%20b.png", "a b.png"],
])("DOWNLOAD with %j of %s keeps %s, byte for byte", async (clause, path, name) => {
  const { shop, run } = await startShop(picture);
  const script = `F$ = DOWNLOAD "${shop.url}${path}"${clause}
PRINT F$
SEND MAIL TO "ana@example.com" WITH SUBJECT "x" ATTACH F$`;
  const { code, stdout, folder } = await run(script);
  const [, own = ""] = new RegExp(`^media/([0-9a-f-]{36})/${name}\n$`).exec(stdout) ?? [];
  expect(code).toBe(0);
  expect(own).not.toBe("");
  expect(new Uint8Array(await readFile(join(folder, "data/media", own, name)))).toEqual(PICTURE);
});

test("text is kept in the bytes that came, and the headers of the run go along", async () => {
  const { shop, run } = await startShop((response) => {
    response.writeHead(200, { "content-type": "text/csv; charset=iso-8859-1" });
    response.end(Buffer.from("a;\u00e7", "latin1"));
  });
  const { folder, kept } = await run(`SET HEADER "Authorization", "Bearer t"
DOWNLOAD "${shop.url}/list.csv" HEADERS { "X-A": "1" }`);
  const list = kept.find((one) => one.endsWith("/list.csv")) ?? "";
  const content = await readFile(join(folder, "data/media", list));
  expect([...content]).toEqual([0x61, 0x3b, 0xe7]);
  expect(shop.received).toMatchObject([{ headers: { authorization: "Bearer t", "x-a": "1" } }]);
});

test.each([
  ["an answer that is no success", { status: 404, text: "none" }, 'DOWNLOAD "URL/x"', "GB4609"],
  ["a path that leads out", picture, 'DOWNLOAD "URL/x" AS "../x.png"', "GB4671"],
  ["a hidden file", picture, 'DOWNLOAD "URL/x", ".env"', "GB4671"],
  ["what is no address", picture, 'DOWNLOAD "shop/x"', "GB4601"],
  ["what is not allowed", picture, 'DOWNLOAD "http://127.0.0.2:9/x"', "GB4602"],
] as const)("%s is an error, and nothing is kept", async (_, reply, line, code) => {
  const { shop, run } = await startShop(reply);
  const { stderr, kept } = await run(line.replace("URL", shop.url));
  expect(stderr).toContain(`error ${code}:`);
  expect(kept).toEqual([]);
});

test("a file that is larger than it may be is an error, and no part of it is kept", async () => {
  const big: Reply = (response) => response.end(Buffer.alloc(2_000_000));
  const { shop, run } = await startShop(big, "GBASIC_HTTP_MAX_BODY=1000\n");
  const { stderr, kept } = await run(`DOWNLOAD "${shop.url}/big.bin"`);
  expect(stderr).toMatch(/error GB4606: .*1000 bytes/);
  expect(kept).toEqual([]);
});

test("a run that is played again does not fetch again", async () => {
  const { shop, env } = await startShop(picture);
  const bot = `ON WEBHOOK POST TO "/x" OPEN DO
  LET FILE$ = DOWNLOAD "${shop.url}/a.png"
  SEND MAIL TO "ana@example.com" WITH SUBJECT "x" ATTACH FILE$
  PRINT FILE$
END ON`;
  const folder = await folderWith({ "bot.bas": bot, ".env": env });
  const serving = await startServe(folder, {}, {});
  const answer = await fetch(`${serving.url}/x`, { method: "POST" });
  expect(await answer.text()).toMatch(/^media\/[0-9a-f-]{36}\/a\.png$/);
  const listed = await gbasic(["jobs", "deliveries", "--json"], folder);
  const [, id = ""] = /"id": ?"([^"]+)"/.exec(listed.stdout) ?? [];
  serving.stop();
  await serving.ended;
  const replayed = await gbasic(["replay", id], folder);
  expect(replayed).toMatchObject({ code: 0 });
  expect(shop.received).toHaveLength(1);
});

test("ATTACH of a mail fetches an address; files of one name stay apart", async () => {
  const { shop, run } = await startShop((response) => {
    const { path = "" } = shop.received.at(-1) ?? {};
    response.writeHead(200, { "content-type": "text/csv" }).end(path);
  });
  const { code, stdout, kept } =
    await run(`SEND MAIL TO "ana@example.com" WITH SUBJECT "x" ATTACH ["${shop.url}/a/list.csv", "${shop.url}/b/list.csv"]
SEND FILE TO "email:bob@example.com", "${shop.url}/%2e%2e/.%20?q=1", "c"
TRY
  SEND MAIL "ana@example.com", "s", "b", "http://127.0.0.2/x"
CATCH e
  PRINT e.code
END TRY
TRY
  SEND MAIL "ana@example.com", "s", "b", "https://u:p@shop.example/x"
CATCH e
  PRINT e.code
END TRY`);
  expect(code).toBe(0);
  expect(stdout).toMatch(/GB4602\nGB4603\n$/);
  const files = kept.filter((one) => /\.\w+$/.test(one));
  expect(files.map((one) => one.split("/").at(-1))).toEqual(
    expect.arrayContaining(["list.csv", "list.csv", "file.csv"]),
  );
  expect(files).toHaveLength(3);
});

test("in tests the folders of files are counted, and a run that is tried again keeps its own", async () => {
  const folder = await folderWith({
    "bot.bas": `ON WHATSAPP DOCUMENT DO
  LET FIRST$ = DOWNLOAD WHATSAPP MEDIA WHATSAPP.media.id AS WHATSAPP.media.filename
  LET SECOND$ = DOWNLOAD "https://shop.example/a" AS "list.pdf"
  GET "https://shop.example/state"
  LOG FIRST$ + " and " + SECOND$
  SEND WHATSAPP TO GET WHATSAPP SENDER NUMBER WITH DOCUMENT FROM FIRST$
END ON`,
    "bot.test.bas": `TEST "two people and a service that is away"
  MOCK GET "https://shop.example/a" WITH BODY "list"
  MOCK GET "https://shop.example/a" WITH BODY "list"
  MOCK GET "https://shop.example/state" WITH STATUS 503
  MOCK GET "https://shop.example/state" WITH BODY "here"
  RECEIVE WHATSAPP DOCUMENT FILENAME "invoice.pdf" FROM "5511999990001"
  RECEIVE WHATSAPP DOCUMENT FILENAME "../.invoice.pdf" FROM "5511999990002"
  ADVANCE 1 HOUR
  EXPECT LOG "media/1/invoice.pdf and media/2/list.pdf"
  EXPECT LOG "media/3/invoice.pdf and media/4/list.pdf"
  EXPECT SENT WHATSAPP TO "5511999990001" FILE "invoice.pdf"
  EXPECT SENT WHATSAPP TO "5511999990002" FILE "invoice.pdf"
END TEST
TEST "the next test counts anew"
  MOCK GET "https://shop.example/*" WITH BODY "list"
  RECEIVE WHATSAPP DOCUMENT FILENAME "invoice.pdf"
  EXPECT LOG "media/1/invoice.pdf and media/2/list.pdf"
END TEST`,
  });
  const { stdout } = await gbasic(["test"], folder);
  expect(stdout).toContain("2 passed");
});

test("a path of a fetched file that is written by hand says what to pass on", async () => {
  const { shop, run } = await startShop(picture);
  const { stderr } = await run(`DOWNLOAD "${shop.url}/a.png"
LET NAME$ = LCASE$("A.png")
SEND MAIL TO "ana@example.com" WITH SUBJECT "x" ATTACH "media/" + NAME$`);
  expect(stderr).toContain('error GB4232: "media/a.png" cannot be read');
  expect(stderr).toContain("pass on the path that DOWNLOAD gives");
});

test("in a test a mock gives the file, and nothing is written", async () => {
  const folder = await folderWith({
    "bot.bas": `ON WEBHOOK POST TO "/x" OPEN DO
  SEND MAIL TO "ana@example.com" WITH SUBJECT "List" ATTACH DOWNLOAD "https://shop.example/list.csv"
END ON`,
    "bot.test.bas": `TEST "the list is sent"
  MOCK GET "https://shop.example/list.csv" WITH BODY "a;b" HEADERS { "Content-Type": "text/csv" }
  RECEIVE POST "/x"
  EXPECT MAIL TO "ana@example.com" WITH SUBJECT "List"
  EXPECT CALLED GET "https://shop.example/list.csv"
END TEST`,
  });
  const { code, stdout } = await gbasic(["test"], folder);
  expect({ code, stdout }).toMatchObject({ code: 0 });
  expect(await readdir(folder)).not.toContain(".gbasic");
});
