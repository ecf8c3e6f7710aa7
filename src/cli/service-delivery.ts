import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";

import type { Program } from "../compile/script.ts";
import { createDelivery, type Delivery } from "../delivery/create-delivery.ts";
import type { Observer } from "../delivery/observer.ts";
import { createMediaFolder } from "../delivery/media-folder.ts";
import { MEDIA_FOLDER } from "../host/media/kept-path.ts";
import { createFileReader } from "../delivery/file-reader.ts";
import type { EngineDepth } from "../engine/engine.ts";
import { createSqliteEngine } from "../engine/sqlite/create-sqlite-engine.ts";
import { UNBOUND, type Pacing, type PacingRule } from "../engine/pacing.ts";
import type { ItemCounts } from "../engine/item-counts.ts";
import type { SqliteEngine } from "../engine/sqlite/sqlite-engine.ts";
import type { Channels } from "../host/channel.ts";
import type { Configuration } from "../host/configuration.ts";
import type { FileReader } from "../host/host.ts";
import type { MachineTime } from "../host/timers.ts";
import type { SendingNumbers } from "../host/sending-number.ts";
import type { ItemSample } from "../server/item-metrics.ts";
import type { Metrics } from "../server/metrics.ts";
import { closedFiles } from "./closed-files.ts";
import { scriptFolder } from "./script-folder.ts";
import type { ServiceParts } from "./service-parts.ts";

/** The delivery pipeline of a service, with the store under it. */
export interface ServiceDelivery {
  readonly delivery: Delivery;
  readonly engine: SqliteEngine;
}

/**
 * Connects the delivery pipeline to this machine: its clock, chance, files and standard output.
 * @param program the scripts that run now
 * @throws StoreError where the data folder cannot be used
 */
export function createServiceDelivery(
  parts: ServiceParts,
  { program, metrics, time }: { program: () => Program; metrics: Metrics; time: MachineTime },
): ServiceDelivery {
  const { configuration, http, io, channels, log } = parts;
  const clock = { now: () => time.now(), zone: configuration.server.timezone };
  const folder = resolve(io.folder, configuration.server.data);
  const { retention, laneHoldMs } = configuration.server;
  const media = join(folder, MEDIA_FOLDER);
  const pacing = pacingOf(configuration, channels);
  const store = { folder, clock: time, timers: time, retention, pacing, limits: { laneHoldMs } };
  const engine = createSqliteEngine(store);
  const delivery = createDelivery({
    engine,
    program,
    channels,
    clock,
    timers: time,
    log,
    random: { next: () => Math.random(), uuid: () => randomUUID() },
    files: fileReader(parts, media),
    media: createMediaFolder(media),
    limits: configuration.limits,
    spendLimits: configuration.whatsapp.spendLimits,
    sendingNumbers: sendingNumbersOf(configuration),
    mode: http.mode,
    callFallback: configuration.twilio.fallback,
    twilio: { paths: configuration.twilio.paths, publicUrl: http.publicUrl },
    observer: observerOf(metrics),
    print: (line) => {
      io.stdout(`${line}\n`);
    },
  });
  metrics.watchQueues(async () => toQueues(await delivery.depth()));
  metrics.watchItems(async () => toItemSample(await engine.itemCounts()));
  return { delivery, engine };
}

function fileReader({ configuration, io, places }: ServiceParts, media: string): FileReader {
  return createFileReader({
    folder: scriptFolder(places),
    closed: closedFiles(configuration.server, io.folder),
    media,
  });
}

function observerOf(metrics: Metrics): Observer {
  return {
    spawned: () => {
      metrics.spawn();
    },
    runFinished: ({ kind, outcome, durationMs }) => {
      metrics.run(kind, outcome, durationMs / 1000);
    },
    sendFinished: ({ channel, outcome }) => {
      metrics.send(channel, outcome);
    },
    callFinished: ({ method, status, durationMs }) => {
      metrics.call(method, status, durationMs / 1000);
    },
    failed: (code) => {
      metrics.error(code);
    },
  };
}

/** WhatsAble sends from a number that it does not name. */
function sendingNumbersOf({ whatsapp, twilio }: Configuration): SendingNumbers {
  const isNamed = whatsapp.providers[0] !== "whatsable";
  return {
    standard: isNamed ? whatsapp.phoneNumberId : undefined,
    twilio: twilio.whatsappFrom ?? twilio.from,
    isThroughTwilio: whatsapp.sendThrough === "twilio",
  };
}

/** A simulated channel has nobody whose limits it could exceed. */
function pacingOf({ whatsapp }: Configuration, channels: Channels): Pacing {
  const { rate, pairRate } = whatsapp;
  const rules: [string, PacingRule][] = [];
  if (channels.whatsapp.mode === "live") rules.push(["whatsapp", { rate, pairRate }]);
  // Each mail logs in anew, and a mail server locks an account that is refused too often.
  if (channels.mail.mode === "live") rules.push(["mail", { ...UNBOUND, startsWithOne: true }]);
  return new Map(rules);
}

function toItemSample(counts: ItemCounts): ItemSample {
  const { received, restored, retried, unhandled, waiting, ...ended } = counts;
  return {
    received: new Map(Object.entries({ delivery: received, store: restored, retry: retried })),
    ended: new Map(Object.entries(ended)),
    unhandled,
    waiting,
  };
}

function toQueues({ work, outbox }: EngineDepth): ReadonlyMap<string, number> {
  return new Map(
    Object.entries({ work, outbox }).flatMap(([queue, { due, delayed, running }]) => [
      [`${queue}_due`, due],
      [`${queue}_delayed`, delayed],
      [`${queue}_running`, running],
    ]),
  );
}
