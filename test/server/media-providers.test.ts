import { beforeAll, describe, expect, test, vi } from "vitest";
import { startLocalMeta } from "./local-meta.ts";
import { serveBot } from "./served-providers.ts";

beforeAll(() => import("../../src/cli/serve.ts"), 60_000);

/** Says which file it fetched; a caption is the id of another. */
const BOT = `ON WHATSAPP IMAGE DO
  LET ID$ = WHATSAPP.media.caption
  IF ID$ = "" THEN ID$ = WHATSAPP.media.id
  LET FILE$ = DOWNLOAD WHATSAPP MEDIA ID$
  LOG "kept " + SPLIT(FILE$, "/")[2]
END ON
`;

const SECRETS = {
  WHATSAPP_PROVIDERS: "cmzon, meta, whatsable",
  WHATSAPP_APP_SECRET: "secret-of-meta",
  CMZON_WEBHOOK_SECRET: "secret-of-cmzon",
};

/** An API of every provider, which has every file, and remembers who asked for what. */
async function startFiles() {
  const asked: string[] = [];
  const { WHATSAPP_API_URL: url } = await startLocalMeta((request, response) => {
    const { url: path = "", headers } = request;
    if (path === "/bytes") {
      response.end("picture");
      return;
    }
    asked.push(`${path} ${headers.authorization ?? ""}`);
    response.end(JSON.stringify({ url: `${url}/bytes`, mime_type: "image/jpeg" }));
  });
  const settings = {
    WHATSAPP_API_URL: `${url}/meta`,
    WHATSAPP_ACCESS_TOKEN: "token-for-meta",
    CMZON_API_URL: `${url}/cmzon`,
    CMZON_ACCESS_TOKEN: "token-for-cmzon",
    WHATSABLE_API_URL: `${url}/whatsable`,
    WHATSABLE_ACCESS_TOKEN: "token-for-whatsable",
  };
  return { asked, settings };
}

function picture(id: string, number: string, caption?: string): string {
  const image = { id, mime_type: "image/jpeg", caption };
  const message = { id: `wamid.${id}`, from: "5511999990001", type: "image", image };
  const value = { metadata: { phone_number_id: number }, messages: [message] };
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [{ id: "1", changes: [{ value, field: "messages" }] }],
  });
}

describe("DOWNLOAD WHATSAPP MEDIA, with several providers", () => {
  test("asks whoever brought the message, for the number that it came to", async () => {
    const { asked, settings } = await startFiles();
    const { signed, logged } = await serveBot(BOT, { ...SECRETS, ...settings });
    await signed("/webhooks/whatsapp", picture("111111", "115"), "secret-of-meta");
    await logged("kept 111111.jpg");
    await signed("/webhooks/cmzon", picture("222222", "4711"), "secret-of-cmzon");
    await logged("kept 222222.jpg");
    expect(asked).toEqual([
      "/meta/111111?phone_number_id=115 Bearer token-for-meta",
      "/cmzon/222222?phone_number_id=4711 Bearer token-for-cmzon",
    ]);
  });

  test("of a file of another message it does not say to which number that came", async () => {
    const { asked, settings } = await startFiles();
    const { signed, logged } = await serveBot(BOT, { ...SECRETS, ...settings });
    const body = picture("111111", "115", "333333");
    await signed("/webhooks/whatsapp", body, "secret-of-meta");
    await logged("kept 333333.jpg");
    expect(asked).toEqual(["/meta/333333 Bearer token-for-meta"]);
  });

  test("where its token is missing, the file is simulated and nobody else is asked", async () => {
    const { asked, settings } = await startFiles();
    const without = { ...SECRETS, ...settings, CMZON_ACCESS_TOKEN: "" };
    const { signed, logged } = await serveBot(BOT, without);
    await signed("/webhooks/cmzon", picture("222222", "4711"), "secret-of-cmzon");
    await logged("kept 222222.jpg");
    expect(asked).toEqual([]);
  });

  test("WhatsAble has no ids of files, and says what to do instead", async () => {
    const { asked, settings } = await startFiles();
    const script = `ON WHATSAPP MESSAGE RECEIVED DO
  LOG DOWNLOAD WHATSAPP MEDIA "1234567"
END ON
`;
    const { post, output } = await serveBot(script, { ...SECRETS, ...settings });
    const data = {
      ...{ phone_number: "8801734363287", user_id: "6fb11ff2-d9b2-4560-8437-0fe58ec9f4a6" },
      ...{ last_message_of_user: "hi", message_type: "text", user_timestamp: 1774302104 },
    };
    await post("/webhooks/whatsable", JSON.stringify({ event: "incoming_message", data }));
    await vi.waitFor(() => expect(output.stderr).toContain("GB4700"), { timeout: 5000 });
    expect(output.stderr).toContain("DOWNLOAD WHATSAPP.media.url");
    expect(asked).toEqual([]);
  });
});
