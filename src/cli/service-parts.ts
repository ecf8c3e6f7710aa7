import type { Channels } from "../channels/create-channels.ts";
import type { Program } from "../compile/script.ts";
import type { Configuration } from "../host/configuration.ts";
import type { HttpSettings } from "../server/settings.ts";
import type { CommandIo } from "./io.ts";
import type { ScriptPlaces } from "./serve-scripts.ts";
import type { ServiceLog } from "./service-log.ts";

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
