import { expect, lookAt, test } from "../fixtures";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";

const OFFERED = /^2 tickets for Rovers v United are yours if you want them$/;

test("an organizer takes an offer back, gives tickets to someone, and says that there are more", async ({ site, mail, world, enter }) => {
  test.setTimeout(180_000);
  const asha = await world.person("Asha Rao");
  const bram = await world.person("Bram de Vries");
  const chloe = await world.person("Chloe Martin");
  const event = await world.drawn("Rovers v United", 5, [[asha, [4]], [bram, [3, 1]], [chloe, [2]]]);
  const own = await enter(asha.address);
  await new EventPage(own).open(event);
  await own.getByText("Give back tickets", { exact: true }).click();
  await own.getByRole("radio", { name: "2", exact: true }).check();
  await own.getByRole("button", { name: "Give back", exact: true }).click();
  const offered = async () => (await mail.sentTo(bram.address)).some(({ subject }) => subject.includes("yours if you want"));
  await expect.poll(offered, { timeout: 90_000 }).toBe(true);

  const page = await enter(site.admin);
  await test.step("what is offered is taken back, for a reason that is read", async () => {
    await page.goto(`/events/${event}/after`);
    await lookAt(page);
    await page.getByText("Take back …", { exact: true }).click();
    await page.getByLabel("Reason").first().fill("Bram called: he is away.");
    await lookAt(page);
    await page.getByRole("button", { name: "Take back", exact: true }).click();
    await new Frame(page).says("Taken back. They’ll see the reason in their email.");
    const letter = await mail.first(bram.address, /^No longer offered: Rovers v United$/);
    expect(letter.body.text).toContain("Reason: Bram called: he is away.");
    expect((await mail.first(chloe.address, OFFERED)).body.text).toContain("held for you");
  });

  await test.step("there are more tickets, and everyone is told", async () => {
    await page.getByText("How many tickets are there?", { exact: true }).click();
    await page.getByLabel("Tickets", { exact: true }).last().fill("7");
    await page.getByRole("button", { name: "Change number" }).click();
    await new Frame(page).says("The number of tickets is changed. Everyone who requested some gets an email.");
    await lookAt(page);
  });
});
