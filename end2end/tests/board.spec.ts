import type { Page } from "@playwright/test";
import { awake, expect, holdWasm, lookAt, test } from "../fixtures";
import type { Person, World } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { Frame } from "../pages/frame";
import { ReviewPage } from "../pages/review";

const [ASHA, BEN, CHLOE] = ["Asha Rao", "Ben Okafor", "Chloe Martin"];

/** Three people have asked for an event of 6 tickets: 4 or 2, 3 or 2, 2 or 1. */
async function three(world: World): Promise<number> {
  const tiers = { [ASHA]: [4, 2], [BEN]: [3, 2], [CHLOE]: [2, 1] };
  const asks: [Person, number[]][] = [];
  for (const [name, numbers] of Object.entries(tiers)) asks.push([await world.person(name), numbers]);
  return world.closed("Rovers v United", 6, asks);
}

/** The answers of the island's saves come late, as on a slow line. */
async function slowSaves(page: Page): Promise<void> {
  await page.route("**/api/allocation/save", async (route) => {
    if (route.request().isNavigationRequest()) return route.continue();
    const answer = await route.fetch();
    await new Promise((after) => setTimeout(after, 700));
    return route.fulfill({ response: answer });
  });
}

test("an organizer works the board with the keys alone", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await board.chip(ASHA, "undecided").focus();
  await page.keyboard.press("2");
  await expect(board.chip(ASHA, 2)).toBeChecked();
  await expect(board.chip(ASHA, 2)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(board.chip(BEN, "undecided")).toBeFocused();
  await page.keyboard.press("3");
  await page.keyboard.press("ArrowUp");
  await expect(board.chip(ASHA, 2)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(board.chip(CHLOE, "undecided")).toBeFocused();
  await page.keyboard.press("0");
  await expect(board.balance).toHaveText("5 of 6 assigned · 1 left");
  // A number nobody in this row asked for does nothing.
  await page.keyboard.press("7");
  await expect(board.chip(CHLOE, 0)).toBeChecked();
  await board.saved();
  await lookAt(page);
  await page.reload();
  await awake(page);
  await expect(board.chip(ASHA, 2)).toBeChecked();
  await expect(board.chip(BEN, 3)).toBeChecked();
  await expect(board.chip(CHLOE, 0)).toBeChecked();
});

test("changes are taken back one by one, and the way back is saved too", async ({ world, enter, site }) => {
  const event = await three(world);
  const board = new BoardPage(await enter(site.admin));
  await board.open(event);
  await expect(board.page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await board.give(ASHA, 4);
  await board.give(BEN, 2);
  await board.undo();
  await expect(board.chip(BEN, "undecided")).toBeChecked();
  await expect(board.balance).toHaveText("4 of 6 assigned · 2 left");
  await board.undo();
  await expect(board.balance).toHaveText("0 of 6 assigned · 6 left");
  await expect(board.page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await board.saved();
  await board.open(event);
  await expect(board.chip(ASHA, "undecided")).toBeChecked();
  await expect(board.chip(BEN, "undecided")).toBeChecked();
});

test("too many is said at once and saved only when it fits", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await board.give(ASHA, 4);
  await board.saved();
  await board.give(BEN, 3);
  await expect(board.balance).toHaveText("⚠ 7 of 6 assigned · 1 over the limit");
  await expect(board.bar.getByText("Over the limit: not saved yet")).toBeVisible();
  await lookAt(page);
  const beside = new BoardPage(await enter(site.admin));
  await beside.open(event);
  await expect(beside.chip(BEN, "undecided")).toBeChecked();
  await board.give(BEN, 2);
  await board.saved();
  await beside.open(event);
  await expect(beside.chip(ASHA, 4)).toBeChecked();
  await expect(beside.chip(BEN, 2)).toBeChecked();
});

test("what was chosen while a save was underway waits, like everything else, until it fits", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await slowSaves(page);
  const first = page.waitForResponse("**/api/allocation/save");
  await board.give(ASHA, 4);
  await board.give(BEN, 3);
  await first;
  await expect(board.balance).toHaveText("⚠ 7 of 6 assigned · 1 over the limit");
  await board.give(BEN, 2);
  await board.saved();
  await board.open(event);
  await expect(board.chip(ASHA, 4)).toBeChecked();
  await expect(board.chip(BEN, 2)).toBeChecked();
});

test("what a refused page still shows as chosen is saved once it fits", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await board.give(ASHA, 4);
  await board.give(BEN, 3);
  await board.save();
  await new Frame(page).warns("That’s 1 too many: 7 assigned, but only 6 available. Nothing was saved.");
  await awake(page);
  await expect(board.balance).toHaveText("⚠ 7 of 6 assigned · 1 over the limit");
  await lookAt(page);
  await board.give(ASHA, 2);
  await board.saved();
  await board.open(event);
  await expect(board.chip(ASHA, 2)).toBeChecked();
  await expect(board.chip(BEN, 3)).toBeChecked();
});

test("what was chosen before the wasm came is added up and saved with the next choice", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  const letGo = await holdWasm(page);
  await page.goto(`/events/${event}/allocate`, { waitUntil: "domcontentloaded" });
  await board.give(ASHA, 4);
  await expect(page.locator("html")).not.toHaveAttribute("data-ready");
  letGo();
  await awake(page);
  await expect(board.chip(ASHA, 4)).toBeChecked();
  await expect(board.balance).toHaveText("4 of 6 assigned · 2 left");
  await board.give(BEN, 2);
  await board.saved();
  await board.open(event);
  await expect(board.chip(BEN, 2)).toBeChecked();
  await expect(board.chip(ASHA, 4)).toBeChecked();
});

test("who presses Review while a choice is being saved goes on when it is", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await slowSaves(page);
  await board.give(ASHA, 2);
  await board.give(BEN, 2);
  await board.give(CHLOE, 2);
  await board.review();
  await expect(new ReviewPage(page).dialog).toBeVisible();
  await expect(new ReviewPage(page).balance).toHaveText("6 of 6 assigned · 0 left");
});

test("a number outside somebody's own needs a reason", async ({ world, enter, site }) => {
  const event = await three(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await board.giveOther(ASHA, 1, "");
  await board.save();
  const error = "They’d accept 4 or 2 or none, not 1. Add a reason to assign 1 anyway.";
  await expect(board.row(ASHA).getByText(error)).toBeVisible();
  await awake(page);
  await lookAt(page);
  await expect(board.row(ASHA).getByLabel("Tickets", { exact: true })).toHaveValue("1");
  await board.giveOther(ASHA, 1, "Brings her own chair");
  await board.saved();
  await board.open(event);
  await expect(board.row(ASHA).getByRole("radio", { name: "Another number" })).toBeChecked();
  await expect(board.row(ASHA).getByLabel("Reason")).toHaveValue("Brings her own chair");
  await board.give(BEN, 3);
  await board.give(CHLOE, 2);
  await board.review();
  await expect(page.getByRole("listitem").filter({ hasText: "gets a number they didn’t request, with a reason" })).toContainText("1");
});

test("of two organizers the second is told what the first changed", async ({ world, enter, site, watch }) => {
  watch.tolerate(409);
  const event = await three(world);
  const olive = await world.person("Olive Ng", "organizer");
  await world.coOrganizer(event, olive);
  const [first, second] = [new BoardPage(await enter(site.admin)), new BoardPage(await enter(olive.address))];
  await first.open(event);
  await second.open(event);
  await first.give(ASHA, 4);
  await first.saved();
  await second.give(BEN, 2);
  await expect(second.bar).toContainText("Asha Rao is now 4 (Ada Lovelace)");
  await lookAt(second.page);
  await second.page.getByRole("link", { name: "Compare changes" }).click();
  await new Frame(second.page).warns("Asha Rao is now 4 (Ada Lovelace)");
  await awake(second.page);
  await expect(second.chip(ASHA, 4)).toBeChecked();
  await expect(second.chip(BEN, 2)).toBeChecked();
  await lookAt(second.page);
  await second.saved();
  await first.open(event);
  await expect(first.chip(ASHA, 4)).toBeChecked();
  await expect(first.chip(BEN, 2)).toBeChecked();
});

test("a whole board from an old page is refused and shows what was typed", async ({ world, enter, site }) => {
  const event = await three(world);
  const olive = await world.person("Olive Ng", "organizer");
  await world.coOrganizer(event, olive);
  const page = await enter(olive.address);
  // Without its wasm the board is a plain form, and its whole state goes with every save.
  await holdWasm(page);
  await page.goto(`/events/${event}/allocate`, { waitUntil: "domcontentloaded" });
  const second = new BoardPage(page);
  await second.give(BEN, 2);
  const first = new BoardPage(await enter(site.admin));
  await first.open(event);
  await first.give(ASHA, 4);
  await first.saved();
  await second.save();
  await new Frame(page).warns("Asha Rao is now 4 (Ada Lovelace)");
  await expect(second.chip(ASHA, "undecided")).toBeChecked();
  await expect(second.chip(BEN, 2)).toBeChecked();
  await first.open(event);
  await expect(first.chip(BEN, "undecided")).toBeChecked();
  await expect(first.chip(ASHA, 4)).toBeChecked();
});
