import { phoneCallMessages } from "../diagnostics/codes/phone-calls.ts";
import { riskySettingMessages } from "../diagnostics/codes/risky-settings.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import type { Configuration } from "../host/configuration.ts";
import { checkTwiml } from "../twiml/check-twiml.ts";

/** Looks whether Twilio can read what a caller hears where a handler fails: GB5535, and GB5536 as a warning. */
export function checkFallback({ twilio }: Configuration): readonly Message[] {
  const noXml = phoneCallMessages.noXml("").code;
  return checkTwiml(twilio.fallback, "call").map(({ code, message, hint }) =>
    code === noXml
      ? riskySettingMessages.brokenFallback(message)
      : riskySettingMessages.oddFallback(message, hint),
  );
}
