import { type Configuration, readConfiguration } from "../host/configuration.ts";
import type { CommandIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Settings that decide how scripts run; no credential is among them. */
const READ =
  /^(?:GBASIC_\w+|WHATSAPP_PATH|WHATSAPP_PROVIDERS|(?:CMZON|SUPERWABA|WHATSABLE)_PATH|WHATSAPP_\w+_LIMIT(?:_PER_PERSON)?|TWILIO_FALLBACK)$/;

/**
 * Reads the settings of tests from the environment. Nothing is read that could open anything outside,
 * and neither `.env` nor the zone of the machine is, so that tests are the same everywhere;
 * GBASIC_TIMEZONE sets another zone than UTC.
 * @throws UsageError for a setting that is wrong
 */
export function readTestConfiguration({
  environment,
}: Pick<CommandIo, "environment">): Configuration {
  const values = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && READ.test(name) ? [[name, value] as const] : [],
  );
  const { configuration, messages } = readConfiguration(
    new Map([["TZ", "UTC"] as const, ...values]),
  );
  const wrong = messages.find(({ severity }) => severity === "error");
  if (configuration !== undefined) return configuration;
  if (wrong === undefined) throw new Error("settings without an error gave none");
  throw new UsageError(wrong);
}
