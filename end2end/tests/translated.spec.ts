import type { Page } from "@playwright/test";
import { awake, expect, holdWasm, test } from "../fixtures";
import { translate } from "../fixtures/translate";
import type { World } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { RequestPage } from "../pages/request";

/** Opens a page and has it translated, before its island wakes or after. */
async function translated(page: Page, path: string, when: "before" | "after"): Promise<void> {
  if (when === "after") {
    await page.goto(path);
    await awake(page);
    await translate(page);
    return;
  }
  const letGo = await holdWasm(page);
  await page.goto(path, { waitUntil: "domcontentloaded" });
  await translate(page);
  letGo();
  await awake(page);
}

async function two(world: World): Promise<number> {
  return world.closed("Rovers v United", 6, [
    [await world.person("Asha Rao"), [4, 2]],
    [await world.person("Ben Okafor"), [3, 2]],
  ]);
}

for (const when of ["before", "after"] as const) {
  test(`the request page says nothing false where a browser translates it ${when} it wakes`, async ({ world, enter }) => {
    const asha = await world.person("Asha Rao");
    const event = await world.event("Rovers v United", 10, { limit: "6" });
    const page = await enter(asha.address);
    const request = new RequestPage(page);
    await translated(page, `/events/${event}/request`, when);
    await request.choose(3);
    await expect(request.sentence).toHaveText("3 or nothing.");
    await request.choose(1, 3);
    await expect(request.sentence).toHaveText("3 if possible, or 1. If neither works, you get none.");
    await expect(page.getByRole("button", { name: /^Only/ })).toHaveText("Only 3 works");
    await page.getByRole("button", { name: "3 or fewer works" }).click();
    await request.chosen(1, 2, 3);
    for (const number of [1, 2, 3]) await request.number(number).uncheck();
    await expect(request.sentence).toBeHidden();
    await expect(page.getByRole("button", { name: /^Only/ })).toBeHidden();
  });

  test(`the board says nothing false where a browser translates it ${when} it wakes`, async ({ world, enter, site }) => {
    const event = await two(world);
    const page = await enter(site.admin);
    const board = new BoardPage(page);
    await translated(page, `/events/${event}/allocate`, when);
    await board.give("Asha Rao", 4);
    await expect(board.balance).toHaveText("4 of 6 assigned · 2 left");
    await expect(board.bar.getByText("1 undecided")).toBeVisible();
    await board.give("Ben Okafor", 3);
    await expect(board.balance).toHaveText("⚠ 7 of 6 assigned · 1 over the limit");
    await expect(board.bar.getByText(/not decided/)).toBeHidden();
    await expect(board.bar.getByText(/Saved/)).toBeHidden();
    await board.give("Ben Okafor", 2);
    await expect(board.balance).toHaveText("6 of 6 assigned · 0 left");
    await board.saved();
  });
}

test("while nothing listens, neither page shows what is no longer so", async ({ world, enter, site }) => {
  const event = await two(world);
  const page = await enter(site.admin);
  await holdWasm(page);
  await page.goto(`/events/${event}/allocate`, { waitUntil: "domcontentloaded" });
  const board = new BoardPage(page);
  await expect(board.balance).toBeVisible();
  await board.give("Asha Rao", 4);
  await expect(board.balance).toBeHidden();
  const open = await world.event("Rovers v City", 10);
  await page.goto(`/events/${open}/request`, { waitUntil: "domcontentloaded" });
  const request = new RequestPage(page);
  await request.choose(2);
  await expect(request.sentence).toBeHidden();
});
