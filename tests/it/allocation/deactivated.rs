//! Deactivated people whose requests stand: they are given tickets like everyone, and not written to.

use ticket_pool::{
    domain::{ids::EventId, person::Role},
    server::services::{
        allocation::{self, Review, Telling},
        event,
    },
};

use super::finalize::told;
use crate::harness::Town;

async fn review(town: &Town, event: EventId) -> Review {
    allocation::review(&town.site, &town.otto, event).await.unwrap()
}

/// What Asha and Bram were told.
async fn heard(town: &Town, event: EventId) -> (Option<u32>, Option<u32>) {
    (town.request(event, &town.asha).await.told, town.request(event, &town.bram).await.told)
}

both! {
    async fn a_deactivated_member_is_not_written_to_and_hears_the_result_once_active_again(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        town.change(&town.bram, Role::Member, false).await;
        let before = review(&town, number).await;
        assert_eq!(before.to_tell, [town.asha.person]);
        assert!(before.samples.iter().all(|(name, _)| name == "Asha"), "{:?}", before.samples);
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 1);
        assert_eq!(told(&town, number).await, [("result".to_owned(), town.asha.person.get().into())]);
        assert_eq!(heard(&town, number).await, (Some(2), None));
        let noted = town.rows("SELECT details FROM audit_log WHERE action = 'event.finalize'").await;
        assert_eq!(noted[0]["details"], r#"{"given":5,"mails":1,"revision":1,"tickets":5,"why":"Counted again."}"#);
        town.change(&town.bram, Role::Member, true).await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(review(&town, number).await.to_tell, [town.bram.person]);
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 1);
        assert_eq!(told(&town, number).await[1..], [("result".to_owned(), town.bram.person.get().into())]);
        assert_eq!(heard(&town, number).await, (Some(2), Some(3)));
    }

    async fn what_a_deactivated_member_was_told_stays_whoever_else_is_told(town: Town) {
        let number = town.finalized_match().await;
        town.change(&town.bram, Role::Member, false).await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        assert!(review(&town, number).await.to_tell.is_empty());
        assert_eq!(town.finalize(number, Telling::All).await.unwrap(), 1);
        assert_eq!(told(&town, number).await[2..], [("result".to_owned(), town.asha.person.get().into())]);
        assert_eq!(heard(&town, number).await, (Some(2), Some(3)), "nobody told Bram");
        town.change(&town.bram, Role::Member, true).await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 1);
        assert_eq!(told(&town, number).await[3..], [("changed".to_owned(), town.bram.person.get().into())]);
        assert_eq!(heard(&town, number).await, (Some(2), Some(1)));
    }

    async fn whoever_is_not_written_to_is_not_noted_as_told_just_now(town: Town) {
        let number = town.finalized_match().await;
        let when = format!("SELECT told_at FROM requests WHERE event_id = {number} ORDER BY user_id");
        let before = town.rows(&when).await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        town.wait(chrono::TimeDelta::hours(1));
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 1);
        let after = town.rows(&when).await;
        assert_eq!((before[0] == after[0], before[1] == after[1]), (true, false), "{after:?}");
    }

    async fn no_mail_is_promised_where_only_deactivated_people_have_a_new_number(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        for who in [&town.asha, &town.bram] {
            town.change(who, Role::Member, false).await;
        }
        let page = otto.get(&format!("/events/{number}/review")).await;
        assert_eq!((page.count("button[value='nobody']"), page.count("button[name='telling']")), (1, 1));
        for said in ["Only deactivated people have another number than they were told.", "2 people are deactivated and won’t be emailed."] {
            assert!(page.text().contains(said), "{said}: {}", page.text());
        }
        // From a page that was open before: the button is still there.
        let (event, version) = (number.to_string(), town.event(number).await.board_version.to_string());
        let pressed = [("event", &*event), ("version", &*version), ("telling", "changed")];
        let answer = otto.post("/api/allocation/finalize", &pressed).await;
        let finalized = otto.get(answer.location()).await.text();
        assert!(finalized.contains("Results are final.") && !finalized.contains("sending the emails"), "{finalized}");
        assert_eq!(told(&town, number).await, []);
    }

    async fn who_is_deactivated_is_not_told_of_a_cancellation_and_every_number_says_so(town: Town) {
        let number = town.finalized_match().await;
        town.post().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(1))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        town.post().await;
        town.change(&town.bram, Role::Member, false).await;
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        let cancelled = town.rows("SELECT user_id FROM outbox WHERE kind = 'cancelled'").await;
        assert_eq!(cancelled.iter().map(|row| row["user_id"].as_i64()).collect::<Vec<_>>(), [Some(town.asha.person.get().into())]);
        let noted = town.rows("SELECT details FROM audit_log WHERE action = 'event.cancel'").await;
        assert_eq!(noted[0]["details"], r#"{"people":1}"#);
        // Of each person the newest counts: two newer ones wait for Asha, what Bram was told was sent.
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{number}")).await;
        let stats = crate::overview::texts(&page, ".stats .stat");
        assert!(stats.contains(&"1Sent".to_owned()) && stats.contains(&"1Waiting to send".to_owned()), "{stats:?}");
    }
}
