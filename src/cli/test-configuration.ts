import { readTestEnvironment, type TestConfiguration } from "../testing/test-environment.ts";
import type { CommandIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads the settings of tests from the environment, and not from `.env`: no credential, and nothing that could
 * open anything outside.
 * @throws UsageError for a setting that is wrong
 */
export function readTestConfiguration({
  environment,
}: Pick<CommandIo, "environment">): TestConfiguration {
  const { configuration, messages } = readTestEnvironment(environment);
  const wrong = messages.find(({ severity }) => severity === "error");
  if (configuration !== undefined) return configuration;
  if (wrong === undefined) throw new Error("settings without an error gave none");
  throw new UsageError(wrong);
}
