//! Accounts that are nobody's, people with two, and what stands for them in a draw.

use std::collections::BTreeSet;

use ::allocation::Rule;
use ticket_pool::{
    domain::person::{PersonForm, Role},
    error::Refusal,
    server::{
        auth::Actor,
        db::people,
        services::{allocation::Telling, draw, person, request},
    },
};

use crate::harness::{Town, event_form, person_form, refusal};

/// What stands for someone in the draws of an event.
async fn label(town: &Town, who: &Actor, number: ticket_pool::domain::ids::EventId) -> String {
    draw::show(&town.site, who, number).await.unwrap().my_label.unwrap()
}

both! {
    /// An admin makes people up and asks as them. In the draw they are people like others; only the audit log, which
    /// admins read and nobody can change, says who added them.
    async fn people_whom_an_admin_makes_up_are_drawn_and_only_the_log_says_who_added_them(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[4]).await.unwrap();
        let before = town.count("audit_log", "action = 'person.add'").await;
        for name in ["Sham", "Shem"] {
            let sham = town.newcomer(name).await;
            town.ask(number, &sham, &[4]).await.unwrap();
        }
        town.close(number).await;
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::All).await.unwrap();
        let record = town.record(number, 1).await;
        assert_eq!((record.draw.list().requests().len(), record.check(&mut ())), (3, Some(Vec::new())));
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}/draw")).await.text();
        assert!(!page.contains("Sham") && !page.contains("Shem"), "{page}");
        let noted = format!("action = 'person.add' AND actor_id = {}", town.dana.person);
        assert_eq!(town.count("audit_log", &noted).await - before, 2);
        let log = town.browser_of(&town.dana).await.get("/admin/audit").await.text();
        assert!(log.contains("Sham") && log.contains("Shem"), "{log}");
        assert!(town.force("DELETE FROM audit_log").await.is_err());
    }

    /// Nobody but an admin makes accounts: a member has one, and a second only if an admin adds it.
    async fn a_member_makes_no_account(town: Town) {
        for who in [&town.asha, &town.otto] {
            let added = person::add(&town.site, who, &person_form("Second", Role::Member)).await;
            assert_eq!(refusal(added), Refusal::Forbidden);
            let form = person::ImportForm { rows: "Second,second@example.org".into(), ..Default::default() };
            assert_eq!(refusal(person::save_import(&town.site, who, &form).await), Refusal::Forbidden);
        }
        assert_eq!(town.count("users", "1 = 1").await, 5);
    }

    /// A label comes from two ids that the site makes, so nobody tries names, addresses or requests until one lies well.
    async fn a_label_stays_whatever_is_done_to_a_person_or_their_request(town: Town) {
        let (number, other) = (town.match_day().await, town.match_day().await);
        town.ask(number, &town.asha, &[4, 2]).await.unwrap();
        town.ask(other, &town.asha, &[4, 2]).await.unwrap();
        let first = label(&town, &town.asha, number).await;
        assert_ne!(label(&town, &town.asha, other).await, first, "it says nothing about another event");
        let mut labels = BTreeSet::new();
        for tiers in [&[1][..], &[3, 2], &[4, 2]] {
            town.ask(number, &town.asha, tiers).await.unwrap();
            labels.insert(label(&town, &town.asha, number).await);
        }
        request::withdraw(&town.site, &town.asha, number, town.asha.person, "").await.unwrap();
        request::restore(&town.site, &town.asha, number, town.asha.person).await.unwrap();
        labels.insert(label(&town, &town.asha, number).await);
        person::rename(&town.site, &town.asha, "Another Asha").await.unwrap();
        labels.insert(label(&town, &town.asha, number).await);
        let now = people::find(town.site.db.read(), town.asha.person).await.unwrap().unwrap();
        let email = "another@example.org".to_owned();
        let form = PersonForm { email, version: now.version.to_string(), ..person_form("Asha", Role::Member) };
        person::edit(&town.site, &town.dana, town.asha.person, &form).await.unwrap();
        labels.insert(label(&town, &town.asha, number).await);
        let version = town.event(number).await.version.to_string();
        let form = ticket_pool::domain::event::EventForm { version, ..event_form("Another name") };
        ticket_pool::server::services::event::edit(&town.site, &town.otto, number, &form).await.unwrap();
        labels.insert(label(&town, &town.asha, number).await);
        assert_eq!(labels, BTreeSet::from([first]));
    }

    /// After the close a member changes nothing; what an organizer changes is published and told.
    async fn after_the_close_a_request_changes_only_before_everyones_eyes(town: Town) {
        let number = town.closed_match().await;
        let lists = town.count("request_lists", "1 = 1").await;
        for tiers in [&[1][..], &[4, 3, 2, 1]] {
            assert!(town.ask(number, &town.asha, tiers).await.is_err());
        }
        assert!(request::withdraw(&town.site, &town.bram, number, town.asha.person, "Gone.").await.is_err());
        assert_eq!(town.count("request_lists", "1 = 1").await, lists);
        let version = town.request(number, &town.asha).await.version;
        request::save(&town.site, &town.otto, number, town.asha.person, &crate::harness::wish(&[1], version)).await.unwrap();
        assert_eq!(town.count("request_lists", "1 = 1").await, lists + 1);
        let letters = town.post().await;
        let [letter] = &letters[..] else { panic!("one letter: {letters:?}") };
        assert!(letter.to_name == "Asha" && letter.text.contains("Otto"), "{}", letter.text);
        let said = super::file(&town, &town.bram, number).await;
        assert_eq!(super::of_kind(&said, ::allocation::statement::Kind::Close).len(), 2, "and Bram sees that there were two lists");
    }
}
