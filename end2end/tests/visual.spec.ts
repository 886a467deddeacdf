import type { Page } from "@playwright/test";
import { awake, expect, test } from "../fixtures";
import type { World } from "../fixtures/world";
import { SignInPage } from "../pages/sign-in";

// Pictures of the style guide and of the pages, held against those in baselines/. A change that is wanted:
// npx playwright test visual --update-snapshots, and look at what changed before it is committed.

/** Far away, so that no date on a page is one of these days. */
const STARTS = "2031-05-04T15:00";

const people = ["Asha Rao", "Ben Okafor", "Chloe Martin", "Zoë Fernández", "נועה בן-עמי"];

test.use({ domain: async ({}, use) => use("town.example.org") });

/** What differs from day to day and from run to run reads the same: dates of these days, distances, hashes, ports. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState();
  if ((await page.locator("script[data-wasm]").count()) > 0) await awake(page);
  // A field that wants the focus gets it before the first frame; only then can it be taken from it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.evaluate(() => {
    const day = /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? [A-Z][a-z]+ \d{1,2}(?!,? 2031)(, 20\d\d)?(, \d{1,2}:\d\d\s[AP]M)?/g;
    const apart = /\b(in \d+ (minute|hour|day|month)s?|\d+ (minute|hour|day|month)s? ago)\b/g;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      if (node.parentElement?.matches("code")) node.textContent = text.replace(/[0-9a-f]/g, "0");
      else node.textContent = text.replace(day, "Some Day").replace(apart, "some time").replace(/localhost:\d+/g, "localhost");
    }
    document.querySelectorAll("input[readonly]").forEach((field) => {
      if (field instanceof HTMLInputElement) field.value = field.value.replace(/localhost:\d+/, "localhost");
    });
    document.querySelectorAll<HTMLElement>(".board > li").forEach((row) => (row.style.contentVisibility = "visible"));
    document.activeElement instanceof HTMLElement && document.activeElement.blur();
  });
}

async function compare(page: Page, name: string, path?: string): Promise<void> {
  if (path) await page.goto(path);
  await settle(page);
  await expect.soft(page).toHaveScreenshot(`${name}.png`, { fullPage: true, maxDiffPixelRatio: 0.002 });
}

/** Four events: open, closed with one decided, ready to be finalized, finalized. */
async function town(world: World): Promise<Record<"open" | "closed" | "ready" | "done", number>> {
  const members = [];
  for (const name of people) members.push(await world.person(name, "member", `m${members.length}`));
  const [asha, ben, chloe, zoe, noa] = members;
  const make = async (name: string, tickets: number) => {
    const event = await world.event(name, tickets, { starts: STARTS, notes: "The coach leaves at noon." });
    for (const [person, tiers] of [[asha, [4, 2]], [ben, [3, 2]], [chloe, [2, 1]], [zoe, [2]], [noa, [1]]] as const) {
      await world.ask(event, person, [...tiers], person === zoe ? "Aisle seat because of my knee." : "");
    }
    return event;
  };
  const open = await make("Rovers v United", 16);
  const closed = await make("Rovers v Forest", 8);
  await world.move(closed, "close");
  const given = [2, 2, 2, 1, 0];
  const decided = async (name: string) => {
    const event = await make(name, 8);
    await world.move(event, "close");
    for (const [place, person] of members.entries()) await world.decide(event, person, given[place], "Set by hand");
    return event;
  };
  const ready = await decided("Händel: Messiah");
  const done = await decided("Dvořák: Cello Concerto");
  await world.finalize(done, "Tickets are at the front desk.");
  await world.decide(closed, asha, 2, "");
  return { open, closed, ready, done };
}

test("the style guide and what organizers and admins see", async ({ world, enter, site }) => {
  test.setTimeout(120_000);
  const event = await town(world);
  const page = await enter(site.admin);
  await compare(page, "style-guide", "/styleguide");
  await compare(page, "dashboard-admin", "/");
  await compare(page, "allocate", `/events/${event.closed}/allocate`);
  await compare(page, "review", `/events/${event.ready}/review`);
  await compare(page, "people", "/admin/people");
  await compare(page, "event-admin", `/events/${event.open}`);
});

test("what members and visitors see", async ({ world, enter, open, site }) => {
  test.setTimeout(120_000);
  const event = await town(world);
  const page = await enter("m0@town.example.org");
  await compare(page, "dashboard", "/");
  await compare(page, "event", `/events/${event.open}`);
  await compare(page, "result", `/events/${event.done}`);
  await compare(page, "request", `/events/${event.open}/request`);
  await compare(page, "history", "/events");
  const visitor = await open();
  await compare(visitor, "sign-in", "/sign-in");
  await new SignInPage(visitor).askFor(site.admin);
  await compare(visitor, "check-mail");
  await compare(visitor, "offline", "/offline");
});
