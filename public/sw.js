// Says in our own words that there is no connection. It keeps one page and what that page is drawn with, nothing of
// anybody's: pages come from the server or not at all. Named in public/forms.js with the styles of this version and the
// language of the page, so that a new version is fetched anew, and so is another language.
const KEPT = `offline${location.search}`;
const LANGUAGE = new URLSearchParams(location.search).get("language") ?? "en";
const OFFLINE = "/offline";

async function keep() {
  const cache = await caches.open(KEPT);
  // Without cookies: the page as anybody sees it who reads this language.
  const page = await fetch(OFFLINE, { credentials: "omit", cache: "reload", headers: { "accept-language": LANGUAGE } });
  if (!page.ok) throw new Error(`the offline page answers ${page.status}`);
  const styles = (await page.clone().text()).match(/\/pkg\/[^"]+\.css/);
  await cache.addAll([...(styles ?? []), "/icons.svg", "/favicon.svg"]);
  await cache.put(OFFLINE, page);
  return self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  return self.clients.claim();
}

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error();
  }
}

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (["style", "image"].includes(request.destination)) {
    event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
  }
});
