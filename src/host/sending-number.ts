import type { SmsMessage, WhatsAppMessage } from "./message.ts";

import { isForTwilio, isTwilioSender } from "./whatsapp/twilio.ts";

/** Which numbers of ours WhatsApp messages leave from that name none. */
export interface SendingNumbers {
  /** The id of the number of the settings; undefined where none is set. */
  readonly standard?: string | undefined;
  /** A number of Twilio, or a messaging service, whose numbers are not known here. */
  readonly twilio?: string | undefined;
  /** True where messages that answer nobody leave through Twilio. */
  readonly isThroughTwilio?: boolean;
}

/**
 * Tells which number of ours a WhatsApp message leaves from.
 * @returns an id of Meta, or a number of Twilio; undefined where that is not known
 */
export function sendingNumber(
  message: WhatsAppMessage | SmsMessage,
  { standard, twilio, isThroughTwilio = false }: SendingNumbers,
): string | undefined {
  const { from } = message;
  if (message.channel === "sms") return numberOfTwilio(from ?? twilio);
  const answersNobody = from === undefined && message.provider === undefined;
  if (isForTwilio(message) || (isThroughTwilio && answersNobody)) {
    return numberOfTwilio(from !== undefined && isTwilioSender(from) ? from : twilio);
  }
  return message.provider === "whatsable" ? undefined : (from ?? standard);
}

function numberOfTwilio(sender: string | undefined): string | undefined {
  return sender === undefined || sender.startsWith("MG") ? undefined : sender;
}
