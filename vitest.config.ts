import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**"],
    globalSetup: ["tests/setup/postgres.ts"],
    setupFiles: ["tests/setup/no-stray-errors.ts"],
    pool: "forks",
    // Many files wait for processes or for a moment of time: two more fill the two processors meanwhile.
    maxWorkers: 4,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A condition that is waited for: on a busy machine it takes its time.
    expect: { poll: { timeout: 10_000 } },
  },
});
