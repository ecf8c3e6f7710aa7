import type { Program } from "../compile/script.ts";
import { createDelivery, type Delivery } from "../delivery/create-delivery.ts";
import type { RunRandom } from "../delivery/run-random.ts";
import { routesText } from "../diagnostics/codes/test-language.ts";
import type { Engine } from "../engine/engine.ts";
import { describeError, errorResponse } from "../server/error-response.ts";
import { createReadiness } from "../server/readiness.ts";
import type { ReceivedRequest } from "../server/received-request.ts";
import { RequestPipeline } from "../server/request-pipeline.ts";
import { createRequestRecord } from "../server/request-record.ts";
import type { BedSettings } from "./bed-settings.ts";
import type { KeptMedia } from "./kept-media.ts";
import { ScriptRoutes } from "./script-routes.ts";
import type { TestAnswer, TestBed, TestRequest } from "./test-bed.ts";
import { TEST_ADDRESS, testSettings } from "./test-settings.ts";

/** What stays where a test starts its server again with other settings. */
export interface TestServerParts {
  readonly program: Program;
  readonly engine: Engine;
  readonly random: RunRandom;
  readonly media: KeptMedia;
  readonly bed: Pick<TestBed, "time" | "channels" | "log" | "doubles" | "spawned" | "printed">;
}

/** What came of a request. */
export interface Answered {
  readonly answer: TestAnswer;
  readonly afterResponse: () => void;
  /** True where no handler is for the path and method. */
  readonly isAstray: boolean;
}

const UNOBSERVED = {
  ...{ runFinished: () => {}, sendFinished: () => {}, callFinished: () => {}, failed: () => {} },
};

/** The server's own pipeline over the store of a test, without a socket. */
export class TestServer {
  readonly routes: ScriptRoutes;
  readonly #parts: TestServerParts;
  readonly #delivery: Delivery;
  readonly #pipeline: RequestPipeline;

  constructor(parts: TestServerParts, settings: BedSettings) {
    this.#parts = parts;
    this.routes = new ScriptRoutes(parts.program, settings);
    this.#delivery = deliveryOf(parts, settings);
    this.#pipeline = this.#pipelineOf(settings);
  }

  start(): Promise<void> {
    return this.#delivery.start();
  }

  /** Ends it; what waits stays in the store. */
  stop(): Promise<void> {
    return this.#delivery.drain(0);
  }

  /** Resolves when nothing is due or under way. */
  settled(): Promise<void> {
    return this.#delivery.settled();
  }

  async answer(request: TestRequest): Promise<Answered> {
    const { random, bed } = this.#parts;
    const record = createRequestRecord(random.uuid(), request.method, bed.time.now());
    const afterResponse = () => record.reception?.afterResponse();
    const { signal } = new AbortController();
    const asked = { request: `${request.method} ${request.target}` };
    try {
      const answer = await this.#pipeline.answer(receivedFrom(request), record, signal);
      if (answer === undefined) throw new Error("a test does not hang up");
      return { answer: { ...asked, ...answer, reason: undefined }, afterResponse, isAstray: false };
    } catch (error) {
      const isAstray = record.route === undefined;
      const routes = isAstray ? `\n${routesText(this.routes.names)}` : "";
      const reason = `${describeError(error)}${routes}`;
      const answer = { ...asked, ...errorResponse(error, "production"), reason };
      return { answer, afterResponse, isAstray };
    }
  }

  #pipelineOf(settings: BedSettings): RequestPipeline {
    const { program, bed } = this.#parts;
    return new RequestPipeline({
      program: () => program,
      receiver: this.#delivery.receiver,
      settings: testSettings(settings, settings.limits.bodyLength),
      // Nobody looks at the metrics of most tests, and loading them takes as long as many tests.
      metrics: async () => (await import("../server/metrics.ts")).createMetrics(),
      readiness: createReadiness({
        handlerCount: () => program.handlers.length,
        checkStore: () => this.#delivery.depth(),
        draining: () => false,
      }),
      stopwatch: () => bed.time.now(),
      now: () => bed.time.now(),
    });
  }
}

function deliveryOf(
  { program, engine, random, media, bed }: TestServerParts,
  { limits, callFallback, spendLimits, sendingNumbers, twilioPaths: paths }: BedSettings,
): Delivery {
  const { time, channels, log, doubles } = bed;
  return createDelivery({
    ...{ clock: time, timers: time, random },
    ...{ engine, limits, channels, log, files: media, media, doubles },
    program: () => program,
    mode: "production",
    failsOnTwiml: true,
    ...{ callFallback, spendLimits, sendingNumbers },
    twilio: { paths, publicUrl: undefined },
    observer: { ...UNOBSERVED, spawned: (job) => bed.spawned.push(job) },
    print: (line) => bed.printed.push(line),
  });
}

function receivedFrom({ method, target, headers, body }: TestRequest): ReceivedRequest {
  const bytes = Buffer.from(body, "utf8");
  return {
    method,
    target,
    rawHeaders: headers.flat(),
    contentType: headers.find(([name]) => name.toLowerCase() === "content-type")?.[1],
    // Not of this machine, so that nothing is taken for the author's own request.
    remoteAddress: "203.0.113.7",
    clientAddress: "203.0.113.7",
    protocol: TEST_ADDRESS.protocol,
    host: TEST_ADDRESS.host,
    readBody: () => Promise.resolve(bytes),
  };
}
