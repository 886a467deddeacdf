//! What the form of an event offers, and to whom.

use axum::http::StatusCode;
use ticket_pool::{
    domain::event::EventForm,
    server::services::{event, season},
};

use super::{GENERAL, carla, in_season};
use crate::{
    harness::{Town, event_form},
    overview::texts,
};

/// The seasons that a page's form offers, and the one that is chosen at first.
async fn offered(town: &Town, who: &ticket_pool::server::auth::Actor, path: &str) -> (Vec<String>, String) {
    let page = town.browser_of(who).await.get(path).await;
    let all = texts(&page, "select[name=season] option");
    let chosen = texts(&page, "select[name=season] option[selected]");
    let first = chosen.first().or(all.first()).cloned().unwrap_or_default();
    (all, first)
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|&name| name.to_owned()).collect()
}

both! {
    async fn the_form_offers_only_seasons_that_are_theirs(town: Town) {
        let carla = carla(&town).await;
        let cup = event::create(&town.site, &town.olga, &EventForm { new_season: "Cup".into(), ..event_form("Final") }).await.unwrap();
        let new = "/events/new";
        assert_eq!(offered(&town, &carla, new).await, (names(&["No season"]), "No season".into()));
        assert_eq!(offered(&town, &town.otto, new).await, (names(&["General", "No season"]), "General".into()));
        assert_eq!(offered(&town, &town.olga, new).await, (names(&["General", "Cup", "No season"]), "General".into()));
        assert_eq!(offered(&town, &town.dana, new).await, (names(&["General", "Cup", "No season"]), "General".into()));
        // Like one of a season that is not theirs.
        let like = format!("/events/new?like={cup}");
        assert_eq!(offered(&town, &town.olga, &like).await.1, "Cup");
        assert_eq!(offered(&town, &town.otto, &like).await, (names(&["General", "No season"]), "General".into()));
        assert_eq!(offered(&town, &carla, &like).await, (names(&["No season"]), "No season".into()));
        // One of a season that is not theirs stays where it is.
        event::add_organizer(&town.site, &town.olga, cup, &carla.person.to_string()).await.unwrap();
        let edit = format!("/events/{cup}/edit");
        assert_eq!(offered(&town, &carla, &edit).await, (names(&["Cup"]), "Cup".into()));
        assert_eq!(offered(&town, &town.olga, &edit).await, (names(&["General", "Cup", "No season"]), "Cup".into()));
    }

    async fn whoever_makes_a_season_keeps_it(town: Town) {
        let carla = carla(&town).await;
        let form = EventForm { new_season: "Carla’s Cup".into(), ..in_season("none") };
        let number = event::create(&town.site, &carla, &form).await.unwrap();
        let cup = town.event(number).await.season().unwrap();
        assert_ne!(cup, GENERAL);
        let again = event::create(&town.site, &carla, &in_season(&cup.to_string())).await.unwrap();
        assert_eq!(town.event(again).await.season(), Some(cup));
        let kept = season::list(&town.site, &carla).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!((kept[0].season.name.as_str(), kept[0].stewards[0].person), ("Carla’s Cup", carla.person));
        assert_eq!(town.count("audit_log", "action = 'season.create'").await, 1);
    }

    async fn members_keep_seasons_where_everyone_creates_events(town: Town) {
        let everyone = town.with_settings(&[("WHO_CREATES", "everyone")]);
        let form = EventForm { new_season: "Walks".into(), ..event_form("Sunday walk") };
        event::create(&everyone.site, &town.asha, &form).await.unwrap();
        assert!(season::list(&everyone.site, &town.asha).await.is_ok());
        assert!(season::list(&town.site, &town.asha).await.is_err(), "but no longer where they do not");
    }

    async fn the_page_of_seasons_is_linked_for_whom_it_is(town: Town) {
        let carla = carla(&town).await;
        for (who, status) in [
            (&town.otto, StatusCode::OK),
            (&town.dana, StatusCode::OK),
            (&carla, StatusCode::FORBIDDEN),
            (&town.asha, StatusCode::FORBIDDEN),
        ] {
            let mut browser = town.browser_of(who).await;
            assert_eq!(browser.get("/seasons").await.status, status, "{}", who.name);
            let links = browser.get("/events/new").await.count("a[href='/seasons']");
            assert_eq!(links, usize::from(status == StatusCode::OK), "{}", who.name);
        }
    }

    async fn pages_say_that_there_is_no_season(town: Town) {
        let carla = carla(&town).await;
        let number = event::create(&town.site, &carla, &in_season("none")).await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        assert!(asha.get(&format!("/events/{number}/request")).await.text().contains("This event is in no season: it doesn’t count for others"));
        assert!(asha.get("/events.csv").await.body.contains(",No season,"));
        town.ask(number, &town.asha, &[4]).await.unwrap();
        event::close(&town.site, &carla, number).await.unwrap();
        let board = town.browser_of(&carla).await.get(&format!("/events/{number}/allocate")).await.text();
        assert!(board.contains("No season") && !board.contains("First request this season"), "{board}");
    }
}
