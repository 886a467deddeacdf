import type { Page } from "@playwright/test";
import { awake, expect, lookAt, test } from "../fixtures";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";

test.use({ serviceWorkers: "allow" });
test.beforeEach(({ watch }) => {
  watch.tolerate(/ERR_INTERNET_DISCONNECTED/);
});

/**
 * The worker answers for where this browser goes next. Not whether it has this very page: one that was on its way while
 * the worker started is in nobody's hands, as the standard has it, and what it leads to is in the worker's all the same.
 */
async function workerReady(page: Page): Promise<void> {
  const state = (): Promise<string | undefined> =>
    page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await expect.poll(state).toBe("activated");
}

test("where there is no connection a page of ours says so, and later everything is there again", async ({ enter, site }) => {
  const page = await enter(site.admin);
  await workerReady(page);
  await page.context().setOffline(true);
  await new Frame(page).goTo("Events");
  await expect(page.getByRole("heading", { name: "You’re offline" })).toBeVisible();
  await lookAt(page, "offline");
  // Nobody's name, no way into anybody's pages.
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await page.context().setOffline(false);
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Hi, Ada" })).toBeVisible();
});

test("only the offline page is kept, nothing of anybody's", async ({ enter, site }) => {
  const page = await enter(site.admin);
  await workerReady(page);
  for (const path of ["/events", "/account", "/admin/people"]) await page.goto(path);
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await self.caches.keys()).map((name) => self.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname.replace(/\.[0-9a-f]{12}\./, "."));
  });
  expect(kept.sort()).toEqual(["/favicon.svg", "/icons.svg", "/offline", "/pkg/ticket-pool.css"]);
});

test("a request that meets no connection is not lost", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 5);
  const page = await enter(asha.address);
  await workerReady(page);
  const form = new RequestPage(page);
  await form.open(event);
  await form.choose(4, 2);
  await form.write("Aisle seat, please");
  await page.context().setOffline(true);
  await form.send();
  await expect(page.getByRole("heading", { name: "You’re offline" })).toBeVisible();
  await expect(page.getByText("nothing was sent")).toBeVisible();
  await page.context().setOffline(false);
  await page.goBack();
  await awake(page);
  await form.chosen(4, 2);
  await expect(form.note).toHaveValue("Aisle seat, please");
  await form.send();
  await new Frame(page).says("Request sent. Your result will show up here.");
});
