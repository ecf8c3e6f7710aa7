import { configDefaults, defineConfig } from "vitest/config";

/** They measure the memory of their process, which must be theirs alone. */
const MEASURING = ["test/hostile/**/*.test.ts"];

export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 15_000,
    hookTimeout: 15_000,
    restoreMocks: true,
    setupFiles: ["test/one-request-connections.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...MEASURING],
          // Nothing of the sources keeps state between runs, so the files of a process share them.
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: MEASURING } },
    ],
  },
});
