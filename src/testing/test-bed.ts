import type { Program } from "../compile/script.ts";
import { createDelivery, type Delivery } from "../delivery/create-delivery.ts";
import type { SpawnedJob } from "../delivery/observer.ts";
import { routesText } from "../diagnostics/codes/test-language.ts";
import { RunRandom } from "../delivery/run-random.ts";
import { createMemoryEngine } from "../engine/memory/create-memory-engine.ts";
import type { Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import type { Configuration } from "../host/configuration.ts";
import type { PastMessage } from "../host/history.ts";
import { NO_SPEND_LIMITS, type SpendLimits } from "../host/spend-limits.ts";
import type { WhatsAppPath } from "../host/whatsapp/providers.ts";
import type { SendingNumbers } from "../host/sending-number.ts";
import type { FileReader, Place } from "../host/host.ts";
import type { TwilioPaths } from "../host/twilio-paths.ts";
import { describeError, errorResponse } from "../server/error-response.ts";
import { createReadiness } from "../server/readiness.ts";
import type { ReceivedRequest } from "../server/received-request.ts";
import { RequestPipeline } from "../server/request-pipeline.ts";
import { createRequestRecord } from "../server/request-record.ts";
import { ProcedureDoubles } from "./doubles/procedure-doubles.ts";
import { EventDesk, TEST_BUSINESS } from "./event-desk.ts";
import type { UnmockedCalls } from "./http/unmocked-calls.ts";
import { KeptMedia } from "./kept-media.ts";
import { RecordedChannels, type SentMessage } from "./recorded-channels.ts";
import { RecordedLog } from "./recorded-log.ts";
import { ScriptRoutes } from "./script-routes.ts";
import { TEST_ADDRESS, testSettings } from "./test-settings.ts";
import { VirtualTime } from "./virtual-time.ts";

/** What a test bed serves, and how. */
export interface TestBedOptions {
  readonly program: Program;
  readonly files: FileReader;
  readonly limits: Configuration["limits"];
  /** TwiML for calls whose handler fails. */
  readonly callFallback: string;
  /** Where ON WHATSAPP handlers listen. */
  readonly whatsappPaths: readonly WhatsAppPath[];
  /** Where handlers for Twilio listen that name no path. */
  readonly twilioPaths: TwilioPaths;
  /** How many WhatsApp messages may leave. */
  readonly spendLimits?: SpendLimits;
  /** Whether WhatsApp messages leave through Twilio; false unless given. */
  readonly sendsThroughTwilio?: boolean;
  /** IANA name of the zone that dates are shown in. */
  readonly zone: string;
  /** Where the clock stands at first, in ms since 1970-01-01 UTC. */
  readonly startsAt: number;
  /** What answers calls over HTTP where no mock does; nothing unless given. */
  readonly otherCalls?: UnmockedCalls;
}

/** A request that a test sends; its signature is among the headers. */
export interface TestRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** What came back. */
export interface TestAnswer {
  /** What it answers: `POST /orders`. */
  readonly request: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Why the server gave it itself, as it refused the request or the script failed. */
  readonly reason: string | undefined;
}

/** A request that reached no handler. */
export interface AstrayRequest {
  /** `POST /order` */
  readonly request: string;
  /** The statement that sent it. */
  readonly place: Place | undefined;
}

const UNOBSERVED = {
  ...{ runFinished: () => {}, sendFinished: () => {}, callFinished: () => {}, failed: () => {} },
};

/**
 * Serves scripts in this process, with the pipeline of the server and nothing outside of it: the store
 * is in memory, channels record, time stands still. Nothing of it reaches another test bed.
 */
export class TestBed {
  readonly time: VirtualTime;
  readonly channels: RecordedChannels;
  readonly log = new RecordedLog(() => this.#statement);
  /** What stands in for SUBs and FUNCTIONs of the script. */
  readonly doubles: ProcedureDoubles;
  /** The SUBs that runs asked for, oldest first. */
  readonly spawned: SpawnedJob[] = [];
  /** What ran without a response printed, a line each. */
  readonly printed: string[] = [];
  /** What came back for each request, oldest first. */
  readonly answers: TestAnswer[] = [];
  /** What the test sent. */
  readonly events = new EventDesk(this);
  readonly routes: ScriptRoutes;
  #stepStart = 0;
  #expectations = 0;
  /** Requests that reached no handler, by their answers, until the test looks at the status. */
  readonly #astray = new Map<TestAnswer, AstrayRequest>();
  #statement: Place | undefined;
  readonly #random: RunRandom;
  readonly #delivery: Delivery;
  readonly #pipeline: RequestPipeline;
  readonly #engine: Engine;

  constructor(options: TestBedOptions) {
    const { program, limits, zone, startsAt } = options;
    const { callFallback, spendLimits = NO_SPEND_LIMITS } = options;
    this.channels = new RecordedChannels(options.otherCalls, options.sendsThroughTwilio);
    this.doubles = new ProcedureDoubles(program);
    this.time = new VirtualTime(startsAt, zone);
    this.routes = new ScriptRoutes(program, options);
    this.#random = new RunRandom("gbasic test", "bed");
    const surroundings = { clock: this.time, timers: this.time, random: this.#random };
    const engine = createMemoryEngine({ ...surroundings, runSeed: "gbasic test" });
    this.#engine = engine;
    const media = new KeptMedia(options.files);
    this.#delivery = createDelivery({
      ...surroundings,
      ...{ engine, limits, channels: this.channels, log: this.log, files: media, media },
      program: () => program,
      doubles: this.doubles,
      mode: "production",
      ...{ callFallback, spendLimits },
      sendingNumbers: sendingNumbersOf(options),
      twilio: { paths: options.twilioPaths, publicUrl: undefined },
      observer: { ...UNOBSERVED, spawned: (job) => this.spawned.push(job) },
      print: (line) => this.printed.push(line),
    });
    this.#pipeline = new RequestPipeline({
      program: () => program,
      receiver: this.#delivery.receiver,
      settings: testSettings(options, limits.bodyLength),
      // Nobody looks at the metrics of most tests, and loading them takes as long as many tests.
      metrics: async () => (await import("../server/metrics.ts")).createMetrics(),
      readiness: createReadiness({
        handlerCount: () => program.handlers.length,
        checkStore: () => this.#delivery.depth(),
        draining: () => false,
      }),
      stopwatch: () => this.time.now(),
      now: () => this.time.now(),
    });
  }

  /** Starts the pipeline; to be called once, before anything else. */
  start(): Promise<void> {
    return this.#delivery.start();
  }

  /** From here on counts as what the test did last. */
  beginStep(): void {
    this.#stepStart = this.channels.sent.length;
  }

  /** Sends a request, and waits for its answer and for all work that is due then. */
  async receive(request: TestRequest): Promise<TestAnswer> {
    const sentAt = this.#statement;
    const { answer, afterResponse, isAstray } = await this.#answer(request);
    this.answers.push(answer);
    if (isAstray) this.#astray.set(answer, { request: answer.request, place: sentAt });
    afterResponse();
    await this.settle();
    return answer;
  }

  /** Notes the statement of the test that begins. */
  noteStatement(place: Place): void {
    this.#statement = place;
  }

  /** The statement of the test that began last; undefined before the first one. */
  get statement(): Place | undefined {
    return this.#statement;
  }

  /** Notes that the test expects something. */
  countExpectation(): void {
    this.#expectations += 1;
  }

  /** True where an EXPECT was reached, whether it holds or not. */
  get expectsSomething(): boolean {
    return this.#expectations > 0;
  }

  /** Notes that the test looks at the status of an answer, so that it knows a refusal. */
  noteStatus(answer: TestAnswer): void {
    this.#astray.delete(answer);
  }

  /** The requests that reached no handler and whose status nobody looked at. */
  get astray(): readonly AstrayRequest[] {
    return [...this.#astray.values()];
  }

  /** What was sent since the last request or passing of time began. */
  get sentInStep(): readonly SentMessage[] {
    return this.channels.sent.slice(this.#stepStart);
  }

  /** Gives the newest messages of a person, as scripts see them. @param last messages at most */
  history(person: string, last: number): Promise<readonly PastMessage[]> {
    return this.#engine.history({ person: Person.nameOf(person), limit: last });
  }

  /**
   * Lets time pass, and does what becomes due on the way.
   * @param byMs milliseconds
   * @throws the reason of the signal, where it aborts on the way
   */
  advance(byMs: number, signal: AbortSignal): Promise<void> {
    this.beginStep();
    return this.time.advance(byMs, () => {
      signal.throwIfAborted();
      return this.settle();
    });
  }

  /** Waits until all that is due is done. */
  async settle(): Promise<void> {
    do {
      await this.time.during(() => this.#delivery.settled());
    } while (this.time.hasDue);
  }

  /** Ends everything; what waits is dropped. */
  async close(): Promise<void> {
    await this.#delivery.drain(0);
    await this.#engine.close();
  }

  async #answer(request: TestRequest): Promise<{
    readonly answer: TestAnswer;
    readonly afterResponse: () => void;
    /** True where no handler is for the path and method. */
    readonly isAstray: boolean;
  }> {
    const record = createRequestRecord(this.#random.uuid(), request.method, this.time.now());
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
}

function sendingNumbersOf({ sendsThroughTwilio = false }: TestBedOptions): SendingNumbers {
  return { standard: TEST_BUSINESS.numberId, isThroughTwilio: sendsThroughTwilio };
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
