import { expect, lookAt, awake, linkIn, scripted, SIGN_IN, test } from "../fixtures";
import { inDays } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { EventPage } from "../pages/event";
import { PeoplePages } from "../pages/people";
import { RequestPage } from "../pages/request";
import { ReviewPage } from "../pages/review";
import { SignInPage } from "../pages/sign-in";
import { Frame } from "../pages/frame";

const ASHA = "Asha Rao";
const BEN = "Ben Okafor";

test("five tickets go to two members, who are told, and told again when it changes", async ({ page, site, mail, domain, open }) => {
  test.setTimeout(120_000);
  const addresses = { [ASHA]: `asha@${domain}`, [BEN]: `ben@${domain}` };
  const name = "Rovers v United";

  await test.step("the admin signs in by the mailed link", async () => {
    const signIn = new SignInPage(page);
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in$/);
    await lookAt(page);
    await signIn.askFor(site.admin);
    await lookAt(page);
    const letter = await mail.first(site.admin, SIGN_IN);
    await signIn.followHere(linkIn(letter), "Ada Lovelace");
    await lookAt(page);
  });

  await test.step("and adds two members", async () => {
    for (const [member, address] of Object.entries(addresses)) await new PeoplePages(page).add(member, address);
  });

  const members = await test.step("who sign in by the links that welcome them", async () => {
    const enter = async (member: string) => {
      const own = await open();
      const letter = await mail.first(addresses[member], /^Welcome to Ticket Pool$/);
      await new SignInPage(own).followElsewhere(linkIn(letter), member);
      return own;
    };
    return { [ASHA]: await enter(ASHA), [BEN]: await enter(BEN) };
  });

  const event = await test.step("the admin creates an event of 5 tickets", () =>
    new EventPage(page).create({ name, starts: inDays(20), tickets: 5 }));

  await test.step("both ask, each with two numbers", async () => {
    for (const [member, tiers] of [[ASHA, [4, 2]], [BEN, [3, 2]]] as const) {
      const own = members[member];
      await new Frame(own).goTo("Home");
      await own.getByRole("link", { name: /^Request tickets for / }).click();
      await awake(own);
      await new RequestPage(own).choose(...tiers);
      await new RequestPage(own).send();
      await new Frame(own).says("Request sent. Your result will show up here.");
      await expect(own.getByText(`You requested ${tiers.join(", or ")}.`)).toBeVisible();
      await lookAt(own);
    }
  });

  const board = new BoardPage(page);

  await test.step("six do not fit: the board says so and keeps what was chosen", async () => {
    await new EventPage(page).open(event);
    await new EventPage(page).closeAndAllocate();
    await awake(page);
    await lookAt(page);
    await board.give(ASHA, 4);
    await board.give(BEN, 2);
    if (scripted()) {
      await expect(board.balance).toHaveText("⚠ 6 of 5 assigned · 1 over the limit");
      await expect(board.bar.getByText("Over the limit: not saved yet")).toBeVisible();
    }
    await board.save();
    await new Frame(page).warns("That’s 1 too many: 6 assigned, but only 5 available. Nothing was saved.");
    await awake(page);
    await expect(board.chip(ASHA, 4)).toBeChecked();
    await expect(board.chip(BEN, 2)).toBeChecked();
    await lookAt(page);
  });

  await test.step("nothing of it was saved", async () => {
    const beside = await page.context().newPage();
    const saved = new BoardPage(beside);
    await saved.open(event);
    await expect(saved.chip(BEN, "undecided")).toBeChecked();
    // With scripts the first choice was saved at once, since it fitted.
    await expect(saved.chip(ASHA, scripted() ? 4 : "undecided")).toBeChecked();
    await beside.close();
  });

  await test.step("five do; the admin reviews and finalizes", async () => {
    await board.give(ASHA, 2);
    await board.give(BEN, 3);
    await board.review();
    await expect(new ReviewPage(page).balance).toHaveText("5 of 5 assigned · 0 left");
    await lookAt(page);
    await new ReviewPage(page).writeLine("Pick them up at gate 4.");
    await new ReviewPage(page).finalizeAndSend(2);
    await new EventPage(page).allMailsSent(event, 2);
    await lookAt(page);
    for (const path of [`/events/${event}/results`, "/admin/mail"]) {
      await page.goto(path);
      await expect(page.getByRole("row").filter({ hasText: BEN }).first()).toBeVisible();
      await lookAt(page);
    }
  });

  const results = {
    [ASHA]: "You got 2 tickets: your next choice after 4.",
    [BEN]: "You got 3 tickets. That’s your first choice!",
  };
  for (const [member, sentence] of Object.entries(results)) {
    await test.step(`${member} reads the same sentence on the page and in the mail`, async () => {
      const own = members[member];
      await new EventPage(own).open(event);
      await new EventPage(own).tellsResult(sentence);
      await expect(own.getByText("Pick them up at gate 4.")).toBeVisible();
      await lookAt(own);
      const letter = await mail.first(addresses[member], /^You got \d tickets for Rovers v United!$/);
      // As part of the letter, for mail programs that ask at once, and as a file.
      expect(letter.attachments.map(({ contentType }) => contentType)).toEqual(["text/calendar", "application/ics"]);
      expect(letter.attachments[1].filename).toBe("event.ics");
      for (const { content } of letter.attachments) {
        expect(Buffer.from(content, "base64").toString()).toMatch(/\r?\nSUMMARY:Rovers v United\r?\n/);
      }
      for (const body of [letter.body.text, letter.body.html]) {
        expect(body).toContain(sentence);
        expect(body).toContain("Pick them up at gate 4.");
        expect(body).toContain(`${site.url}/events/${event}`);
      }
      expect(letter.replyTo).toEqual([site.admin]);
    });
  }

  await test.step("the admin reopens, gives one person less, and finalizes again", async () => {
    const before = await mail.sentTo(domain);
    await new EventPage(page).open(event);
    await new EventPage(page).reopen();
    await awake(page);
    await board.give(BEN, 2);
    await board.review();
    await lookAt(page);
    await new ReviewPage(page).explain("The club took one back.");
    await new ReviewPage(page).finalizeAndSend(1);
    await new EventPage(page).allMailsSent(event, 2);
    const news = (await mail.sentTo(domain)).slice(before.length);
    expect(news.map((one) => [one.destination.to, one.subject])).toEqual([
      [[addresses[BEN]], "Update: you now have 2 tickets for Rovers v United (was 3)"],
    ]);
    const sentence = "You got 2 tickets: your next choice after 3.";
    expect(news[0].body.text).toContain("Your tickets changed from 3 to 2.");
    expect(news[0].body.text).toContain(sentence);
    expect(news[0].body.text).toContain("Reason: The club took one back.");
    await members[BEN].reload();
    await new EventPage(members[BEN]).tellsResult(sentence);
    await expect(members[BEN].getByText("Reason: The club took one back.")).toBeVisible();
    await members[ASHA].reload();
    await new EventPage(members[ASHA]).tellsResult(results[ASHA]);
  });
});
