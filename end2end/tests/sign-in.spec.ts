import { expect, linkIn, lookAt, scripted, SIGN_IN, test } from "../fixtures";
import { Frame } from "../pages/frame";
import { SignInPage } from "../pages/sign-in";

test("the browser that asked goes on by itself, another needs the button", async ({ page, open, mail, site }) => {
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.askFor(site.admin);
  const link = linkIn(await mail.first(site.admin, SIGN_IN));
  const other = await open();
  const scripts: string[] = [];
  other.on("request", (request) => scripts.push(request.url()));
  await other.goto(link);
  await expect(other.locator("form[data-continue]")).toHaveCount(0);
  expect(scripts.filter((url) => url.includes("continue"))).toEqual([]);
  await lookAt(other, "sign-in link");
  await new SignInPage(other).confirm("Ada Lovelace");
  await expect(other.getByRole("heading", { name: "Hi, Ada" })).toBeVisible();
  await signIn.open();
  await signIn.askFor(site.admin);
  await signIn.followHere(linkIn(await mail.nth(site.admin, SIGN_IN, 2)), "Ada Lovelace");
});

test("a spent link offers a fresh one", async ({ open, mail, site }) => {
  const link = await site.loginLink(site.admin);
  await new SignInPage(await open()).followElsewhere(link, "Ada Lovelace");
  const late = await open();
  const signIn = new SignInPage(late);
  await signIn.isSpent(link);
  await lookAt(late, "spent link");
  await late.getByLabel("Email address").fill(site.admin);
  await late.getByRole("button", { name: "Email me a new link" }).click();
  await expect(late.getByRole("heading", { name: "Check your email" })).toBeVisible();
  await signIn.followHere(linkIn(await mail.first(site.admin, SIGN_IN)), "Ada Lovelace");
});

test("an unknown address gets the same pages, for a wrong code too, and no mail", async ({ page, domain, mail, site }) => {
  const signIn = new SignInPage(page);
  const said = async (address: string) => {
    await signIn.open();
    await signIn.askFor(address);
    await page.waitForLoadState();
    const before = await page.getByRole("main").innerText();
    await signIn.enterCode("0000 0000");
    await signIn.refuses("That code isn’t right or has expired. 4 tries left.");
    await page.waitForLoadState();
    return [before, await page.getByRole("main").innerText()].map((text) => text.replace(address, "…"));
  };
  const unknown = await said(`nobody@${domain}`);
  expect(await said(site.admin)).toEqual(unknown);
  // The queue keeps its order: once this one is there, the other would be too.
  await mail.first(site.admin, SIGN_IN);
  expect(await mail.sentTo(`nobody@${domain}`)).toEqual([]);
});

test("an address that cannot be one is refused beside its field", async ({ page }) => {
  const signIn = new SignInPage(page);
  await signIn.open();
  // What the browser's own check lets through and mail cannot reach.
  await page.getByLabel("Email address").fill("asha@localhost");
  await page.getByRole("button", { name: "Email me a sign-in code" }).click();
  await expect(page.getByText("“asha@localhost” isn’t a valid email address")).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue("asha@localhost");
  await lookAt(page, "sign-in refused");
});

test("after signing in one is where one wanted to go", async ({ page, mail, site, world }) => {
  const event = await world.event("Rovers v United", 4);
  await page.goto(`/events/${event}`);
  await new SignInPage(page).askFor(site.admin);
  await page.goto(linkIn(await mail.first(site.admin, SIGN_IN)));
  if (!scripted()) await new SignInPage(page).confirm("Ada Lovelace");
  await expect(page).toHaveURL(`${site.url}/events/${event}`);
});

test("signing out ends the session on the server too", async ({ enter, open, site }) => {
  const page = await enter(site.admin);
  const kept = await page.context().cookies();
  await new Frame(page).goTo("Account");
  await lookAt(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await new Frame(page).says("You’re signed out.");
  await page.goto("/events");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const thief = await open();
  await thief.context().addCookies(kept);
  await thief.goto("/");
  await expect(thief).toHaveURL(/\/sign-in$/);
});

test("a deactivated member is out at the next click", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const page = await enter(asha.address);
  await world.deactivate(asha);
  await new Frame(page).isOutAtTheNextClick();
});
