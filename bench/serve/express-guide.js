// The WhatsApp handler of the webhook guide on Express, with its signature check done right: over
// the bytes as they came, in constant time. Run with WHATSAPP_APP_SECRET to check signatures.
import { Buffer } from "node:buffer";
import console from "node:console";
import { createHmac, timingSafeEqual } from "node:crypto";
import process from "node:process";
import express from "express";

const secret = process.env.WHATSAPP_APP_SECRET;
const lastAnswers = new Map();
const app = express();
app.use(express.json({ verify: secret === undefined ? undefined : verify }));

app.post("/webhooks/whatsapp", (req, res) => {
  try {
    const data = req.body;
    if (data.object === "whatsapp_business_account") {
      data.entry.forEach((entry) => {
        entry.changes.forEach((change) => {
          if (change.field === "messages") {
            const message = change.value.messages[0];
            const from = message.from;
            const body = message.text.body;
            console.log(`Received message from ${from}: ${body}`);
            void processWhatsAppMessage(from, body);
          }
        });
      });
    }
    res.status(200).send("OK");
  } catch (error) {
    console.error("Webhook error:", error);
    res.status(500).send("Error");
  }
});

function verify(req, _res, bytes) {
  const given = Buffer.from(
    String(req.headers["x-hub-signature-256"]).slice("sha256=".length),
    "hex",
  );
  const expected = createHmac("sha256", secret).update(bytes).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw Object.assign(new Error("wrong signature"), { status: 403 });
  }
}

async function processWhatsAppMessage(from, body) {
  const response = await generateResponse(body);
  await sendWhatsAppMessage(from, response);
}

// The guide leaves these two to its reader; here they do as little as can be.
async function generateResponse(body) {
  return `You said: ${body}`;
}
async function sendWhatsAppMessage(to, text) {
  lastAnswers.set(to, text);
}

const server = app.listen(0, "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}`);
});
