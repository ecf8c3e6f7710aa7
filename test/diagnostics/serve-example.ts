import { onTestFinished } from "vitest";
import { serve } from "../../src/cli/serve.ts";

/** A server for an example. */
export interface ServedExample {
  /** Undefined where the server refused to start. */
  readonly url: string | undefined;
  /** What it wrote to standard error so far. */
  readonly said: () => string;
}

/** Serves `script.bas` of a folder, with the settings of its `.env`, until the test ends. */
export async function serveExample(folder: string): Promise<ServedExample> {
  let stdout = "";
  let stderr = "";
  const listening = Promise.withResolvers<string>();
  const stop = Promise.withResolvers<string>();
  const ended = serve(
    { paths: ["script.bas"], port: 0, production: false, insecure: false, watch: false },
    {
      folder,
      environment: {},
      stdout: (text) => {
        stdout += text;
        const url = /^listening on (.*)$/m.exec(stdout)?.[1];
        if (url !== undefined) listening.resolve(url);
      },
      stderr: (text) => void (stderr += text),
    },
    { first: stop.promise, release: () => undefined },
  );
  onTestFinished(async () => {
    stop.resolve("the end of the test");
    await ended;
  });
  const url = await Promise.race([listening.promise, ended.then(() => undefined)]);
  return { url, said: () => stderr };
}
