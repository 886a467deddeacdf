import { codeIn, expect, linkIn, lookAt, scripted, SIGN_IN, test } from "../fixtures";
import { Thumb } from "../fixtures/thumb";
import { Frame } from "../pages/frame";
import { MailboxPage } from "../pages/mailbox";
import { SignInPage } from "../pages/sign-in";

/** A code that differs in its last digit. */
function besides(code: string): string {
  return code.slice(0, -1) + ((Number(code.at(-1)) + 1) % 10);
}

test("from the code in the mail to the dashboard it takes a paste and one tap", async ({ page, open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  await lookAt(page);
  const letter = await mail.first(asha.address, SIGN_IN);
  const code = codeIn(letter);
  const thumb = new Thumb();
  // The field has the cursor already.
  await expect(signIn.code).toBeFocused();
  await page.keyboard.insertText(code);
  await expect(signIn.code).toHaveValue(code);
  await thumb.tap(signIn.submit);
  await signIn.arrives();
  expect(thumb.taps).toBe(1);
  await expect(page.getByRole("heading", { name: "Hi, Asha" })).toBeVisible();
  // The link of the same mail is used up with it.
  await new SignInPage(await open()).isSpent(linkIn(letter));
});

test("from the mail that welcomes somebody to the dashboard it takes two taps", async ({ open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const own = await open();
  const mailbox = new MailboxPage(own);
  await mailbox.read(await mail.first(asha.address, /^Welcome to Ticket Pool$/));
  const signIn = new SignInPage(own);
  const thumb = new Thumb();
  await thumb.tap(mailbox.signIn);
  await thumb.tap(signIn.confirmation("Asha Rao"));
  await signIn.arrives();
  expect(thumb.taps).toBe(2);
});

test("in the browser that asked, the link in the mail is one tap with scripts and two without", async ({ page, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const asked = new SignInPage(page);
  await asked.open();
  await asked.askFor(asha.address);
  const tab = await page.context().newPage();
  const mailbox = new MailboxPage(tab);
  await mailbox.read(await mail.first(asha.address, SIGN_IN));
  const signIn = new SignInPage(tab);
  const thumb = new Thumb();
  await thumb.tap(mailbox.signIn);
  if (!scripted()) await thumb.tap(signIn.confirmation("Asha Rao"));
  await signIn.arrives();
  expect(thumb.taps).toBe(scripted() ? 1 : 2);
});

test("a wrong code says how many tries are left, and the right one still works", async ({ page, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  const code = codeIn(await mail.first(asha.address, SIGN_IN));
  await signIn.enterCode("1234 56");
  await signIn.refuses("Enter the 8-digit code from your email, like 1234 5678.");
  await signIn.enterCode(besides(code));
  await signIn.refuses("That code isn’t right or has expired. 4 tries left.");
  await lookAt(page, "wrong code");
  await signIn.enterCode(besides(besides(code)));
  await signIn.refuses("That code isn’t right or has expired. 3 tries left.");
  await signIn.enterCode(code.replace(" ", ""));
  await signIn.arrives();
});

test("after five wrong codes the link of the same mail still works", async ({ page, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  const letter = await mail.first(asha.address, SIGN_IN);
  for (const left of ["4 tries", "3 tries", "2 tries", "1 try"]) {
    await signIn.enterCode(besides(codeIn(letter)));
    await signIn.refuses(`That code isn’t right or has expired. ${left} left.`);
  }
  for (const code of [besides(codeIn(letter)), codeIn(letter)]) {
    await signIn.enterCode(code);
    await signIn.refuses("Too many tries. Request a new email, or open its link in the browser where you asked for it.");
  }
  await signIn.followHere(linkIn(letter), "Asha Rao");
});

test("a link pressed elsewhere leaves the code working where it was asked for", async ({ page, open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  const letter = await mail.first(asha.address, SIGN_IN);
  await new SignInPage(await open()).followElsewhere(linkIn(letter), "Asha Rao");
  await signIn.enterCode(codeIn(letter));
  await signIn.arrives();
});

test("another mail brings another code, and both work", async ({ page, mail, world }) => {
  // Half a minute has to pass before another mail may be asked for.
  test.setTimeout(120_000);
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  const first = codeIn(await mail.first(asha.address, SIGN_IN));
  await signIn.askAgain();
  await new Frame(page).says("we’re sending a new code");
  expect(codeIn(await mail.nth(asha.address, SIGN_IN, 2))).not.toBe(first);
  await signIn.enterCode(first);
  await signIn.arrives();
});

test("a browser that asked for nothing has no field for a code", async ({ page, open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  await mail.first(asha.address, SIGN_IN);
  const other = await open();
  await other.goto("/sign-in/check-mail");
  await expect(other.getByText("You haven’t requested a code in this browser in the last 15 minutes.")).toBeVisible();
  await expect(new SignInPage(other).code).toHaveCount(0);
  await lookAt(other, "nothing asked");
  await other.getByRole("link", { name: "get a new code" }).click();
  await expect(other.getByLabel("Email address")).toBeVisible();
});
