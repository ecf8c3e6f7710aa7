/** Tells whether the server should be sent requests. */
export interface Readiness {
  /** Returns what speaks against it, in a few words each; empty where the server is ready. */
  obstacles(): Promise<readonly string[]>;
}

/** What readiness is made of. */
export interface ReadinessParts {
  /** How many handlers are served now. */
  readonly handlerCount: () => number;
  /** Resolves where the store takes writes, rejects where it does not. */
  readonly checkStore: () => Promise<unknown>;
  readonly draining: () => boolean;
}

/** Creates the readiness of one server. */
export function createReadiness(parts: ReadinessParts): Readiness {
  return {
    async obstacles() {
      const obstacles: string[] = [];
      if (parts.draining()) obstacles.push("shutting down");
      if (parts.handlerCount() === 0) obstacles.push("no scripts are loaded");
      try {
        await parts.checkStore();
      } catch {
        obstacles.push("the store takes no writes");
      }
      return obstacles;
    },
  };
}
