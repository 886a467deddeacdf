import type { Page } from "@playwright/test";
import { expect, lookAt, test } from "../fixtures";
import { demo } from "../fixtures/demo";

demo.describe("of a made-up organization", () => {
  demo.beforeEach(() => demo.setTimeout(120_000));

  /** Nothing of the page lies beside the screen. */
  async function fits(page: Page): Promise<void> {
    const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(wide, page.url()).toBeLessThanOrEqual(there);
  }

  demo("whoever runs the season sees everyone, each chart with its table", async ({ admin, enter }) => {
    const page = await enter(admin, { viewport: { width: 360, height: 740 } });
    for (const season of [1, 2, 3]) {
      await page.goto(`/seasons/${season}`);
      await lookAt(page, `season ${season}`);
      await fits(page);
      for (const summary of await page.getByText("Show as table").all()) await summary.click();
      await lookAt(page, `season ${season}, tables open`);
      await fits(page);
      const charts = page.locator("section.chart:has(details)");
      for (const chart of await charts.all()) {
        await expect(chart.getByRole("table")).toBeVisible();
        // What was not used is said in words, and nothing is drawn.
        const said = chart.locator("[data-unused]");
        if ((await said.count()) > 0) await expect(said).toHaveText(/\.$/);
        else await expect(chart.locator("[aria-label]").first()).toHaveAttribute("aria-label", /\.$/);
      }
    }
  });

  demo("a member sees dots without names", async ({ admin, enter }) => {
    const first = await enter(admin);
    await first.goto("/admin/people");
    const people = first.getByRole("main").getByRole("list").getByRole("link");
    const address = await people.filter({ hasNot: first.locator(".badge") }).first().locator("small").innerText();
    const page = await enter(address, { viewport: { width: 360, height: 740 } });
    await page.goto("/seasons/2");
    await lookAt(page, "season of a member");
    await fits(page);
    await expect(page.getByRole("img", { name: /people are behind their fair share/ })).toBeVisible();
    await expect(page.getByRole("link", { name: "CSV", exact: true })).toHaveCount(0);
  });

  demo("at a desk everyone stands by every event, in dark, too", async ({ admin, enter }) => {
    const page = await enter(admin, { viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
    await page.goto("/seasons/2");
    await expect(page.locator("table.matrix")).toBeVisible();
    await lookAt(page, "season at a desk");
    await fits(page);
  });
});

test("a season without events says so", async ({ enter, site }) => {
  const page = await enter(site.admin, { viewport: { width: 360, height: 740 } });
  await page.goto("/seasons/1");
  await expect(page.getByText("No events in this season yet.")).toBeVisible();
  await lookAt(page, "an empty season");
});
