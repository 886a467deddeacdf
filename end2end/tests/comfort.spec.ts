import type { Page } from "@playwright/test";
import { awake, expect, lookAt, test } from "../fixtures";
import { buttonsAnswer, edge, nothingIsCutOff, targets } from "../fixtures/comfort";
import { Keys } from "../fixtures/keys";
import type { World } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { RequestPage } from "../pages/request";

const ASHA = "Asha Rao";
const BEN = "Ben Okafor";

interface Scene {
  open: number;
  closed: number;
  ready: number;
}

/** An event to ask for, one to allocate, and one that only needs to be finalized. */
async function three(world: World): Promise<Scene> {
  const [asha, ben] = [await world.person(ASHA), await world.person(BEN)];
  const open = await world.event("Rovers v United", 10, { notes: "The coach leaves the club house two hours before." });
  const closed = await world.closed("City v Rovers", 5, [[asha, [4, 2]], [ben, [3, 2]]]);
  const ready = await world.closed("Rovers v Albion", 5, [[asha, [4, 2]], [ben, [3, 2]]]);
  await world.decide(ready, asha, 1, "Brings her own chair");
  await world.decide(ready, ben, 1, "Sits with the coach");
  return { open, closed, ready };
}

/** The pages of the whole job, by name. */
function pagesOf({ open, closed, ready }: Scene): Record<string, string> {
  return {
    dashboard: "/",
    event: `/events/${closed}`,
    request: `/events/${open}/request`,
    board: `/events/${closed}/allocate`,
    review: `/events/${ready}/review`,
  };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if ((await page.locator("script[data-wasm]").count()) > 0) await awake(page);
}

/** Letters twice as large, as people set them in their browser; the window stays as it is. */
async function doubleTheText(page: Page): Promise<void> {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
}

test("twice as large, everything is there and answers", async ({ world, enter, page, site }) => {
  test.setTimeout(120_000);
  const paths = pagesOf(await three(world));
  const desk = await enter(site.admin);
  const sizes = {
    "the page zoomed": { viewport: { width: 640, height: 400 }, enlarge: async () => {} },
    "only the text": { viewport: { width: 1280, height: 800 }, enlarge: doubleTheText },
  };
  for (const [how, { viewport, enlarge }] of Object.entries(sizes)) {
    const look = async (one: Page, name: string, path: string) => {
      await one.setViewportSize(viewport);
      await open(one, path);
      await enlarge(one);
      await nothingIsCutOff(one, `${how}: ${name}`);
      await buttonsAnswer(one, `${how}: ${name}`);
    };
    await look(page, "sign-in", "/sign-in");
    for (const [name, path] of Object.entries(paths)) await look(desk, name, path);
  }
});

test.describe("who wants little motion", () => {
  test.use({ reducedMotion: "reduce" });

  test("sees nothing move", async ({ world, enter, page, site }) => {
    const paths = pagesOf(await three(world));
    const desk = await enter(site.admin);
    const look = async (one: Page, path: string) => {
      await open(one, path);
      for (const control of await one.locator(".button, .ticket, .chips label, .top .home, summary").all()) {
        if (!(await control.isVisible())) continue;
        await control.hover({ force: true });
        expect.soft(await one.evaluate(() => document.getAnimations().length), `${path}: what moves at ${control}`).toBe(0);
      }
      await one.evaluate(() => document.querySelector("main .button")?.setAttribute("aria-busy", "true"));
      const slow = await one.evaluate(() => {
        const seconds = (list: string) => Math.max(...list.split(",").map((one) => parseFloat(one) * (one.endsWith("ms") ? 0.001 : 1)));
        return [...document.querySelectorAll("*")].flatMap((one) => {
          return [null, "::before", "::after"].flatMap((part) => {
            const { transitionDuration, animationDuration, animationName } = getComputedStyle(one, part);
            const moves = seconds(transitionDuration) > 0.01 || (animationName !== "none" && seconds(animationDuration) > 0.01);
            return moves ? [`${one.localName}.${one.className}${part ?? ""}`] : [];
          });
        });
      });
      expect.soft(slow, `${path}: what would move`).toEqual([]);
    };
    await look(page, "/sign-in");
    for (const path of Object.values(paths)) await look(desk, path);
  });
});

test.describe("in colors that somebody forces on every page", () => {
  test.use({ forcedColors: "active" });

  test("the chosen number and the focus are seen", async ({ world, enter, site }) => {
    const { open: event, closed } = await three(world);
    const page = await enter(site.admin);
    const keys = new Keys(page);

    await test.step("where tickets are asked for", async () => {
      const request = new RequestPage(page);
      await request.open(event);
      expect(await edge(request.number(2))).toBe(await edge(request.number(3)));
      await request.choose(2);
      await page.mouse.move(0, 0);
      expect(await edge(request.number(2))).not.toBe(await edge(request.number(3)));
      await keys.to(request.number(3));
      expect(await edge(request.number(3))).toContain("outline solid 3px");
      await keys.to(request.submit);
      await lookAt(page);
    });

    await test.step("and on the board", async () => {
      const board = new BoardPage(page);
      await board.open(closed);
      const plain = await edge(board.chip(ASHA, 2));
      await expect(board.chip(ASHA, "undecided")).toBeChecked();
      await board.give(ASHA, 2);
      expect(await edge(board.chip(ASHA, 2))).not.toBe(plain);
      expect(await edge(board.chip(ASHA, 4))).toBe(plain);
      await board.saved();
      await keys.to(board.chip(BEN, "undecided"), 10);
      expect(await edge(board.chip(BEN, "undecided"))).toContain("outline solid 3px");
      await lookAt(page);
    });
  });
});

test.describe("with a thumb on 360 pixels", () => {
  test.use({ viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });

  test("everything is large enough", async ({ world, enter, page, site }) => {
    const paths = pagesOf(await three(world));
    const phone = await enter(site.admin);
    const look = async (one: Page, name: string, path: string) => {
      await open(one, path);
      const all = await targets(one);
      expect(all.length, name).toBeGreaterThan(0);
      const small = all.filter(({ name, across, along }) => Math.min(across, along) < (/^(chip|button) /.test(name) ? 44 : 24));
      expect.soft(small, `${name}: too small for a thumb`).toEqual([]);
    };
    await look(page, "sign-in", "/sign-in");
    for (const [name, path] of Object.entries(paths)) await look(phone, name, path);
  });
});
