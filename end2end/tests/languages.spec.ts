import { expect, lookAt, test } from "../fixtures";

// A language that is 40 % longer than English, with signs around each sentence.
test.use({ locale: "en-XA", viewport: { width: 320, height: 640 } });

test("pages hold sentences that are longer than English ones", async ({ open, enter, site, watch }) => {
  watch.tolerate(404);
  const page = await open({ locale: "en-XA", viewport: { width: 320, height: 640 } });
  for (const path of ["/sign-in", "/sign-in/check-mail", "/sign-in/link/garbled", "/set-up/garbled", "/problem/failed"]) {
    await page.goto(path);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
    await expect(page.locator("h1")).toContainText("⟦");
    await lookAt(page, path);
  }
  const inside = await enter(site.admin, { locale: "en-XA", viewport: { width: 320, height: 640 } });
  for (const path of ["/account", "/nothing/here"]) {
    await inside.goto(path);
    await expect(inside.locator("h1")).toContainText("⟦");
    await lookAt(inside, path);
  }
});
