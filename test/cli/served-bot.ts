import { resolve } from "node:path";
import { deliver, startMeta } from "../crash/meta.ts";
import { nothingLeft, startServer } from "../crash/server-process.ts";
import { folderWith } from "./command.ts";

/** The bot of the crash tests, served by a process of its own on a data folder of its own. */
export interface ServedBot {
  /** Its data folder. */
  readonly data: string;
  /** Texts that Meta was given. */
  readonly sent: readonly { readonly to: string; readonly text: string }[];
  /** Delivers a text of a person. @throws Error where it is not acknowledged */
  deliver(from: string, id: string, text: string): Promise<void>;
  /** Ends it once nothing is left to do. */
  stop(): Promise<void>;
}

/** Starts the bot and a Meta to which it sends. */
export async function startServedBot(data?: string): Promise<ServedBot> {
  const meta = await startMeta(() => 0);
  const folder = data ?? (await folderWith({}));
  const server = await startServer({
    command: resolve("src/cli/bin.ts"),
    data: folder,
    metaUrl: meta.url,
  });
  if (server === undefined) throw new Error("the server did not start");
  return {
    data: folder,
    sent: meta.sent,
    deliver: async (from, id, body) => {
      const isTaken = await deliver(server.address, from, [{ id, body }]);
      if (!isTaken) throw new Error("the server did not acknowledge the delivery");
    },
    stop: async () => {
      await nothingLeft(folder, server.ended);
      await server.stop();
      await meta.close();
    },
  };
}
