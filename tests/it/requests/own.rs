use chrono::TimeDelta;
use ticket_pool::{
    domain::{ids::EventId, request::RequestForm, typed::Problem},
    error::Refusal,
    server::services::{draw, request},
    words,
};

use crate::harness::{event_form, refusal, wish};

both! {
    async fn who_wants_a_copy_gets_one_that_names_the_commitment_and_nobody_else_does(town: Town) {
        let number = town.match_day().await;
        town.post().await;
        town.ask(number, &town.bram, &[3]).await.unwrap();
        let form = RequestForm { copy: "on".into(), ..wish(&[4, 2], 0) };
        request::save(&town.site, &town.asha, number, town.asha.person, &form).await.unwrap();
        let letters = town.post().await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        assert_eq!((letter.to_address.as_str(), letter.subject.as_str()), ("asha@example.org", "Request received: Rovers v United"));
        let (commitment, _) = town.event(number).await.commitment.unwrap();
        let text = letter.text.replace('\n', " ");
        for said in ["You requested 4, or 2.", &words::in_groups(&commitment.to_string())] {
            assert!(text.contains(said), "{said} in {text}");
        }
        let shown = draw::show(&town.site, &town.asha, number).await.unwrap();
        assert!(text.contains(&shown.my_label.unwrap()), "{text}");
    }

    async fn asha_asks_for_four_else_two_in_any_order(town: Town) {
        let number = town.match_day().await;
        let mut form = wish(&[2, 4], 0);
        (form.note, form.tiers[1]) = ("We sit together".into(), " 4 ".into());
        form.tiers.push(String::new());
        request::save(&town.site, &town.asha, number, town.asha.person, &form).await.unwrap();
        let request = town.request(number, &town.asha).await;
        assert_eq!((request.tiers.amounts(), request.note.as_str()), (&[4, 2][..], "We sit together"));
        assert_eq!(
            (request.since, request.version, request.entered_by, request.allocated),
            (town.now(), 1, None, None)
        );
    }

    async fn her_place_in_time_moves_only_when_she_asks_for_more(town: Town) {
        let number = town.match_day().await;
        let start = town.now();
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        for (tiers, hours) in [(&[4, 2][..], 0), (&[2], 0), (&[2, 1], 3), (&[1], 3), (&[2], 5)] {
            town.wait(TimeDelta::hours(1));
            town.ask(number, &town.asha, tiers).await.unwrap();
            let since = town.request(number, &town.asha).await.since;
            assert_eq!(since, start + TimeDelta::hours(hours), "{tiers:?}");
        }
    }

    async fn withdrawn_and_brought_back_a_request_is_as_it_was_but_later(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        let (site, asha) = (&town.site, &town.asha);
        request::withdraw(site, asha, number, asha.person, "").await.unwrap();
        request::withdraw(site, asha, number, asha.person, "").await.unwrap();
        assert!(town.request(number, asha).await.withdrawn_at.is_some());
        let page = town.browser_of(asha).await.get(&format!("/events/{number}")).await.text();
        assert!(page.contains("You withdrew your request.") && !page.contains("You haven’t requested"), "{page}");
        assert_eq!(crate::harness::amounts(&town, number).await, []);
        town.wait(TimeDelta::hours(1));
        request::restore(site, asha, number, asha.person).await.unwrap();
        let back = town.request(number, asha).await;
        assert_eq!((back.tiers.amounts(), back.withdrawn_at, back.since), (&[4, 2][..], None, town.now()));
        assert_eq!(town.noted(number).await, ["event.create", "request.withdraw", "request.restore"]);
    }

    async fn asking_again_after_withdrawing_counts_from_then(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        request::withdraw(&town.site, &town.asha, number, town.asha.person, "").await.unwrap();
        town.wait(TimeDelta::hours(1));
        town.ask(number, &town.asha, &[2]).await.unwrap();
        let back = town.request(number, &town.asha).await;
        assert_eq!((back.withdrawn_at, back.since), (None, town.now()));
    }

    async fn a_person_has_one_request_for_an_event(town: Town) {
        let number = town.match_day().await;
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let town = town.clone();
            all.spawn(
                async move { request::save(&town.site, &town.asha, number, town.asha.person, &wish(&[1], 0)).await },
            );
        }
        assert!(all.join_all().await.iter().all(Result::is_ok), "all of them sent what stands");
        assert_eq!((town.request(number, &town.asha).await.version, town.count("requests", "1 = 1").await), (1, 1));
    }

    async fn saved_from_two_pages_the_second_is_told(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        let save = async |tiers: &[u32], version| {
            request::save(&town.site, &town.asha, number, town.asha.person, &wish(tiers, version)).await
        };
        save(&[3], 1).await.unwrap();
        for stale in [1, 0, -1, 7] {
            assert_eq!(refusal(save(&[4], stale).await), Refusal::Conflict { changes: Vec::new() });
        }
        assert_eq!(town.request(number, &town.asha).await.tiers.amounts(), [3]);
    }

    async fn a_number_above_the_limit_is_refused_by_name(town: Town) {
        let number = town.match_day().await;
        let refused = refusal(town.ask(number, &town.asha, &[5, 2]).await);
        assert_eq!(refused, Refusal::field("tiers", Problem::OutOfRange { min: 1, max: 4, seen: "5".into() }));
        let mut large = event_form("Hall");
        large.limit = "1000".into();
        let hall = ticket_pool::server::services::event::create(&town.site, &town.otto, &large).await.unwrap();
        town.ask(hall, &town.asha, &[1000]).await.unwrap();
        assert!(matches!(refusal(town.ask(hall, &town.bram, &[1001]).await), Refusal::Invalid { .. }));
        let many: Vec<u32> = (1..=65).collect();
        let refused = refusal(town.ask(hall, &town.bram, &many).await);
        assert_eq!(refused, Refusal::field("tiers", Problem::TooManyNumbers { max: 64 }));
    }

    async fn nobody_reaches_the_request_of_someone_else(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        let (site, bram, asha) = (&town.site, &town.bram, town.asha.person);
        let before = town.snapshot(&["requests", "request_tiers", "audit_log"]).await;
        assert_eq!(refusal(request::save(site, bram, number, asha, &wish(&[1], 1)).await), Refusal::Forbidden);
        assert_eq!(refusal(request::withdraw(site, bram, number, asha, "Asked twice.").await), Refusal::Forbidden);
        assert_eq!(refusal(request::restore(site, bram, number, asha).await), Refusal::Forbidden);
        assert_eq!(refusal(request::read(site, bram, number, asha, "").await), Refusal::Forbidden);
        assert_eq!(refusal(request::withdraw(site, bram, number, bram.person, "").await), Refusal::NotFound);
        assert_eq!(refusal(request::save(site, bram, EventId::new(4711), bram.person, &wish(&[1], 0)).await), Refusal::NotFound);
        assert_eq!(town.snapshot(&["requests", "request_tiers", "audit_log"]).await, before);
    }

    async fn the_form_starts_from_what_was_asked_last_time(town: Town) {
        let (first, second) = (town.match_day().await, town.match_day().await);
        town.ask(first, &town.asha, &[4, 2]).await.unwrap();
        let page = request::read(&town.site, &town.asha, second, town.asha.person, "").await.unwrap();
        assert!(page.request.is_none() && page.may_save);
        assert_eq!(page.last_time.unwrap().tiers.amounts(), [4, 2]);
        let html = town.browser_of(&town.asha).await.get(&format!("/events/{second}/request")).await;
        assert_eq!(html.count("input[name='tiers[]'][checked]"), 2);
    }

    async fn the_form_says_what_of_a_request_becomes_public(town: Town) {
        let number = town.match_day().await;
        let path = format!("/events/{number}/request");
        let mut asha = town.browser_of(&town.asha).await;
        let everyone = "everyone who can see this event can download the draw record: the numbers each person accepted, under an entry ID, without names.";
        let order = "Some draw methods also show the order of requests";
        let says = |text: String, further: &str| assert!(text.contains(&format!("{everyone} {further}")), "{further} in {text}");
        says(asha.get(&path).await.text(), &format!("{order}, or what each entry got earlier in the season."));
        town.force(&format!("UPDATE events SET in_season = false WHERE id = {number}")).await.unwrap();
        says(asha.get(&path).await.text(), &format!("{order}."));
        town.force(&format!("UPDATE events SET draw_format = 1 WHERE id = {number}")).await.unwrap();
        says(asha.get(&path).await.text(), "It also shows when each entry was made, and how far it is behind or ahead in the season.");
    }
}
