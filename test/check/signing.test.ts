import { expect, test } from "vitest";
import { said } from "./diagnostics.ts";

const HMAC = 'SIGNED BY HMAC SHA256 HEADER "X-A" SECRET "SHOP_SECRET"';
const handler = (clauses: string) =>
  `ON WEBHOOK POST TO "/orders" ${clauses} DO\nPRINT GET REQUEST BODY\nEND ON`;

test.each([
  ["no header", 'SIGNED BY HMAC SHA256 SECRET "SHOP_SECRET"', "GB2432"],
  ["no secret", 'SIGNED BY HMAC SHA256 HEADER "X-A"', "GB2432"],
  ["neither of them", "SIGNED BY HMAC", "GB2432"],
  ["a header without a signature", 'HEADER "X-A"', "GB2433"],
  ["a secret without a signature", 'OPEN SECRET "SHOP_SECRET"', "GB2433"],
  ["a header of a service that has its own", 'SIGNED BY GITHUB HEADER "X-A"', "GB2433"],
  ["a tolerance without a signature", "TOLERANCE 60", "GB2433"],
  ["a header with a colon", HMAC.replace("X-A", "X-A:"), "GB2434"],
  ["a header with a blank", HMAC.replace("X-A", "X A"), "GB2434"],
  ["an empty header", HMAC.replace("X-A", ""), "GB2434"],
  ["the secret itself", HMAC.replace("SHOP_SECRET", "s3cr3t-of-mine!"), "GB2435"],
  ["an empty secret", HMAC.replace("SHOP_SECRET", ""), "GB2435"],
  ["a name with a blank", HMAC.replace("SHOP_SECRET", "SHOP SECRET"), "GB2435"],
  ["no tolerance", "SIGNED BY STRIPE TOLERANCE 0", "GB2436"],
  ["less than none", "SIGNED BY STRIPE TOLERANCE -1", "GB2436"],
  ["a part of a second", "SIGNED BY STRIPE TOLERANCE 1.5", "GB2436"],
  ["more than a day", "SIGNED BY SLACK TOLERANCE 86401", "GB2436"],
  ["a tolerance without a time", "SIGNED BY GITHUB TOLERANCE 60", "GB2437"],
  ["a tolerance of the shop", "SIGNED BY SHOPIFY TOLERANCE 60", "GB2437"],
  ["a word for an address", 'OPEN FROM "localhost"', "GB2438"],
  ["a number too high", 'OPEN FROM "203.0.113.256"', "GB2438"],
  ["a range too wide", 'OPEN FROM "203.0.113.0/33"', "GB2438"],
  ["a comma too many", 'OPEN FROM "203.0.113.7,"', "GB2438"],
  ["no address at all", 'OPEN FROM ""', "GB2438"],
  ["a port", 'OPEN FROM "203.0.113.7:80"', "GB2438"],
  ["no request", "OPEN LIMIT 0", "GB2439"],
  ["less than no request", "OPEN LIMIT -1 PER HOUR", "GB2439"],
  ["half a request", "OPEN LIMIT 2.5 PER SECOND", "GB2439"],
])("%s is refused, once, at its place", (_, clauses, code) => {
  const errors = said(handler(clauses)).filter((line) => !line.startsWith("GB25"));
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatch(new RegExp(`^${code} 1:`));
});

test.each([
  HMAC,
  `${HMAC} TOLERANCE 60`,
  HMAC.replace("SHA256", "SHA512"),
  "SIGNED BY STRIPE TOLERANCE 86400",
  "SIGNED BY SLACK TOLERANCE 1",
  'OPEN FROM "203.0.113.0/24, 198.51.100.7, 2001:db8::/32"',
  'SIGNED BY GITHUB FROM "203.0.113.7" LIMIT 1 PER SECOND',
])("%s is right", (clauses) => {
  expect(said(handler(clauses))).toEqual([]);
});
