use chrono::TimeDelta;
use ticket_pool::{
    domain::{ids::EventId, person::Role, typed::Problem},
    error::{Obstacle, Refusal},
    server::services::{
        Done,
        after::{self as service, Gave},
        draft::forms::GiveForm,
    },
};

use crate::harness::{Town, refusal};

fn to(person: &ticket_pool::server::auth::Actor, number: &str) -> GiveForm {
    let (person, number, reason) = (person.person.to_string(), number.to_owned(), "They help at the door.".to_owned());
    GiveForm { person, number, reason, ..GiveForm::default() }
}

/// Otto gives it, from the page as it is now.
async fn give(town: &Town, event: EventId, form: &GiveForm) -> Done<Gave> {
    let seen = town.event(event).await.after.sequence.to_string();
    service::give(&town.site, &town.otto, event, (form, &seen)).await
}

/// Three tickets of Asha's are on the open table.
async fn on_the_table(town: &Town) -> EventId {
    let event = town.settled_match().await;
    let starts_at = town.event(event).await.schedule.starts_at;
    town.wait(starts_at - TimeDelta::hours(12) - town.now());
    town.returned(event, &town.asha, 3).await;
    town.post().await;
    event
}

both! {
    async fn otto_gives_two_from_the_table_to_olga_who_reads_why(town: Town) {
        let event = on_the_table(&town).await;
        assert_eq!(give(&town, event, &to(&town.olga, "2")).await.unwrap(), Gave::Within);
        assert_eq!((town.held(event).await, town.event(event).await.after.on_table), ([1, 1, 2], 1));
        let letters = town.post().await;
        assert_eq!(letters.len(), 1);
        let text = &letters[0].text;
        assert!(text.contains("The organizer gave you 2 tickets. You now have 2."), "{text}");
        assert!(text.contains("Reason: They help at the door."), "{text}");
        let noted = town.count("audit_log", "action = 'after.give'").await;
        assert_eq!(noted, 1);
    }

    async fn dana_who_asked_for_nothing_is_found_by_her_address(town: Town) {
        let event = on_the_table(&town).await;
        let form = GiveForm { person: String::new(), email: "Dana@example.org ".into(), ..to(&town.dana, "1") };
        give(&town, event, &form).await.unwrap();
        assert_eq!(town.request(event, &town.dana).await.allocated, Some(1));
    }

    async fn more_than_one_person_may_have_is_for_otto_to_decide_and_he_is_told_so(town: Town) {
        let event = on_the_table(&town).await;
        let one = give(&town, event, &to(&town.asha, "2")).await.unwrap();
        assert_eq!(one, Gave::Within);
        town.returned(event, &town.bram, 1).await;
        let two = give(&town, event, &to(&town.asha, "2")).await.unwrap();
        assert_eq!((two, town.held(event).await), (Gave::AboveLimit, [5, 0, 0]));
        assert_eq!(town.event(event).await.limit, 4);
    }

    async fn what_the_result_left_over_is_given_before_anyone_is_asked(town: Town) {
        let event = town.match_day().await;
        town.set_tickets(event, 6).await;
        town.settle_in_turn(event, &[(&town.asha, &[4, 2]), (&town.bram, &[3, 1]), (&town.olga, &[2])]).await;
        assert_eq!(town.held(event).await, [4, 1, 0]);
        give(&town, event, &to(&town.olga, "1")).await.unwrap();
        assert_eq!((town.held(event).await, town.all_offers(event).await), ([4, 1, 1], vec![]));
    }

    async fn nothing_is_given_that_cannot_be(town: Town) {
        let event = on_the_table(&town).await;
        let number = |seen: &str| match seen.parse::<u32>() {
            Ok(_) => Problem::OutOfRange { min: 1, max: 3, seen: seen.into() },
            Err(_) if seen == "-1" => Problem::OutOfRange { min: 1, max: 3, seen: seen.into() },
            Err(_) => Problem::NotANumber { seen: seen.into() },
        };
        for wrong in ["0", "-1", "4", "two"] {
            let refused = give(&town, event, &to(&town.olga, wrong)).await;
            assert_eq!(refusal(refused), Refusal::field("number", number(wrong)));
        }
        let gone = town.newcomer("Gone").await;
        town.change(&gone, Role::Member, false).await;
        let at = |email: &str| GiveForm { person: String::new(), email: email.into(), ..to(&town.olga, "1") };
        let nobody = |seen: &str| Problem::NobodyThere { seen: seen.into() };
        let cases = [
            (at("gone@example.org"), "email", nobody("gone@example.org")),
            (at("nobody@example.org"), "email", nobody("nobody@example.org")),
            (at("olga"), "email", Problem::NotAnAddress { seen: "olga".into() }),
            (at(""), "person", Problem::NoSuchPerson),
            (to(&town.dana, "1"), "person", Problem::NoSuchPerson),
            (to(&gone, "1"), "person", Problem::NoSuchPerson),
            (GiveForm { email: "dana@example.org".into(), ..to(&town.olga, "1") }, "email", Problem::TwoPeople),
            (GiveForm { reason: " ".into(), ..to(&town.olga, "1") }, "reason", Problem::Missing),
            (
                GiveForm { reason: "n".repeat(3_000), ..to(&town.olga, "1") },
                "reason",
                Problem::TooLong { max: 300, seen: 3_000 },
            ),
        ];
        for (form, field, problem) in cases {
            assert_eq!(refusal(give(&town, event, &form).await), Refusal::field(field, problem), "{form:?}");
        }
        for who in [&town.asha, &town.bram, &town.olga] {
            let seen = town.event(event).await.after.sequence.to_string();
            let refused = service::give(&town.site, who, event, (&to(who, "1"), &seen)).await;
            assert_eq!(refusal(refused), Refusal::Forbidden);
        }
        assert_eq!(town.held(event).await, [1, 1, 0]);
    }

    async fn pressed_twice_it_is_given_once(town: Town) {
        let event = on_the_table(&town).await;
        let seen = town.event(event).await.after.sequence.to_string();
        let form = to(&town.olga, "1");
        let press = || service::give(&town.site, &town.otto, event, (&form, &seen));
        let (one, two) = tokio::join!(press(), press());
        let late = if one.is_ok() { two } else { one };
        assert!(matches!(refusal(late), Refusal::Conflict { .. }));
        assert_eq!(town.held(event).await, [1, 1, 1]);
    }

    async fn otto_gives_himself_some_and_everyone_can_read_why(town: Town) {
        let event = on_the_table(&town).await;
        let form = GiveForm { person: String::new(), email: "otto@example.org".into(), ..to(&town.otto, "1") };
        give(&town, event, &form).await.unwrap();
        let record = town.browser_of(&town.bram).await.get(&format!("/events/{event}/draws/1.json")).await.body;
        assert!(record.contains("They help at the door."), "{record}");
    }

    async fn to_whom_something_is_offered_nothing_is_given_meanwhile(town: Town) {
        let event = town.match_day().await;
        town.set_tickets(event, 6).await;
        town.settle_in_turn(event, &[(&town.asha, &[4, 2]), (&town.bram, &[3, 1]), (&town.olga, &[2])]).await;
        town.returned(event, &town.asha, 2).await;
        assert_eq!(town.offered(event, &town.bram).await.unwrap().number, 2);
        let refused = give(&town, event, &to(&town.bram, "1")).await;
        assert_eq!(refusal(refused), Refusal::NotNow { why: Obstacle::OfferOpen });
    }
}
