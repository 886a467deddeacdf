import { awake, expect, holdWasm, lookAt, test } from "../fixtures";
import { RequestPage } from "../pages/request";

test("the chips are put into a sentence while tapping, and two offers tap for Asha", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10, { limit: "6" });
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.choose(1, 2, 4);
  await expect(request.sentence).toHaveText("4 if possible, or 2, or 1. If none of these works, you get none.");
  await lookAt(page);
  await page.getByRole("button", { name: "Only 4 works" }).click();
  await request.chosen(4);
  await expect(request.sentence).toHaveText("4 or nothing.");
  await page.getByRole("button", { name: "4 or fewer works" }).click();
  await request.chosen(1, 2, 3, 4);
  await request.number(4).uncheck();
  await expect(page.getByRole("button", { name: "3 or fewer works" })).toBeVisible();
  await request.send();
  await expect(page.getByText("You requested 3, or 2, or 1.")).toBeVisible();
});

test("what Asha typed before the wasm came is still there after, and counts", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const letGo = await holdWasm(page);
  await page.goto(`/events/${event}/request`, { waitUntil: "domcontentloaded" });
  const request = new RequestPage(page);
  await request.choose(2, 5);
  await request.write("Beside the aisle, please");
  await expect(page.locator("html")).not.toHaveAttribute("data-ready");
  letGo();
  await awake(page);
  await request.chosen(2, 5);
  await expect(request.note).toHaveValue("Beside the aisle, please");
  await expect(request.sentence).toHaveText("5 if possible, or 2. If neither works, you get none.");
});
