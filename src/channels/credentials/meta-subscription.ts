import { z } from "zod";
import { askJson } from "./ask-json.ts";

/** What Meta says of the app that a token belongs to. */
export interface MetaSubscription {
  /** The WhatsApp account of the number, and whether the app gets what happens there; undefined where Meta does not tell. */
  readonly account: { readonly id: string; readonly isSubscribed: boolean } | undefined;
  /** The fields of WhatsApp that the app gets; undefined where Meta does not tell. */
  readonly fields: readonly string[] | undefined;
}

/** Whom to ask, and about what. */
export interface MetaQuestion {
  /** With its version. */
  readonly apiUrl: string;
  readonly accessToken: string;
  readonly phoneNumberId: string;
  /** Undefined where it is not set; the fields are not known then. */
  readonly appSecret: string | undefined;
}

/** Accounts that are looked through for the number. */
const MOST_ACCOUNTS = 20;
const MANAGEMENT = "whatsapp_business_management";

const tokenSchema = z.object({
  data: z.object({
    app_id: z.string(),
    granular_scopes: z
      .array(z.object({ scope: z.string(), target_ids: z.array(z.string()).default([]) }))
      .default([]),
  }),
});
const numbersSchema = z.object({ data: z.array(z.object({ id: z.string() })) });
const appsSchema = z.object({
  data: z.array(z.object({ whatsapp_business_api_data: z.object({ id: z.string() }) })),
});
const subscriptionsSchema = z.object({
  data: z.array(
    z.object({
      object: z.string(),
      active: z.boolean().default(true),
      fields: z
        .array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]))
        .default([]),
    }),
  ),
});

/**
 * Asks Meta whether the app of a token gets what happens to a number: whether it is subscribed to the WhatsApp
 * account, and to which fields. The token tells the app and the accounts. Sources, read on 2026-11-27:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/manage-accounts
 * (debug_token), …/solution-providers/manage-webhooks (subscribed_apps), and
 * https://developers.facebook.com/docs/graph-api/reference/app/subscriptions/ (subscriptions, with the token of
 * the app, which is made of its id and secret).
 */
export async function askMetaSubscription(question: MetaQuestion): Promise<MetaSubscription> {
  const { accessToken } = question;
  const query = new URLSearchParams([["input_token", accessToken]]).toString();
  const told = await askMeta(question, `debug_token?${query}`, tokenSchema);
  if (told === undefined) return { account: undefined, fields: undefined };
  const { app_id: app, granular_scopes: scopes } = told.data;
  const accounts = scopes.find(({ scope }) => scope === MANAGEMENT)?.target_ids ?? [];
  const [account, fields] = await Promise.all([
    askAccount(question, app, accounts.slice(0, MOST_ACCOUNTS)),
    askFields(question, app),
  ]);
  return { account, fields };
}

async function askAccount(
  question: MetaQuestion,
  app: string,
  accounts: readonly string[],
): Promise<MetaSubscription["account"]> {
  const id = await accountOf(question, accounts);
  if (id === undefined) return undefined;
  const apps = await askMeta(question, `${id}/subscribed_apps`, appsSchema);
  if (apps === undefined) return undefined;
  return { id, isSubscribed: apps.data.some((one) => one.whatsapp_business_api_data.id === app) };
}

/** A token may be good for several accounts. */
async function accountOf(
  question: MetaQuestion,
  accounts: readonly string[],
): Promise<string | undefined> {
  if (accounts.length <= 1) return accounts[0];
  const having = await Promise.all(
    accounts.map(async (id) => {
      const numbers = await askMeta(question, `${id}/phone_numbers?fields=id`, numbersSchema);
      return numbers?.data.some((number) => number.id === question.phoneNumberId) ?? false;
    }),
  );
  return accounts.find((_, index) => having[index]);
}

async function askFields(question: MetaQuestion, app: string): Promise<MetaSubscription["fields"]> {
  const { appSecret } = question;
  if (appSecret === undefined) return undefined;
  const accessToken = `${app}|${appSecret}`;
  const told = await askMeta(
    { ...question, accessToken },
    `${app}/subscriptions`,
    subscriptionsSchema,
  );
  return told?.data
    .filter(({ object, active }) => object === "whatsapp_business_account" && active)
    .flatMap(({ fields }) => fields);
}

/** @returns undefined where Meta does not tell */
async function askMeta<T>(
  { apiUrl, accessToken, appSecret }: MetaQuestion,
  path: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const secrets = [accessToken, ...(appSecret === undefined ? [] : [appSecret])];
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await askJson(`${apiUrl}/${path}`, headers, secrets, schema);
  return answer.state === "told" ? answer.found : undefined;
}
