import { configurationMessages } from "../../diagnostics/codes/configuration.ts";
import type { Message } from "../../diagnostics/diagnostic.ts";
import { accountKey } from "../mail-account.ts";
import { mailVariables } from "./channel-variables.ts";
import { variableFacts } from "./facts.ts";

/** What an account has of its own; the rest is that of the standard one. */
export interface MailAccountSettings {
  readonly smtpUrl: string | undefined;
  readonly from: string | undefined;
}

/** The accounts that scripts name with USING, by `accountKey`, and what is wrong with them. */
export interface MailAccountsReading {
  readonly accounts: ReadonlyMap<string, MailAccountSettings>;
  readonly faults: readonly Message[];
}

const NAMED = /^(SMTP_URL|MAIL_FROM)_(\w+)$/;

/** Reads `SMTP_URL_SALES`, `MAIL_FROM_SALES` and the like. Blank values count as not set. */
export function readMailAccounts(environment: ReadonlyMap<string, string>): MailAccountsReading {
  const accounts = new Map<string, MailAccountSettings>();
  const faults: Message[] = [];
  for (const [name, written] of environment) {
    const [, variable, account = ""] = NAMED.exec(name) ?? [];
    const text = written.trim();
    if ((variable !== "SMTP_URL" && variable !== "MAIL_FROM") || text === "") continue;
    const parsed = mailVariables[variable].safeParse(text);
    if (!parsed.success) {
      faults.push(wrongValue(name, variable, parsed.error.issues[0]?.message ?? ""));
      continue;
    }
    const key = accountKey(account);
    const known = accounts.get(key) ?? { smtpUrl: undefined, from: undefined };
    const own = variable === "SMTP_URL" ? { smtpUrl: parsed.data } : { from: parsed.data };
    accounts.set(key, { ...known, ...own });
  }
  return { accounts, faults };
}

function wrongValue(name: string, variable: keyof typeof mailVariables, expected: string): Message {
  const example = variableFacts.get(mailVariables[variable])?.example ?? "";
  const hidden = "a value that is not shown here";
  return configurationMessages.wrongValue(name, hidden, expected, `${name}=${example}`);
}
