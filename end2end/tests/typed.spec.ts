import type { Page } from "@playwright/test";
import { awake, expect, holdWasm, test } from "../fixtures";
import type { World } from "../fixtures/world";
import { BoardPage } from "../pages/board";

const ASHA = "Asha Rao";

async function closed(world: World): Promise<number> {
  return world.closed("Rovers v United", 6, [[await world.person(ASHA), [4, 2]]]);
}

/** Types a number and a reason under "Other amount…" as people do: without ticking the circle, without leaving the field. */
async function type(board: BoardPage, number: string, reason: string): Promise<void> {
  const row = board.row(ASHA);
  await row.getByText("Other amount…").click();
  await row.getByLabel("Tickets", { exact: true }).pressSequentially(number);
  await row.getByLabel("Reason").pressSequentially(reason);
}

/** The number and the reason stand after a reload. */
async function stands(page: Page, event: number): Promise<void> {
  await page.goto(`/events/${event}/allocate`);
  await awake(page);
  const row = new BoardPage(page).row(ASHA);
  await expect(row.getByRole("radio", { name: "Another number" })).toBeChecked();
  await expect(row.getByLabel("Tickets", { exact: true })).toHaveValue("3");
  await expect(row.getByLabel("Reason")).toHaveValue("Promised by phone");
}

for (const button of ["Save", "Review"]) {
  test(`a number typed under “other…” counts where ${button} is pressed at once`, async ({ world, enter, site }) => {
    const event = await closed(world);
    const page = await enter(site.admin);
    const board = new BoardPage(page);
    // Six times, since what goes wrong here is a matter of moments.
    for (let round = 0; round < 6; round += 1) {
      await board.open(event);
      const row = board.row(ASHA);
      if (round > 0) await row.getByRole("radio", { name: "Undecided" }).check();
      if (round > 0) await board.saved();
      if (round > 0) await board.open(event);
      await type(board, "3", "Promised by phone");
      await page.getByRole("button", { name: button, exact: true }).click();
      await expect(page.getByText(/in the meantime/)).toBeHidden();
      if (button === "Review") await expect(page.getByRole("heading", { name: "Review and finalize" })).toBeVisible();
      else await expect(page.getByText("Draft saved.")).toBeVisible();
      await stands(page, event);
    }
  });
}

test("Enter in a field saves the row, and a number typed before anything listens counts", async ({ world, enter, site }) => {
  const event = await closed(world);
  const page = await enter(site.admin);
  const board = new BoardPage(page);
  await board.open(event);
  await type(board, "3", "Promised by phone");
  await page.keyboard.press("Enter");
  await board.saved();
  await stands(page, event);
  await board.chip(ASHA, 2).check();
  await board.saved();
  const letGo = await holdWasm(page);
  await page.goto(`/events/${event}/allocate`, { waitUntil: "domcontentloaded" });
  await type(board, "3", "Promised by phone");
  letGo();
  await awake(page);
  await board.saved();
  await stands(page, event);
});

test("without scripts a number typed beside its circle counts, and two numbers are asked about", async ({ world, enter, site }) => {
  const event = await closed(world);
  const page = await enter(site.admin, { javaScriptEnabled: false });
  const board = new BoardPage(page);
  await page.goto(`/events/${event}/allocate`);
  await type(board, "3", "Promised by phone");
  await board.save();
  await expect(page.getByText("Draft saved.")).toBeVisible();
  const row = board.row(ASHA);
  await expect(row.getByRole("radio", { name: "Another number" })).toBeChecked();
  await expect(row.getByLabel("Tickets", { exact: true })).toHaveValue("3");
  await board.chip(ASHA, 4).check();
  await row.getByLabel("Tickets", { exact: true }).fill("5");
  await board.save();
  await expect(page.getByText("4 is chosen and 5 is typed. Clear the one you don’t mean.").first()).toBeVisible();
});
