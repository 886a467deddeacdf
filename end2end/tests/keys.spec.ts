import type { Page } from "@playwright/test";
import { awake, codeIn, expect, SIGN_IN, test } from "../fixtures";
import { demo } from "../fixtures/demo";
import { Hands } from "../fixtures/hands";
import { Keys } from "../fixtures/keys";
import { BoardPage } from "../pages/board";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";
import { ReviewPage } from "../pages/review";
import { SignInPage } from "../pages/sign-in";

/** The board's page of an event, as the list of all events leads there. */
async function boardOf(page: Page, name: string): Promise<string> {
  await page.goto("/events");
  return `${await page.getByRole("link", { name }).getAttribute("href")}/allocate`;
}

/** The numbers of the row that has the focus, without 0. */
function numbersHere(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const chips = document.activeElement?.closest("li")?.querySelectorAll<HTMLInputElement>("fieldset input[type=radio]") ?? [];
    return [...chips].map((chip) => Number(chip.value)).filter((value) => value > 0);
  });
}

demo.describe("of a made-up organization", () => {
  demo("sixty requests are allocated and finalized with the keys alone", async ({ admin, enter }) => {
    test.setTimeout(150_000);
    const page = await enter(admin);
    const board = new BoardPage(page);
    const keys = new Keys(page);
    const path = await boardOf(page, "Rovers v Rangers (semi-final)");
    const hands = await Hands.over(page.context());
    await page.goto(path);
    await awake(page);
    const people = page.getByRole("group", { name: /^Tickets for / });
    await expect(people).toHaveCount(60);

    await test.step("over the link past the navigation to the first row", async () => {
      await keys.press(page.getByRole("link", { name: "Skip to content" }), 1);
      await keys.to(people.first().getByRole("radio", { checked: true }), 8);
    });

    let left = 40;
    await test.step("a digit for the number, Enter for the next undecided", async () => {
      for (let place = 0; place < 60; place += 1) {
        const smallest = Math.min(...(await numbersHere(page)));
        const given = smallest <= left ? smallest : 0;
        left -= given;
        await expect(people.nth(place).locator(":focus")).toHaveValue("");
        await page.keyboard.press(String(given));
        await expect(people.nth(place).getByRole("radio", { checked: true })).toHaveValue(String(given));
        await keys.sees();
        await page.keyboard.press("Enter");
      }
      await expect(board.balance).toHaveText(`${40 - left} of 40 assigned · ${left} left`);
      await expect(board.bar.getByText("undecided")).toBeHidden();
      await board.saved();
    });

    await test.step("Tab to the review, Tab to the end of it", async () => {
      await keys.press(page.getByRole("button", { name: "Review" }), 10);
      await expect(page.getByRole("heading", { name: "Review and finalize" })).toBeVisible();
      await expect(new ReviewPage(page).balance).toHaveText(`${40 - left} of 40 assigned · ${left} left`);
      await keys.press(page.getByRole("button", { name: /^Finalize and email \d+ people$/ }), 20);
      await new Frame(page).says("Results are final. We’re sending the emails now.");
    });
    const { touch, mouse, pen, key } = hands.counted;
    expect({ touch, mouse, pen }).toEqual({ touch: 0, mouse: 0, pen: 0 });
    expect(key).toBeGreaterThan(120);
  });
});

test("a member signs in, asks, withdraws and takes that back with the keys alone", async ({ page, mail, world }) => {
  const asha = await world.person("Asha Rao");
  await world.event("Rovers v United", 10);
  const hands = await Hands.over(page.context());
  const keys = new Keys(page);
  const signIn = new SignInPage(page);
  const request = new RequestPage(page);

  await test.step("the address and the code: their fields have the cursor already", async () => {
    await signIn.open();
    await expect(page.getByLabel("Email address")).toBeFocused();
    await keys.sees();
    await page.keyboard.type(asha.address);
    await page.keyboard.press("Enter");
    await expect(signIn.code).toBeFocused();
    await keys.sees();
    await page.keyboard.type(codeIn(await mail.first(asha.address, SIGN_IN)));
    await page.keyboard.press("Enter");
    await signIn.arrives();
  });

  await test.step("from the dashboard to the event and on to the request", async () => {
    await keys.press(page.getByRole("link", { name: "Rovers v United", exact: true }));
    await expect(page.getByText("You haven’t requested tickets yet.")).toBeVisible();
    await keys.press(page.getByRole("link", { name: "Request tickets" }));
    await awake(page);
  });

  await test.step("Space on two numbers, a note, and send", async () => {
    await keys.to(request.number(2));
    await page.keyboard.press("Space");
    await keys.to(request.number(4));
    await page.keyboard.press("Space");
    await request.chosen(2, 4);
    await keys.press(request.addNote);
    await keys.to(request.note);
    await page.keyboard.type("Beside the aisle");
    await keys.press(request.submit);
    await new Frame(page).says("Request sent. Your result will show up here.");
    await expect(page.getByText("You requested 4, or 2.")).toBeVisible();
  });

  await test.step("withdraw, and undo", async () => {
    await keys.press(page.getByRole("link", { name: "Edit or withdraw request" }));
    await awake(page);
    await keys.press(page.getByRole("button", { name: "Withdraw request" }));
    await new Frame(page).says("Request withdrawn.");
    await keys.press(page.getByRole("button", { name: "Undo withdrawal" }));
    await new Frame(page).says("Your request is back.");
    await expect(page.getByText("You requested 4, or 2.")).toBeVisible();
  });
  const { touch, mouse, pen } = hands.counted;
  expect({ touch, mouse, pen }).toEqual({ touch: 0, mouse: 0, pen: 0 });
});
