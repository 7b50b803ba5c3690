import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/golden/**/*.test.ts'],
          environment: 'node',
          // A busy machine is no failure; what hangs still ends.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: 'tests/support/serve-app.ts',
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A slow machine draws a frame of software WebGL in half a second: states are waited for, never times.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
