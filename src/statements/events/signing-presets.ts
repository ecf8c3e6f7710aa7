import type { HmacVerification } from "../../host/handler.ts";

/** Seconds by which Stripe's and Slack's own libraries let a time differ. */
export const STANDARD_TOLERANCE = 300;

/**
 * How services sign whose pages say so: GitHub "Validating webhook deliveries", Stripe "Resolve webhook
 * signature verification errors", Shopify "Verify webhook deliveries", Slack "Verifying requests from
 * Slack" (pages of November 2026).
 */
export const PRESETS: ReadonlyMap<string, Omit<HmacVerification, "scheme" | "tolerance">> = new Map<
  string,
  Omit<HmacVerification, "scheme" | "tolerance">
>([
  [
    "GITHUB",
    {
      title: "GitHub",
      algorithm: "sha256",
      header: "X-Hub-Signature-256",
      secret: "GITHUB_WEBHOOK_SECRET",
      form: "plain",
    },
  ],
  [
    "STRIPE",
    {
      title: "Stripe",
      algorithm: "sha256",
      header: "Stripe-Signature",
      secret: "STRIPE_WEBHOOK_SECRET",
      form: "stripe",
    },
  ],
  [
    "SHOPIFY",
    {
      title: "Shopify",
      algorithm: "sha256",
      header: "X-Shopify-Hmac-Sha256",
      secret: "SHOPIFY_WEBHOOK_SECRET",
      form: "plain",
    },
  ],
  [
    "SLACK",
    {
      title: "Slack",
      algorithm: "sha256",
      header: "X-Slack-Signature",
      secret: "SLACK_SIGNING_SECRET",
      form: "slack",
    },
  ],
]);
