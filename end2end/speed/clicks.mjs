// How long it takes on a slow phone until a click on the board shows (Event Timing: from the input to the next paint).

const SLOWER = 4;

const TIMES = 3;

/** The longest, and the median of what was tapped, of some loads of the board. Durations in milliseconds, in steps of 8. */
export async function clicks(browser, site, path) {
  const loads = [];
  for (let time = 0; time < TIMES; time++) loads.push(await once(browser, site, path));
  const taps = loads.flatMap(({ taps }) => taps).sort((one, other) => one - other);
  return { rows: loads[0].rows, taps: taps.length, median: taps[taps.length >> 1], click: taps.at(-1), key: Math.max(...loads.map(({ key }) => key)) };
}

/** Clicks chips at the top, in the middle and at the end of the board, then presses keys. */
async function once(browser, { url, cookie }, path) {
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
  const durations = (...names) => inputs.filter(({ name }) => names.includes(name)).map(({ duration }) => duration);
  const result = { rows: count, taps: durations("click"), key: Math.max(0, ...durations("keydown", "keyup")) };
  await context.close();
  return result;
}
