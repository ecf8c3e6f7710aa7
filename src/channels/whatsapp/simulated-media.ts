import type { MediaChannel } from "../../host/media.ts";

/** Makes the simulated twin of Meta's media: every id has a file that says so. */
export function createSimulatedMedia(): MediaChannel {
  return {
    mode: "simulated",
    download: (id) =>
      Promise.resolve({
        content: new TextEncoder().encode(`simulated media ${id}`),
        contentType: undefined,
      }),
  };
}
