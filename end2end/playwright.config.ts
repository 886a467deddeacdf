import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Without a system Chromium, Playwright's own is used.
const chromium = process.env.CHROMIUM || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desk = { viewport: { width: 1280, height: 800 } };

export default defineConfig({
  testDir: "tests",
  outputDir: "results/tests",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Each worker runs a browser, a server and a mail endpoint.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium || undefined,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "phone", use: phone, testIgnore: /board\.spec/ },
    {
      name: "phone-no-scripts",
      use: { ...phone, javaScriptEnabled: false },
      testMatch: /(journey|draw|pages|request|sign-in|sign-in-code|devices|account|scanner|canary|no-wasm)\.spec/,
    },
    { name: "desk", use: desk, testMatch: /(journey|draw|pages|board|devices)\.spec/ },
    { name: "narrow", use: { ...phone, deviceScaleFactor: 1, viewport: { width: 320, height: 640 } }, testMatch: /pages\.spec/ },
    { name: "dark", use: { ...phone, deviceScaleFactor: 1, colorScheme: "dark" }, testMatch: /pages\.spec/ },
    { name: "postgres", use: { ...phone, onPostgres: true }, testMatch: /journey\.spec/ },
  ],
});
