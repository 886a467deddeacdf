import { codeIn, expect, lookAt, SIGN_IN, test } from "../fixtures";
import { inDays } from "../fixtures/world";
import { AccountPage } from "../pages/account";
import { Frame } from "../pages/frame";
import { SignInPage } from "../pages/sign-in";

/** The subject of a mail with the code for a new address. */
const CODE = /^\d{4} \d{4} is your Ticket Pool confirmation code$/;

test("Asha changes her address by the code that comes to the new one", async ({ world, enter, open, mail, site, domain }) => {
  const asha = await world.person("Asha Rao");
  const wished = `asha.new@${domain}`;
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await account.open();
  await lookAt(page, "account");
  await account.askForAddress(wished);
  await lookAt(page, "account with a code to enter");
  const letter = await mail.first(wished, CODE);
  expect(letter.body.text).not.toContain("Asha Rao");
  const code = codeIn(letter);
  await account.enterCode("0000 0000" === code ? "0000 0001" : "0000 0000");
  await account.refusesCode("That code isn’t right or has expired. 4 tries left.");
  await lookAt(page, "account with a wrong code");
  await account.enterCode(code);
  await new Frame(page).says("Email address changed. We’re letting your old address know.");
  await expect(account.address).toContainText(wished);

  const notice = await mail.first(asha.address, /^Your Ticket Pool email address was changed$/);
  for (const text of [notice.body.text, notice.body.html]) {
    expect(text).toContain(`was changed to a…@${domain}`);
    expect(text).toContain(`${site.url}/undo-address/`);
    expect(text).not.toContain("asha.new");
  }

  const elsewhere = new SignInPage(await open());
  await elsewhere.open();
  await elsewhere.askFor(wished);
  await elsewhere.enterCode(codeIn(await mail.first(wished, SIGN_IN)));
  await elsewhere.arrives();
});

test("a change of address can be asked for again, and cancelled", async ({ world, enter, mail, domain }) => {
  const asha = await world.person("Asha Rao");
  const wished = `asha.new@${domain}`;
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await account.open();
  await account.askForAddress(wished);
  const first = codeIn(await mail.first(wished, CODE));
  await account.askAgain();
  const second = codeIn(await mail.nth(wished, CODE, 2));
  expect(second).not.toBe(first);
  await account.enterCode(first);
  await account.refusesCode("That code isn’t right or has expired. 4 tries left.");
  await account.cancel();
  await expect(account.newAddress).toHaveValue("");
  await expect(account.address).toContainText(asha.address);
});

test("for an address that somebody has, the page is the same and no mail comes", async ({ world, enter, mail, domain }) => {
  const [asha, bram] = [await world.person("Asha Rao"), await world.person("Bram de Vries")];
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await account.open();
  await account.askForAddress(bram.address);
  await account.cancel();
  await account.askForAddress(`asha.new@${domain}`);
  // Asked for later, it has come: so the other, if there were one, would have come too.
  await mail.first(`asha.new@${domain}`, CODE);
  const toBram = (await mail.sentTo(bram.address)).map(({ subject }) => subject);
  expect(toBram.filter((subject) => CODE.test(subject))).toEqual([]);
});

test("what cannot be an address comes back with the reason beside it", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await account.open();
  // A browser lets this pass; mail does not.
  await account.newAddress.fill("asha@example");
  await account.sendCode.click();
  await expect(account.newAddress).toHaveAccessibleDescription(/“asha@example” isn’t a valid email address\. It should look like name@example\.com\./);
  await expect(account.newAddress).toHaveValue("asha@example");
  await lookAt(page, "account with a wrong address");
});

test("with a zone of her own Asha reads her own time beside the event's", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 6, { starts: inDays(20, "15:00"), zone: "UTC" });
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await page.goto(`/events/${event}`);
  await expect(page.getByText("for you (")).toHaveCount(0);
  await account.open();
  await account.chooseZone("Asia/Kolkata");
  await page.goto(`/events/${event}`);
  await expect(page.getByText("8:30 PM your time (Asia/Kolkata)")).toBeVisible();
  await lookAt(page, "event with one's own time");
});

test("Asha downloads what is stored about her", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 6);
  await world.ask(event, asha, [4, 2], "Aisle, please");
  const page = await enter(asha.address);
  const account = new AccountPage(page);
  await account.open();
  const [download] = await Promise.all([page.waitForEvent("download"), account.download.click()]);
  expect(download.suggestedFilename()).toBe("my-data.json");
  const answer = await page.request.get("/account/data.json");
  const data = await answer.json();
  expect(data.account).toMatchObject({ name: "Asha Rao", mail_address: asha.address });
  expect(data.requests).toMatchObject([{ event, numbers_that_would_work: [4, 2], note: "Aisle, please" }]);
});
