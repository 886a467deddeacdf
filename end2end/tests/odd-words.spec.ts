import type { Page } from "@playwright/test";
import { expect, lookAt, test } from "../fixtures";
import { nothingIsCutOff } from "../fixtures/comfort";
import type { Person, World } from "../fixtures/world";
import { inDays } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";
import { ReviewPage } from "../pages/review";

/** As long as a name may be: an event's, a person's, a note to the organizer, the notes of an event. */
const LONGEST = { event: 120, person: 100, note: 500, notes: 4_000 };

/** One word of so many letters that begins like this, with an emoji at its end. */
function word(begins: string, length: number): string {
  return `${begins.padEnd(length - 1, "w")}🎟`;
}

const EVENT = word("Finale", LONGEST.event);
const NAMES = [word("Maximiliane", LONGEST.person), "X", "שלמה בן־אברהם הלוי", "عبد الرحمن محمد", "🦁 Leo 👩‍👩‍👧‍👦", "Nguyễn Thị Ánh"];

/** Events of that name, open and closed and finalized, for which everyone asked with a note of one word. */
async function build(world: World): Promise<{ open: number; closed: number; finalized: number; people: Person[] }> {
  const people: Person[] = [];
  for (const [place, name] of NAMES.entries()) people.push(await world.person(name, "member", `${"m".repeat(50)}${place}`));
  const note = word("Aisle", LONGEST.note);
  const make = async () => {
    const event = await world.event(EVENT, 100, { notes: word("Coach", LONGEST.notes), shows_before: "names" });
    for (const person of people) await world.ask(event, person, [8, 7, 5, 3, 2, 1], note);
    return event;
  };
  const [open, closed, finalized] = [await make(), await make(), await make()];
  for (const event of [closed, finalized]) {
    await world.move(event, "close");
    await world.draw(event, "");
    await world.putDraw(event);
  }
  await world.finalize(finalized, word("Gate", LONGEST.note));
  return { open, closed, finalized, people };
}

/** Nothing runs out of the page, on the smallest phone and on a desk. */
async function holds(page: Page, path: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    await lookAt(page, `${path} at ${width}`);
    await nothingIsCutOff(page, `${path} at ${width}`);
  }
}

test("the longest names, one letter, emoji, and names from right to left stay in their place", async ({ world, enter, site }) => {
  test.setTimeout(180_000);
  const { open, closed, finalized, people } = await build(world);
  const desk = await enter(site.admin);
  for (const path of [
    ...["/", "/events", "/admin/people", `/admin/people/${people[0].number}`, "/admin/mail"],
    ...[`/events/${closed}`, `/events/${closed}/allocate`, `/events/${closed}/review`, `/events/${closed}/draw`],
    ...[`/events/${open}/edit`, `/events/${open}/request-for`, `/events/${finalized}`, `/events/${finalized}/results`],
  ]) {
    await holds(desk, path);
  }
  for (const person of people.slice(0, 3)) {
    const page = await enter(person.address);
    for (const path of ["/", `/events/${open}`, `/events/${open}/request`, `/events/${finalized}`, "/account"]) await holds(page, path);
  }
});

test("one person asks for a thousand of a hundred thousand", async ({ world, enter, site, mail }) => {
  test.setTimeout(90_000);
  const asha = await world.person("Asha Rao");
  const event = await world.event("World cup final", 100_000, { limit: "1000" });
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await expect(page.getByRole("checkbox", { name: /^\d/ })).toHaveCount(0);
  await request.typed(1).fill("1001");
  await request.send();
  // The browser itself refuses a number beyond the limit, and nothing leaves the page.
  await expect(page).toHaveURL(/\/request$/);
  await request.typed(1).fill("1000");
  await request.typed(3).fill("250");
  await expect(request.sentence).toHaveText("1,000 if possible, or 250. If neither works, you get none.");
  await lookAt(page);
  await request.send();
  await expect(page.getByText("You requested 1,000, or 250.")).toBeVisible();
  await lookAt(page);
  await world.move(event, "close");
  const desk = await enter(site.admin);
  const board = new BoardPage(desk);
  await board.open(event);
  await expect(desk.getByRole("heading", { name: "Assign 100,000 tickets" })).toBeVisible();
  await board.give(asha.name, 1_000);
  await expect(board.balance).toHaveText("1,000 of 100,000 assigned · 99,000 left");
  await board.saved();
  await lookAt(desk);
  await board.review();
  await new ReviewPage(desk).finalizeAndSend(1);
  await page.reload();
  await new EventPage(page).tellsResult("You got 1,000 tickets. That’s your first choice!");
  const letter = await mail.first(asha.address, /^You got .*World cup final!$/);
  expect(letter.subject).toBe("You got 1,000 tickets for World cup final!");
});

/** The last Sunday of a month the year after next, on which clocks are changed in London. */
function lastSunday(month: number): string {
  const day = new Date(Date.UTC(new Date().getUTCFullYear() + 2, month, 0));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}

test.describe("clocks", () => {
  test("half an hour beside the others", async ({ world, enter, site }) => {
    const day = inDays(20, "09:30");
    const event = await world.event("India v Australia", 10, { starts: day, zone: "Asia/Kolkata" });
    const page = await enter(site.admin);
    await page.goto(`/events/${event}`);
    await expect(page.getByText(/, 9:30\sAM IST$/)).toBeVisible();
    await page.goto(`/events/${event}/edit`);
    await expect(page.getByLabel("Starts")).toHaveValue(day);
    await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Kolkata");
    await page.getByRole("button", { name: "Save changes" }).click();
    await new Frame(page).says("Changes saved.");
    await expect(page.getByText(/, 9:30\sAM IST$/)).toBeVisible();
  });

  test("in the nights when they are changed, a time that does not come, or comes twice, is asked for again", async ({ enter, site }) => {
    const page = await enter(site.admin);
    await page.goto("/events/new");
    await page.getByLabel("Event name").fill("The night of the clocks");
    await page.getByLabel("Tickets available").fill("5");
    const begins = page.getByLabel("Starts");
    const create = page.getByRole("button", { name: "Create and open requests" });
    const [forward, back] = [lastSunday(3), lastSunday(10)];
    const refusals = {
      [`${forward}T01:30`]: `${forward}T01:30 doesn’t exist in Europe/London because clocks spring forward.`,
      [`${back}T01:30`]: `${back}T01:30 happens twice in Europe/London because clocks fall back.`,
    };
    for (const [time, why] of Object.entries(refusals)) {
      await begins.fill(time);
      await create.click();
      await new Frame(page).warns("Nothing was saved. Check the highlighted field.");
      await expect(begins).toHaveAccessibleDescription(`${why} Choose an earlier or later time.`);
      await expect(begins).toHaveValue(time);
    }
    await lookAt(page);
    await begins.fill(`${forward}T02:30`);
    await create.click();
    await new Frame(page).says("Requests are open. Share the link so people can find it.");
    const [year, , day] = forward.split("-");
    await expect(page.getByText(`Sunday, March ${day}, ${year}, 2:30 AM BST`)).toBeVisible();
    await expect(page.getByText(new RegExp(`^Requests close Sun Mar ${day}, ${year}, 2:30\\sAM`))).toBeVisible();
  });
});
