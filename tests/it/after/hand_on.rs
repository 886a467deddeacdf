use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        after::{AfterForm, HandOn},
        ids::EventId,
        person::Role,
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        auth::Actor,
        services::{
            Done,
            after::{self as service, Answer, Handed},
            draft::forms::HandOnForm,
        },
    },
};

use crate::harness::{Town, refusal};

/// What someone types who hands on.
pub fn to(who: &Actor, number: u32) -> HandOnForm {
    HandOnForm { number: number.to_string(), email: who.email.clone(), line: "Have fun!".into(), once: String::new() }
}

impl Town {
    /// Whether tickets for this event can be handed on.
    pub async fn lets_hand_on(&self, event: EventId, how: HandOn) {
        let version = self.event(event).await.version.to_string();
        let form = AfterForm { hand_on: how.as_str().into(), guests: "off".into(), version, ..AfterForm::default() };
        service::set(&self.site, &self.otto, event, &form).await.unwrap();
    }

    /// A match of five tickets that is final: Asha has 4, Bram 1 of 3 or 1, Olga none of 2.
    pub async fn handable(&self, how: HandOn) -> EventId {
        let event = self.settled_match().await;
        self.lets_hand_on(event, how).await;
        event
    }

    pub async fn hand_on(&self, event: EventId, (from, to_whom): (&Actor, &Actor), number: u32) -> Done<Handed> {
        service::hand_on(&self.site, from, event, &to(to_whom, number)).await
    }
}

both! {
    async fn asha_hands_two_on_to_bram_at_once_and_both_are_told(town: Town) {
        let event = town.handable(HandOn::Free).await;
        assert_eq!(town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap(), Handed::Done);
        assert_eq!(town.held(event).await, [2, 3, 0]);
        let letters = town.post().await;
        let to = |name: &str| letters.iter().find(|letter| letter.to_name == name).unwrap();
        assert_eq!(letters.len(), 2, "{letters:?}");
        assert_eq!(to("Asha").subject, "You handed on 2 tickets for Rovers v United");
        assert!(to("Asha").text.contains("Bram has 2 of your tickets now. You have 2 left."), "{}", to("Asha").text);
        assert!(!to("Asha").text.contains("Have fun!"));
        assert_eq!(to("Bram").subject, "Asha handed 2 tickets for Rovers v United on to you");
        assert!(to("Bram").text.contains("Asha writes: Have fun!"), "{}", to("Bram").text);
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{event}")).await.text();
        assert!(page.contains("You handed on 2 tickets."), "{page}");
        let page = town.browser_of(&town.bram).await.get(&format!("/events/{event}")).await.text();
        assert!(page.contains("Someone handed 2 tickets on to you."), "{page}");
        let page = town.browser_of(&town.otto).await.get(&format!("/events/{event}")).await.text();
        assert!(page.contains("Asha handed 2 on to Bram."), "{page}");
    }

    async fn dana_who_never_asked_has_tickets_that_were_handed_to_her(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.dana), 4).await.unwrap();
        assert_eq!(town.held(event).await, [0, 1, 0]);
        assert_eq!(town.request(event, &town.dana).await.allocated, Some(4));
        let event = town.event(event).await;
        assert_eq!((event.demand.people, event.demand.given), (3, 5), "she asked for nothing");
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{}", event.id)).await.text();
        assert!(page.contains("You have no tickets now."), "{page}");
    }

    async fn the_match_itself_says_whether_tickets_can_be_handed_on(town: Town) {
        let event = town.settled_match().await;
        let page = format!("/events/{event}");
        assert!(!town.browser_of(&town.asha).await.get(&page).await.text().contains("Hand on tickets"));
        let done = town.hand_on(event, (&town.asha, &town.bram), 1).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::HandOnOff });
        for (how, button) in [(HandOn::Free, "You can’t undo this."), (HandOn::Confirm, "An organizer has to confirm this.")] {
            town.lets_hand_on(event, how).await;
            let asha = town.browser_of(&town.asha).await.get(&page).await.text();
            assert!(asha.contains("Hand on tickets") && asha.contains(button), "{asha}");
            let olga = town.browser_of(&town.olga).await.get(&page).await.text();
            assert!(!olga.contains("Hand on tickets"), "she has none");
        }
    }

    async fn until_it_begins_tickets_can_be_handed_on_also_when_they_can_no_longer_be_given_back(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::seconds(1) - town.now());
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        town.wait(TimeDelta::seconds(1));
        let begun = town.hand_on(event, (&town.asha, &town.bram), 1).await;
        assert_eq!(refusal(begun), Refusal::NotNow { why: Obstacle::EventBegan });
    }

    async fn an_address_of_nobody_and_one_of_somebody_who_cannot_sign_in_are_refused_alike(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let chloe = town.newcomer("Chloe").await;
        town.change(&chloe, Role::Member, false).await;
        town.post().await;
        for (email, problem) in [
            (chloe.email.clone(), Problem::NobodyThere { seen: chloe.email.clone() }),
            ("nobody@example.org".into(), Problem::NobodyThere { seen: "nobody@example.org".into() }),
            (town.asha.email.clone(), Problem::Oneself),
            (town.asha.email.to_uppercase(), Problem::Oneself),
            ("Bram".into(), Problem::NotAnAddress { seen: "Bram".into() }),
        ] {
            let typed = HandOnForm { number: "1".into(), email, line: String::new(), once: String::new() };
            let done = service::hand_on(&town.site, &town.asha, event, &typed).await;
            assert_eq!(refusal(done), Refusal::field("email", problem));
        }
        assert_eq!(town.held(event).await, [4, 1, 0]);
        assert!(town.post().await.is_empty());
    }

    async fn only_whoever_has_tickets_tries_addresses_and_only_five(town: Town) {
        let event = town.handable(HandOn::Free).await;
        let nobody = HandOnForm { number: "1".into(), email: "nobody@example.org".into(), line: String::new(), once: String::new() };
        for _ in 0..7 {
            let none = service::hand_on(&town.site, &town.olga, event, &nobody).await;
            assert_eq!(refusal(none), Refusal::NotNow { why: Obstacle::NotSoMany });
        }
        // Whom she hands something on to costs her a ticket, and no try.
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        for _ in 0..5 {
            let done = service::hand_on(&town.site, &town.asha, event, &nobody).await;
            assert!(matches!(refusal(done), Refusal::Invalid { .. }));
        }
        for typed in [nobody.clone(), to(&town.bram, 1)] {
            let done = service::hand_on(&town.site, &town.asha, event, &typed).await;
            assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::TriedTooOften }, "whoever it is");
        }
        town.wait(TimeDelta::minutes(12));
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
    }

    async fn nobody_hands_on_what_they_do_not_have_or_are_giving_back(town: Town) {
        let event = town.handable(HandOn::Free).await;
        for number in ["0", "5", "-1", "two"] {
            let typed = HandOnForm { number: number.into(), ..to(&town.bram, 1) };
            let done = service::hand_on(&town.site, &town.asha, event, &typed).await;
            let problem = Problem::OutOfRange { min: 1, max: 4, seen: number.into() };
            assert_eq!(refusal(done), Refusal::field("number", problem));
        }
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("1", "", "")).await.unwrap();
        let done = town.hand_on(event, (&town.asha, &town.bram), 1).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::ReturnUnderWay });
    }

    async fn nobody_has_more_than_one_person_may_with_what_is_offered_to_them(town: Town) {
        // One person may have four. Bram has one and is offered two.
        let event = town.handable(HandOn::Free).await;
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.event(event).await.limit, 4);
        let two = town.hand_on(event, (&town.asha, &town.bram), 2).await;
        assert_eq!(refusal(two), Refusal::NotNow { why: Obstacle::NoRoom });
        town.hand_on(event, (&town.asha, &town.bram), 1).await.unwrap();
        let offer = town.offered(event, &town.bram).await.expect("it stays offered");
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [1, 4, 0]);
        let full = town.hand_on(event, (&town.asha, &town.bram), 1).await;
        assert_eq!(refusal(full), Refusal::NotNow { why: Obstacle::NoRoom });
    }

    async fn what_is_offered_to_whoever_hands_on_goes_to_the_next(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.returned(event, &town.asha, 2).await;
        assert!(town.offered(event, &town.bram).await.is_some());
        town.hand_on(event, (&town.bram, &town.asha), 1).await.unwrap();
        assert_eq!(town.offered(event, &town.bram).await, None, "or he could be offered what he handed to a friend");
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2);
        assert_eq!(town.held(event).await, [3, 0, 0]);
    }

    async fn of_a_match_allocated_by_hand_tickets_are_handed_on_like_of_any_other(town: Town) {
        let event = town.finalized_match().await;
        town.lets_hand_on(event, HandOn::Free).await;
        town.post().await;
        town.hand_on(event, (&town.bram, &town.olga), 2).await.unwrap();
        assert_eq!(town.request(event, &town.bram).await.allocated, Some(1));
        assert_eq!(town.request(event, &town.olga).await.allocated, Some(2));
        town.hand_on(event, (&town.olga, &town.asha), 2).await.unwrap();
        assert_eq!(town.request(event, &town.asha).await.allocated, Some(4));
        assert_eq!(town.post().await.len(), 4);
    }

    async fn on_the_page_of_those_who_run_it_what_is_handed_on_stands_by_itself(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.returned(event, &town.asha, 2).await;
        town.hand_on(event, (&town.asha, &town.olga), 1).await.unwrap();
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        let paths = service::paths(town.site.db.read(), &town.event(event).await).await.unwrap();
        let steps: Vec<Vec<&str>> =
            paths.iter().map(|path| path.steps.iter().map(|step| step.what.as_str()).collect()).collect();
        assert_eq!(steps, [vec!["hand"], vec!["return", "offer", "take"]]);
    }

    async fn of_tickets_that_were_handed_on_the_ledger_says_whose_they_were_and_are(town: Town) {
        let event = town.handable(HandOn::Free).await;
        town.hand_on(event, (&town.asha, &town.bram), 2).await.unwrap();
        town.hand_on(event, (&town.bram, &town.dana), 1).await.unwrap();
        let rows = town.rows("SELECT given, handed, received FROM holdings ORDER BY given, handed").await;
        let counts: Vec<_> = rows.iter().map(|row| ["given", "handed", "received"].map(|name| row[name].as_u64().unwrap())).collect();
        assert_eq!(counts, [[0, 0, 1], [1, 1, 2], [4, 2, 0]]);
        assert_eq!(town.count("after_entries", "what = 'hand' AND reason = '' AND to_label IS NOT NULL").await, 2);
    }
}
