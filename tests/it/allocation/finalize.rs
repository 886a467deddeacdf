use ticket_pool::{
    domain::{board::key, event::EventStatus, ids::EventId, typed::Problem},
    error::Refusal,
    server::services::allocation::{self, Finalizing, Telling},
};

use crate::harness::{Town, finalizing, refusal};

/// The messages about an event, by kind and person.
pub async fn told(town: &Town, event: EventId) -> Vec<(String, i64)> {
    let sql = format!("SELECT kind, user_id FROM outbox WHERE event_id = {event} AND kind <> 'closed' ORDER BY id");
    let rows = town.rows(&sql).await;
    rows.iter().map(|row| (row["kind"].as_str().unwrap().to_owned(), row["user_id"].as_i64().unwrap())).collect()
}

both! {
    async fn everyone_who_asked_is_told_once_those_with_none_too(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
        town.post().await;
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 2);
        assert_eq!(town.event(number).await.status, EventStatus::Finalized);
        let both = [("result".to_owned(), town.asha.person.get().into()), ("result".to_owned(), town.bram.person.get().into())];
        assert_eq!(told(&town, number).await, both);
        let letters = town.post().await;
        assert_eq!(letters.len(), 2);
        for (letter, words) in [(0, "You got 4 tickets. That’s your first choice!"), (1, "No tickets this time.")] {
            let one =
                letters.iter().find(|one| one.to_address == ["asha@example.org", "bram@example.org"][letter]).unwrap();
            assert!(one.text.replace('\n', " ").contains(words), "{}", one.text);
            assert!(one.text.contains(&format!("http://localhost:5000/events/{number}")), "{}", one.text);
        }
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}")).await.text();
        assert!(page.contains("You got 4 tickets. That’s your first choice!"), "{page}");
        assert_eq!(town.noted(number).await.last().unwrap(), "event.finalize");
    }

    async fn nobody_is_told_if_the_organizer_says_so(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Nobody).await.unwrap(), 0);
        assert_eq!(told(&town, number).await, []);
        assert_eq!(town.request(number, &town.asha).await.told, None);
        assert_eq!(town.event(number).await.status, EventStatus::Finalized);
    }

    async fn an_undecided_request_keeps_the_event_from_being_finalized(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.bram, Some(3))]).await.unwrap();
        let before = town.snapshot(&["events", "requests", "outbox", "audit_log"]).await;
        let field = format!("amount[{}]", key(town.request(number, &town.asha).await.id));
        assert_eq!(refusal(town.finalize(number, Telling::Changed).await), Refusal::field(&field, Problem::Missing));
        assert_eq!(town.snapshot(&["events", "requests", "outbox", "audit_log"]).await, before);
    }

    async fn more_than_there_is_cannot_be_finalized_however_it_came_there(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        town.force("UPDATE requests SET allocated = 4 WHERE allocated = 2").await.unwrap();
        let before = town.snapshot(&["events", "requests", "outbox", "audit_log"]).await;
        let over = Refusal::field("given", Problem::OverGiven { given: 7, tickets: 5 });
        assert_eq!(refusal(town.finalize(number, Telling::Changed).await), over);
        assert_eq!(town.snapshot(&["events", "requests", "outbox", "audit_log"]).await, before);
    }

    async fn a_number_outside_the_tiers_without_a_reason_cannot_be_finalized(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(1))]).await.unwrap();
        town.force("UPDATE requests SET allocated = 3 WHERE allocated = 2").await.unwrap();
        let refused = format!("{:?}", refusal(town.finalize(number, Telling::Changed).await));
        assert!(refused.contains("NeedsReason { given: 3"), "{refused}");
    }

    async fn what_changed_since_the_review_must_be_looked_at_again(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let seen = town.event(number).await.board_version.to_string();
        town.give(number, &[(&town.bram, Some(0))]).await.unwrap();
        let done = allocation::finalize(&town.site, &town.otto, number, finalizing(&seen)).await;
        assert!(matches!(refusal(done), Refusal::Conflict { .. }));
        for garbled in ["", "x", "-1", "99999999999"] {
            let done = allocation::finalize(&town.site, &town.otto, number, finalizing(garbled)).await;
            assert!(matches!(refusal(done), Refusal::Conflict { .. }), "{garbled}");
        }
        assert_eq!(town.event(number).await.status, EventStatus::Closed);
    }

    async fn the_line_for_winners_reaches_winners_alone(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
        town.post().await;
        let version = town.event(number).await.board_version.to_string();
        let line = "Pick them up at Gate 4.";
        let too_long = "x".repeat(501);
        let done = allocation::finalize(&town.site, &town.otto, number, Finalizing { line: &too_long, ..finalizing(&version) }).await;
        assert_eq!(refusal(done), Refusal::field("line", Problem::TooLong { max: 500, seen: 501 }));
        allocation::finalize(&town.site, &town.otto, number, Finalizing { line, ..finalizing(&version) }).await.unwrap();
        for letter in town.post().await {
            assert_eq!(letter.text.contains(line), letter.to_address == "asha@example.org");
        }
        for (who, reads) in [(&town.asha, true), (&town.bram, false)] {
            let page = town.browser_of(who).await.get(&format!("/events/{number}")).await.text();
            assert_eq!(page.contains(line), reads, "{}", who.name);
        }
    }

    async fn an_event_nobody_asked_for_can_be_finalized(town: Town) {
        let number = town.match_day().await;
        ticket_pool::server::services::event::close(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.finalize(number, Telling::All).await.unwrap(), 0);
        assert_eq!(town.event(number).await.status, EventStatus::Finalized);
    }
}
