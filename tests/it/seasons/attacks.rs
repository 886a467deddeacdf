//! How an organizer could move other people's chances, and what comes of it now.

use ::allocation::{Fill, Order, Rule};
use ticket_pool::{
    domain::{event::EventForm, ids::EventId, typed::Problem},
    error::Refusal,
    server::{
        auth::Actor,
        services::{allocation::Telling, event, request},
    },
};

use super::{GENERAL, carla, finish, in_season, remembered};
use crate::harness::{Town, event_form, refusal, wish};

/// An event of someone's for which they ask in the name of Asha, their friend, and of Bram, who is to lose by it. Bram gets
/// all there is.
async fn sham(town: &Town, by: &Actor, number: EventId, telling: Telling) {
    request::save(&town.site, by, number, town.asha.person, &wish(&[1], 0)).await.unwrap();
    request::save(&town.site, by, number, town.bram.person, &wish(&[10, 5], 0)).await.unwrap();
    finish(town, by, number, &[(&town.asha, 0), (&town.bram, 5)], telling).await;
}

/// What the next draw of the season takes for someone.
async fn frozen(town: &Town) -> [(u8, i64); 2] {
    let number = town.closed_match().await;
    let mut both = [(0, 0); 2];
    for (place, who) in [&town.asha, &town.bram].into_iter().enumerate() {
        let (slips, balance) = town.request(number, who).await.frozen.unwrap();
        both[place] = (slips.get(), balance.get());
    }
    both
}

both! {
    async fn sham_events_of_who_keeps_no_season_move_nobody(town: Town) {
        let carla = carla(&town).await;
        let refused = event::create(&town.site, &carla, &in_season("1")).await;
        assert_eq!(refusal(refused), Refusal::field("season", Problem::NotYourSeason));
        assert_eq!(town.count("events", "1 = 1").await, 0);
        for season in ["", "none", ""] {
            let number = event::create(&town.site, &carla, &in_season(season)).await.unwrap();
            assert_eq!(town.event(number).await.season(), None);
            sham(&town, &carla, number, Telling::Nobody).await;
        }
        assert_eq!(frozen(&town).await, [(1, 0), (1, 0)]);
    }

    async fn sham_events_in_no_season_move_nobody_even_if_they_are_told_and_asked_themselves(town: Town) {
        let carla = carla(&town).await;
        for _ in 0..3 {
            let number = event::create(&town.site, &carla, &in_season("none")).await.unwrap();
            town.ask(number, &town.asha, &[1]).await.unwrap();
            town.ask(number, &town.bram, &[10, 5]).await.unwrap();
            finish(&town, &carla, number, &[(&town.asha, 0), (&town.bram, 5)], Telling::All).await;
        }
        assert_eq!(frozen(&town).await, [(1, 0), (1, 0)]);
        let page = town.browser_of(&town.asha).await.get("/events").await.text();
        assert!(page.contains("No results yet. Only requests you made yourself count, once you’ve been told the result."), "{page}");
    }

    async fn requests_that_others_typed_in_move_nobody(town: Town) {
        for _ in 0..3 {
            let number = event::create(&town.site, &town.otto, &in_season("1")).await.unwrap();
            sham(&town, &town.otto, number, Telling::All).await;
        }
        assert_eq!(frozen(&town).await, [(1, 0), (1, 0)]);
        // Nor do they make tickets scarce for who asked: five, and Asha wants four of them.
        let number = event::create(&town.site, &town.otto, &in_season("1")).await.unwrap();
        town.ask(number, &town.asha, &[4]).await.unwrap();
        request::save(&town.site, &town.otto, number, town.bram.person, &wish(&[10, 5], 0)).await.unwrap();
        finish(&town, &town.otto, number, &[(&town.asha, 0), (&town.bram, 5)], Telling::All).await;
        assert_eq!(frozen(&town).await, [(1, 0), (1, 0)]);
    }

    async fn who_was_not_told_is_not_moved(town: Town) {
        for _ in 0..3 {
            let number = town.closed_match().await;
            town.give(number, &[(&town.asha, Some(0)), (&town.bram, Some(3))]).await.unwrap();
            town.finalize(number, Telling::Nobody).await.unwrap();
        }
        assert_eq!(frozen(&town).await, [(1, 0), (1, 0)]);
        // And everyone is, once they are told.
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(0)), (&town.bram, Some(3))]).await.unwrap();
        town.finalize(number, Telling::All).await.unwrap();
        assert_eq!(frozen(&town).await, [(2, 1_500), (1, -1_500)]);
    }

    async fn that_a_loss_counts_is_said_only_where_it_does(town: Town) {
        let carla = carla(&town).await;
        let rule = Rule { order: Order::Balance, fill: Fill::Straight };
        for (season, telling, says) in [("1", Telling::All, true), ("1", Telling::Nobody, false), ("none", Telling::All, false)] {
            let number = event::create(&town.site, &town.otto, &in_season(season)).await.unwrap();
            town.ask(number, &town.asha, &[4]).await.unwrap();
            town.ask(number, &town.bram, &[3]).await.unwrap();
            // Not one who asked: it changes nothing.
            request::save(&town.site, &town.otto, number, carla.person, &wish(&[9], 0)).await.unwrap();
            town.close(number).await;
            town.draw(number, rule, "").await.unwrap();
            town.put_draw(number).await.unwrap();
            town.finalize(number, telling).await.unwrap();
            let loser = if town.request(number, &town.asha).await.allocated == Some(0) { &town.asha } else { &town.bram };
            assert_eq!(town.request(number, loser).await.allocated, Some(0));
            for who in [loser, &carla] {
                let page = town.browser_of(who).await.get(&format!("/events/{number}/draw")).await.text();
                let said = page.contains("You missed out this time, so you’ll be ahead in this season’s next draw.");
                assert_eq!(said, says && who == loser, "{season} {telling:?} {}", who.name);
            }
        }
    }

    async fn an_event_is_moved_into_a_season_only_by_who_keeps_it(town: Town) {
        let carla = carla(&town).await;
        let number = event::create(&town.site, &carla, &event_form("Sham")).await.unwrap();
        town.ask(number, &town.asha, &[4]).await.unwrap();
        let mut form = in_season("1");
        form.version = town.event(number).await.version.to_string();
        let moved = event::edit(&town.site, &carla, number, &form).await;
        assert_eq!(refusal(moved), Refusal::field("season", Problem::NotYourSeason));
        let named = EventForm { season: String::new(), new_season: "General".into(), ..form.clone() };
        let named = event::edit(&town.site, &carla, number, &named).await;
        assert_eq!(refusal(named), Refusal::field("new_season", Problem::NotYourSeason));
        assert_eq!(town.event(number).await.season(), None);

        event::add_organizer(&town.site, &carla, number, &town.otto.person.to_string()).await.unwrap();
        town.post().await;
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        assert_eq!(town.event(number).await.season(), Some(GENERAL));
        let [letter] = &town.post().await[..] else { panic!("one letter") };
        assert!(letter.text.contains("It counts in the season “General” now; it counted in none."), "{}", letter.text);
        let noted = town.rows("SELECT details FROM audit_log WHERE action = 'event.edit' ORDER BY id DESC LIMIT 1").await;
        assert!(noted[0]["details"].to_string().contains("season"), "{noted:?}");
    }

    async fn an_event_is_taken_out_of_a_season_only_by_who_keeps_it(town: Town) {
        let carla = carla(&town).await;
        let number = town.match_day().await;
        event::add_organizer(&town.site, &town.otto, number, &carla.person.to_string()).await.unwrap();
        let mut form = in_season("none");
        form.version = town.event(number).await.version.to_string();
        let out = event::edit(&town.site, &carla, number, &form).await;
        assert_eq!(refusal(out), Refusal::field("season", Problem::NotYourSeason));
        form.new_season = "Carla's own".into();
        let out = event::edit(&town.site, &carla, number, &form).await;
        assert_eq!(refusal(out), Refusal::field("new_season", Problem::NotYourSeason));
        assert_eq!((town.event(number).await.season(), town.count("pools", "1 = 1").await), (Some(GENERAL), 1));
        // All the rest is hers to change.
        for stays in ["1", ""] {
            let version = town.event(number).await.version.to_string();
            let form = EventForm { season: stays.into(), new_season: String::new(), version, ..form.clone() };
            event::edit(&town.site, &carla, number, &form).await.unwrap();
            assert_eq!(town.event(number).await.season(), Some(GENERAL));
        }
    }

    async fn an_event_of_a_season_is_reopened_only_by_who_keeps_it(town: Town) {
        let carla = carla(&town).await;
        let number = town.finalized_match().await;
        event::add_organizer(&town.site, &town.otto, number, &carla.person.to_string()).await.unwrap();
        assert_eq!(refusal(event::reopen(&town.site, &carla, number).await), Refusal::Forbidden);
        let before = remembered(&town, GENERAL, &town.asha).await;
        assert_ne!(before, (1, 0));
        let reopen = "Reopen event";
        let page = async |who| town.browser_of(who).await.get(&format!("/events/{number}")).await.text();
        assert!(!page(&carla).await.contains(reopen) && page(&carla).await.contains("Only this season’s stewards and admins can reopen"));
        assert!(page(&town.otto).await.contains(reopen) && page(&town.dana).await.contains(reopen));

        // Nor by canceling it and taking that back.
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(refusal(event::uncancel(&town.site, &carla, number).await), Refusal::Forbidden);
        assert!(!page(&carla).await.contains("Restore event"));
        event::uncancel(&town.site, &town.otto, number).await.unwrap();

        // One that is in no season is reopened by who runs it.
        let number = event::create(&town.site, &carla, &in_season("none")).await.unwrap();
        town.ask(number, &town.asha, &[4]).await.unwrap();
        finish(&town, &carla, number, &[(&town.asha, 4)], Telling::All).await;
        event::reopen(&town.site, &carla, number).await.unwrap();
    }
}
