//! Events whose owner is deactivated ask for a new one.

use ticket_pool::{domain::person::Role, server::services::event};

use super::{attributes, texts};

both! {
    async fn the_events_of_someone_deactivated_are_named_and_ask_for_a_new_owner(town: Town) {
        let (left, canceled) = (town.match_day().await, town.match_day().await);
        event::cancel(&town.site, &town.otto, canceled).await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let page = format!("/admin/people/{}", town.otto.person);
        for path in ["/admin/people", &page] {
            assert!(!dana.get(path).await.text().contains("new owner"), "{path}: Otto can run it");
        }
        town.change(&town.otto, Role::Organizer, false).await;
        let people = dana.get("/admin/people").await;
        assert_eq!(texts(&people, "section[aria-labelledby=ownerless] li .who"), ["Rovers v United, owned by Otto"]);
        let way = [format!("/events/{left}/organizers")];
        assert_eq!(attributes(&people, "section[aria-labelledby=ownerless] a.button", "href"), way);
        let otto = dana.get(&page).await;
        assert!(otto.text().contains("Otto is deactivated but still owns these events."), "{}", otto.text());
        assert_eq!(attributes(&otto, "ul.devices a.button", "href"), way, "what was canceled asks for nothing");
        town.force(&format!("UPDATE events SET owner_id = {} WHERE id = {left}", town.dana.person)).await.unwrap();
        assert!(!dana.get("/admin/people").await.text().contains("new owner"));
    }
}
