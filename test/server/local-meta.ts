import { createServer, type RequestListener } from "node:http";
import { onTestFinished } from "vitest";
import { portOf } from "../contract/port.ts";

/**
 * Starts a Meta on this machine until the test ends.
 * @returns the settings with which a server sends there
 */
export async function startLocalMeta(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    WHATSAPP_ACCESS_TOKEN: "token",
    WHATSAPP_PHONE_NUMBER_ID: "115",
    WHATSAPP_API_URL: `http://127.0.0.1:${String(portOf(server))}`,
  };
}
