import { z } from "zod";
import { variableFacts } from "./facts.ts";
import {
  daysOrOff,
  matching,
  proxies,
  seconds,
  timeZone,
  webAddress,
  wholeNumber,
} from "./values.ts";

/** Where the server listens, where it stores, whom it trusts. */
export const serverVariables = {
  PORT: wholeNumber(0, 65535).default(3000).register(variableFacts, {
    area: "server",
    description: "the port to listen on; 0 picks a free one",
    example: "8080",
    standard: "3000",
  }),
  HOST: matching("the name or address of a network interface", /^[\w.:%-]+$/)
    .default("127.0.0.1")
    .register(variableFacts, {
      area: "server",
      description: "the address to listen on; 0.0.0.0 for all of the machine",
      example: "0.0.0.0",
      standard: "127.0.0.1",
    }),
  PUBLIC_URL: webAddress().optional().register(variableFacts, {
    area: "server",
    description: "the address that callers use, which is what Twilio signs",
    example: "https://bot.example.com",
  }),
  TRUST_PROXY: proxies().default([]).register(variableFacts, {
    area: "server",
    description: "the proxies whose X-Forwarded headers count",
    example: "loopback, 10.0.0.0/8",
  }),
  TLS_CERT: z.string().optional().register(variableFacts, {
    area: "server",
    description: "the file with the certificate, in PEM form",
    example: "/etc/gbasic/certificate.pem",
  }),
  TLS_KEY: z.string().optional().register(variableFacts, {
    area: "server",
    description: "the file with the key of the certificate, in PEM form",
    example: "/etc/gbasic/key.pem",
  }),
  GBASIC_DATA: z.string().default(".gbasic").register(variableFacts, {
    area: "server",
    description: "the folder of the store, from the working folder; one gbasic at a time uses it",
    example: "/var/lib/gbasic",
    standard: ".gbasic",
  }),
  GBASIC_KEEP_BODIES: daysOrOff()
    .default(8 * 86_400_000)
    .register(variableFacts, {
      area: "server",
      description:
        "days for which requests, arguments and messages are kept of what ended well; off: for ever",
      example: "1",
      standard: "8",
    }),
  GBASIC_KEEP_FAILED: daysOrOff().default(Infinity).register(variableFacts, {
    area: "server",
    description:
      "days for which dead letters and unknown messages are kept; off: until a person sees to them",
    example: "90",
    standard: "off",
  }),
  GBASIC_KEEP_HISTORY: daysOrOff()
    .default(30 * 86_400_000)
    .register(variableFacts, {
      area: "server",
      description:
        "days for which what people wrote and were sent is kept as their history; off: for ever",
      example: "90",
      standard: "30",
    }),
  GBASIC_KEEP_FILES: daysOrOff().default(Infinity).register(variableFacts, {
    area: "server",
    description: "days for which files are kept that scripts fetched; off: for ever",
    example: "30",
    standard: "off",
  }),
  GBASIC_LANE_HOLD: seconds().default(600_000).register(variableFacts, {
    area: "server",
    description:
      "seconds for which what fails and is tried again holds up what comes after it, from the same person or to the same recipient",
    example: "60",
    standard: "600",
  }),
  GBASIC_METRICS: z
    .enum(["loopback", "open"], { error: "loopback or open" })
    .default("loopback")
    .register(variableFacts, {
      area: "server",
      description: "who may read /metrics in production: this machine alone, or anyone",
      example: "open",
      standard: "loopback",
    }),
  NODE_ENV: z.string().default("development").register(variableFacts, {
    area: "server",
    description: "production turns the production mode on",
    example: "production",
    standard: "development",
  }),
  GBASIC_TIMEZONE: timeZone()
    .default("UTC")
    .register(variableFacts, {
      area: "server",
      description: "the time zone that scripts show dates in; else the machine's",
      example: "America/Sao_Paulo",
      alsoAccepted: ["TZ"],
    }),
};
