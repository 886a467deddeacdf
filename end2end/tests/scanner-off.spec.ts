import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { SCANNER } from "../fixtures/devices";

/** What programs do with the links of an email before anyone reads it. None of them is somebody who presses a button on the page. */
const HABITS: Record<string, (scanner: Page, link: string) => Promise<void>> = {
  "opens it eight times": async (scanner, link) => {
    for (let times = 0; times < 8; times += 1) expect((await scanner.request.get(link)).status()).toBe(200);
  },
  "asks for its head": async (scanner, link) => {
    expect((await scanner.request.head(link)).status()).toBe(200);
  },
  "opens it as a browser does, with scripts, and waits": async (scanner, link) => {
    await scanner.goto(link, { waitUntil: "networkidle" });
    await expect(scanner.getByRole("heading", { name: "Stop getting these emails?" })).toBeVisible();
    await scanner.waitForTimeout(500);
  },
  "follows every link on the page": async (scanner, link) => {
    await scanner.goto(link, { waitUntil: "networkidle" });
    const found = await scanner.getByRole("link").evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).href));
    for (const one of found) await scanner.request.get(one);
  },
  "posts to it without the form of mail programs": async (scanner, link) => {
    expect((await scanner.request.post(link)).status()).toBeGreaterThanOrEqual(400);
    expect((await scanner.request.post(link, { form: { submit: "1" } })).status()).toBe(400);
  },
  "sends every form of the page, from elsewhere": async (scanner, link) => {
    await scanner.goto(link, { waitUntil: "networkidle" });
    const forms = await scanner.locator("form").evaluateAll((all) =>
      (all as HTMLFormElement[]).map((form) => ({
        to: form.action,
        fields: Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)])),
      })),
    );
    expect(forms.length).toBeGreaterThan(0);
    for (const { to, fields } of forms) {
      const answer = await scanner.request.post(to, { form: fields, headers: { Origin: "https://scanner.example" } });
      expect(answer.status()).toBe(403);
    }
  },
};

test("scanners that try the link at the foot of an email turn nothing off", async ({ page, open, mail, world }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Lions v Bears", 10);
  await world.move(event, "invite");
  const letter = await mail.first(asha.address, /Lions v Bears/);
  const link = letter.body.text.split("\n").find((line) => line.includes("/emails/")) ?? "";
  expect(link).toMatch(/^http/);
  for (const [habit, does] of Object.entries(HABITS)) {
    await test.step(habit, async () => does(await open(SCANNER), link));
  }
  await test.step("and Asha, who presses the button, does", async () => {
    await page.goto(link);
    await page.getByRole("button", { name: "Stop these emails" }).click();
    await expect(page.getByRole("heading", { name: "These emails are turned off" })).toBeVisible();
  });
});
