//! What goes into draws from outside, as an event's form says it.

use ticket_pool::{
    domain::{event::EventForm, typed::Problem},
    error::Refusal,
    server::services::event,
};

use crate::harness::{event_form, refusal};

both! {
    async fn what_goes_in_is_settled_with_the_first_request(town: Town) {
        let mut form = event_form("Rovers v United");
        form.randomness = "drand".into();
        let event = event::create(&town.site, &town.otto, &form).await.unwrap();
        form.version = town.event(event).await.version.to_string();
        form.randomness = "typed".into();
        form.public_input_name = "The lottery of December 5".into();
        form.known_at = "2026-12-05T20:00".into();
        event::edit(&town.site, &town.otto, event, &form).await.unwrap();
        town.ask(event, &town.asha, &[1]).await.unwrap();
        form.version = town.event(event).await.version.to_string();
        let other = |field: &str, change: &dyn Fn(&mut EventForm)| {
            let mut form = form.clone();
            change(&mut form);
            (field.to_owned(), form)
        };
        for (field, form) in [
            other("public_input_name", &|form| form.public_input_name = "The lottery of December 6".into()),
            other("known_at", &|form| form.known_at = "2026-12-05T21:00".into()),
            other("randomness", &|form| {
                form.randomness = "none".into();
                (form.public_input_name, form.known_at) = (String::new(), String::new());
            }),
        ] {
            let done = event::edit(&town.site, &town.otto, event, &form).await;
            assert_eq!(refusal(done), Refusal::field(&field, Problem::NamedTooLate));
        }
    }

    async fn what_is_typed_in_has_a_name_and_becomes_known_after_the_close(town: Town) {
        let typed = |name: &str, known_at: &str, randomness: &str| {
            let mut form = event_form("Rovers v United");
            form.randomness = randomness.into();
            form.public_input_name = name.into();
            form.known_at = known_at.into();
            form
        };
        for (form, field, problem) in [
            (typed("", "", "typed"), "public_input_name", Problem::Missing),
            (typed("Numbers", "", "drand"), "public_input_name", Problem::NothingIsTyped),
            (typed("", "2026-12-05T20:00", "none"), "known_at", Problem::NothingIsTyped),
            (typed("Numbers", "2026-12-04T18:00", "typed"), "known_at", Problem::KnownTooSoon),
            (typed("Numbers", "soon", "typed"), "known_at", Problem::NotATime { seen: "soon".into() }),
            (
                typed("Numbers", "9999-12-31T23:00", "typed"),
                "known_at",
                Problem::TooFarAhead { seen: "9999-12-31T23:00".into(), latest: "2036-11-22".into() },
            ),
            (typed("a\u{200b}  b", "", "typed"), "public_input_name", Problem::NotPlain { seen: "  ".into() }),
            (
                typed("", "", "dice"),
                "randomness",
                Problem::NotAChoice { seen: "dice".into(), accepted: "drand, typed, none".into() },
            ),
        ] {
            let done = event::create(&town.site, &town.otto, &form).await;
            assert_eq!(refusal(done), Refusal::field(field, problem), "{form:?}");
        }
        event::create(&town.site, &town.otto, &typed("Numbers", "2026-12-04T18:01", "typed")).await.unwrap();
    }
}
