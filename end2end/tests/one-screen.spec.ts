import { awake, expect, lookAt, test } from "../fixtures";
import { Thumb } from "../fixtures/thumb";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";

// A small phone.
test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test("a request takes three taps on one screen, without scrolling", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  const thumb = new Thumb();
  for (const amount of [2, 4]) {
    await expect(request.number(amount)).toBeInViewport({ ratio: 1 });
    await thumb.tap(request.number(amount));
  }
  await expect(request.sentence).toBeInViewport({ ratio: 1 });
  await expect(request.submit).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await lookAt(page);
  await thumb.tap(request.submit);
  await new Frame(page).says("Request sent. Your result will show up here.");
  expect(thumb.taps).toBe(3);
});

test("Send stays in sight over a long page, and covers nothing the keyboard comes to", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10, { limit: "10", notes: "Bring a coat. ".repeat(20) });
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await expect(request.submit).toBeInViewport({ ratio: 1 });
  await request.addNote.click();
  await expect(request.submit).toBeInViewport({ ratio: 1 });
  await lookAt(page);
});

test("what was refused goes as soon as it is mended", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.send();
  await new Frame(page).warns("Nothing was saved. Check the highlighted field.");
  await awake(page);
  await expect(page.getByText("Choose at least one number.")).toBeVisible();
  await request.number(2).tap();
  await expect(page.getByText("Choose at least one number.")).toBeHidden();
  await expect(page.getByText("Nothing was saved.")).toBeHidden();
});
