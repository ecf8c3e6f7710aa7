import type { CallMessage, MailMessage, SmsMessage, WhatsAppMessage } from "../host/message.ts";
import { isForTwilio } from "../host/whatsapp/twilio.ts";
import { readRecipients } from "./mail/mail-addresses.ts";
import {
  createSimulatedChannel,
  type ChannelLog,
  type SimulatedChannel,
} from "./simulated-channel.ts";
import { calledParty } from "./calls/called-party.ts";
import { smsForm } from "./sms/sms-request.ts";
import { checkMessage } from "./whatsapp/check-message.ts";
import { describeMessage } from "./whatsapp/describe-message.ts";
import { twilioWhatsAppForm } from "./whatsapp/twilio-form.ts";
import { twilioTypingForm } from "./whatsapp/twilio-typing.ts";
import { whatsAbleBody } from "./whatsapp/whatsable-body.ts";

/** Makes the simulated twin of SMTP mail. */
export function simulatedMail(log: ChannelLog): SimulatedChannel<MailMessage> {
  return createSimulatedChannel<MailMessage>({
    name: "mail",
    check: readRecipients,
    describe: ({ to, subject, text, html, account }) => {
      const through = account === undefined ? "" : ` using ${account}`;
      return `to ${to.join(", ")}${through}, subject ${subject}: ${text ?? html ?? ""}`;
    },
    log,
  });
}

/**
 * Makes the simulated twin of the WhatsApp Cloud API, and of Twilio for what says that it leaves there.
 * @param throughTwilio whether what answers nobody leaves there too; false unless given
 */
export function simulatedWhatsApp(
  log: ChannelLog,
  throughTwilio = false,
): SimulatedChannel<WhatsAppMessage> {
  return createSimulatedChannel<WhatsAppMessage>({
    name: "whatsapp",
    check: (message) => {
      const answersNobody = message.from === undefined && message.provider === undefined;
      if (isForTwilio(message) || (throughTwilio && answersNobody)) checkForTwilio(message);
      else if (message.provider === "whatsable") whatsAbleBody(message);
      else checkMessage(message);
    },
    describe: describeMessage,
    log,
  });
}

function checkForTwilio(message: WhatsAppMessage): void {
  const { content } = message;
  if (content?.kind === "read") twilioTypingForm(content);
  else twilioWhatsAppForm(message, "");
}

/** Makes the simulated twin of Twilio SMS. */
export function simulatedSms(log: ChannelLog): SimulatedChannel<SmsMessage> {
  return createSimulatedChannel<SmsMessage>({
    name: "sms",
    check: (message) => smsForm(message, { from: "" }),
    describe: ({ to, text, media }) => `to ${to}: ${withMedia(text, media)}`,
    log,
  });
}

function withMedia(text: string, media: readonly string[] = []): string {
  return [text, ...media].filter((part) => part !== "").join(" ");
}

/** Makes the simulated twin of phone calls. */
export function simulatedCalls(log: ChannelLog): SimulatedChannel<CallMessage> {
  return createSimulatedChannel<CallMessage>({
    name: "call",
    check: ({ to }) => calledParty(to),
    describe: ({ to, text, url }) => `to ${to}: ${[text, url ?? ""].filter(Boolean).join(" ")}`,
    log,
  });
}
