//! Reopening and finalizing again.

use ticket_pool::{
    domain::event::EventStatus,
    server::services::{allocation::Telling, event, request},
};

use super::finalize::told;
use crate::harness::amounts;

both! {
    async fn finalized_again_only_those_are_told_whose_number_changed(town: Town) {
        let number = town.finalized_match().await;
        town.post().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.event(number).await.status, EventStatus::Closed);
        assert_eq!(amounts(&town, number).await, [Some(2), Some(3)], "nothing is erased");
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 1);
        let letters = town.post().await;
        assert_eq!((letters.len(), letters[0].to_address.as_str()), (1, "bram@example.org"));
        assert!(letters[0].text.contains("changed from 3 to 1"), "{}", letters[0].text);
        assert_eq!(told(&town, number).await[2..], [("changed".to_owned(), town.bram.person.get().into())]);
        let payload = town.rows("SELECT payload FROM outbox WHERE kind = 'changed'").await.remove(0);
        let facts: serde_json::Value = serde_json::from_str(payload["payload"].as_str().unwrap()).unwrap();
        assert_eq!((&facts["before"], &facts["given"]), (&3.into(), &1.into()));
    }

    async fn finalized_again_without_a_change_nobody_is_told_unless_all_are_wanted(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 0);
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.finalize(number, Telling::All).await.unwrap(), 2);
        assert!(told(&town, number).await.iter().all(|(kind, _)| kind == "result"));
        assert_eq!((town.event(number).await.revision, told(&town, number).await.len()), (3, 4));
    }

    async fn who_was_not_told_the_first_time_is_told_the_second(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 2);
        assert!(told(&town, number).await.iter().all(|(kind, _)| kind == "result"), "to them it is no change");
    }

    async fn a_change_is_told_at_once_even_if_nobody_else_is_and_then_no_more(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Nobody).await.unwrap(), 1);
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 0);
        let last = told(&town, number).await.pop().unwrap();
        assert_eq!(last, ("changed".to_owned(), town.bram.person.get().into()));
    }

    async fn while_it_is_looked_at_again_people_read_what_they_were_told(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        let page = town.browser_of(&town.bram).await.get(&format!("/events/{number}")).await.text();
        assert!(page.contains("You were told 3 tickets"), "{page}");
    }

    async fn who_was_added_after_reopening_is_told_like_everyone(town: Town) {
        let number = town.finalized_match().await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.bram, Some(1))]).await.unwrap();
        let cleo = town.newcomer("Cleo").await;
        request::save(&town.site, &town.otto, number, cleo.person, &crate::harness::wish(&[2], 0)).await.unwrap();
        town.give(number, &[(&cleo, Some(2))]).await.unwrap();
        assert_eq!(town.finalize(number, Telling::Changed).await.unwrap(), 2);
        let kinds: Vec<_> = told(&town, number).await[2..].to_vec();
        assert!(kinds.contains(&("result".to_owned(), cleo.person.get().into())), "{kinds:?}");
        assert!(kinds.contains(&("changed".to_owned(), town.bram.person.get().into())), "{kinds:?}");
    }
}
