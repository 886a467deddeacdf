// How long it takes on a slow phone until a click on the board shows (Event Timing: from the input to the next paint).

const SLOWER = 4;

/** Clicks chips at the top, in the middle and at the end of the board, then presses keys. Durations in milliseconds. */
export async function clicks(browser, { url, cookie }, path) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
  });
  const [name, value] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    window.inputs = [];
    const note = (list) => window.inputs.push(...list.getEntries().map(({ name, duration }) => ({ name, duration })));
    new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  await page.goto(path);
  await page.locator("html[data-ready]").waitFor({ timeout: 120_000 });
  const rows = page.locator(".board > li");
  const count = await rows.count();
  for (const place of [0, 1, Math.floor(count / 2), count - 2, count - 1]) {
    const row = rows.nth(place);
    await row.evaluate((row) => row.scrollIntoView({ block: "center" }));
    for (const chip of [0, 1]) {
      // By its place: what the driver does to find out whether it may tap would be counted too.
      const { x, y, width, height } = await row.locator(".chips label").nth(chip).boundingBox();
      await page.waitForTimeout(400);
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      await page.waitForTimeout(600);
    }
  }
  for (const key of ["ArrowUp", "0", "ArrowUp", "0", "Enter"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
  }
  const inputs = await page.evaluate(() => window.inputs);
  const longest = (...names) => Math.max(0, ...inputs.filter(({ name }) => names.includes(name)).map(({ duration }) => duration));
  const result = { rows: count, click: longest("click", "pointerup", "pointerdown", "change"), key: longest("keydown", "keyup") };
  await context.close();
  return result;
}
