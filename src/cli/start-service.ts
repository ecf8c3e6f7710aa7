import { resolve } from "node:path";

import type { Program } from "../compile/script.ts";
import { type Channels, createChannels } from "../channels/create-channels.ts";
import type { Configuration } from "../host/configuration.ts";
import { systemTimers } from "../host/timers.ts";
import type { HttpSettings } from "../server/settings.ts";
import { readTlsPair } from "../server/tls.ts";
import type { CommandIo } from "./io.ts";
import type { ScriptPlaces } from "./serve-scripts.ts";
import { Service } from "./service.ts";
import { openServiceLog, type ServiceLog } from "./service-log.ts";

/** What a service is started with. */
export interface ServiceOptions {
  readonly program: Program;
  readonly places: ScriptPlaces;
  readonly configuration: Configuration;
  readonly http: HttpSettings;
  readonly io: CommandIo;
}

/** What a service is made of. */
export interface ServiceParts extends ServiceOptions {
  readonly log: ServiceLog;
  readonly channels: Channels;
}

/**
 * Starts to serve a program.
 * @throws StartupError where the server cannot listen; everything is closed again then
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { configuration, io } = options;
  const { tls: paths, host, port } = configuration.server;
  const tls =
    paths === undefined
      ? undefined
      : await readTlsPair({
          certificate: resolve(io.folder, paths.certificate),
          key: resolve(io.folder, paths.key),
        });
  const log = await openServiceLog(configuration, io);
  const channels = await createChannels(configuration, (line) => {
    log.info({}, line);
  });
  const service = new Service({ ...options, log, channels }, systemTimers);
  try {
    await service.start({ host, port, tls });
    return service;
  } catch (error) {
    await service.close();
    throw error;
  }
}
