import { expect, lookAt, test } from "../fixtures";
import { inMinutes } from "../fixtures/world";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";

test("who has tickets names who comes, and a steward at the door ticks them off", async ({ site, world, enter }) => {
  test.setTimeout(120_000);
  const asha = await world.person("Asha Rao");
  const bram = await world.person("Bram de Vries");
  const more = { starts: inMinutes(160), closes: inMinutes(150) };
  const event = await world.drawn("Rovers v United", 5, [[asha, [4]], [bram, [1]]], more);
  await world.askForGuests(event, "required");

  const own = await enter(asha.address);
  await test.step("who has four is asked for four names", async () => {
    await new EventPage(own).open(event);
    await expect(own.getByText("4 names are missing.")).toBeVisible();
    await expect(own.getByLabel("Name").first()).toHaveValue("Asha Rao");
    await lookAt(own);
    await own.getByLabel("Name").nth(1).fill("Mira Novak");
    await own.getByLabel("Note (optional)").nth(1).fill("vegetarian");
    await own.getByLabel("Name").nth(2).fill("x".repeat(120));
    await own.getByRole("button", { name: "Save names" }).click();
    await expect(own.getByText("That’s 120 characters. Use 100 or fewer.").first()).toBeVisible();
    await expect(own.getByLabel("Name").nth(1)).toHaveValue("Mira Novak");
    await lookAt(own);
    await own.getByLabel("Name").nth(2).fill("");
    await own.getByRole("button", { name: "Save names" }).click();
    await new Frame(own).says("The names are saved.");
    await expect(own.getByText("2 names are missing.")).toBeVisible();
    await expect(own.getByText("Mira Novak")).toBeVisible();
    await lookAt(own);
  });

  const page = await enter(site.admin);
  const row = page.locator(`#p${asha.number}`);
  await test.step("the door list finds her by the name of her guest", async () => {
    await new EventPage(page).open(event);
    await page.getByRole("link", { name: "Door list" }).click();
    await expect(page.locator("[data-door]")).toBeVisible();
    await expect(page.locator(".door > li")).toHaveCount(2);
    await lookAt(page);
    await page.getByRole("searchbox", { name: "Search by name" }).fill("novak");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.locator(".door > li")).toHaveCount(1);
    await expect(row.getByText("vegetarian")).toBeVisible();
    await lookAt(page);
  });

  await test.step("one tap notes that all came, one takes it back, one says how many", async () => {
    await row.getByRole("button", { name: "All 4: Asha Rao" }).click();
    await expect(row).toHaveAttribute("data-came", "4");
    await row.getByRole("button", { name: "Undo for Asha Rao" }).click();
    await expect(row).not.toHaveAttribute("data-came");
    await row.getByRole("button", { name: "3: Asha Rao" }).click();
    await expect(row).toHaveAttribute("data-came", "3");
    await lookAt(page);
    await page.getByRole("link", { name: "Show everyone" }).click();
    await expect(page.locator("[data-door]")).toHaveAttribute("data-door", "3");
  });

  await test.step("a name is mended at the door", async () => {
    await page.getByRole("link", { name: "Edit names for Asha Rao" }).click();
    await row.getByLabel("Name").nth(2).fill("Cem");
    await lookAt(page);
    await row.getByRole("button", { name: "Save names" }).click();
    await expect(row.getByText("Cem")).toBeVisible();
  });

  await test.step("on paper there is a box for each ticket, and nothing to press", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".tick").first()).toBeVisible();
    await expect(page.locator(".tick")).toHaveCount(5);
    await expect(row.getByRole("button").first()).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await expect(page.locator(".tick").first()).toBeHidden();
    const file = await (await page.request.get(`/events/${event}/door.csv`)).text();
    expect(file).toContain(`Asha Rao,${asha.address},4,1,Asha Rao,,3`);
  });

  await test.step("she reads what was noted", async () => {
    await new EventPage(own).open(event);
    await expect(own.getByText("Noted as not used: 1 of 4")).toBeVisible();
    await lookAt(own);
  });
});
