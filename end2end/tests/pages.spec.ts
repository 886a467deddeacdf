import { brotliCompressSync, constants } from "node:zlib";
import type { APIResponse, Page, Response } from "@playwright/test";
import { expect, lookAt, test } from "../fixtures";
import { demo } from "../fixtures/demo";
import { inDays } from "../fixtures/world";
import { Frame } from "../pages/frame";
import { SignInPage } from "../pages/sign-in";

/** What the HTML of a page may weigh on its way, in bytes. */
const MOST = 20_000;

/** What the HTML of an answer weighs as the server compresses it. */
async function weight(answer: Response | APIResponse | null): Promise<number> {
  if (!answer) throw new Error("there is no answer to weigh");
  return brotliCompressSync(await answer.body(), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

/** Looks at one page, keeps a picture where PICTURES is set, weighs it, and proves that a control answers. */
async function visit(page: Page, name: string, path?: string): Promise<void> {
  const answer = path ? await page.goto(path) : await page.request.get(page.url());
  expect.soft(await weight(answer), `${name}: bytes of HTML`).toBeLessThanOrEqual(MOST);
  await lookAt(page, name);
  await page.evaluate(() => scrollTo(0, 0));
  if (process.env.PICTURES) await page.screenshot({ path: `results/shots/${test.info().project.name}/${name}.png`, fullPage: true });
  await page.getByRole("link", { name: "Skip to content" }).press("Enter");
  await expect(page, name).toHaveURL(/#main$/);
}

/** The numbers of one event of each status, as the list of all events tells them. */
async function eventsByStatus(page: Page): Promise<Record<string, string>> {
  await page.goto("/events");
  const found: Record<string, string> = {};
  for (const [status, badge] of [["Open", "Open"], ["Closed", "Closed"], ["Finalized", "Final"], ["Cancelled", "Canceled"]]) {
    const row = page.getByRole("row").filter({ has: page.getByText(badge, { exact: true }) });
    found[status] = (await row.first().getByRole("rowheader").getByRole("link").getAttribute("href")) ?? "";
  }
  return found;
}

/** The address and page of someone with this role. */
async function somebody(page: Page, role: "Organizer" | "member"): Promise<{ address: string; path: string }> {
  await page.goto("/admin/people");
  const all = page.getByRole("main").getByRole("list").getByRole("link");
  const badge = page.locator(".badge");
  const found = (role === "member" ? all.filter({ hasNot: badge }) : all.filter({ has: badge.getByText(role) })).first();
  return { address: await found.locator("small").innerText(), path: (await found.getAttribute("href")) ?? "" };
}

demo.describe("of a made-up organization", () => {
  demo.beforeEach(() => demo.setTimeout(150_000));

  demo("every page of events an admin sees", async ({ admin, enter, watch }) => {
    const page = await enter(admin);
    const member = await somebody(page, "member");
    const event = await eventsByStatus(page);
    await visit(page, "dashboard-admin", "/");
    await visit(page, "events", "/events");
    for (const [status, path] of Object.entries(event)) await visit(page, `event-${status.toLowerCase()}-admin`, path);
    await visit(page, "manage-events", "/admin/events");
    await visit(page, "event-like", `/events/new?like=${event.Finalized.split("/").pop()}`);
    await visit(page, "event-edit", `${event.Open}/edit`);
    await visit(page, "event-organizers", `${event.Open}/organizers`);
    await visit(page, "request-for", `${event.Open}/request-for`);
    await visit(page, "request-for-member", `${event.Open}/request-for/${member.path.split("/").pop()}`);
    await visit(page, "allocate-open", `${event.Open}/allocate`);
    await visit(page, "allocate", `${event.Closed}/allocate`);
    await visit(page, "draw-desk", `${event.Closed}/allocate/draw`);
    await visit(page, "draw-closed", `${event.Closed}/draw`);
    await visit(page, "draw-open", `${event.Open}/draw`);
    await visit(page, "review", `${event.Closed}/review`);
    await visit(page, "results", `${event.Finalized}/results`);
    watch.tolerate(409);
    await visit(page, "finalized-allocate", `${event.Finalized}/allocate`);
  });

  demo("every page of people and mail an admin sees", async ({ admin, enter, watch }) => {
    const page = await enter(admin);
    await visit(page, "people", "/admin/people");
    await visit(page, "people-none", "/admin/people?q=nobody-is-called-so");
    await visit(page, "people-inactive", "/admin/people?show=inactive");
    await visit(page, "person-new", "/admin/people/new");
    await visit(page, "people-import", "/admin/people/import");
    await page.getByLabel("Rows").fill("name,email,seat\nCleo,cleo@example.org,4\nFay,nowhere,5");
    await page.getByRole("button", { name: "Preview import" }).click();
    await expect(page.getByText("1 new · 1 needs fixing")).toBeVisible();
    await visit(page, "people-import-wrong");
    await visit(page, "person", (await somebody(page, "member")).path);
    await visit(page, "mail", "/admin/mail");
    await visit(page, "settings", "/admin/settings");
    await visit(page, "bin", "/admin/bin");
    await visit(page, "log", "/admin/audit");
    await visit(page, "log-refused", "/admin/audit?person=nobody");
    await visit(page, "log-none", "/admin/audit?kind=import");
    await visit(page, "account", "/account");
    await enter(admin);
    await visit(page, "account-two-devices", "/account");
    watch.tolerate(404);
    await visit(page, "not-found", "/events/999999");
  });

  demo("every page an organizer sees", async ({ admin, enter }) => {
    const page = await enter((await somebody(await enter(admin), "Organizer")).address);
    await visit(page, "dashboard-organizer", "/");
    await visit(page, "event-new", "/events/new");
    await page.goto("/events/new");
    await page.getByLabel("Event name").fill("Rovers v United");
    await page.getByLabel("Starts").fill(inDays(3));
    await page.getByLabel("Tickets available").fill("5");
    await page.getByLabel("Requests close", { exact: true }).fill(inDays(4));
    await page.getByLabel("Details for everyone").fill("Gate 4");
    await page.getByRole("button", { name: "Create and open requests" }).click();
    await new Frame(page).warns("Nothing was saved. Check the highlighted field.");
    await expect(page.getByLabel("Details for everyone")).toHaveValue("Gate 4");
    await visit(page, "event-new-refused");
  });

  demo("every page a member sees", async ({ admin, enter, watch }) => {
    const page = await enter((await somebody(await enter(admin), "member")).address);
    const event = await eventsByStatus(page);
    await visit(page, "dashboard-member", "/");
    await visit(page, "events-member", "/events");
    for (const [status, path] of Object.entries(event)) await visit(page, `event-${status.toLowerCase()}-member`, path);
    await visit(page, "request", `${event.Open}/request`);
    watch.tolerate(403);
    await visit(page, "forbidden", "/admin/people");
  });
});

test("every page a visitor sees", async ({ page, watch, site }) => {
  await visit(page, "sign-in", "/sign-in");
  await visit(page, "check-mail-nothing-asked", "/sign-in/check-mail");
  await new SignInPage(page).open();
  await new SignInPage(page).askFor(site.admin);
  await visit(page, "check-mail");
  await visit(page, "link-spent", "/sign-in/link/spent");
  await visit(page, "link", await site.loginLink(site.admin));
  await visit(page, "set-up-spent", "/set-up/spent");
  watch.tolerate(403);
  await visit(page, "problem", "/problem/forbidden");
});

test.describe("of an empty system", () => {
  test.use({ begin: async ({}, use) => use(async () => {}) });

  test("the set-up page of the log, and what is said where nothing is yet", async ({ page, site, domain }) => {
    const link = /^http\S+\/set-up\/\S+$/m.exec(site.log)?.[0] ?? "";
    await visit(page, "set-up", link);
    await page.getByLabel("Your name").fill("Ada Lovelace");
    await page.getByLabel("Email address").fill(`ada@${domain}`);
    await page.getByRole("button", { name: "Create admin account" }).click();
    await new Frame(page).says("You’re signed in.");
    await expect(page.getByRole("region", { name: "Get started" })).toBeVisible();
    await visit(page, "first-steps");
    await page.goto("/admin/settings");
    await page.getByRole("button", { name: "Send test email" }).click();
    await new Frame(page).says("Test email on its way to you.");
    await visit(page, "event-new-sample", "/events/new?sample=1");
    await visit(page, "empty-dashboard", "/");
    await visit(page, "empty-events", "/events");
    await visit(page, "empty-manage-events", "/admin/events");
    await visit(page, "empty-mail", "/admin/mail");
    await visit(page, "empty-bin", "/admin/bin");
  });
});
