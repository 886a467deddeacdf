import type { Page } from "@playwright/test";
import { codeIn, expect, linkIn, SIGN_IN, test } from "../fixtures";
import { SCANNER } from "../fixtures/devices";
import { AccountPage } from "../pages/account";
import { Frame } from "../pages/frame";
import { SignInPage } from "../pages/sign-in";

/** Fetches the link, then opens it as a browser does and lets everything there happen. Follows and presses nothing. */
async function looksInto(scanner: Page, link: string): Promise<void> {
  expect((await scanner.request.get(link)).status()).toBe(200);
  await scanner.goto(link, { waitUntil: "networkidle" });
  await expect(scanner.getByRole("heading", { name: /^Sign in as / })).toBeVisible();
}

/** Opens the link and presses every button there. */
async function pressesEverything(scanner: Page, link: string): Promise<void> {
  await scanner.goto(link, { waitUntil: "networkidle" });
  const labels = await scanner.getByRole("button").allInnerTexts();
  expect(labels.length).toBeGreaterThan(0);
  for (const label of labels) {
    await scanner.goto(link, { waitUntil: "networkidle" });
    await scanner.getByRole("button", { name: label, exact: true }).click();
    await scanner.waitForLoadState("networkidle");
  }
}

test("a scanner that opens the link, scripts and all, does not spend it", async ({ page, open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  const link = linkIn(await mail.first(asha.address, SIGN_IN));
  for (const _ of ["once", "twice"]) await looksInto(await open(SCANNER), link);
  await signIn.followHere(link, "Asha Rao");
});

test("scanners that open the link, and press every button, leave the person the code", async ({ page, open, mail, world, site }) => {
  const asha = await world.person("Asha Rao");
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(asha.address);
  const letter = await mail.first(asha.address, SIGN_IN);
  await looksInto(await open(SCANNER), linkIn(letter));
  const scanner = await open(SCANNER);
  await pressesEverything(scanner, linkIn(letter));
  await new SignInPage(scanner).arrives();

  await test.step("who signs in and is told of the scanner", async () => {
    await signIn.enterCode(codeIn(letter));
    await signIn.arrives();
    const told = await mail.first(asha.address, /^New sign-in to Ticket Pool from Edge on Windows$/);
    expect(told.body.text).toContain("Some company email filters open links automatically.");
    expect(told.body.text).toContain(`${site.url}/account`);
  });

  await test.step("and ends it", async () => {
    const account = new AccountPage(page);
    await account.open();
    await expect(account.devices).toHaveCount(2);
    await expect(account.devices.filter({ hasText: "Edge on Windows" })).toHaveCount(1);
    await account.endOthers();
    await expect(account.devices).toHaveCount(1);
    await new Frame(scanner).isOutAtTheNextClick();
  });
});

test("scanners do not keep somebody new from coming in", async ({ open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const link = linkIn(await mail.first(asha.address, /^Welcome to Ticket Pool$/));
  await looksInto(await open(SCANNER), link);
  await new SignInPage(await open()).followElsewhere(link, "Asha Rao");
});
