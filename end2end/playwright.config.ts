import { existsSync, statfsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { IPHONE, PIXEL } from "./fixtures/devices";

// Without a system Chromium, Playwright's own is used.
const chromium = process.env.CHROMIUM || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);

// Browsers share pictures and pages through memory where there is enough of it; Playwright would have them use the disk.
const shared = existsSync("/dev/shm") ? statfsSync("/dev/shm") : { bavail: 0, bsize: 0 };
const roomy = shared.bavail * shared.bsize > 2 ** 30;

const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desk = { viewport: { width: 1280, height: 800 } };
const narrow = { ...phone, deviceScaleFactor: 1, viewport: { width: 320, height: 640 } };
const dark = { ...phone, deviceScaleFactor: 1, colorScheme: "dark" as const };
const iphone = { ...phone, ...IPHONE, viewport: { width: 390, height: 844 }, deviceScaleFactor: 3 };
const pixel = { ...phone, ...PIXEL, viewport: { width: 412, height: 915 }, deviceScaleFactor: 2.625 };

/** The files of these names. */
const tests = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: "tests",
  outputDir: "results/tests",
  snapshotPathTemplate: "baselines/{projectName}/{arg}{ext}",
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
    // A worker would hide requests from tests that hold them up; it has a test of its own.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: chromium || undefined,
      ignoreDefaultArgs: roomy ? ["--disable-dev-shm-usage"] : [],
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
  // The whole job is done everywhere; the rest where it can differ.
  projects: [
    { name: "phone", use: phone, testIgnore: tests("board", "keys", "comfort", "visual", "ways-to-send") },
    {
      name: "phone-no-scripts",
      use: { ...phone, javaScriptEnabled: false },
      testMatch: tests(
        ...["journey", "draw", "pages", "request", "people-import", "account", "sign-in", "sign-in-code", "devices"],
        ...["scanner", "canary", "no-wasm", "after", "door", "hand-on"],
      ),
    },
    { name: "look-phone", use: { ...phone, deviceScaleFactor: 1 }, testMatch: tests("visual") },
    { name: "look-desk-dark", use: { ...desk, colorScheme: "dark" }, testMatch: tests("visual") },
    { name: "desk", use: desk, testMatch: tests("journey", "draw", "pages", "board", "review", "devices", "people-import", "keys", "comfort", "typed", "tabs") },
    { name: "iphone", use: iphone, testMatch: tests("journey") },
    { name: "pixel", use: pixel, testMatch: tests("journey") },
    { name: "narrow", use: narrow, testMatch: tests("journey", "pages") },
    { name: "dark", use: dark, testMatch: tests("journey", "pages") },
    { name: "dark-desk", use: { ...desk, colorScheme: "dark" }, testMatch: tests("pages") },
    { name: "forced-colors", use: { ...desk, forcedColors: "active" }, testMatch: tests("journey") },
    { name: "smtp", use: { ...phone, bySmtp: true }, testMatch: tests("journey", "ways-to-send") },
    { name: "postgres", use: { ...phone, onPostgres: true }, testMatch: tests("journey") },
  ],
});
