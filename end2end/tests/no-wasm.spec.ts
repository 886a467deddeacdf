import { awake, expect, scripted, test } from "../fixtures";

const PLAIN = ["/", "/events", "/events/new", "/account", "/admin/people", "/admin/mail", "/admin/audit", "/admin/settings", "/sign-in", "/events/1"];
const WITH_ISLAND = ["/events/1/request", "/events/2/allocate"];

test("the wasm comes where an island is, and nowhere else", async ({ world, enter, site }) => {
  const asha = await world.person("Asha Rao");
  await world.event("Rovers v United", 4);
  await world.closed("City v Rovers", 4, [[asha, [2]]]);
  const page = await enter(site.admin);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const wasmAt = async (path: string) => {
    asked.length = 0;
    await page.goto(path);
    return asked.filter((one) => /\.wasm$|\/ticket-pool\.[^/]*js$|boot\.[^/]*js$/.test(one));
  };
  for (const path of PLAIN) expect(await wasmAt(path), path).toEqual([]);
  for (const path of WITH_ISLAND) {
    const files = await wasmAt(path);
    await awake(page);
    // With scripts off even there nothing is fetched, and the page works: other tests see to that.
    expect(files.length > 0, `${path}: ${files}`).toBe(scripted());
  }
  if (scripted()) expect(asked.filter((one) => one.endsWith(".wasm"))).toHaveLength(1);
});
