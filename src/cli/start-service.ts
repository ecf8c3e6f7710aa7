import { resolve } from "node:path";

import { createChannels } from "../channels/create-channels.ts";
import type { MachineTime } from "../host/timers.ts";
import { StoreError } from "../engine/sqlite/store-error.ts";
import { StartupError } from "../server/startup-error.ts";
import { readTlsPair } from "../server/tls.ts";
import { Service } from "./service.ts";
import type { ServiceOptions } from "./service-parts.ts";
import { openServiceLog } from "./service-log.ts";

/**
 * Starts to serve a program.
 * @throws StartupError where the data folder cannot be used or the server cannot listen; everything
 *   is closed again then
 */
export async function startService(options: ServiceOptions, time: MachineTime): Promise<Service> {
  const { configuration, io, program } = options;
  const { tls: paths, host, port } = configuration.server;
  const tls =
    paths === undefined
      ? undefined
      : await readTlsPair({
          certificate: resolve(io.folder, paths.certificate),
          key: resolve(io.folder, paths.key),
        });
  const named = program.handlers.flatMap(({ declaration: { verification } }) =>
    typeof verification === "string" ? [] : configuration.secretsIn(verification.secret),
  );
  const log = await openServiceLog(configuration, io, time, named);
  const channels = await createChannels(configuration, (line) => {
    log.info({}, line);
  });
  let service: Service | undefined;
  try {
    service = new Service({ ...options, log, channels }, time);
    await service.start({ host, port, tls });
    return service;
  } catch (error) {
    await (service ?? channels).close();
    throw error instanceof StoreError ? new StartupError(error.detail) : error;
  }
}
