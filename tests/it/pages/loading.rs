//! What a page loads: the wasm only where there is an island.

use crate::site_map::{found, places, visitors};

both! {
    async fn only_pages_with_an_island_load_the_wasm(town: Town) {
        let numbers = found(&town).await;
        let mut seen = [0; 2];
        for (name, _, mut browser) in visitors(&town).await {
            for place in places(numbers).into_iter().filter(|place| place.is_for.admits(name)) {
                let page = browser.get(&place.path).await;
                let at = format!("{name} at {}", place.path);
                assert_eq!(page.count("leptos-island") > 0, place.island, "{at}");
                assert_eq!(page.count("script[data-wasm]"), usize::from(place.island), "{at}");
                assert_eq!(page.body.contains(".wasm"), place.island, "{at}");
                seen[usize::from(place.island)] += 1;
            }
        }
        assert!(seen[0] > 50 && seen[1] > 5, "{seen:?}");
    }

    async fn every_form_is_a_real_form(town: Town) {
        let numbers = found(&town).await;
        let mut forms = 0;
        for (name, _, mut browser) in visitors(&town).await {
            for place in places(numbers).into_iter().filter(|place| place.is_for.admits(name)) {
                let page = browser.get(&place.path).await;
                let all = page.count("form");
                let posts = page.count("form[method=post][action^='/api/']");
                let searches = page.count("form[method=get][action^='/']");
                let closes = page.count("dialog > form[method=dialog]");
                assert_eq!(all, posts + searches + closes, "{name} at {}", place.path);
                assert_eq!(page.count("[style], [onclick], script:not([src])"), 0, "{name} at {}", place.path);
                forms += all;
            }
        }
        assert!(forms > 50, "{forms}");
    }
}
