import type { Request, Response } from "express";

import type { OutgoingResponse } from "../host/http.ts";
import type { Log } from "../host/log.ts";
import { errorResponse } from "./error-response.ts";
import { fromExpress } from "./received-request.ts";
import type { Metrics } from "./metrics.ts";
import { type PipelineParts, RequestPipeline } from "./request-pipeline.ts";
import { createRequestRecord, type RequestRecord, writeRecord } from "./request-record.ts";
import { ResponseBatch } from "./response-batch.ts";
import { sendResponse } from "./send-response.ts";

/** What the HTTP side of the server works with. */
export interface ServerParts extends Omit<PipelineParts, "metrics"> {
  readonly metrics: Metrics;
  readonly log: Log;
  /** True once the server takes no new connections. */
  readonly draining: () => boolean;
  /** Makes the id of a request, unique over time. */
  readonly newId: () => string;
}

/** Takes every request that comes over HTTP through the pipeline, and sends what it answers. */
export class RequestHandler {
  readonly #parts: ServerParts;
  readonly #pipeline: RequestPipeline;
  readonly #batch = new ResponseBatch();

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#pipeline = new RequestPipeline({
      ...parts,
      metrics: () => Promise.resolve(parts.metrics),
    });
  }

  /** Answers one request; never rejects. */
  async handle(request: Request, response: Response): Promise<void> {
    const { settings, newId, stopwatch } = this.#parts;
    const record = createRequestRecord(newId(), request.method, stopwatch());
    const hangUp = new AbortController();
    // Follows both the last byte of a response and a connection that broke before it.
    response.on("close", () => {
      if (!response.writableFinished) hangUp.abort(new Error("the caller hung up"));
      record.reception?.afterResponse();
    });
    try {
      const received = fromExpress(request);
      const answer = await this.#pipeline.answer(received, record, hangUp.signal);
      if (response.closed) record.reception?.afterResponse();
      if (answer === undefined) this.#abandon(record, response);
      else this.#send(answer, record, response);
    } catch (error) {
      record.error = error;
      this.#send(errorResponse(error, settings.mode), record, response);
    }
  }

  #send(answer: OutgoingResponse, record: RequestRecord, response: Response): void {
    const { log, metrics, draining, stopwatch } = this.#parts;
    const how = { method: record.method, closeConnection: draining(), batch: this.#batch };
    sendResponse(response, answer, how);
    writeRecord(record, answer.status, stopwatch(), { log, metrics });
  }

  #abandon(record: RequestRecord, response: Response): void {
    response.destroy();
    this.#parts.log.info(
      { request: record.id, method: record.method, route: record.route },
      "the sender hung up before its request was complete",
    );
  }
}
