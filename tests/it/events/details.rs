//! Creating, editing, cancelling, and the emails that tell of it.

use ticket_pool::{
    domain::{event::EventStatus, event::Visibility, typed::Problem},
    error::Refusal,
    server::services::event,
};

use crate::harness::{event_form, refusal};

both! {
    async fn an_event_is_stored_as_it_was_typed(town: Town) {
        let mut form = event_form("  Rovers v United ⚽ ");
        (form.notes, form.shows_before) = ("Gate 4\r\nbring <b>ID</b>".into(), "own".into());
        let event = town.event(event::create(&town.site, &town.otto, &form).await.unwrap()).await;
        assert_eq!((event.name.as_str(), event.notes.as_str()), ("Rovers v United ⚽", "Gate 4\nbring <b>ID</b>"));
        assert_eq!(event.schedule.starts_at.to_rfc3339(), "2026-12-06T15:00:00+00:00");
        assert_eq!(event.schedule.closes_at.unwrap().to_rfc3339(), "2026-12-04T18:00:00+00:00");
        assert_eq!(
            (event.tickets, event.limit, event.owner, event.status),
            (5, 4, town.otto.person, EventStatus::Open)
        );
        assert_eq!((event.shows_before, event.shows_after), (Visibility::Own, Visibility::Names));
    }

    async fn a_local_time_is_read_in_the_zone_of_the_event(town: Town) {
        let mut form = event_form("Matinee");
        form.zone = "america/new_york".into();
        let event = town.event(event::create(&town.site, &town.otto, &form).await.unwrap()).await;
        assert_eq!(event.schedule.starts_at.to_rfc3339(), "2026-12-06T20:00:00+00:00");
        assert_eq!(event.schedule.zone.name(), "America/New_York");
    }

    async fn of_two_organizers_who_edit_the_second_is_told(town: Town) {
        let number = town.match_day().await;
        let mut form = event_form("Rovers v City");
        form.version = town.event(number).await.version.to_string();
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        form.name = "Rovers v Town".into();
        let second = event::edit(&town.site, &town.dana, number, &form).await;
        assert_eq!(refusal(second), Refusal::Conflict { changes: Vec::new() });
        assert_eq!(town.event(number).await.name, "Rovers v City");
        form.version = String::new();
        assert!(matches!(refusal(event::edit(&town.site, &town.dana, number, &form).await), Refusal::Conflict { .. }));
    }

    async fn of_sixteen_who_edit_at_once_one_is_first(town: Town) {
        let number = town.match_day().await;
        let mut all = tokio::task::JoinSet::new();
        for n in 0..16 {
            let town = town.clone();
            all.spawn(async move {
                let mut form = event_form(&format!("Name {n}"));
                form.version = "0".into();
                match event::edit(&town.site, &town.otto, number, &form).await {
                    Ok(()) => 1,
                    other => {
                        assert_eq!(refusal(other), Refusal::Conflict { changes: Vec::new() });
                        0
                    }
                }
            });
        }
        assert_eq!(all.join_all().await.into_iter().sum::<i32>(), 1);
    }

    async fn a_new_time_lies_in_the_future_and_an_old_one_may_stay(town: Town) {
        let number = town.match_day().await;
        town.wait(chrono::TimeDelta::days(15));
        let mut form = event_form("Rovers v City");
        form.version = town.event(number).await.version.to_string();
        event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        form.version = town.event(number).await.version.to_string();
        form.starts = "2026-12-06T16:00".into();
        let done = event::edit(&town.site, &town.otto, number, &form).await;
        assert_eq!(refusal(done), Refusal::field("starts", Problem::InThePast));
    }

    async fn cancelling_tells_everyone_who_asks(town: Town) {
        let number = town.closed_match().await;
        ticket_pool::server::services::request::withdraw(&town.site, &town.otto, number, town.bram.person, "Asked twice.")
            .await
            .unwrap();
        town.post().await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let letters = town.post().await;
        let told: Vec<_> = letters.iter().map(|letter| letter.to_address.as_str()).collect();
        assert_eq!(told, ["asha@example.org"]);
        event::uncancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.event(number).await.status, EventStatus::Closed);
        let letters = town.post().await;
        assert_eq!((letters.len(), letters[0].subject.as_str()), (1, "Takes place after all: Rovers v United"));
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.post().await.len(), 1, "cancelled again, told again");
    }

    async fn what_people_see_of_each_other_is_the_events_setting(town: Town) {
        for (setting, names) in [("own", false), ("numbers", false), ("names", true)] {
            let mut form = event_form("Rovers v United");
            form.shows_before = setting.into();
            let number = event::create(&town.site, &town.otto, &form).await.unwrap();
            let mut wish = crate::harness::wish(&[2], 0);
            wish.note = "a wheelchair".into();
            ticket_pool::server::services::request::save(&town.site, &town.asha, number, town.asha.person, &wish)
                .await
                .unwrap();
            let seen = event::view(&town.site, &town.bram, number).await.unwrap();
            assert_eq!(!seen.requests.is_empty(), names, "{setting}");
            assert!(
                seen.requests.iter().all(|one| one.note.is_empty() && one.allocated.is_none())
            );
            let mine = event::view(&town.site, &town.asha, number).await.unwrap().mine.unwrap();
            assert_eq!(mine.note, "a wheelchair");
            let desk = event::view(&town.site, &town.otto, number).await.unwrap();
            assert_eq!(desk.requests[0].note, "a wheelchair");
        }
    }

    async fn nobody_reads_their_number_before_it_is_finalized(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(4))]).await.unwrap();
        let mut browser = town.browser_of(&town.asha).await;
        for page in ["/", "/events", &format!("/events/{number}")] {
            let text = browser.get(page).await.text();
            assert!(!text.contains("got 4") && !text.contains("You got"), "{page}: {text}");
        }
    }
}
