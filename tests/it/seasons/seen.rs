//! Who sees what of a season.

use axum::http::StatusCode;
use ticket_pool::{
    domain::{event::EventForm, person::Role},
    server::services::event,
};

use super::{carla, made_up::make_up};
use crate::{
    harness::{Town, event_form},
    overview::texts,
};

async fn names_seen(town: &Town, who: &ticket_pool::server::auth::Actor) -> bool {
    let mut browser = town.browser_of(who).await;
    let page = browser.get("/seasons/1").await;
    assert_eq!(page.status, StatusCode::OK, "{}", who.name);
    let file = browser.get("/seasons/1/people.csv").await;
    let named = page.body.contains("Made 1");
    assert_eq!(file.status == StatusCode::OK, named, "{}: the file is for whom the names are", who.name);
    if !named {
        assert_eq!(file.location(), "/problem/forbidden", "{}", who.name);
        assert!(!file.body.contains("Made 1"));
    }
    named
}

both! {
    async fn names_are_for_who_keeps_the_season_or_runs_an_event_in_it(town: Town) {
        make_up(&town, 20, 4, 1).await;
        let carla = carla(&town).await;
        // Otto and Olga keep it, Dana keeps all.
        for (who, sees) in
            [(&town.dana, true), (&town.otto, true), (&town.olga, true), (&carla, false), (&town.asha, false)]
        {
            assert_eq!(names_seen(&town, who).await, sees, "{}", who.name);
        }
        // Who runs an event in no season sees none of them; who runs one in it does, along with others, too.
        let own = event::create(&town.site, &carla, &EventForm { season: "none".into(), ..event_form("Alone") }).await.unwrap();
        assert!(!names_seen(&town, &carla).await);
        let along = town.match_day().await;
        event::add_organizer(&town.site, &town.otto, along, &carla.email.clone()).await.unwrap();
        assert!(names_seen(&town, &carla).await);
        // Not of one that is canceled, in the trash, or in another season.
        event::cancel(&town.site, &town.otto, along).await.unwrap();
        assert!(!names_seen(&town, &carla).await);
        event::uncancel(&town.site, &town.otto, along).await.unwrap();
        assert!(names_seen(&town, &carla).await);
        event::delete(&town.site, &town.dana, along).await.unwrap();
        assert!(!names_seen(&town, &carla).await);
        event::delete(&town.site, &town.dana, own).await.unwrap();
    }

    async fn whoever_may_run_nothing_anymore_sees_no_names(town: Town) {
        make_up(&town, 20, 4, 1).await;
        assert!(names_seen(&town, &town.otto).await);
        town.change(&town.otto, Role::Member, true).await;
        assert!(!names_seen(&town, &town.actor("Otto").await).await);
    }

    async fn asha_sees_herself_among_nameless_dots(town: Town) {
        make_up(&town, 20, 4, 1).await;
        let finalized = town.finalized_match().await;
        let page = town.browser_of(&town.asha).await.get("/seasons/1").await;
        assert!(texts(&page, "section[aria-labelledby=own] b")[0].starts_with("You asked once and got tickets once."));
        assert_eq!(texts(&page, "section[aria-labelledby=own] tbody td"), ["Sun Dec 6", "4", "2"]);
        assert!(page.body.contains(&format!("href=\"/events/{finalized}\"")));
        assert_eq!(page.count("path.you"), 1);
        assert!(!page.body.contains("Bram") && !page.body.contains("Made "), "nobody is named");
        // Bram's dot has no name either, and no number of his.
        assert_eq!(page.count("table.matrix"), 0);
    }

    async fn of_few_people_others_are_not_shown(town: Town) {
        town.finalized_match().await;
        let asha = town.browser_of(&town.asha).await.get("/seasons/1").await;
        assert_eq!(texts(&asha, "main > p.lead"), ["With so few people, you see only your own numbers here."]);
        assert_eq!(texts(&asha, "main h2"), ["You"]);
        assert_eq!(texts(&asha, "section[aria-labelledby=own] tbody td"), ["Sun Dec 6", "4", "2"]);
        let otto = town.browser_of(&town.otto).await.get("/seasons/1").await;
        assert!(otto.body.contains("Bram") && otto.count("table.matrix") == 1);
    }

    async fn who_is_furthest_behind_is_one_tap_from_the_event_and_its_board(town: Town) {
        let event = town.closed_match().await;
        // Members see no names there, so none are promised.
        for (who, says) in [(&town.otto, "Season: who is furthest behind"), (&town.asha, "How the season stands")] {
            let page = town.browser_of(who).await.get(&format!("/events/{event}")).await;
            assert_eq!(texts(&page, "a[href='/seasons/1']"), [says], "{}", who.name);
        }
        let board = town.browser_of(&town.otto).await.get(&format!("/events/{event}/allocate")).await;
        assert_eq!(texts(&board, "a[href='/seasons/1']"), ["Season: who is furthest behind"]);
        let alone = event::create(&town.site, &town.otto, &EventForm { season: "none".into(), ..event_form("Alone") }).await.unwrap();
        assert!(!town.browser_of(&town.otto).await.get(&format!("/events/{alone}")).await.body.contains("/seasons/"));
        let list = town.browser_of(&town.otto).await.get("/seasons").await;
        assert_eq!(texts(&list, "h2 a[href='/seasons/1']"), ["General"]);
    }

    async fn nobody_looks_at_a_season_from_outside(town: Town) {
        for path in ["/seasons/1", "/seasons/1/people.csv"] {
            let answer = town.browser().get(path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert!(answer.location().starts_with("/sign-in"), "{path}: {}", answer.location());
        }
        let mut dana = town.browser_of(&town.dana).await;
        assert_eq!(dana.get("/seasons/2").await.status, StatusCode::NOT_FOUND);
        assert_eq!(dana.get("/seasons/2/people.csv").await.location(), "/problem/not-found");
    }
}
