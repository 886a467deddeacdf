import { awake, expect, holdWasm, lookAt, test } from "../fixtures";
import type { World } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";

const [ASHA, BEN] = ["Asha Rao", "Ben Okafor"];

/** Two people have asked for an event of 16 tickets: 10, 4 or 2, and 3 or 1. */
async function two(world: World): Promise<number> {
  const event = await world.event("Rovers v United", 16, { limit: "10" });
  await world.ask(event, await world.person(ASHA), [10, 4, 2]);
  await world.ask(event, await world.person(BEN), [3, 1]);
  await world.move(event, "close");
  return event;
}

for (const javaScriptEnabled of [true, false]) {
  test(`Back to the board shows what stands${javaScriptEnabled ? "" : " without scripts"}, and sends nothing`, async ({ world, enter, site }) => {
    const event = await two(world);
    const page = await enter(site.admin, { javaScriptEnabled });
    const board = new BoardPage(page);
    await page.goto(`/events/${event}/allocate`);
    if (javaScriptEnabled) await awake(page);
    await board.give(ASHA, 4);
    if (javaScriptEnabled) await board.saved();
    else await board.save();
    await page.goto(`/events/${event}`);
    // Meanwhile somebody else decides otherwise.
    const other = await enter(site.admin);
    const theirs = new BoardPage(other);
    await theirs.open(event);
    await theirs.give(ASHA, 2);
    await theirs.saved();
    await page.goBack();
    if (javaScriptEnabled) await awake(page);
    await expect(board.chip(ASHA, 2)).toBeChecked();
    await expect(board.balance).toHaveText("2 of 16 assigned · 14 left");
    await other.reload();
    await expect(theirs.chip(ASHA, 2)).toBeChecked();
  });
}

test("of two tabs of one organizer the second is told, and keeps the first one’s decision", async ({ world, enter, site, watch }) => {
  watch.tolerate(409);
  const event = await two(world);
  const page = await enter(site.admin);
  const second = await page.context().newPage();
  const [first, late] = [new BoardPage(page), new BoardPage(second)];
  await first.open(event);
  await late.open(event);
  await first.give(ASHA, 4);
  await first.saved();
  await late.give(BEN, 3);
  await late.saysForTheEye(/This changed while you were working/);
  await second.getByRole("link", { name: "Compare changes" }).click();
  await expect(late.chip(ASHA, 4)).toBeChecked();
  await expect(late.chip(BEN, 3)).toBeChecked();
  await lookAt(second);
  await late.saved();
  await page.reload();
  await awake(page);
  await expect(first.balance).toHaveText("7 of 16 assigned · 9 left");
});

test("a whole board that was refused waits for a tap where somebody decided since", async ({ world, enter, site, watch }) => {
  watch.tolerate(409);
  const event = await two(world);
  const page = await enter(site.admin);
  const second = await page.context().newPage();
  const [first, late] = [new BoardPage(page), new BoardPage(second)];
  await first.open(event);
  await late.open(event);
  await first.give(ASHA, 4);
  await first.saved();
  await late.give(BEN, 3);
  await late.saysForTheEye(/This changed while you were working/);
  await second.getByRole("button", { name: "Run a draw" }).click();
  await new Frame(second).warns(/Asha Rao is now 4/);
  await awake(second);
  // What nobody else decided goes by itself; Asha's row is as it was sent, and waits.
  await expect(late.chip(ASHA, "undecided")).toBeChecked();
  await expect(async () => {
    await first.open(event);
    await expect(first.balance).toHaveText("7 of 16 assigned · 9 left", { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await late.give(ASHA, 2);
  await late.saved();
  await first.open(event);
  await expect(first.balance).toHaveText("5 of 16 assigned · 11 left");
});

test("a number of two digits is typed as everywhere", async ({ world, enter, site }) => {
  const event = await two(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await board.chip(ASHA, "undecided").focus();
  await page.keyboard.press("1");
  await expect(board.chip(ASHA, "undecided")).toBeChecked();
  await page.keyboard.press("0");
  await expect(board.chip(ASHA, 10)).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("1");
  await page.keyboard.press("0");
  await expect(board.chip(BEN, 0)).toBeChecked();
  await expect(board.balance).toHaveText("10 of 16 assigned · 6 left");
  await board.saved();
});

test("where numbers are typed, the offers fill them in, and nothing over the limit is promised", async ({ world, enter }) => {
  const asha = await world.person(ASHA);
  const event = await world.event("Rovers v United", 40, { limit: "20" });
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  const letGo = await holdWasm(page);
  await page.goto(`/events/${event}/request`, { waitUntil: "domcontentloaded" });
  letGo();
  await awake(page);
  await request.typed(1).fill("12");
  await request.typed(2).fill("8");
  await expect(request.sentence).toHaveText("12 if possible, or 8. If neither works, you get none.");
  // There are not so many fields.
  await expect(page.getByRole("button", { name: "12 or fewer works" })).toBeHidden();
  await page.getByRole("button", { name: "Only 12 works" }).click();
  await expect(request.sentence).toHaveText("12 or nothing.");
  await expect(request.typed(2)).toHaveValue("");
  await request.typed(1).fill("3");
  await page.getByRole("button", { name: "3 or fewer works" }).click();
  await expect(request.sentence).toHaveText("3 if possible, or 2, or 1. If none of these works, you get none.");
  await request.typed(1).fill("25");
  await expect(request.sentence).toBeHidden();
  await request.typed(1).fill("4");
  await request.send();
  await expect(page.getByText("You requested 4, or 2, or 1.")).toBeVisible();
});
