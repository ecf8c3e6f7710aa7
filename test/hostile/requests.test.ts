import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderWith } from "../cli/command.ts";
import { serve, type Served } from "../guide/served.ts";

const SCRIPT = `
ON WEBHOOK POST TO "/json" OPEN DO
  LET O = PARSE JSON GET REQUEST BODY
  PRINT TYPEOF(O), O.polluted IS NULL, O.constructor IS NULL, O.a
END ON
ON WEBHOOK POST TO "/form" OPEN DO
  PRINT GET FORM VALUE "__proto__", GET FORM VALUE "a", (GET FORM VALUE "toString") IS NULL
END ON
ON WEBHOOK GET TO "/query/:item" OPEN DO
  PRINT GET QUERY VALUE "__proto__", (GET QUERY VALUE "constructor") IS NULL, GET PATH VALUE "item"
END ON
ON WEBHOOK GET TO "/header" OPEN DO
  PRINT GET REQUEST HEADER "constructor", (GET REQUEST HEADER "__proto__") IS NULL
END ON
ON WEBHOOK POST TO "/answer" OPEN DO
  LET O = PARSE JSON GET REQUEST BODY
  IF O.status IS NOT NULL THEN SET RESPONSE STATUS TO O.status
  IF O.name IS NOT NULL THEN SET RESPONSE HEADER O.name TO O.value
  RETURN O.result
END ON
ON WEBHOOK POST TO "/log" OPEN DO
  LOG GET REQUEST BODY
  PRINT "logged"
END ON
ON WEBHOOK GET TO "/burn" OPEN DO
  WHILE TRUE
    LET X = UCASE$("a")
  WEND
END ON
ON WEBHOOK GET TO "/fill" OPEN DO
  LET L = []
  WHILE TRUE
    PUSH L, UCASE$(REPEAT("ab", 1000000) & UBOUND(L))
  WEND
END ON
ON WEBHOOK GET TO "/spawn" OPEN DO
  FORK(1)
  PRINT "spawned"
END ON
SUB FORK(N)
  WHILE TRUE
    SPAWN FORK(N)
  WEND
END SUB
`;

describe("a server", () => {
  let server: Served;
  const ends: (() => void | Promise<void>)[] = [];
  const atEnd = (end: () => void | Promise<void>) => void ends.push(end);

  afterAll(async () => {
    for (const end of ends) await end();
  });

  beforeAll(async () => {
    const folder = await folderWith({ "script.bas": SCRIPT }, atEnd);
    const settings = {
      GBASIC_MAX_STEPS: "200000",
      GBASIC_MAX_EFFECTS: "100",
      GBASIC_MAX_MEMORY: "400",
    };
    server = await serve(["script.bas"], folder, settings, atEnd);
  });

  async function post(path: string, body: string, type = "application/json") {
    const headers = { "content-type": type };
    const response = await fetch(server.url + path, { method: "POST", headers, body });
    return `${response.status} ${await response.text()}`;
  }

  async function get(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(server.url + path, { headers });
    return `${response.status} ${await response.text()}`;
  }

  /** Each hostile request is followed by one of another caller, which has to be answered. */
  async function isAlive() {
    expect(await get("/healthz")).toMatch(/^200/u);
    expect(await post("/json", '{"a":1}')).toBe("200 object true true 1");
  }

  test.each([
    [
      "10 MB of JSON",
      `{"a":"${"x".repeat(10_000_000)}"}`,
      /^413 error GB4107: .*\n.*GBASIC_MAX_BODY/u,
    ],
    [
      "100,000 lists in lists",
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
      /GB3021: .*[\s\S]*fixed/u,
    ],
    ["100,000 objects in objects", '{"a":'.repeat(100_000), /GB3021: /u],
    ["a list of a million", `[${"1,".repeat(1_100_000)}1]`, /GB3091: [\s\S]*GBASIC_MAX_LIST/u],
    ["names of JavaScript", '{"__proto__":{"polluted":1},"a":2}', /^200 object true true 2$/u],
    ["a constructor", '{"constructor":{"prototype":{"polluted":1}}}', /^200 object true false $/u],
    ["half of it", '{"a":', /^500 [\s\S]*GB3020/u],
    ["bytes that are no text", "\u0000\ufffd", /^500 [\s\S]*GB3020/u],
  ])("answers after JSON with %s", async (_, body, expected) => {
    expect(await post("/json", body)).toMatch(expected);
    await isAlive();
  });

  test("answers after forms", async () => {
    const form = "application/x-www-form-urlencoded";
    const fields = Array.from({ length: 10_000 }, (_, at) => `f${at}=1`).join("&");
    expect(await post("/form", "__proto__=1&a=2", form)).toBe("200 1 2 true");
    expect(await post("/form", fields, form)).toMatch(/^413 error GB4110: [\s\S]*fixed/u);
    expect(await post("/form", `${"n".repeat(1_000_000)}=1`, form)).toMatch(/^[24]\d\d /u);
    expect(await post("/form", `a=${"%".repeat(100_000)}`, form)).toMatch(/^[24]\d\d /u);
    await isAlive();
  });

  test("answers after forms in parts", async () => {
    const type = "multipart/form-data; boundary=B";
    const part = (name: string) =>
      `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`;
    const parts = Array.from({ length: 10_000 }, (_, at) => part(`f${at}`)).join("");
    expect(await post("/form", `${part("__proto__")}${part("a")}--B--`, type)).toBe("200 1 1 true");
    expect(await post("/form", `${parts}--B--`, type)).toMatch(/^413 error GB4110/u);
    expect(await post("/form", `${part("n".repeat(1_000_000))}--B--`, type)).toMatch(/^[24]\d\d /u);
    expect(await post("/form", part("a"), type)).toMatch(/^400 error GB4109/u);
    expect(await post("/form", "--B\r\n".repeat(100_000), type)).toMatch(/^[24]\d\d /u);
    expect(await post("/form", "x", "multipart/form-data")).toMatch(/^400 error GB4109/u);
    await isAlive();
  });

  test("answers after queries, paths and headers", async () => {
    expect(await get("/query/__proto__?__proto__=1")).toBe("200 1 true __proto__");
    expect(await get("/query/a?__proto__[polluted]=1&a[b][c]=2")).toMatch(/^200 /u);
    expect(await get(`/query/a?${"a=1&".repeat(3000)}`)).toMatch(/^(?:200|431) /u);
    expect(await get("/query/%ff")).toMatch(/^400 error GB4111/u);
    expect(await get("/query/..%2f..%2fetc%2fpasswd")).toBe("200  true ../../etc/passwd");
    expect(await get("/header", { constructor: "c" })).toBe("200 c true");
    await isAlive();
  });

  test.each([
    ['{"status":99}', "GB3201"],
    ['{"status":600}', "GB3201"],
    ['{"status":100}', "GB3201"],
    ['{"status":200.5}', "GB3201"],
    ['{"name":"X-A","value":"1\\r\\nSet-Cookie: a=b"}', "GB3203"],
    ['{"name":"X-A","value":"1\\nSet-Cookie: a=b"}', "GB3203"],
    ['{"name":"X-A\\r\\nSet-Cookie: a=b","value":"1"}', "GB3202"],
    ['{"name":"X A","value":"1"}', "GB3202"],
    ['{"name":"","value":"1"}', "GB3202"],
    ['{"name":"Content-Length","value":"5"}', "GB3204"],
    ['{"name":"Transfer-Encoding","value":"chunked"}', "GB3204"],
    ['{"result":{"status":999}}', "GB3201"],
    ['{"result":{"headers":{"X-A":"1\\r\\nB: 2"}}}', "GB3203"],
  ])("refuses the response %s", async (body, code) => {
    expect(await post("/answer", body)).toMatch(new RegExp(`^500 [\\s\\S]*${code}`, "u"));
    await isAlive();
  });

  test("takes __proto__ as a name of a header", async () => {
    const body = '{"name":"__proto__","value":"1"}';
    const response = await fetch(`${server.url}/answer`, { method: "POST", body });
    expect(response.headers.get("__proto__")).toBe("1");
    await isAlive();
  });

  test("writes one line of the log for one LOG, whatever is in it", async () => {
    const fake = '\n{"level":"error","msg":"fake"}\r\n\u001b[31m\u2028x';
    expect(await post("/log", fake, "text/plain")).toBe("200 logged");
    await expect.poll(() => server.output().stderr).toContain("fake");
    const lines = server
      .output()
      .stderr.split("\n")
      .filter((line) => line.includes("fake"));
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: "info", msg: fake }),
    ]);
  });

  test("ends what would never end, and says where", async () => {
    expect(await get("/burn")).toMatch(
      /^500 script\.bas:26:9 error GB3101[\s\S]*GBASIC_MAX_STEPS/u,
    );
    expect(await get("/fill")).toMatch(
      /^500 script\.bas:32:9 error GB3382[\s\S]*GBASIC_MAX_MEMORY/u,
    );
    expect(await get("/spawn")).toMatch(
      /^500 script\.bas:42:5 error GB4216[\s\S]*GBASIC_MAX_EFFECTS/u,
    );
    await isAlive();
  });

  test("answers after what is no HTTP", async () => {
    const { hostname, port } = new URL(server.url);
    const raw = [
      "\u0000\u0001\u0002\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
      `GET /${"a".repeat(100_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      "POST /json HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /json HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
      "POST /json HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    ];
    for (const message of raw) {
      expect(await answerTo(message, Number(port), hostname)).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/u);
    }
    await isAlive();
  });
});

/** Sends bytes and gives what came back before the connection was closed or cut. */
function answerTo(message: string, port: number, host: string): Promise<string> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(port, host);
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
    socket.on("error", () => socket.destroy());
    socket.on("close", () => done(answer));
    socket.end(message);
  });
}
