import type { Program } from "../compile/script.ts";
import type { SpawnedJob } from "../delivery/observer.ts";
import { RunRandom } from "../delivery/run-random.ts";
import { createMemoryEngine } from "../engine/memory/create-memory-engine.ts";
import type { Engine } from "../engine/engine.ts";
import { Person } from "../engine/person.ts";
import type { PastMessage } from "../host/history.ts";
import type { FileReader, Place } from "../host/host.ts";
import { bedSettings } from "./bed-settings.ts";
import { ProcedureDoubles } from "./doubles/procedure-doubles.ts";
import { EventDesk } from "./event-desk.ts";
import type { UnmockedCalls } from "./http/unmocked-calls.ts";
import { KeptMedia } from "./kept-media.ts";
import { RecordedChannels, type SentMessage } from "./recorded-channels.ts";
import { RecordedLog } from "./recorded-log.ts";
import type { ScriptRoutes } from "./script-routes.ts";
import { changeSetting, type TestConfiguration } from "./test-environment.ts";
import { TestServer, type TestServerParts } from "./test-server.ts";
import { VirtualTime } from "./virtual-time.ts";

/** What a test bed serves, and how. */
export interface TestBedOptions {
  readonly program: Program;
  readonly files: FileReader;
  readonly configuration: TestConfiguration;
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
  #stepStart = 0;
  #expectations = 0;
  /** Requests that reached no handler, by their answers, until the test looks at the status. */
  readonly #astray = new Map<TestAnswer, AstrayRequest>();
  #statement: Place | undefined;
  readonly #engine: Engine;
  readonly #parts: TestServerParts;
  #configuration: TestConfiguration;
  #server: TestServer;

  constructor({ program, files, configuration, startsAt, otherCalls }: TestBedOptions) {
    const settings = bedSettings(configuration);
    this.channels = new RecordedChannels(otherCalls, settings.sendingNumbers.isThroughTwilio);
    this.doubles = new ProcedureDoubles(program);
    this.time = new VirtualTime(startsAt, settings.zone);
    const random = new RunRandom("gbasic test", "bed");
    const surroundings = { clock: this.time, timers: this.time, random };
    this.#engine = createMemoryEngine({ ...surroundings, runSeed: "gbasic test" });
    const media = new KeptMedia(files);
    this.#parts = { program, engine: this.#engine, random, media, bed: this };
    this.#configuration = configuration;
    this.#server = new TestServer(this.#parts, settings);
  }

  /** Where the events of the test go. */
  get routes(): ScriptRoutes {
    return this.#server.routes;
  }

  /** Starts the pipeline; to be called once, before anything else. */
  start(): Promise<void> {
    return this.#server.start();
  }

  /**
   * Starts the pipeline again with another setting, on the same store.
   * @param value undefined for what holds where it is not set
   * @throws BasicError as `changeSetting` does; then nothing is changed
   */
  async changeSetting(name: string, value: string | undefined): Promise<void> {
    const configuration = changeSetting(this.#configuration, name, value);
    const settings = bedSettings(configuration);
    await this.#server.stop();
    this.#configuration = configuration;
    this.time.setZone(settings.zone);
    this.channels.sendsThroughTwilio = settings.sendingNumbers.isThroughTwilio ?? false;
    this.#server = new TestServer(this.#parts, settings);
    await this.#server.start();
    await this.settle();
  }

  /** From here on counts as what the test did last. */
  beginStep(): void {
    this.#stepStart = this.channels.sent.length;
  }

  /** Sends a request, and waits for its answer and for all work that is due then. */
  async receive(request: TestRequest): Promise<TestAnswer> {
    const sentAt = this.#statement;
    const { answer, afterResponse, isAstray } = await this.#server.answer(request);
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
      await this.time.during(() => this.#server.settled());
    } while (this.time.hasDue);
  }

  /** Ends everything; what waits is dropped. */
  async close(): Promise<void> {
    await this.#server.stop();
    await this.#engine.close();
  }
}
