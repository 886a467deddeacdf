//! What an organizer could do unseen.

use ticket_pool::{
    domain::typed::Problem,
    error::Refusal,
    server::services::{
        allocation::{self, Finalizing, Telling},
        draw, event, request,
    },
};

use crate::harness::{event_form, finalizing, refusal, wish};

/// A time that is more than ten years ahead, whatever field it stands in.
fn too_far(field: &str, seen: &str, latest: &str) -> Refusal {
    Refusal::field(field, Problem::TooFarAhead { seen: seen.into(), latest: latest.into() })
}

both! {
    /// A winner is taken out after the draw, and the page says they withdrew.
    async fn who_removes_a_winner_says_why_and_the_winner_hears_it(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.post().await;
        let asha = town.asha.person;
        for nothing in ["", "  ", "\t"] {
            let silent = request::withdraw(&town.site, &town.otto, number, asha, nothing).await;
            assert_eq!(refusal(silent), Refusal::field("reason", Problem::Missing));
        }
        assert_eq!(town.request(number, &town.asha).await.withdrawn_at, None);

        request::withdraw(&town.site, &town.otto, number, asha, "Asked under two names.").await.unwrap();
        let [letter] = &town.post().await[..] else { panic!("one letter") };
        assert_eq!((letter.to_name.as_str(), letter.subject.as_str()), ("Asha", "Your request was removed: Rovers v United"));
        for said in ["Otto removed your request for 4, or 2.", "You had been given 2 tickets.", "Asked under two names."] {
            assert!(letter.text.contains(said), "{said}: {}", letter.text);
        }
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await.text();
        assert!(page.contains("Otto removed your request for 4, or 2") && page.contains("Asked under two names."), "{page}");
        assert!(!page.contains("You didn’t request"), "{page}");
    }

    async fn a_place_that_was_removed_is_not_said_to_have_withdrawn(town: Town) {
        let number = town.closed_match().await;
        town.draw(number, ::allocation::Rule::LOTTERY, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "Asked under two names.").await.unwrap();
        town.finalize(number, Telling::All).await.unwrap();
        let page = town.browser_of(&town.bram).await.get(&format!("/events/{number}/draw")).await.body;
        assert!(page.contains("Removed by the organizer after the draw") && page.contains("Asked under two names."), "{page}");
        assert!(!page.contains("Withdrew after the draw"), "{page}");
        let record = draw::record(&town.site, &town.bram, number, 1).await.unwrap();
        assert!(record.contains(r#""removed":"Asked under two names.""#), "{record}");
    }

    /// Told 2, reopened, set to 0, finalized with "nobody".
    async fn who_was_told_a_number_hears_of_another_whatever_the_organizer_chooses(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(0))]).await.unwrap();
        town.post().await;
        let version = town.event(number).await.board_version.to_string();
        let silent = Finalizing { version: &version, telling: Telling::Nobody, ..Finalizing::default() };
        let done = allocation::finalize(&town.site, &town.otto, number, silent).await;
        assert_eq!(refusal(done), Refusal::field("why", Problem::Missing));

        let how = Finalizing { telling: Telling::Nobody, why: "Four tickets went back.", ..finalizing(&version) };
        assert_eq!(allocation::finalize(&town.site, &town.otto, number, how).await.unwrap(), 1, "Bram keeps his three");
        let [letter] = &town.post().await[..] else { panic!("one letter") };
        assert_eq!(letter.to_name, "Asha");
        assert!(letter.text.contains("Otto changed it. Reason: Four tickets went back."), "{}", letter.text);
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await.body;
        assert!(page.contains("changed from 2 to 0") && page.contains("Otto changed it. Reason: Four tickets went back."), "{page}");
        assert!(page.contains("You no longer have tickets for this event.") && !page.contains("No tickets this time"), "{page}");
    }

    async fn the_time_of_a_request_moves_by_its_person_only(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        let first = town.request(number, &town.asha).await.since;
        town.wait(chrono::TimeDelta::minutes(5));
        for (tiers, version) in [(&[4, 2][..], 1), (&[2], 2), (&[4, 2], 3)] {
            request::save(&town.site, &town.otto, number, town.asha.person, &wish(tiers, version)).await.unwrap();
            assert_eq!(town.request(number, &town.asha).await.since, first, "{tiers:?}");
        }
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "By mistake.").await.unwrap();
        request::restore(&town.site, &town.otto, number, town.asha.person).await.unwrap();
        assert_eq!(town.request(number, &town.asha).await.since, first);
        town.ask(number, &town.asha, &[4, 3, 2]).await.unwrap();
        assert_eq!(town.request(number, &town.asha).await.since, town.now(), "her own change moves it");
    }

    /// A start in 9999 west of Greenwich is a year of five digits in UTC, which sorts before all others as text.
    async fn an_event_begins_within_ten_years(town: Town) {
        for (starts, zone) in [("9999-12-31T23:00", "America/Los_Angeles"), ("2036-11-23T12:00", "Europe/London"), ("2099-01-01T12:00", "UTC")] {
            let form = event_form("Ghost");
            let ghost = ticket_pool::domain::event::EventForm { starts: starts.into(), zone: zone.into(), closes: String::new(), ..form };
            let done = event::create(&town.site, &town.otto, &ghost).await;
            assert_eq!(refusal(done), too_far("starts", starts, "2036-11-22"), "{starts}");
        }
        let number = town.match_day_like("2036-11-20T12:00", "2036-11-19T12:00").await;
        let form = ticket_pool::domain::event::EventForm { starts: "2037-11-20T12:00".into(), closes: String::new(), version: "0".into(), ..event_form("Ghost") };
        assert_eq!(refusal(event::edit(&town.site, &town.otto, number, &form).await), too_far("starts", "2037-11-20T12:00", "2036-11-22"));
        for ghost in ["+10000-01-01 07:00:00+00:00", "10000-01-01 07:00:00+00"] {
            assert!(town.force(&format!("UPDATE events SET starts_at = '{ghost}'")).await.is_err(), "{ghost}");
        }
    }
}
