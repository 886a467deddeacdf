import type { Page } from "@playwright/test";
import { awake, expect, lookAt, test } from "../fixtures";
import { BoardPage } from "../pages/board";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";
import { ReviewPage } from "../pages/review";

const SAVE_REQUEST = "**/api/request/save";
const SAVE_BOARD = "**/api/allocation/save";

/** The line is cut at the next such request, once; whether the page asks or its service worker does. */
async function cutOnce(page: Page, where: string): Promise<void> {
  await page.context().route(where, (route) => route.abort("internetdisconnected"), { times: 1 });
}

/** Lets such requests through after a while, and counts those that go out. */
async function counted(page: Page, where: string, after = Promise.resolve()): Promise<() => number> {
  let times = 0;
  await page.context().route(where, async (route) => {
    times += 1;
    await after;
    await route.continue();
  });
  return () => times;
}

test.describe("the line breaks", () => {
  test.beforeEach(({ watch }) => watch.tolerate(/ERR_INTERNET_DISCONNECTED/));

  test("while a request is sent: Back shows what was typed, and it is sent once", async ({ world, enter, site }) => {
    const asha = await world.person("Asha Rao");
    const event = await world.event("Rovers v United", 10);
    const page = await enter(asha.address);
    const request = new RequestPage(page);
    await request.open(event);
    await request.choose(2, 5);
    await request.write("Beside the aisle, please");
    await cutOnce(page, SAVE_REQUEST);
    await request.submit.click({ noWaitAfter: true });
    await expect(request.submit).toBeHidden();
    await page.goBack();
    await awake(page);
    await request.chosen(2, 5);
    await expect(request.note).toHaveValue("Beside the aisle, please");
    await expect(request.sentence).toHaveText("5 if possible, or 2. If neither works, you get none.");
    const sent = await counted(page, SAVE_REQUEST);
    await request.send();
    await new Frame(page).says("Request sent. Your result will show up here.");
    await expect(page.getByText("You requested 5, or 2.")).toBeVisible();
    expect(sent()).toBe(1);
    const desk = await enter(site.admin);
    await desk.goto(`/events/${event}`);
    await expect(desk.getByText("5 requested by 1 person · 10 available")).toBeVisible();
  });

  test("while the board is saved: it says so, and the next choice saves both", async ({ world, enter, site }) => {
    const [asha, ben] = [await world.person("Asha Rao"), await world.person("Ben Okafor")];
    const event = await world.closed("Rovers v United", 6, [[asha, [4, 2]], [ben, [3, 2]]]);
    const page = await enter(site.admin);
    const board = new BoardPage(page);
    await board.open(event);
    await cutOnce(page, SAVE_BOARD);
    await board.give(asha.name, 4);
    await board.saysForTheEye(/^You’re offline\./);
    await lookAt(page);
    await board.give(ben.name, 2);
    await board.saved();
    await board.open(event);
    await expect(board.chip(asha.name, 4)).toBeChecked();
    await expect(board.chip(ben.name, 2)).toBeChecked();
  });

  test("for longer: nothing chosen meanwhile is lost", async ({ world, enter, site }) => {
    const [asha, ben] = [await world.person("Asha Rao"), await world.person("Ben Okafor")];
    const event = await world.closed("Rovers v United", 6, [[asha, [4, 2]], [ben, [3, 2]]]);
    const page = await enter(site.admin);
    const board = new BoardPage(page);
    await board.open(event);
    await page.context().setOffline(true);
    await board.give(asha.name, 4);
    await board.saysForTheEye(/^You’re offline\./);
    await board.give(ben.name, 3);
    await board.give(ben.name, 2);
    await expect(board.balance).toHaveText("6 of 6 assigned · 0 left");
    await board.saysForTheEye(/^You’re offline\./);
    await page.context().setOffline(false);
    await board.give(asha.name, 2);
    await board.saved();
    await board.review();
    await expect(new ReviewPage(page).balance).toHaveText("4 of 6 assigned · 2 left");
  });
});

test("on a slow line the button of a request sends it once, however often it is pressed", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.choose(2);
  let letGo = () => {};
  const sent = await counted(page, SAVE_REQUEST, new Promise((resolve) => (letGo = resolve)));
  // Not by `click`, which waits for the page that is underway.
  await request.submit.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await request.submit.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  for (let times = 0; times < 5; times += 1) await page.mouse.click(x + width / 2, y + height / 2);
  letGo();
  await new Frame(page).says("Request sent. Your result will show up here.");
  expect(sent()).toBe(1);
});

test("of two tabs of one person the second is told, keeps what was typed, and saves at the second try", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const [first, second] = [new RequestPage(page), await page.context().newPage()];
  const late = new RequestPage(second);
  await first.open(event);
  await late.open(event);
  await first.choose(2);
  await first.send();
  await new Frame(page).says("Request sent. Your result will show up here.");
  await late.choose(3, 5);
  await late.write("Both of us, please");
  await late.send();
  await new Frame(second).warns(/Someone else \(or another tab\) changed this while you were working\. Your changes aren’t saved/);
  await awake(second);
  await late.chosen(3, 5);
  await expect(late.note).toHaveValue("Both of us, please");
  await lookAt(second);
  await page.reload();
  await expect(page.getByText("You requested 2.")).toBeVisible();
  await late.send();
  await new Frame(second).says("Request sent. Your result will show up here.");
  await expect(second.getByText("You requested 5, or 3.")).toBeVisible();
});

test("Back from a sent request shows the form, Forward the event", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await page.goto(`/events/${event}`);
  await page.getByRole("link", { name: "Request tickets" }).click();
  await awake(page);
  await request.choose(2);
  await request.send();
  await new Frame(page).says("Request sent. Your result will show up here.");
  await page.goBack();
  await awake(page);
  await expect(page.getByRole("group", { name: "How many tickets would work for you?" })).toBeVisible();
  await request.chosen(2);
  await page.goForward();
  await expect(page.getByText("You requested 2.")).toBeVisible();
  await page.goBack();
  await awake(page);
  await request.choose(3);
  await request.send();
  await expect(page.getByText("You requested 3.")).toBeVisible();
});

test("Back after signing out shows nothing of anybody", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  await world.ask(event, asha, [4, 2], "Beside the aisle");
  const page = await enter(asha.address);
  await page.goto(`/events/${event}`);
  await expect(page.getByText("Beside the aisle")).toBeVisible();
  await new Frame(page).goTo("Account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await new Frame(page).says("You’re signed out.");
  for (const _ of ["the account", "the event"]) {
    await page.goBack();
    await expect(page.getByRole("button", { name: "Email me a sign-in code" })).toBeVisible();
    await expect(page.getByText(/Asha|aisle/)).toHaveCount(0);
  }
});
