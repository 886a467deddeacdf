use ticket_pool::{
    domain::{
        ids::{EventId, PersonId},
        person::Role,
        typed::Problem,
    },
    error::Refusal,
    server::services::{allocation::Telling, event, request},
};

use crate::harness::{Town, finalizing, refusal, wish};

/// The details of the latest entry about an event.
async fn latest_note(town: &Town, event: EventId) -> (String, String) {
    let sql = format!("SELECT action, details FROM audit_log WHERE event_id = {event} ORDER BY id DESC LIMIT 1");
    let row = town.rows(&sql).await.remove(0);
    (row["action"].as_str().unwrap().to_owned(), row["details"].as_str().unwrap().to_owned())
}

both! {
    async fn otto_asks_for_someone_and_it_is_noted(town: Town) {
        let number = town.match_day().await;
        request::save(&town.site, &town.otto, number, town.asha.person, &wish(&[2, 1], 0)).await.unwrap();
        assert_eq!(town.request(number, &town.asha).await.entered_by, Some(town.otto.person));
        let (action, details) = latest_note(&town, number).await;
        assert_eq!(action, "request.enter");
        assert_eq!(details, r#"{"before":null,"tiers":[2,1]}"#);
        assert!(!details.contains("Asha"));
        town.ask(number, &town.asha, &[2]).await.unwrap();
        assert_eq!(town.request(number, &town.asha).await.entered_by, None, "her own again");
    }

    async fn added_while_closed_the_board_moves_on(town: Town) {
        let number = town.closed_match().await;
        let cleo = town.newcomer("Cleo").await;
        let before = town.event(number).await.board_version;
        request::save(&town.site, &town.otto, number, cleo.person, &wish(&[1], 0)).await.unwrap();
        assert_eq!(town.event(number).await.board_version, before + 1);
        assert_eq!(latest_note(&town, number).await.0, "request.enter");
    }

    async fn corrected_while_closed_the_number_is_undecided_again(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let before = town.event(number).await.board_version;
        request::save(&town.site, &town.otto, number, town.asha.person, &wish(&[4], 1)).await.unwrap();
        assert_eq!(crate::harness::amounts(&town, number).await, [None, Some(3)]);
        assert_eq!(town.event(number).await.board_version, before + 1);
        let version = before.to_string();
        let stale = ticket_pool::server::services::allocation::finalize(
            &town.site,
            &town.otto,
            number,
            finalizing(&version),
        )
        .await;
        assert!(matches!(refusal(stale), Refusal::Conflict { .. }));
    }

    async fn a_corrected_note_leaves_the_number_decided(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2))]).await.unwrap();
        let before = town.event(number).await.board_version;
        let mut form = wish(&[4, 2], 1);
        form.note = "aisle".into();
        request::save(&town.site, &town.otto, number, town.asha.person, &form).await.unwrap();
        let request = town.request(number, &town.asha).await;
        assert_eq!((request.allocated, request.note.as_str()), (Some(2), "aisle"));
        assert_eq!(town.event(number).await.board_version, before);
    }

    async fn withdrawn_while_closed_the_number_is_free_and_the_board_moves_on(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let before = town.event(number).await.board_version;
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "Asked twice.").await.unwrap();
        assert_eq!(town.event(number).await.board_version, before + 1);
        request::restore(&town.site, &town.otto, number, town.asha.person).await.unwrap();
        assert_eq!(town.event(number).await.board_version, before + 2);
        assert_eq!(crate::harness::amounts(&town, number).await, [None, Some(3)]);
    }

    async fn brought_back_by_saving_while_closed_the_board_moves_on_too(town: Town) {
        let number = town.closed_match().await;
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "Asked twice.").await.unwrap();
        let before = town.event(number).await.board_version;
        let version = town.request(number, &town.asha).await.version;
        request::save(&town.site, &town.otto, number, town.asha.person, &wish(&[4, 2], version)).await.unwrap();
        assert_eq!(crate::harness::amounts(&town, number).await, [None, None]);
        assert_eq!(town.event(number).await.board_version, before + 1, "a row came back that nobody has seen");
    }

    async fn nobody_is_asked_for_who_is_deactivated_or_not_there(town: Town) {
        let number = town.match_day().await;
        town.change(&town.bram, Role::Member, false).await;
        for person in [town.bram.person, PersonId::new(4711), PersonId::new(0), PersonId::new(-1)] {
            let done = request::save(&town.site, &town.otto, number, person, &wish(&[1], 0)).await;
            assert_eq!(refusal(done), Refusal::field("person", Problem::NoSuchPerson));
        }
        let chosen = request::people_to_ask_for(&town.site, &town.otto, number, "").await.unwrap();
        let names: Vec<_> = chosen.people.iter().map(|(person, _)| person.name.as_str()).collect();
        assert_eq!(names, ["Asha", "Dana", "Olga", "Otto"]);
        assert_eq!(town.count("requests", "1 = 1").await, 0);
    }

    async fn a_deactivated_person_asks_for_nothing_even_with_a_page_still_open(town: Town) {
        let number = town.match_day().await;
        town.change(&town.asha, Role::Member, false).await;
        let done = town.ask(number, &town.asha, &[1]).await;
        assert_eq!(refusal(done), Refusal::field("person", Problem::NoSuchPerson));
    }

    async fn a_request_of_someone_deactivated_stays_on_the_board(town: Town) {
        let number = town.closed_match().await;
        town.change(&town.asha, Role::Member, false).await;
        town.give(number, &[(&town.asha, Some(0)), (&town.bram, Some(3))]).await.unwrap();
        town.post().await;
        town.finalize(number, Telling::Changed).await.unwrap();
        let told: Vec<_> = town.post().await.into_iter().map(|letter| letter.to_address).collect();
        assert_eq!(told, ["bram@example.org"]);
        assert_eq!(town.count("outbox", "kind = 'result' AND status = 'sent'").await, 1);
        assert_eq!(town.count("outbox", "kind = 'result'").await, 1, "none is written to Asha");
    }

    async fn an_organizer_of_another_event_enters_nothing_here(town: Town) {
        let number = town.match_day().await;
        let done = request::save(&town.site, &town.olga, number, town.asha.person, &wish(&[1], 0)).await;
        assert_eq!(refusal(done), Refusal::Forbidden);
        event::add_organizer(&town.site, &town.otto, number, &town.olga.person.to_string()).await.unwrap();
        request::save(&town.site, &town.olga, number, town.asha.person, &wish(&[1], 0)).await.unwrap();
    }
}
