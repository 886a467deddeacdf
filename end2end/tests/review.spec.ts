import type { Page } from "@playwright/test";
import { awake, expect, lookAt, test } from "../fixtures";
import type { Person, World } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { Frame } from "../pages/frame";
import { ReviewPage } from "../pages/review";

const [ASHA, BEN] = ["Asha Rao", "Ben Okafor"];

/** Two people have asked for an event of 5 tickets: 4 or 2, and 3 or 2. */
async function two(world: World, asha?: Person): Promise<number> {
  return world.closed("Rovers v United", 5, [
    [asha ?? (await world.person(ASHA)), [4, 2]],
    [await world.person(BEN), [3, 2]],
  ]);
}

/** The board with everything decided and saved. */
async function decided(page: Page, event: number): Promise<BoardPage> {
  const board = new BoardPage(page);
  await board.open(event);
  await board.give(ASHA, 2);
  await board.give(BEN, 3);
  await board.saved();
  return board;
}

test("the review lies over the board, is left without a trace, and finalizes", async ({ world, enter, site, mail }, info) => {
  const asha = await world.person(ASHA);
  const event = await two(world, asha);
  const page = await enter(site.admin);
  const board = await decided(page, event);
  const review = new ReviewPage(page);
  const back = page.getByRole("button", { name: "Review" });

  await test.step("over the board, read from its title on", async () => {
    await board.review();
    await expect(review.dialog).toBeVisible();
    await expect(page).toHaveURL(`${site.url}/events/${event}/allocate`);
    await expect(page.getByRole("heading", { name: "Review and finalize" })).toBeFocused();
    await expect(review.balance).toHaveText("5 of 5 assigned · 0 left");
    await lookAt(page, "the review over the board");
    await page.screenshot({ path: `results/shots/${info.project.name}/review-over-the-board.png` });
  });

  await test.step("Escape, Close and “Back to board” lead back to the button; what was typed stays", async () => {
    await review.writeLine("Gate 4");
    await page.keyboard.press("Escape");
    await expect(review.dialog).toBeHidden();
    await expect(back).toBeFocused();
    await board.review();
    await expect(review.line).toHaveValue("Gate 4");
    await page.getByRole("button", { name: "Close" }).click();
    await expect(review.dialog).toBeHidden();
    await expect(back).toBeFocused();
    await board.review();
    await review.dialog.getByRole("link", { name: "Back to board" }).click();
    await expect(review.dialog).toBeHidden();
    await expect(page).toHaveURL(`${site.url}/events/${event}/allocate`);
  });

  await test.step("it tells what the board says by now", async () => {
    await board.give(BEN, 2);
    await board.saved();
    await board.review();
    await expect(review.balance).toHaveText("4 of 5 assigned · 1 left");
    await expect(review.line).toHaveValue("Gate 4");
  });

  await test.step("finalized from there", async () => {
    await review.finalizeAndSend(2);
    const letter = await mail.first(asha.address, /^You got 2 tickets/);
    expect(letter.body.text).toContain("Gate 4");
  });
});

test("where something is not stored, Review sends the board and says why it stays", async ({ world, enter, site }) => {
  const event = await two(world);
  const page = await enter(site.admin);
  const board = await decided(page, event);
  await board.give(ASHA, 4);
  await page.getByRole("button", { name: "Review" }).click();
  await new Frame(page).warns("That’s 2 too many: 7 assigned, but only 5 available. Nothing was saved.");
  await expect(new ReviewPage(page).dialog).toBeHidden();
});

test("where somebody else stored something since, Review says what", async ({ world, enter, site, watch }) => {
  watch.tolerate(409);
  const event = await two(world);
  const page = await enter(site.admin);
  await decided(page, event);
  const olive = await world.person("Olive Ng", "organizer");
  await world.coOrganizer(event, olive);
  const others = new BoardPage(await enter(olive.address));
  await others.open(event);
  await others.give(BEN, 2);
  await others.saved();
  await page.getByRole("button", { name: "Review" }).click();
  await new Frame(page).warns(/Ben Okafor is now 2 \(Olive Ng\)/);
  await expect(new ReviewPage(page).dialog).toBeHidden();
});

test("what is chosen while the review comes is sent first", async ({ world, enter, site }) => {
  const event = await two(world);
  const page = await enter(site.admin);
  const board = await decided(page, event);
  let letGo = () => {};
  let come = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const fetched = new Promise<void>((resolve) => (come = resolve));
  await page.route(`**/events/${event}/review`, async (route) => {
    if (route.request().isNavigationRequest()) return route.continue();
    const answer = await route.fetch();
    come();
    await held;
    return route.fulfill({ response: answer });
  });
  await page.getByRole("button", { name: "Review" }).click();
  await fetched;
  await board.give(BEN, 2);
  await expect(board.balance).toHaveText("4 of 5 assigned · 1 left");
  letGo();
  await expect(page).toHaveURL(`${site.url}/events/${event}/review`);
  await expect(new ReviewPage(page).balance).toHaveText("4 of 5 assigned · 1 left");
  await page.unrouteAll();
});

test("what cannot be finalized yet says so in the dialog; what was typed before is there again when it can", async ({ world, enter, site }) => {
  const event = await two(world);
  const page = await enter(site.admin);
  const board = await decided(page, event);
  const { dialog, line } = new ReviewPage(page);
  await board.review();
  await line.fill("Gate 4");
  await page.keyboard.press("Escape");
  await board.undo();
  await board.saved();
  await board.review();
  await expect(dialog.getByText("1 person is still undecided.")).toBeVisible();
  await dialog.getByRole("link", { name: "Back to board" }).click();
  await expect(dialog).toBeHidden();
  await board.give(BEN, 3);
  await board.saved();
  await board.review();
  await expect(line).toHaveValue("Gate 4");
});

test("finalized by somebody else in the meantime, a broken line: the page of the review is gone to", async ({ world, enter, site, watch }) => {
  watch.tolerate(409);
  const event = await two(world);
  const page = await enter(site.admin);
  await decided(page, event);
  await page.route(`**/events/${event}/review`, (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
  watch.tolerate(/net::ERR_FAILED/);
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page).toHaveURL(`${site.url}/events/${event}/review`);
  await expect(new ReviewPage(page).balance).toHaveText("5 of 5 assigned · 0 left");
  await page.unrouteAll();

  await page.goBack();
  await awake(page);
  const other = await enter(site.admin);
  await other.goto(`/events/${event}/review`);
  await other.getByRole("button", { name: "Finalize without emailing" }).click();
  await new Frame(other).says("Results are final.");
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page).toHaveURL(`${site.url}/events/${event}/review`);
  await expect(page.getByRole("heading", { name: "This event is final" })).toBeVisible();
});
