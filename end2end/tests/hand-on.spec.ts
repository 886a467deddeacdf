import type { Page } from "@playwright/test";
import { expect, lookAt, test } from "../fixtures";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";

/** Fills in the form under one's own result, and sends it. */
async function handOn(page: Page, typed: { tickets: string; to: string; line?: string; button: string }): Promise<void> {
  // A refused form is open already.
  const email = page.getByLabel("Email address of your colleague");
  if (!(await email.isVisible())) await page.getByText("Hand on tickets", { exact: true }).click();
  const form = page.locator("form", { has: email });
  await form.getByRole("radio", { name: typed.tickets, exact: true }).check();
  await email.fill(typed.to);
  if (typed.line) await form.getByLabel("A line to them").fill(typed.line);
  await lookAt(page);
  await form.getByRole("button", { name: typed.button }).click();
}

test("two of four are handed on at once to a colleague who never asked, and both are told", async ({ mail, world, enter }) => {
  const asha = await world.person("Asha Rao");
  const chloe = await world.person("Chloe Martin");
  const event = await world.drawn("Rovers v United", 4, [[asha, [4]]]);
  await world.letsHandOn(event, "free");
  const own = await enter(asha.address);
  await new EventPage(own).open(event);

  await test.step("an address of nobody is refused, and what was typed stays", async () => {
    await handOn(own, { tickets: "2", to: "nobody@example.org", line: "Have fun!", button: "Hand on" });
    await expect(own.getByText("No one here has the email address nobody@example.org.").first()).toBeVisible();
    await expect(own.getByLabel("A line to them")).toHaveValue("Have fun!");
    await expect(own.getByRole("radio", { name: "2", exact: true }).last()).toBeChecked();
    await lookAt(own);
  });

  await test.step("to the colleague they go at once", async () => {
    await handOn(own, { tickets: "2", to: chloe.address, line: "Have fun!", button: "Hand on" });
    await new Frame(own).says("They have your tickets now.");
    await expect(new EventPage(own).result).toHaveText("You have 2 tickets.");
    await expect(own.getByText("You handed on 2 tickets.")).toBeVisible();
    await lookAt(own);
  });

  await test.step("both have an email", async () => {
    const gave = await mail.first(asha.address, /^You handed on 2 tickets for Rovers v United$/);
    expect(gave.body.text).toContain("Chloe Martin has 2 of your tickets now. You have 2 left.");
    const got = await mail.first(chloe.address, /^Asha Rao handed 2 tickets for Rovers v United on to you$/);
    expect(got.body.text).toContain("Asha Rao writes: Have fun!");
  });

  await test.step("the colleague has a ticket on the page", async () => {
    const hers = await enter(chloe.address);
    await new EventPage(hers).open(event);
    await expect(new EventPage(hers).result).toHaveText("You have 2 tickets.");
    await expect(hers.getByText("Someone handed 2 tickets on to you.")).toBeVisible();
    await lookAt(hers);
  });
});

test("where it has to be confirmed, it waits, is declined with a reason, taken back, and confirmed", async ({ site, mail, world, enter }) => {
  test.setTimeout(120_000);
  const asha = await world.person("Asha Rao");
  const bram = await world.person("Bram de Vries");
  const event = await world.drawn("Rovers v United", 5, [[asha, [4]], [bram, [1]]]);
  await world.letsHandOn(event, "confirm");
  const own = await enter(asha.address);
  const ask = async (tickets: string) => {
    await new EventPage(own).open(event);
    await handOn(own, { tickets, to: bram.address, line: "For the two of you.", button: "Ask to hand on" });
    await new Frame(own).says("An organizer has to confirm it. Until then the tickets stay yours.");
    await lookAt(own);
  };
  const page = await enter(site.admin);

  await test.step("who runs it sees at home that someone waits, and declines with a reason", async () => {
    await ask("3");
    await page.goto("/");
    await expect(page.getByText("1 request to hand on tickets")).toBeVisible();
    await lookAt(page);
    await page.getByRole("link", { name: "Answer for Rovers v United" }).click();
    await expect(page.getByText("Asha Rao asks to hand on 3 tickets to Bram de Vries.")).toBeVisible();
    await lookAt(page);
    await page.getByText("Decline", { exact: true }).first().click();
    await page.getByLabel("Reason").first().fill("The names are printed already.");
    await lookAt(page);
    await page.getByRole("button", { name: "Decline for Asha Rao" }).click();
    await new Frame(page).says("Declined. The tickets stay with the person who has them.");
    const letter = await mail.first(asha.address, /^Not handed on: Rovers v United$/);
    expect(letter.body.text).toContain("said no: The names are printed already.");
  });

  await test.step("who asked takes it back", async () => {
    await ask("2");
    await own.getByRole("button", { name: "Keep them" }).click();
    await new Frame(own).says("You keep your tickets.");
  });

  await test.step("who asked again has it confirmed", async () => {
    await ask("2");
    await new EventPage(page).open(event);
    await page.getByRole("button", { name: "Confirm for Asha Rao" }).click();
    await new Frame(page).says("Confirmed. The tickets have changed hands.");
    await expect(page.getByText("Asha Rao handed 2 on to Bram de Vries.")).toBeVisible();
    await lookAt(page);
    const got = await mail.first(bram.address, /^Asha Rao handed 2 tickets for Rovers v United on to you$/);
    expect(got.body.text).toContain("Asha Rao writes: For the two of you.");
    const his = await enter(bram.address);
    await new EventPage(his).open(event);
    await expect(new EventPage(his).result).toHaveText("You have 3 tickets.");
  });
});
