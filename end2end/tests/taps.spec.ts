import { awake, expect, SIGN_IN, test } from "../fixtures";
import { Hands } from "../fixtures/hands";
import { Thumb } from "../fixtures/thumb";
import { Frame } from "../pages/frame";
import { MailboxPage } from "../pages/mailbox";
import { RequestPage } from "../pages/request";
import { SignInPage } from "../pages/sign-in";

test("from the mail to the sent request it takes three taps", async ({ page, mail, world, site }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  await page.goto(`/events/${event}/request`);
  await new SignInPage(page).askFor(asha.address);
  const letter = await mail.first(asha.address, SIGN_IN);
  const hands = await Hands.over(page.context());
  const tab = await page.context().newPage();
  const mailbox = new MailboxPage(tab);
  await mailbox.read(letter);

  const thumb = new Thumb();
  await thumb.tap(mailbox.signIn);
  await expect(tab).toHaveURL(`${site.url}/events/${event}/request`);
  await awake(tab);
  const request = new RequestPage(tab);
  await thumb.tap(request.number(2));
  await expect(request.number(2)).toBeChecked();
  await thumb.tap(request.submit);
  await new Frame(tab).says("Request sent. Your result will show up here.");
  await expect(tab.getByText("You requested 2.")).toBeVisible();
  expect(thumb.taps).toBe(3);
  expect(hands.counted).toEqual({ touch: 3, mouse: 0, pen: 0, key: 0 });
});

test("who is signed in and asks for the same as last time needs two taps from the dashboard", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const page = await enter(asha.address);
  const last = await world.event("Rovers v United", 10);
  await world.ask(last, asha, [4, 1]);
  await world.event("City v Rovers", 10);
  const hands = await Hands.over(page.context());
  await page.goto("/");

  const thumb = new Thumb();
  await thumb.tap(page.getByRole("link", { name: /^Request tickets for / }));
  await awake(page);
  await thumb.tap(new RequestPage(page).submit);
  await new Frame(page).says("Request sent. Your result will show up here.");
  await expect(page.getByText("You requested 4, or 1.")).toBeVisible();
  expect(thumb.taps).toBe(2);
  expect(hands.counted).toEqual({ touch: 2, mouse: 0, pen: 0, key: 0 });
});
