import type { Message } from "../diagnostics/diagnostic.ts";
import type { Send } from "../engine/send.ts";
import type { OutboundMessage, SmsMessage, WhatsAppMessage } from "../host/message.ts";
import { isReadMark } from "../host/whatsapp/message.ts";
import { sendingNumber, type SendingNumbers } from "../host/sending-number.ts";
import { isWhatsAppNumber } from "../host/whatsapp/twilio.ts";
import { ServiceWindow, type ServiceWindowParts } from "./service-window.ts";
import { SpendGuard, type SpendGuardParts } from "./spend-guard.ts";
import { withOrigin } from "./with-origin.ts";

/** Takes back what was counted for a message that did not leave after all. */
export type TakeBack = () => void;

const NOTHING_COUNTED: TakeBack = () => {};

/** Decides which WhatsApp messages may be tried: within the 24 hours, and below the limits. */
export class SendGuard {
  readonly #window: ServiceWindow;
  readonly #spending: SpendGuard;
  readonly #numbers: SendingNumbers;

  constructor(parts: ServiceWindowParts & SpendGuardParts & { readonly numbers: SendingNumbers }) {
    this.#window = new ServiceWindow(parts);
    this.#spending = new SpendGuard(parts);
    this.#numbers = parts.numbers;
  }

  /** Gives why a message must not leave, else what is to be called if it does not. */
  async admit(send: Send): Promise<Message | TakeBack> {
    const message = withOrigin(send);
    if (!isWhatsApp(message)) return NOTHING_COUNTED;
    if (message.channel === "sms" || message.content?.kind !== "template") {
      const number = sendingNumber(message, this.#numbers);
      const problem = await this.#window.problem({ person: message.to, number }, send.place);
      if (problem !== undefined) return problem;
    }
    return this.#spending.count(message.to);
  }
}

/** A number behind `whatsapp:` gets a WhatsApp message through Twilio. */
function isWhatsApp(message: OutboundMessage): message is WhatsAppMessage | SmsMessage {
  if (message.channel === "sms") return isWhatsAppNumber(message.to);
  return message.channel === "whatsapp" && !isReadMark(message);
}
