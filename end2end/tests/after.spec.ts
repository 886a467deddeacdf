import { writeFile } from "node:fs/promises";
import { expect, lookAt, scripted, test } from "../fixtures";
import { SCANNER } from "../fixtures/devices";
import { DrawPages } from "../pages/draw";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";

const OFFERED = /^2 tickets for Rovers v United are yours if you want them$/;

test("two of four come back, and go to whose turn it is, who answers from the email", async ({ site, mail, world, enter, open }, info) => {
  test.setTimeout(180_000);
  const asha = await world.person("Asha Rao");
  const bram = await world.person("Bram de Vries");
  const chloe = await world.person("Chloe Martin");
  const event = await world.drawn("Rovers v United", 5, [[asha, [4]], [bram, [3, 1]], [chloe, [2]]]);

  await test.step("who has four gives back two, undoes it, and does it again", async () => {
    const own = await enter(asha.address);
    const pages = new EventPage(own);
    await pages.open(event);
    await expect(pages.result).toHaveText("You got 4 tickets. That’s your first choice!");
    for (const again of [false, true]) {
      await own.getByText("Give back tickets", { exact: true }).click();
      await own.getByRole("radio", { name: "2", exact: true }).check();
      await lookAt(own);
      await own.getByRole("button", { name: "Give back", exact: true }).click();
      await new Frame(own).says("You’re giving tickets back.");
      await lookAt(own);
      if (again) break;
      await own.getByRole("button", { name: "Undo and keep them" }).click();
      await new Frame(own).says("You keep your tickets.");
    }
  });

  const link = await test.step("a minute later the next in line has an email", async () => {
    const offered = async () => (await mail.sentTo(bram.address)).some(({ subject }) => OFFERED.test(subject));
    await expect.poll(offered, { timeout: 90_000 }).toBe(true);
    const letter = await mail.first(bram.address, OFFERED);
    expect(letter.body.text).toContain("You have 1 now. With these you’d have 3.");
    const link = /https?:\/\/\S+\/offers\/[\w-]+/.exec(letter.body.text)?.[0] ?? "";
    expect(letter.body.html).toContain(`href="${link}"`);
    return link;
  });

  await test.step("scanners that open the link change nothing", async () => {
    const scanner = await open(SCANNER);
    for (let times = 0; times < 8; times++) expect((await scanner.request.get(link)).status()).toBe(200);
    await scanner.goto(link, { waitUntil: "networkidle" });
    await expect(scanner.getByRole("button", { name: "Take 2 tickets" })).toBeVisible();
  });

  await test.step("nor do those that press each button as soon as they see it", async () => {
    const scanner = await open(SCANNER);
    for (const how of ["take", "decline"]) {
      const page = await (await scanner.request.get(link)).text();
      const shown = /name="shown" value="(\d+)"/.exec(page)?.[1] ?? "";
      const form = { token: link.split("/").pop() ?? "", how, shown };
      const answer = await scanner.request.post("/api/offers/answer", { form, headers: { Origin: site.url, Accept: "text/html" } });
      expect(await answer.text()).toContain("please answer once more");
      expect(await answer.text()).toContain("Take 2 tickets");
    }
  });

  await test.step("they take them in two taps, signed out", async () => {
    const phone = await open();
    await phone.goto(link);
    await lookAt(phone);
    // Nobody reads it in less; whoever does is asked once more.
    await phone.waitForTimeout(3_000);
    await phone.getByRole("button", { name: "Take 2 tickets" }).click();
    await expect(phone.getByRole("heading", { name: "All yours" })).toBeVisible();
    await expect(phone.getByText("You now have 3 tickets for Rovers v United.")).toBeVisible();
    await lookAt(phone);
    const letter = await mail.first(bram.address, /^You now have 3 tickets for Rovers v United$/);
    expect(letter.body.text).toContain("You took 2 tickets. You now have 3.");
  });

  await test.step("who gave them back sees that someone else has them", async () => {
    const own = await enter(asha.address);
    await new EventPage(own).open(event);
    await expect(new EventPage(own).result).toHaveText("You have 2 tickets.");
    await expect(own.getByText("You gave back 2 tickets. Someone else took 2 of them.")).toBeVisible();
    await lookAt(own);
  });

  const page = await enter(site.admin);
  await test.step("the organizer sees the path of the two", async () => {
    await new EventPage(page).open(event);
    await expect(page.getByText("Asha Rao gave back 2.")).toBeVisible();
    await expect(page.getByText("Bram de Vries took them.")).toBeVisible();
    await expect(page.locator("[data-after=counts] b")).toHaveText(["5", "0", "0", "0"]);
    await lookAt(page);
  });

  await test.step("and whoever has the record can check it", async () => {
    const record = await (await page.request.get(`/events/${event}/draws/1.json`)).text();
    expect(JSON.parse(record).after.entries.map((entry: { what: string }) => entry.what)).toEqual([
      "start", "has", "has", "return", "offer", "take",
    ]);
    const file = info.outputPath("record.json");
    await writeFile(file, record);
    expect(await site.command("verify", file)).toMatch(/^agrees: .*after the result/);
  });

  await test.step("on the draw’s page, too, where nobody changes it unseen", async () => {
    const pages = new DrawPages(page);
    await pages.open(event);
    if (!scripted()) return expect(page.getByRole("button", { name: "Verify this draw" })).toBeHidden();
    await pages.checkHere();
    const followed = "✓ What happened after the result follows the rules of the draw, too. (entries: 6, tickets given back: 2, tickets taken: 2, offers made by hand: 0)";
    await expect(pages.said).toHaveText([/^✓ Verified\. /, followed]);
    await lookAt(page);
    const record = await (await page.request.get(`/events/${event}/draws/1.json`)).text();
    const more = JSON.parse(record);
    more.after.entries[5].what = "decline";
    await pages.checkFile("more.json", JSON.stringify(more));
    await expect(pages.said).toHaveText(["✗ Doesn’t match. Differences: 1", "Entry 6 after the result doesn’t follow from those before it"]);
  });
});
