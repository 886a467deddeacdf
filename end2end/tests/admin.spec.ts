import { expect, lookAt, test } from "../fixtures";
import { demo } from "../fixtures/demo";
import { Frame } from "../pages/frame";

demo.describe("of a made-up organization", () => {
  demo.beforeEach(() => demo.setTimeout(120_000));

  for (const [width, colorScheme] of [
    [360, "light"],
    [1280, "dark"],
  ] as const) {
    demo(`the page of admins fits ${width} pixels, ${colorScheme}, with its tables open`, async ({ admin, enter }) => {
      const page = await enter(admin, { viewport: { width, height: 740 }, colorScheme });
      await new Frame(page).goTo("Admin");
      await lookAt(page, "admin");
      for (const summary of await page.getByText("Show as table").all()) await summary.click();
      await lookAt(page, "admin, tables open");
      const [wide, there] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(wide).toBeLessThanOrEqual(there);
      for (const chart of await page.locator("section.chart:has(details)").all()) {
        await expect(chart.getByRole("table")).toBeVisible();
        await expect(chart.locator("[aria-label]").first()).toHaveAttribute("aria-label", /\.$/);
      }
    });
  }
});

test("an empty site has its page of admins, and the ways to the others", async ({ enter, site }) => {
  const page = await enter(site.admin, { viewport: { width: 360, height: 740 } });
  const frame = new Frame(page);
  await frame.goTo("Admin");
  await lookAt(page, "admin of an empty site");
  for (const [name, heading] of [
    ["People", "People"],
    ["Audit log", "Audit log"],
  ] as const) {
    await frame.goToAdmin(name);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
});
