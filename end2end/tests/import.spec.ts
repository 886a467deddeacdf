import { resolve } from "node:path";
import { awake, expect, lookAt, test } from "../fixtures";
import { BoardPage } from "../pages/board";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";
import { ReviewPage } from "../pages/review";

const LEGACY = resolve(__dirname, "../../tests/data/legacy.db");
const OWNER = "hana.kowalska0@example.org";
/** "Museum late #17", open in the original: 12 people asked, there are 6 tickets. Its number stays. */
const EVENT = 17;

test.use({
  begin: async ({}, use) => use((site) => site.command("import-legacy", LEGACY, "--time-zone", "Europe/London")),
});

test("an event of the original program is taken to its end", async ({ enter, mail }) => {
  test.setTimeout(120_000);
  const page = await enter(OWNER);
  await new Frame(page).goTo("Events");
  await lookAt(page);
  await page.getByRole("link", { name: "Museum late #17" }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${EVENT}$`));
  await expect(page.getByText(/ requested by 12 people · 6 available/)).toBeVisible();
  await lookAt(page);
  await page.getByRole("link", { name: "Assign tickets", exact: true }).click();
  await awake(page);

  const board = new BoardPage(page);
  const people = page.getByRole("group", { name: /^Tickets for / });
  await expect(people).toHaveCount(12);
  await expect(page.getByText("</textarea><script>alert(1)</script>").first()).toBeVisible();
  await lookAt(page);
  // Everyone's smallest number as long as it fits, then none.
  let left = 6;
  for (const person of await people.all()) {
    const values = await person.getByRole("radio").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const smallest = Math.min(...values.map(Number).filter((value) => value > 0));
    const given = smallest <= left ? smallest : 0;
    left -= given;
    await person.getByRole("radio", { name: String(given), exact: true }).check();
  }
  await expect(board.balance).toHaveText("6 of 6 assigned · 0 left");
  await board.review();
  await lookAt(page);
  // Meanwhile they are told that requests are closed, of this event and of others.
  const result = /^(You got .* for Museum late #17!|Museum late #17: no tickets this time)$/;
  const told = async () => (await mail.sentTo("@example.org")).filter(({ subject }) => result.test(subject)).length;
  const before = await told();
  await new ReviewPage(page).finalizeAndSend(12);
  await new EventPage(page).allMailsSent(EVENT, 12);
  expect((await told()) - before).toBe(12);
});

test("the keyboard never leads under the bar of a long board", async ({ enter }) => {
  const page = await enter("pavel.ngata3@example.org");
  await page.setViewportSize({ width: 360, height: 600 });
  await new BoardPage(page).open(18);
  const people = await page.getByRole("group", { name: /^Tickets for / }).all();
  expect(people.length).toBe(27);
  await people[0].getByRole("radio").first().focus();
  for (const person of people.slice(1)) {
    await page.keyboard.press("ArrowDown");
    const covered = await person.evaluate((group) => {
      const { bottom } = document.activeElement!.getBoundingClientRect();
      return !group.contains(document.activeElement) || bottom > document.querySelector(".bar")!.getBoundingClientRect().top;
    });
    expect(covered).toBe(false);
  }
});
