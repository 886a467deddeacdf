import type { Page } from "@playwright/test";
import { awake, expect, test } from "../fixtures";
import { World, type Person } from "../fixtures/world";

/** Breaks out of a title, a field, an attribute and plain text, and then runs; with a word before it as long as a name may be. */
const HOSTILE = `</title></textarea><script>window.pwned=1</script><img src=x onerror="window.pwned=2">"'&lt;\u202e🎟`;
/** The same for the name of a season, which stands in a list to choose from. */
const POOL = "Pool</option></select><script>window.pwned=3</script>\u202e🎟";

/** What someone types into this field: known again by its first letters. */
function typed(field: string): string {
  const text = field + HOSTILE;
  // What is compared letter by letter with what was announced is plain ASCII.
  return ["Public", "Input"].includes(field) ? text.replace(/[^ -~]/g, "") : text;
}

/** What is left of a text to be seen: the mark that turns the direction is taken out of names and reasons. */
function seen(text: string): string {
  return text.replaceAll("\u202e", "");
}

const FIELDS = ["Asha", "Bram", "Otto", "Event", "Notes", "Public", "Input", "Again", "Reason", "Note", "Line"];

type Role = "member" | "organizer" | "admin";

/** Where each role comes, `#` for numbers, and the fields whose text it reads there. */
const MEMBER = ["/", "/account", "/events", "/events/#", "/events/#/draw", "/events/#/request"];
const ORGANIZER = [
  ...["/events/new", "/events/#/edit", "/events/#/organizers", "/events/#/request-for", "/events/#/request-for/#"],
  ...["/events/#/allocate", "/events/#/allocate/draw", "/events/#/review", "/events/#/results"],
];
const ADMIN = [
  ...["/admin/audit", "/admin/bin", "/admin/events", "/admin/mail", "/admin/people", "/admin/people/#"],
  ...["/admin/people/new", "/admin/settings"],
];
// The line for those who get tickets is shown to them alone.
const RUNNING = [...FIELDS.filter((field) => field !== "Line").map(typed), POOL];
const SEES: Record<Role, { routes: string[]; texts: string[] }> = {
  member: { routes: MEMBER, texts: FIELDS.map(typed) },
  organizer: { routes: [...MEMBER, ...ORGANIZER], texts: RUNNING },
  admin: { routes: [...MEMBER, ...ORGANIZER, ...ADMIN], texts: RUNNING },
};

/** Those of Otto's events that a test names, and Asha. */
interface Scene {
  open: number;
  closed: number;
  ready: number;
  asha: Person;
}

async function asked(otto: World, people: Person[]): Promise<number> {
  const shown = { shows_before: "names", shows_after: "names" };
  const texts = { notes: typed("Notes"), new_season: POOL, randomness: "typed", public_input_name: typed("Public") };
  const event = await otto.event(typed("Event"), 6, { ...shown, ...texts });
  for (const person of people) await otto.ask(event, person, [2, 1], typed("Note"));
  return event;
}

async function closed(otto: World, people: Person[]): Promise<number> {
  const event = await asked(otto, people);
  await otto.move(event, "close");
  return event;
}

/** Bram by hand, Asha by the second of two draws. */
async function decided(otto: World, [asha, bram]: Person[]): Promise<number> {
  const event = await closed(otto, [asha, bram]);
  await otto.decide(event, bram, 3, typed("Reason"));
  await otto.draw(event, typed("Input"));
  await otto.draw(event, typed("Input"), typed("Again"));
  await otto.putDraw(event);
  return event;
}

/** Events of Otto's, one in each state; Asha and Bram have asked for all. */
async function build(admin: World, otto: World, people: Person[]): Promise<Scene> {
  const [open, cancelled, binned] = [await asked(otto, people), await asked(otto, people), await asked(otto, people)];
  await otto.move(cancelled, "cancel");
  await admin.move(binned, "delete");
  const [ready, finalized] = [await decided(otto, people), await decided(otto, people)];
  await otto.finalize(finalized, typed("Line"));
  return { open, closed: await closed(otto, people), ready, asha: people[0] };
}

interface Found {
  faults: string[];
  text: string;
  links: string[];
}

/** Whether anything that was typed became part of the page, what stands there, and where it leads. */
async function inspect(page: Page): Promise<Found> {
  if ((await page.locator("script[data-wasm]").count()) > 0) await awake(page);
  return page.evaluate(() => {
    const faults: string[] = [];
    if ("pwned" in window) faults.push("what was typed ran");
    for (const script of document.scripts) {
      if (!script.src) faults.push(`a script in the page: ${script.text.slice(0, 80)}`);
    }
    for (const alien of document.querySelectorAll("img, iframe, object, embed, base, meta[http-equiv]")) {
      faults.push(`no element of ours: ${alien.outerHTML.slice(0, 80)}`);
    }
    for (const element of document.querySelectorAll("*")) {
      const handlers = element.getAttributeNames().filter((name) => name.startsWith("on"));
      faults.push(...handlers.map((name) => `${name} at ${element.outerHTML.slice(0, 80)}`));
    }
    const fields = [...document.querySelectorAll("input")].map((field) => field.value);
    const text = [document.querySelector("main")?.textContent ?? "", ...fields].join("\n");
    const links = [...document.links].filter((link) => link.origin === location.origin && !link.hasAttribute("download"));
    return { faults, text, links: links.map((link) => link.pathname + link.search) };
  });
}

/** The route of a path. */
function route(path: string): string {
  return path.replace(/\?.*/, "").replace(/\d+/g, "#");
}

/** Follows every link, at most so many pages in all, and so many of each kind. */
async function crawl(page: Page, from: string[], most = 100, alike = 6) {
  const [met, kinds] = [new Set<string>(), new Map<string, number>()];
  const [faults, texts]: string[][] = [[], []];
  const queue: string[] = [];
  const meet = (path: string) => {
    const kind = path.replace(/\d+/g, "#").replace(/=[^&]*/g, "=");
    if (met.has(path) || met.size >= most || (kinds.get(kind) ?? 0) >= alike) return;
    met.add(path);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    queue.push(path);
  };
  from.forEach(meet);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    await page.goto(path);
    const found = await inspect(page);
    faults.push(...found.faults.map((fault) => `${path}: ${fault}`));
    texts.push(found.text);
    found.links.forEach(meet);
  }
  return { faults, text: texts.join("\n"), routes: [...new Set([...met].map(route))] };
}

/** Pages to which no link leads, or only from a page that was just posted. */
function unlinked(role: Role, { open, closed, ready }: Scene): string[] {
  const query = encodeURIComponent(HOSTILE);
  const running = [`/events/${ready}/review`, `/events/${closed}/allocate/draw`, `/events/${open}/allocate`];
  const searches = ["person", "kind", "event", "from", "until"].map((field) => `${field}=${query}`);
  return {
    member: [`/sign-in?next=${query}`],
    organizer: running,
    admin: [...running, `/admin/people?q=${query}`, `/admin/audit?${searches.join("&")}`],
  }[role];
}

/** Forms that are refused, so that a page shows again what was typed. */
async function refused(role: Role, scene: Scene, world: World): Promise<[string, Record<string, string>][]> {
  const { open, closed, ready } = scene;
  if (role === "member") {
    return [
      ["request/save", { event: String(open), note: HOSTILE }],
      ["account/rename", { name: HOSTILE.repeat(2) }],
      ["sign-in/ask", { email: HOSTILE, next: HOSTILE }],
    ];
  }
  if (role === "admin") return [["people/add", { name: HOSTILE.repeat(2), email: HOSTILE, role: HOSTILE }]];
  const details = ["name", "starts", "zone", "closes", "tickets", "limit", "notes", "season", "new_season", "randomness", "public_input_name", "known_at"];
  const event = Object.fromEntries([...details, "shows_before", "shows_after"].map((field) => [field, HOSTILE]));
  const { key, version } = await world.row(closed, scene.asha);
  const chosen = { [`amount[${key}]`]: "other", [`other[${key}]`]: HOSTILE, [`reason[${key}]`]: HOSTILE };
  const drawing = { rule: HOSTILE, public_input: HOSTILE.repeat(20), reason: HOSTILE };
  return [
    ["event/create", event],
    // Times are looked at only in a zone that there is.
    ["event/create", { ...event, zone: "Europe/London" }],
    ["event/organizers/add", { event: String(open), person: HOSTILE }],
    ["allocation/save", { event: String(closed), version, ...chosen }],
    ["draw/make", { event: String(closed), version, ...drawing }],
    ["allocation/finalize", { event: String(ready), version: "0", line: HOSTILE }],
  ];
}

for (const role of ["member", "organizer", "admin"] as const) {
  test(`nothing that people typed runs on any page: ${role}`, async ({ world, enter, site, domain, watch }) => {
    test.setTimeout(240_000);
    // Browsers say so of numbers and times that cannot be any, and leave the field empty.
    watch.tolerate(/^console: The specified value /);
    const people = [await world.person(typed("Asha"), "member", "asha"), await world.person(typed("Bram"), "member", "bram")];
    const otto = await world.person(typed("Otto"), "organizer", "otto");
    const desk = await enter(otto.address);
    const scene = await build(world, new World(desk.request, site.url, domain), people);
    const sees = SEES[role];
    const own = { member: people[0].address, organizer: otto.address, admin: site.admin };
    // What a browser calls itself is shown to nobody as it is.
    const page = await enter(own[role], { userAgent: "</b><script>window.pwned=4</script>" });

    await test.step("on the pages that links lead to", async () => {
      const { faults, text, routes } = await crawl(page, ["/", ...unlinked(role, scene)]);
      expect(faults).toEqual([]);
      expect(routes).toEqual(expect.arrayContaining(sees.routes));
      expect(sees.texts.filter((typed) => !seen(text).includes(seen(typed))), "texts that stand nowhere as they were typed").toEqual([]);
    });

    await test.step("on the pages that show a refused form again", async () => {
      const theirs = new World(page.request, site.url, domain);
      for (const [endpoint, form] of await refused(role, scene, theirs)) {
        await page.goto(await theirs.refused(endpoint, form));
        expect((await inspect(page)).faults, endpoint).toEqual([]);
      }
    });

    await test.step("on the page behind a link of the mail", async () => {
      await page.goto(await site.loginLink(people[0].address));
      await expect(page.getByRole("button", { name: "Sign in as" })).toContainText(seen(typed("Asha")));
      expect((await inspect(page)).faults).toEqual([]);
    });
  });
}
