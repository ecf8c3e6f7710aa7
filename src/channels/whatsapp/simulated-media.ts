import type { MediaChannel } from "../../host/media.ts";

/**
 * Makes the simulated twin of what fetches files: every id and address has a file that says so.
 * @param check what the real one would refuse at once, by throwing; nothing unless given
 */
export function createSimulatedMedia(check: (id: string) => void = () => {}): MediaChannel {
  return {
    mode: "simulated",
    download: async (id) => {
      check(id);
      const content = new TextEncoder().encode(`simulated media ${id}`);
      return Promise.resolve({ content, contentType: undefined });
    },
  };
}
