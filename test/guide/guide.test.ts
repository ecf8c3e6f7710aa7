import { beforeAll, describe, expect, test, vi } from "vitest";
import { folderWith } from "../cli/command.ts";
import { startLocalMailServer } from "../contract/local-mail-server.ts";
import { startLocalServer } from "../contract/local-server.ts";
import { guideCurl, guideListings, guidePayload } from "./listings.ts";
import { serve } from "./served.ts";

const listings = guideListings();

/** The guide's voice handler as it was before its page lost the XML. */
const TWIML_LISTING = `REM Twilio Voice Webhook Handler
ON WEBHOOK POST TO "/twilio/voice" DO
    LET TWIML$ = "<?xml version=""1.0"" encoding=""UTF-8""?>"
    TWIML$ = TWIML$ + "<Response>"
    TWIML$ = TWIML$ + "<Gather action=""/twilio/gather"" method=""POST"" numDigits=""6"">"
    TWIML$ = TWIML$ + "<Say>Please enter your verification code followed by the pound sign.</Say>"
    TWIML$ = TWIML$ + "</Gather>"
    TWIML$ = TWIML$ + "</Response>"
    SET RESPONSE HEADER "Content-Type" TO "text/xml"
    PRINT TWIML$
END ON
`;

const ACCEPTED = { status: 200, json: { messages: [{ id: "wamid.sent" }] } };
const form = (fields: Record<string, string>) => ({
  method: "POST",
  body: new URLSearchParams(fields),
});
const json = (body: string, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { "Content-Type": "application/json", ...headers },
  body,
});

describe.skipIf(listings === undefined)("the guide's listings as they stand", () => {
  let files: Record<string, string>;
  beforeAll(() => {
    const [twilio = "", whatsapp = ""] = listings ?? [];
    files = { "bots/twilio.bas": twilio, "bots/whatsapp.bas": whatsapp };
  });

  async function serveGuide(environment: Record<string, string> = {}) {
    return serve(["bots"], await folderWith(files), environment);
  }

  test("the voice handler answers with the printed text as text/xml", async () => {
    const { url } = await serveGuide();
    const call = { CallSid: "CA123", From: "+1234567890", CallStatus: "ringing" };
    const response = await fetch(`${url}/twilio/voice`, form(call));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/xml");
    expect(await response.text()).toBe(
      "Please enter your verification code followed by the pound sign." +
        "https://twimlets.com/voicemail?Email=your-email@example.com",
    );
  });

  test("the gather handler logs the code and mails it", async () => {
    const mail = await startLocalMailServer();
    const { url, output } = await serveGuide({
      SMTP_URL: mail.url,
      MAIL_FROM: "bot@example.com",
    });
    const response = await fetch(`${url}/twilio/gather`, form({ Digits: "123456" }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/xml");
    expect(await response.text()).toBe("Thank you. Your code has been received.");
    await vi.waitFor(() => expect(mail.received).toHaveLength(1), { timeout: 10_000 });
    const [received] = mail.received;
    expect(received?.recipients).toEqual(["your-email@example.com"]);
    expect(received?.mail.subject).toBe("WhatsApp Verification Code");
    expect(received?.mail.text?.trim()).toBe("Your verification code is: 123456");
    expect(output().stderr).toContain("WhatsApp Verification Code: 123456");
    await mail.close();
  });

  test("the WhatsApp handler answers OK at once and replies through the model afterwards", async () => {
    const meta = await startLocalServer(ACCEPTED);
    let releaseModel: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (releaseModel = resolve));
    const model = await startLocalServer((response) => {
      void released.then(() => {
        const message = { role: "assistant", content: "Happy to help." };
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ choices: [{ message }] }));
      });
    });
    const { url, output } = await serveGuide({
      WHATSAPP_ACCESS_TOKEN: "token",
      WHATSAPP_PHONE_NUMBER_ID: "1158433381968079",
      WHATSAPP_API_URL: `${meta.url}/v26.0`,
      LLM_URL: `${model.url}/v1`,
      LLM_API_KEY: "key",
      LLM_MODEL: "small",
    });
    // The model is silent until the response is here, so the response cannot have waited for it.
    const response = await fetch(`${url}/webhooks/whatsapp`, json(guidePayload()));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("OK");
    expect(meta.received).toEqual([]);
    releaseModel();
    await vi.waitFor(() => expect(meta.received).toHaveLength(1), { timeout: 10_000 });
    const [sent] = meta.received;
    expect(sent?.path).toBe("/v26.0/1158433381968079/messages");
    expect(JSON.parse(sent?.body ?? "")).toMatchObject({
      to: "5511999999999",
      type: "text",
      text: { body: "Happy to help." },
    });
    expect(JSON.parse(model.received[0]?.body ?? "")).toMatchObject({
      messages: [{ role: "user", content: "Hello, how can I help you?" }],
    });
    expect(output().stderr).toContain("Hello, how can I help you?");
    await Promise.all([meta.close(), model.close()]);
  });

  test("a status and an image run without an exception and send nothing empty", async () => {
    const meta = await startLocalServer(ACCEPTED);
    const { url, output } = await serveGuide({
      WHATSAPP_ACCESS_TOKEN: "token",
      WHATSAPP_PHONE_NUMBER_ID: "1",
      WHATSAPP_API_URL: meta.url,
    });
    const status = { id: "wamid.1", status: "delivered", timestamp: "1", recipient_id: "55" };
    const image = { from: "5511999999999", id: "wamid.2", type: "image", image: { id: "9" } };
    for (const value of [{ statuses: [status] }, { messages: [image] }]) {
      const change = { field: "messages", value };
      const body = { object: "whatsapp_business_account", entry: [{ id: "1", changes: [change] }] };
      const response = await fetch(`${url}/webhooks/whatsapp`, json(JSON.stringify(body)));
      expect(response.status).toBe(200);
      expect(await response.text()).toBe("OK");
    }
    await vi.waitFor(() => expect(output().stderr).toContain("GB4221"), { timeout: 10_000 });
    expect(meta.received).toEqual([]);
    expect(output().stderr).not.toMatch(/GB3\d\d\d/);
    await meta.close();
  });

  test.each(["/twilio/voice", "/webhooks/whatsapp"])(
    "the curl sample for %s works as printed",
    async (path) => {
      const { url } = await serveGuide();
      const { headers, body } = guideCurl(path);
      const response = await fetch(`${url}${path}`, { method: "POST", headers, body });
      expect(response.status).toBe(200);
    },
  );

  test("an own FUNCTION GENERATE RESPONSE takes the place of the model", async () => {
    const meta = await startLocalServer(ACCEPTED);
    const [, whatsapp = ""] = listings ?? [];
    const own = 'FUNCTION GENERATE RESPONSE TEXT$\nRETURN "You said " + TEXT$\nEND FUNCTION\n';
    const folder = await folderWith({ "bots/whatsapp.bas": `${whatsapp}\n${own}` });
    const { url } = await serve(["bots"], folder, {
      WHATSAPP_ACCESS_TOKEN: "token",
      WHATSAPP_PHONE_NUMBER_ID: "1",
      WHATSAPP_API_URL: meta.url,
    });
    await fetch(`${url}/webhooks/whatsapp`, json(guidePayload()));
    await vi.waitFor(() => expect(meta.received).toHaveLength(1), { timeout: 10_000 });
    expect(JSON.parse(meta.received[0]?.body ?? "")).toMatchObject({
      text: { body: "You said Hello, how can I help you?" },
    });
    await meta.close();
  });
});

test('TwiML in ""-escaped texts is served byte for byte', async () => {
  const { url } = await serve(["."], await folderWith({ "voice.bas": TWIML_LISTING }));
  const response = await fetch(`${url}/twilio/voice`, form({ CallSid: "CA1" }));
  expect(response.headers.get("content-type")).toBe("text/xml");
  expect(await response.text()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response>' +
      '<Gather action="/twilio/gather" method="POST" numDigits="6">' +
      "<Say>Please enter your verification code followed by the pound sign.</Say>" +
      "</Gather></Response>",
  );
});
