import { symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { startLocalServer } from "../contract/local-server.ts";
import { startUploadServer } from "../contract/upload-server.ts";
import { startServe } from "../server/start-serve.ts";
import { folderWith, gbasic } from "./command.ts";

beforeAll(() => import("../../src/cli/test.ts"), 60_000);

/** Each byte there is, and what ends the parts of a form. */
const EVERY_BYTE = Buffer.concat([
  Buffer.from(Array.from({ length: 256 }, (_, at) => at)),
  Buffer.from("\r\n--boundary--\r\n"),
]);

const FILES = { "all.bin": EVERY_BYTE, "list.csv": "a;b", "sub/Preisé 茶.pdf": "%PDF-" };

async function run(script: string) {
  const server = await startUploadServer((path) =>
    path === "/moved" ? { status: 307, location: "/new" } : { status: 201 },
  );
  const env = `GBASIC_HTTP_ALLOW=127.0.0.1\nGBASIC_DATA=data\n`;
  const written = { "a.bas": script.replaceAll("URL", server.url), ".env": env };
  const folder = await folderWith({ ...FILES, ...written });
  return { ...(await gbasic(["run", "a.bas"], folder)), received: server.received, folder };
}

describe("ATTACH", () => {
  test("sends a form with every byte of a file, and names in UTF-8", async () => {
    const { code, stdout, received } = await run(
      `LET A = POST "URL/files" WITH title = "Tee, 茶 & ""x""", tags = ["a", "b"], n = 1.5, o = { "k": 1 }
  ATTACH { "all": "all.bin", "Préis": "sub/Preisé 茶.pdf" }
PRINT A.status + " " + A`,
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: "201 taken 1\n" });
    const [first] = received;
    expect(first?.parts).toEqual([
      { name: "title", value: 'Tee, 茶 & "x"' },
      { name: "tags", value: "a" },
      { name: "tags", value: "b" },
      { name: "n", value: "1.5" },
      { name: "o", value: '{"k":1}' },
      {
        name: "all",
        fileName: "all.bin",
        type: "application/octet-stream",
        content: EVERY_BYTE,
      },
      {
        name: "Préis",
        fileName: "Preisé 茶.pdf",
        type: "application/pdf",
        content: Buffer.from("%PDF-"),
      },
    ]);
    const type = first?.headers["content-type"];
    expect(type).toMatch(/^multipart\/form-data; boundary=\S+$/);
    expect(first?.headers["content-length"]).toBe(String(first?.bytes.length));
    expect(first?.headers["idempotency-key"]).not.toBeUndefined();
  });

  test.each([
    ['ATTACH "list.csv"', [["file", "list.csv", "text/csv", "a;b"]]],
    ['WITH ATTACH "list.csv"', [["file", "list.csv", "text/csv", "a;b"]]],
    [
      'ATTACH ["list.csv", "list.csv"]',
      [
        ["file", "list.csv", "text/csv", "a;b"],
        ["file", "list.csv", "text/csv", "a;b"],
      ],
    ],
    [
      'ATTACH { "f": { "content": "x;y", "name": "é ""q"".csv" } }',
      [["f", "é %22q%22.csv", "text/csv", "x;y"]],
    ],
    [
      'ATTACH { "f": { "path": "list.csv", "name": "o.txt", "type": "text/x-list" } }',
      [["f", "o.txt", "text/x-list", "a;b"]],
    ],
    ["ATTACH []", []],
  ])("%s", async (clause, files) => {
    const { stderr, received } = await run(`POST "URL/" ${clause}`);
    expect(stderr).toBe("");
    expect(
      received[0]?.parts.map(({ name, fileName, type, content }) => [
        ...[name, fileName, type],
        content?.toString(),
      ]),
    ).toEqual(files);
    expect(received[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  });

  test("a line break in a name adds no header", async () => {
    const { received } = await run(
      `POST "URL/" WITH a = "\\r\\n--x" ATTACH { "f\\r\\nX-Evil: 1": { "content": "", "name": "a\\r\\nX-Evil: 2" } }`,
    );
    expect(received[0]?.bytes.toString()).not.toMatch(/^X-Evil/m);
    expect(received[0]?.parts).toHaveLength(2);
  });

  test("goes instead of the content type of the run, whose other headers stay", async () => {
    const { received } = await run(`SET HEADER "Content-Type", "application/json"
SET HEADER "Authorization", "Bearer t"
POST "URL/" ATTACH "list.csv" HEADERS { "content-type": "multipart/form-data; boundary=x", "X-A": "1" }`);
    expect(received).toMatchObject([
      { parts: [{ name: "file" }], headers: { authorization: "Bearer t", "x-a": "1" } },
    ]);
    expect(received[0]?.headers["content-type"]).not.toContain("boundary=x");
  });

  test.each(["POST", "PUT"])(
    "%s goes where a redirect with 307 leads, with its files",
    async (method) => {
      const { received } = await run(`${method} "URL/moved" WITH a = 1 ATTACH "all.bin"`);
      expect(received.map(({ path }) => path)).toEqual(["/moved", "/new"]);
      expect(received[1]).toMatchObject({ method, parts: received[0]?.parts });
      expect(received[1]?.parts[1]?.content).toEqual(EVERY_BYTE);
    },
  );

  test("a file that was fetched can be sent on", async () => {
    const shop = await startLocalServer((response) => {
      response.writeHead(200, { "content-type": "image/png" }).end(EVERY_BYTE);
    });
    const { received } = await run(`LET F$ = DOWNLOAD "${shop.url}/photo.png"
POST "URL/" ATTACH F$`);
    await shop.close();
    expect(received[0]?.parts).toEqual([
      { name: "file", fileName: "photo.png", type: "image/png", content: EVERY_BYTE },
    ]);
  });
});

describe("FILE", () => {
  test.each([
    ['PUT "URL/7" FILE "all.bin"', "application/octet-stream", EVERY_BYTE],
    ['POST "URL/7" FILE "sub/Preisé 茶.pdf"', "application/pdf", Buffer.from("%PDF-")],
    [
      'PUT "URL/7" FILE "list.csv" HEADERS { "Content-Type": "text/plain" }',
      "text/plain",
      Buffer.from("a;b"),
    ],
    ['PUT "URL/moved" FILE "all.bin"', "application/octet-stream", EVERY_BYTE],
  ])("%s", async (line, type, bytes) => {
    const { received } = await run(line);
    expect(received.at(-1)?.headers).toMatchObject({
      "content-type": type,
      "content-length": String(bytes.length),
    });
    expect(received.at(-1)?.bytes).toEqual(bytes);
  });
});

test("what cannot be sent is an error, and nothing is called", async () => {
  const wrong: readonly (readonly [line: string, code: string])[] = [
    ['POST "URL/" ATTACH "../outside.txt"', "GB4231"],
    ['POST "URL/" ATTACH "link.txt"', "GB4231"],
    ['PUT "URL/" FILE "/etc/hostname"', "GB4231"],
    ['POST "URL/" ATTACH "none.pdf"', "GB4232"],
    ['POST "URL/" ATTACH "sub"', "GB4232"],
    ['POST "URL/" ATTACH FILE$', "GB4750"],
    ['POST "URL/" ATTACH ""', "GB4750"],
    ['POST "URL/" ATTACH 7', "GB4750"],
    ['POST "URL/" ATTACH ["list.csv", ""]', "GB4750"],
    ['POST "URL/" ATTACH { "f": { "path": "list.csv", "nam": "x" } }', "GB4751"],
    ['POST "URL/" ATTACH { "f": { "content": "x" } }', "GB4751"],
    ['POST "URL/" ATTACH { "f": { "path": "list.csv", "content": "x" } }', "GB4751"],
    ['POST "URL/" ATTACH { "f": { "path": "list.csv", "type": "csv" } }', "GB4751"],
    ['POST "URL/" ATTACH { "f": { "path": 7 } }', "GB4751"],
    ['POST "URL/" ATTACH ["big.bin", "big.bin"]', "GB4752"],
    ['POST "URL/" ATTACH "huge.bin"', "GB4233"],
    ['POST "URL/", "text" ATTACH "list.csv"', "GB4753"],
    ['POST "URL/", [1] ATTACH "list.csv"', "GB4753"],
    ['POST "URL/", { "a": 1 }, "application/json" ATTACH "list.csv"', "GB4754"],
    ['POST "URL/" ATTACH "list.csv" HEADERS { "content-type": "text/csv" }', "GB4754"],
    ['PUT "URL/" WITH a = 1 FILE "list.csv"', "GB4755"],
    ['PUT "URL/" FILE "list.csv" ATTACH "list.csv"', "GB4755"],
    ['PUT "URL/" FILE FILE$', "GB4756"],
  ];
  const server = await startUploadServer();
  const tries = wrong.map(([line], at) => {
    // What the script says itself would be told of before it runs.
    const hidden = line.replace(/(ATTACH|FILE) (.+?)(?= HEADERS| ATTACH|$)/g, "$1 SAME($2)");
    const call = hidden.replace("URL", server.url);
    return `TRY\nX = ${call}\nPRINT "${String(at)} sent"\nCATCH e\nPRINT e.code\nEND TRY`;
  });
  const folder = await folderWith({
    "s/a.bas": `FILE$ = ""\nFUNCTION SAME(X)\nRETURN X\nEND FUNCTION\n${tries.join("\n")}`,
    "s/list.csv": "a;b",
    "s/sub/x": "",
    "s/big.bin": new Uint8Array(14 * 1024 * 1024),
    "outside.txt": "secret",
  });
  await symlink(join(folder, "outside.txt"), join(folder, "s/link.txt"));
  await writeFile(join(folder, "s/huge.bin"), "");
  await truncate(join(folder, "s/huge.bin"), 26 * 1024 * 1024);
  const environment = { GBASIC_HTTP_ALLOW: "127.0.0.1" };
  const { stdout } = await gbasic(["run", "s/a.bas"], folder, environment);
  const codes = stdout.trim().split("\n");
  expect(wrong.map(([line], at) => [line, codes[at]])).toEqual(wrong);
  expect(server.received).toEqual([]);
});

test("a run that is played again sends nothing again, and tells another file from the first", async () => {
  const server = await startUploadServer();
  const bot = `ON WEBHOOK POST TO "/x" OPEN DO
  LET A = POST "${server.url}/" WITH a = 1 ATTACH "list.csv"
  PRINT A.status
END ON`;
  const env = "GBASIC_HTTP_ALLOW=127.0.0.1\nGBASIC_DATA=data\n";
  const folder = await folderWith({ "bot.bas": bot, ".env": env, "list.csv": "a;b" });
  const serving = await startServe(folder, {}, {});
  expect(await (await fetch(`${serving.url}/x`, { method: "POST" })).text()).toBe("201");
  const listed = await gbasic(["jobs", "deliveries", "--json"], folder);
  const [, id = ""] = /"id": ?"([^"]+)"/.exec(listed.stdout) ?? [];
  serving.stop();
  await serving.ended;
  expect(await gbasic(["replay", id], folder)).toMatchObject({ code: 0 });
  expect(server.received).toHaveLength(1);
  await writeFile(join(folder, "list.csv"), "a;c");
  const other = await gbasic(["replay", id], folder);
  expect(other.stdout).toContain("step 1 asks an address something else");
  expect(server.received).toHaveLength(1);
});
