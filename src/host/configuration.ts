import { configurationMessages } from "../diagnostics/codes/configuration.ts";
import type { Message } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import {
  arrange,
  type Configuration,
  type ConfigurationStandards,
} from "./configuration/arrange.ts";
import { readMailAccounts } from "./configuration/mail-accounts.ts";
import { checkProviders, isOfOther } from "./configuration/provider-settings.ts";
import { partialCredentials } from "./configuration/needs.ts";
import { riskySettings } from "./configuration/risky-settings.ts";
import { environmentSchema, type Environment } from "./configuration/schema.ts";
import {
  findVariable,
  VARIABLES,
  variableNames,
  type Variable,
} from "./configuration/variables.ts";

export type { Configuration, ConfigurationStandards } from "./configuration/arrange.ts";

/** What came of reading the environment. */
export interface ConfigurationReading {
  /** Undefined exactly where a message is an error. */
  readonly configuration: Configuration | undefined;
  /** Errors and warnings GB5xxx; none shows the value of a secret. */
  readonly messages: readonly Message[];
}

/** A value as it was found, under the name that it was found under. */
interface FoundValue {
  readonly variable: Variable;
  readonly name: string;
  readonly text: string;
}

/** Names that are gbasic's own, where an unknown one is a slip. */
const OWN_NAME = /^(?:GBASIC|WHATSAPP|TWILIO|CMZON|SUPERWABA|WHATSABLE)_/;

/** The longest value that a message shows. */
const SHOWN_LENGTH = 60;

/**
 * Reads the settings from an environment. Blank values count as not set.
 * @param environment names and values, as `readEnvironment` gives them
 * @param standards what holds for settings that are not set, where a command has its own
 */
export function readConfiguration(
  environment: ReadonlyMap<string, string>,
  standards: ConfigurationStandards = {},
): ConfigurationReading {
  const candidates = VARIABLES.map((variable) => findValues(variable, environment));
  const found = new Map(
    candidates.flatMap(([first]) => (first ? [[first.variable.name, first]] : [])),
  );
  const warnings = [...unknownNames(environment), ...candidates.flatMap(ignoredNames)];
  const parsed = environmentSchema.safeParse(
    Object.fromEntries([...found.values()].map(({ variable, text }) => [variable.name, text])),
  );
  const mailAccounts = readMailAccounts(environment);
  const wrong = parsed.success
    ? [...contradictions(parsed.data), ...checkProviders(parsed.data, environment)]
    : parsed.error.issues.flatMap(({ path, message }) => {
        const value = found.get(String(path[0]));
        return value === undefined ? [] : [wrongValue(value, message)];
      });
  const faults = [...wrong, ...mailAccounts.faults];
  if (!parsed.success || faults.some(({ severity }) => severity === "error")) {
    return { configuration: undefined, messages: [...warnings, ...faults] };
  }
  const configuration = {
    ...arrange(parsed.data, standards, mailAccounts.accounts),
    secretsIn: (name: string) => secretsIn(environment.get(name)),
  };
  return {
    configuration,
    messages: [
      ...warnings,
      ...faults,
      ...partialCredentials(configuration),
      ...riskySettings(configuration),
    ],
  };
}

/** Several secrets stand with commas between them, the newest first. */
function secretsIn(text = ""): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The values of a variable, the one that counts first. */
function findValues(variable: Variable, environment: ReadonlyMap<string, string>): FoundValue[] {
  return [variable.name, ...(variable.alsoAccepted ?? [])].flatMap((name) => {
    if (isOfOther(variable.name, name, environment)) return [];
    const text = environment.get(name)?.trim() ?? "";
    return text === "" ? [] : [{ variable, name, text }];
  });
}

/** TZ is left out: it is the machine's, and a setting of gbasic's own beside it is no slip. */
function ignoredNames([used, ...others]: readonly FoundValue[]): Message[] {
  if (used === undefined) return [];
  return others
    .filter(({ name, text }) => text !== used.text && name !== "TZ")
    .map(({ name }) => configurationMessages.ignoredName(name, used.name));
}

function unknownNames(environment: ReadonlyMap<string, string>): Message[] {
  return [...environment.keys()]
    .filter((name) => OWN_NAME.test(name) && findVariable(name) === undefined)
    .map((name) => configurationMessages.unknownName(name, suggest(name, variableNames())));
}

/** Settings that are set together or not at all. */
const TOGETHER: readonly (readonly (keyof Environment)[])[] = [
  ["TLS_CERT", "TLS_KEY"],
  ["DKIM_DOMAIN", "DKIM_SELECTOR", "DKIM_PRIVATE_KEY"],
];

function contradictions(found: Environment): Message[] {
  return TOGETHER.flatMap((names) => {
    const given = names.find((name) => found[name] !== undefined);
    if (given === undefined) return [];
    const missing = names.filter((name) => found[name] === undefined);
    return missing.map((name) => configurationMessages.setTogether(given, name));
  });
}

function wrongValue({ variable, name, text }: FoundValue, expected: string): Message {
  const example = `${name}=${variable.example}`;
  return configurationMessages.wrongValue(name, shown(variable, text), expected, example);
}

/** An address may hold a password even where the variable is no secret. */
function shown(variable: Variable, text: string): string {
  if (variable.secret === true || text.includes("@")) return "a value that is not shown here";
  const short = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  return JSON.stringify(short);
}
