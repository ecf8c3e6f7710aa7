import { createHttpClient } from "../channels/http/http-client.ts";
import { originOf } from "../diagnostics/secrets/secret-names.ts";
import { type Configuration, readConfiguration } from "../host/configuration.ts";
import { readEnvironment } from "../host/configuration/environment.ts";
import { findVariable } from "../host/configuration/variables.ts";
import type { HttpClient } from "../host/http-call.ts";
import type { Recording } from "../testing/http/file-calls.ts";
import { SecretMask } from "../testing/http/secret-mask.ts";
import type { CommandIo } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** What tests are recorded with: the client of the server, and all secrets that it might show. */
export class TestRecording {
  readonly #client: HttpClient;
  readonly #secrets: readonly string[];

  constructor(http: Configuration["http"], secrets: readonly string[]) {
    this.#client = createHttpClient(http);
    this.#secrets = secrets;
  }

  /** Gives what one file of tests is recorded with. */
  ofFile(): Recording {
    return { client: this.#client, mask: new SecretMask(this.#secrets) };
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

/**
 * Reads which addresses may be called, as the server does: from the environment and `.env`.
 * @throws UsageError for a setting that is wrong
 */
export async function createTestRecording(
  io: Pick<CommandIo, "environment" | "folder">,
): Promise<TestRecording> {
  const { values, messages: found } = await readEnvironment(io.folder, io.environment);
  const { configuration, messages } = readConfiguration(values);
  const wrong = [...found, ...messages].find(({ severity }) => severity === "error");
  if (wrong !== undefined) throw new UsageError(wrong);
  if (configuration === undefined) throw new Error("settings without an error gave none");
  return new TestRecording(configuration.http, secretsOf(values));
}

/** Settings that are secret, and whatever else goes by the name of a secret; some hold several. */
function secretsOf(values: ReadonlyMap<string, string>): readonly string[] {
  return [...values].flatMap(([name, value]) => {
    if (findVariable(name)?.secret !== true && originOf(name) === undefined) return [];
    const password = URL.parse(value)?.password ?? "";
    return [value, ...value.split(",").map((part) => part.trim()), password];
  });
}
