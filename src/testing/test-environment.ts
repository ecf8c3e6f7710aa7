import { testSettingMessages } from "../diagnostics/codes/test-settings.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import {
  type Configuration,
  type ConfigurationReading,
  readConfiguration,
} from "../host/configuration.ts";
import { findVariable } from "../host/configuration/variables.ts";
import { BasicError } from "../runtime/error.ts";

/** The settings of tests, with the variables that they were read from. */
export interface TestConfiguration extends Configuration {
  readonly environment: ReadonlyMap<string, string>;
}

/** What tests of scripts can set: it decides what a script does in them. No credential is among it. */
export const TEST_SETTINGS: readonly string[] = [
  "WHATSAPP_HOURLY_LIMIT",
  "WHATSAPP_DAILY_LIMIT",
  "WHATSAPP_HOURLY_LIMIT_PER_PERSON",
  "WHATSAPP_DAILY_LIMIT_PER_PERSON",
  "WHATSAPP_SEND_THROUGH",
  "WHATSAPP_PROVIDERS",
  "WHATSAPP_PATH",
  "CMZON_PATH",
  "SUPERWABA_PATH",
  "WHATSABLE_PATH",
  "TWILIO_CALL_PATH",
  "TWILIO_SMS_PATH",
  "TWILIO_FALLBACK",
  "GBASIC_TIMEZONE",
  "GBASIC_MAX_STEPS",
  "GBASIC_TIMEOUT",
  "GBASIC_JOB_TIMEOUT",
  "GBASIC_MAX_DEPTH",
  "GBASIC_MAX_TEXT",
  "GBASIC_MAX_LIST",
  "GBASIC_MAX_OUTPUT",
  "GBASIC_MAX_EFFECTS",
  "GBASIC_MAX_GENERATIONS",
  "GBASIC_MAX_BODY",
  "GBASIC_MAX_RUNS",
];

/** What tests read of the environment beside it, as commands share it. */
const OTHERS = /^GBASIC_\w+$/;

/**
 * Reads the settings of tests from variables. Nothing is read that could open anything outside, and the
 * zone of the machine is not either, so that tests are the same everywhere.
 */
export function readTestEnvironment(variables: Readonly<Record<string, string | undefined>>): Omit<
  ConfigurationReading,
  "configuration"
> & {
  readonly configuration: TestConfiguration | undefined;
} {
  const environment = new Map(
    Object.entries(variables).flatMap(([name, value]) =>
      value !== undefined && (TEST_SETTINGS.includes(name) || OTHERS.test(name))
        ? [[name, value] as const]
        : [],
    ),
  );
  return read(environment);
}

function read(environment: ReadonlyMap<string, string>) {
  const { configuration, messages } = readConfiguration(new Map([["TZ", "UTC"], ...environment]));
  return { messages, configuration: configuration && { ...configuration, environment } };
}

/**
 * Gives the settings with one of them changed.
 * @param value undefined for what holds where it is not set
 * @throws BasicError GB3564 for what is no setting, GB3565 for one that tests have no use for, GB3566 for a value
 *   that it cannot have
 */
export function changeSetting(
  { environment }: TestConfiguration,
  name: string,
  value: string | undefined,
): TestConfiguration {
  const wrong = wrongSetting(name);
  if (wrong !== undefined) throw new BasicError(wrong);
  const changed = new Map(environment);
  if (value === undefined) changed.delete(name);
  else changed.set(name, value);
  const { configuration, messages } = read(changed);
  if (configuration !== undefined) return configuration;
  const found = messages.find(({ severity }) => severity === "error");
  throw new BasicError(refused(name, found));
}

/** Says why a setting cannot be set in tests; undefined where it can. */
export function wrongSetting(name: string): Message | undefined {
  if (TEST_SETTINGS.includes(name)) return undefined;
  const known = findVariable(name);
  if (known === undefined) {
    return testSettingMessages.noSuchSetting(name, suggest(name.toUpperCase(), TEST_SETTINGS));
  }
  return testSettingMessages.noUseInTests(name, known.secret === true);
}

/** Says why a setting cannot have a value, whatever the others are; undefined where it can. */
export function wrongSettingValue(name: string, value: string): Message | undefined {
  const { configuration, messages } = read(new Map([[name, value]]));
  if (configuration !== undefined) return undefined;
  return refused(
    name,
    messages.find(({ severity }) => severity === "error"),
  );
}

function refused(name: string, found: Message | undefined): Message {
  const example = findVariable(name)?.example ?? "";
  return testSettingMessages.wrongSetting(found?.message ?? `${name} is wrong`, name, example);
}
