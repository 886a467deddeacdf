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
  const admins = ["people", "people/new", "people/import", "mail", "audit", "settings"].map((part) => `/admin/${part}`);
  for (const path of ["/account", "/nothing/here", ...admins]) {
    await inside.goto(path);
    await expect(inside.locator("h1")).toContainText("⟦");
    await lookAt(inside, path);
  }
});

test("a language is chosen once, and the pages and emails are in it", async ({ world, enter, mail }) => {
  const asha = await world.person("Asha Rao");
  const page = await enter(asha.address);
  await page.goto("/account");
  const choice = page.locator("#language");
  await choice.selectOption({ label: "Deutsch" });
  await choice.locator("xpath=ancestor::form").getByRole("button").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText("Sprache gespeichert.")).toBeVisible();
  await expect(choice).toHaveValue("de");
  await lookAt(page, "account in German");
  await page.getByLabel("Neue E-Mail-Adresse").fill(`rao.${asha.address}`);
  await page.getByRole("button", { name: "Code senden" }).click();
  await mail.first(`rao.${asha.address}`, /ist Ihr Bestätigungscode für Ticket Pool$/);
});

test("on a phone a row of a table is a line with its name, and one with the rest", async ({ enter, site }) => {
  const page = await enter(site.admin, { locale: "en-GB", viewport: { width: 360, height: 740 } });
  await page.goto("/admin/mail");
  const row = page.getByRole("row").nth(1);
  await expect(row).toBeVisible();
  expect((await row.boundingBox())?.height).toBeLessThan(130);
  await lookAt(page, "mail on a phone");
});
