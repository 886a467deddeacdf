import { awake, expect, holdWasm, lookAt, test } from "../fixtures";
import { RequestPage } from "../pages/request";

test("the chips are put into a sentence while tapping, and two offers tap for Asha", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10, { limit: "6" });
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.choose(1, 2, 4);
  await expect(request.sentence).toHaveText("4 if possible, otherwise 2, otherwise 1. If none of these fits, you get none.");
  await lookAt(page);
  await page.getByRole("button", { name: "Only 4" }).click();
  await request.chosen(4);
  await expect(request.sentence).toHaveText("4, or none.");
  await page.getByRole("button", { name: "Any up to 4" }).click();
  await request.chosen(1, 2, 3, 4);
  await request.number(4).uncheck();
  await expect(page.getByRole("button", { name: "Any up to 3" })).toBeVisible();
  await request.send();
  await expect(page.getByText("You asked for 3, else 2, else 1.")).toBeVisible();
});

test("what Asha typed before the wasm came is still there after, and counts", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const letGo = await holdWasm(page);
  await page.goto(`/events/${event}/request`, { waitUntil: "domcontentloaded" });
  const request = new RequestPage(page);
  await request.choose(2, 5);
  await request.note.fill("Beside the aisle, please");
  await expect(page.locator("html")).not.toHaveAttribute("data-ready");
  letGo();
  await awake(page);
  await request.chosen(2, 5);
  await expect(request.note).toHaveValue("Beside the aisle, please");
  await expect(request.sentence).toHaveText("5 if possible, otherwise 2. If neither fits, you get none.");
});
