import { META_DELIVERY_BYTES } from "../../facts/webhook-deliveries.ts";
import { variableFacts } from "./facts.ts";
import { seconds, size, wholeNumber, wholeNumberOrOff } from "./values.ts";

/** What Meta delivers at once, and a megabyte more. */
const LONGEST_BODY = META_DELIVERY_BYTES + 1024 * 1024;

/** What one run may use up. */
export const limitsVariables = {
  GBASIC_MAX_STEPS: wholeNumberOrOff().optional().register(variableFacts, {
    area: "limits",
    description: "loop turns and calls of one run together; gbasic run has no limit of its own",
    example: "1_000_000",
    standard: "10000000",
  }),
  GBASIC_TIMEOUT: seconds().default(10_000).register(variableFacts, {
    area: "limits",
    description: "seconds that a handler may take",
    example: "5",
    standard: "10",
  }),
  GBASIC_JOB_TIMEOUT: seconds().default(60_000).register(variableFacts, {
    area: "limits",
    description: "seconds that a job of SPAWN may take",
    example: "300",
    standard: "60",
  }),
  // The stack of Node holds about 2,800 levels of the plainest calls.
  GBASIC_MAX_DEPTH: wholeNumber(1, 2000).default(1000).register(variableFacts, {
    area: "limits",
    description: "calls inside calls",
    example: "200",
    standard: "1000",
  }),
  GBASIC_MAX_TEXT: size().default(10_000_000).register(variableFacts, {
    area: "limits",
    description: "characters of one text",
    example: "1_000_000",
    standard: "10000000",
  }),
  GBASIC_MAX_LIST: size().default(1_000_000).register(variableFacts, {
    area: "limits",
    description: "items of one list",
    example: "10_000",
    standard: "1000000",
  }),
  GBASIC_MAX_MEMORY: wholeNumber(50, 1_000_000).optional().register(variableFacts, {
    area: "limits",
    description:
      "megabytes that gbasic may use; a run that fills them is stopped. If not set, 80 % of what Node.js gives a process",
    example: "500",
  }),
  GBASIC_MAX_OUTPUT: size().optional().register(variableFacts, {
    area: "limits",
    description:
      "characters that one run may print, and as many that it may log; gbasic run has no limit of its own",
    example: "100_000",
    standard: "4000000",
  }),
  GBASIC_MAX_EFFECTS: size().default(10_000).register(variableFacts, {
    area: "limits",
    description: "messages and jobs that one run may cause",
    example: "1_000",
    standard: "10000",
  }),
  GBASIC_MAX_GENERATIONS: wholeNumber(1, 1_000_000).default(15).register(variableFacts, {
    area: "limits",
    description: "jobs that SPAWN makes one out of the other; AFTER a minute or more begins anew",
    example: "100",
    standard: "15",
  }),
  GBASIC_MAX_BODY: size()
    .default(LONGEST_BODY)
    .register(variableFacts, {
      area: "limits",
      description: "bytes of a request's body",
      example: "3_000_000",
      standard: String(LONGEST_BODY),
    }),
  GBASIC_MAX_RUNS: wholeNumber(1, 10_000).default(100).register(variableFacts, {
    area: "limits",
    description: "runs side by side; further ones wait",
    example: "20",
    standard: "100",
  }),
};
