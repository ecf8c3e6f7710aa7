import autocannon from "autocannon";
import { median } from "../median.ts";
import { numberOptions } from "../options.ts";
import { GBASIC, withServer } from "../serve/contender.ts";
import { makeDeliveries } from "../serve/deliveries.ts";

const { minutes, connections } = numberOptions({ minutes: 10, connections: 32 });
const SECRET = "app-secret-of-this-benchmark";
const SAMPLE_MS = 10_000;
/** Deliveries that are made at once. */
const BATCH = 2000;
/** Otherwise what is sent would wait for its turn, 80 a second, and fill the memory rightly. */
const SETTINGS = { WHATSAPP_RATE: "off", WHATSAPP_PAIR_RATE: "off" };

/** What a server says of its memory, in megabytes, and of what it has handled. */
interface Sample {
  readonly resident: number;
  readonly heap: number;
}

async function sample(address: string): Promise<Sample> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  return {
    resident: value("process_resident_memory_bytes") / 2 ** 20,
    heap: value("nodejs_heap_size_used_bytes") / 2 ** 20,
  };
}

/** Sends new signed messages until the time is over. @returns how many were answered with 200 */
async function loadUntil(end: number, address: string): Promise<number> {
  let answered = 0;
  let ready = makeDeliveries(BATCH, true, SECRET);
  const next = () => {
    if (ready.length === 0) ready = makeDeliveries(BATCH, true, SECRET);
    return ready.pop();
  };
  await autocannon({
    url: `${address}/webhooks/whatsapp`,
    connections,
    duration: Math.ceil((end - Date.now()) / 1000),
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { body = "", signature = "" } = next() ?? {};
          const headers = { "Content-Type": "application/json", "X-Hub-Signature-256": signature };
          return { ...request, body, headers };
        },
        onResponse: (status) => {
          if (status === 200) answered += 1;
        },
      },
    ],
  });
  return answered;
}

await withServer(
  GBASIC,
  SECRET,
  async (address) => {
    const samples: Sample[] = [];
    const end = Date.now() + minutes * 60_000;
    const sampling = setInterval(() => {
      void sample(address).then((one) => samples.push(one));
    }, SAMPLE_MS);
    const answered = await loadUntil(end, address);
    clearInterval(sampling);
    const third = Math.floor(samples.length / 3);
    const parts = [samples.slice(0, third), samples.slice(third, -third), samples.slice(-third)];
    console.log(
      `Node ${process.versions.node}; ${answered} new messages, signed, in ${minutes} minutes\n`,
    );
    for (const [index, name] of ["first", "second", "last"].entries()) {
      const part = parts[index] ?? [];
      const resident = median(part.map((one) => one.resident)).toFixed(0);
      // What is not collected yet counts as used, so the least says most.
      const heap = Math.min(...part.map((one) => one.heap)).toFixed(0);
      console.log(
        `${name.padEnd(6)} third: ${resident} MB resident, at least ${heap} MB of heap used`,
      );
    }
  },
  SETTINGS,
);
