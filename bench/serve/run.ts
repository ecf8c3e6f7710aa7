import autocannon from "autocannon";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";
import { type Contender, EXPRESS, GBASIC, withServer } from "./contender.ts";
import { type Delivery, makeDeliveries } from "./deliveries.ts";

const { rounds, requests, connections } = numberOptions({
  rounds: 5,
  requests: 40_000,
  connections: 32,
});
const WARM_UP_REQUESTS = 5000;
const SECRET = "app-secret-of-this-benchmark";
const CONTENDERS = [EXPRESS, GBASIC];
const SCENARIOS = [
  { name: "new messages, unsigned", fresh: true, signed: false },
  { name: "new messages, signed", fresh: true, signed: true },
  { name: "one message again and again, signed", fresh: false, signed: true },
];

/** Sends all deliveries over the connections and returns requests per second. */
async function load(address: string, deliveries: readonly Delivery[]): Promise<number> {
  let next = 0;
  let right = 0;
  const start = performance.now();
  // Autocannon itself notices the end only at its next whole second.
  let last = start;
  await autocannon({
    url: `${address}/webhooks/whatsapp`,
    connections,
    amount: deliveries.length,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { body = "", signature = "" } = deliveries[next++ % deliveries.length] ?? {};
          const headers = { "Content-Type": "application/json", "X-Hub-Signature-256": signature };
          return { ...request, body, headers };
        },
        onResponse: (status, body) => {
          if (status === 200 && body === "OK") right += 1;
          last = performance.now();
        },
      },
    ],
  });
  if (right !== deliveries.length) {
    throw new Error(`${right} of ${deliveries.length} answers were 200 OK`);
  }
  return deliveries.length / ((last - start) / 1000);
}

function round(contender: Contender, fresh: boolean, signed: boolean): Promise<number> {
  return withServer(contender, signed ? SECRET : undefined, async (address) => {
    await load(address, makeDeliveries(WARM_UP_REQUESTS, fresh, SECRET));
    return load(address, makeDeliveries(requests, fresh, SECRET));
  });
}

console.log(
  `Node ${process.versions.node}; medians of ${rounds} rounds, Express and gbasic in turn;`,
);
console.log(
  `each round a new process, ${WARM_UP_REQUESTS} requests unmeasured, then ${requests} over ${connections} connections\n`,
);
for (const { name, fresh, signed } of SCENARIOS) {
  const rates = new Map(CONTENDERS.map((contender) => [contender, [] as number[]]));
  for (let number = 0; number < rounds; number++) {
    for (const contender of CONTENDERS) {
      rates.get(contender)?.push(await round(contender, fresh, signed));
    }
  }
  const [express = 0, gbasic = 0] = CONTENDERS.map((contender) =>
    median(rates.get(contender) ?? []),
  );
  console.log(name);
  console.log(`  Express ${express.toFixed(0).padStart(6)} requests/s`);
  console.log(
    `  gbasic  ${gbasic.toFixed(0).padStart(6)} requests/s, ${(gbasic / express).toFixed(2)} of Express`,
  );
}
