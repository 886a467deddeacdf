import { codeIn, expect, linkIn, lookAt, SIGN_IN, test } from "../fixtures";
import { IPHONE } from "../fixtures/devices";
import { AccountPage } from "../pages/account";
import { Frame } from "../pages/frame";
import { SignInPage } from "../pages/sign-in";

test("a device that somebody ends is signed out at its next click", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const lost = await enter(asha.address, IPHONE);
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await account.open();
  await expect(account.devices).toHaveCount(2);
  await expect(account.devices.filter({ hasText: "Safari on iPhone" })).not.toContainText("This device");
  await expect(account.devices.filter({ hasText: "This device" }).getByRole("button")).toHaveCount(0);
  await lookAt(page);
  await account.end("Safari on iPhone");
  await expect(account.devices).toHaveCount(1);
  await new Frame(lost).isOutAtTheNextClick();
  await new Frame(page).goTo("Events");
  await expect(page).toHaveURL(/\/events$/);
});

test("signing out everywhere ends every device, and what is on its way", async ({ world, enter, open, mail }) => {
  const asha = await world.person("Asha Rao");
  const lost = await enter(asha.address, IPHONE);
  const page = await enter(asha.address);
  const asking = new SignInPage(await open());
  await asking.open();
  await asking.askFor(asha.address);
  const letter = await mail.first(asha.address, SIGN_IN);
  const account = new AccountPage(page);
  await account.open();
  await account.endAll();
  await expect(page).toHaveURL(/\/sign-in$/);
  await new Frame(lost).isOutAtTheNextClick();
  await asking.enterCode(codeIn(letter));
  await asking.refuses("That code isn’t right or has expired. 4 tries left.");
  await asking.isSpent(linkIn(letter));
});

test("an admin signs somebody out everywhere, and the log says so", async ({ world, enter, site }) => {
  const asha = await world.person("Asha Rao");
  const theirs = [await enter(asha.address, IPHONE), await enter(asha.address)];
  const page = await enter(site.admin);
  await new Frame(page).goToAdmin("People");
  await page.getByRole("link", { name: "Asha Rao" }).click();
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await new Frame(page).says("They’re signed out everywhere. Links and codes they haven’t used no longer work.");
  await lookAt(page, "person");
  for (const one of theirs) await new Frame(one).isOutAtTheNextClick();
  await page.getByRole("link", { name: "View in audit log" }).click();
  const noted = page.getByRole("row").filter({ hasText: "Signed someone out everywhere" });
  await expect(noted).toContainText("Ada Lovelace");
  await expect(noted).toContainText("Asha Rao");
  await lookAt(page, "log of a person");
  await new Frame(page).goToAdmin("People");
  await page.getByRole("link", { name: "Audit log" }).click();
  await page.getByLabel("Action", { exact: true }).selectOption("People");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(noted).toHaveCount(1);
  await expect(page.getByRole("row").filter({ hasText: "Signed in" })).toHaveCount(0);
});

test("who signs in with a new device is told by mail, with no way to sign in in it", async ({ world, enter, open, mail, site }) => {
  const asha = await world.person("Asha Rao");
  await enter(asha.address);
  const phone = await open(IPHONE);
  const signIn = new SignInPage(phone);
  await signIn.open();
  await signIn.askFor(asha.address);
  await signIn.enterCode(codeIn(await mail.first(asha.address, SIGN_IN)));
  await signIn.arrives();
  const { body } = await mail.first(asha.address, /^New sign-in to Ticket Pool from Safari on iPhone$/);
  for (const text of [body.text, body.html]) {
    expect(text).toContain("Your account was signed in from Safari on iPhone on ");
    expect(text).toContain(`${site.url}/account`);
    expect(text).not.toContain("/sign-in");
  }
});
