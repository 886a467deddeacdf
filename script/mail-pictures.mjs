// Called by script/mail-pictures: takes pictures of every letter in a folder, beside it.

import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../end2end/package.json", import.meta.url))("@playwright/test");

const folder = resolve(process.argv[2]);
// As the browser tests: without a system Chromium, Playwright's own is used.
const executablePath = process.env.CHROMIUM || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const width of [320, 600]) {
    for (const colorScheme of ["light", "dark"]) {
      // Mail programs run no scripts.
      const context = await browser.newContext({ viewport: { width, height: 480 }, colorScheme, javaScriptEnabled: false });
      const page = await context.newPage();
      for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
        await page.goto(pathToFileURL(join(folder, file)).href);
        const picture = `${file.replace(/\.html$/, "")}-${width}-${colorScheme}.png`;
        await page.screenshot({ path: join(folder, picture), fullPage: true });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
