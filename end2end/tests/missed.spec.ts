import { expect, lookAt, test } from "../fixtures";

test("who got nothing finds why without a tap, and who got tickets sees a ticket", async ({ world, enter }) => {
  const [asha, ben] = [await world.person("Asha Rao"), await world.person("Ben Ode")];
  const event = await world.closed("Rovers v United", 4, [
    [asha, [4]],
    [ben, [4]],
  ]);
  await world.draw(event, "");
  await world.putDraw(event);
  await world.finalize(event, "Gate 4");
  const pages = [await enter(asha.address), await enter(ben.address)];
  let lost = 0;
  for (const page of pages) {
    await page.goto(`/events/${event}`);
    const result = page.locator("[data-result]");
    await expect(result).toBeInViewport();
    if ((await result.getAttribute("data-result")) === "0") {
      lost += 1;
      await expect(page.getByText(/^You were #2 of 2 in the draw\. .*none were left\.$/)).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("link", { name: "Add to calendar" })).toHaveCount(0);
    } else {
      await expect(page.locator(".won .admits")).toHaveText("×4");
      await expect(page.getByText("Gate 4")).toBeVisible();
      await expect(page.getByRole("link", { name: "Add to calendar" })).toBeVisible();
    }
    await lookAt(page);
  }
  expect(lost).toBe(1);
});
