import { expect, test } from "../fixtures";

test("what got into a page does not run, and every test would notice", async ({ page, watch }) => {
  await page.goto("/sign-in");
  const reported = page.waitForRequest("**/csp-report");
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.pwned = 1";
    document.body.append(script);
  });
  expect((await reported).method()).toBe("POST");
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  await expect.poll(() => watch.complaints).toContainEqual(expect.stringMatching(/^content security policy: /));
  await expect.poll(() => watch.complaints).toContainEqual(expect.stringMatching(/^console: .*Content Security Policy/));
  watch.tolerate(/content security policy/i);
});
