import { error } from "../message.ts";
import { proposal } from "../suggest.ts";

/** GB3564–GB3566: settings that a test changes. */
export const testSettingMessages = {
  noSuchSetting: (name: string, proposed: string | undefined) =>
    error(
      "GB3564",
      `${JSON.stringify(name)} is no setting of gbasic`,
      proposal(proposed) ?? "docs/testing.md lists those that tests can set",
    ),
  noUseInTests: (name: string, isSecret: boolean) =>
    error(
      "GB3565",
      `${name} changes nothing in tests`,
      isSecret
        ? "tests read no credentials: what a test receives is signed, and what scripts send goes nowhere"
        : "leave it out; docs/testing.md lists those that tests can set",
    ),
  wrongSetting: (reason: string, name: string, example: string) =>
    error(
      "GB3566",
      reason,
      `write SET SETTING ${JSON.stringify(name)} TO ${JSON.stringify(example)}`,
    ),
} as const;
