import { variableFacts } from "./facts.ts";
import { allowedAddresses, seconds, size } from "./values.ts";

/** Calls of scripts over HTTP. */
export const httpVariables = {
  GBASIC_HTTP_ALLOW: allowedAddresses().default([]).register(variableFacts, {
    area: "http",
    description:
      "addresses of this machine and of private networks that scripts may call: hosts, *. and a domain, addresses, ranges; with :port for one port alone",
    example: "localhost:8080, 10.1.0.0/16",
  }),
  GBASIC_HTTP_TIMEOUT: seconds().default(30_000).register(variableFacts, {
    area: "http",
    description: "seconds that one call may take, with its redirects and repetitions",
    example: "5",
    standard: "30",
  }),
  GBASIC_HTTP_MAX_BODY: size().default(4_194_304).register(variableFacts, {
    area: "http",
    description: "bytes of an answer, unpacked",
    example: "20_000_000",
    standard: "4194304",
  }),
};
