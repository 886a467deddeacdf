//! What goes into a draw from outside and is typed in: everyone sees it, and nothing hides in it.

use ::allocation::Rule;
use ticket_pool::{
    domain::{
        draw::{DrawForm, rule_key},
        event::EventForm,
        ids::EventId,
        typed::Problem,
    },
    error::Refusal,
    server::services::{Done, allocation::Telling, draw},
};

use crate::harness::{Town, event_form, refusal};

/// Otto draws with this typed in.
async fn typed(town: &Town, event: EventId, text: &str) -> Done {
    let version = town.event(event).await.board_version.to_string();
    let form = DrawForm { version, rule: rule_key(Rule::LOTTERY), public_input: text.into(), ..DrawForm::default() };
    draw::make(&town.site, &town.otto, event, &form).await.map(drop)
}

both! {
    /// No two texts that can be typed look alike: what has no width is taken out; double spaces and letters like others are
    /// refused. What is typed may still be no lottery number at all. It stands beside the name that was announced.
    async fn what_is_typed_can_be_seen_and_is_on_the_page(town: Town) {
        let form = EventForm {
            randomness: "typed".into(),
            public_input_name: "The lottery of December 5".into(),
            ..event_form("Rovers v United")
        };
        let number = town.closed_match_like(&form).await;
        for odd in ["3  9", "3\u{a0}9", "\u{ff13} 9", "3\u{2009}9", "\u{0417} 9", "3\u{301} 9"] {
            let done = refusal(typed(&town, number, odd).await);
            let plain = |field: &ticket_pool::domain::typed::FieldError| matches!(field.problem, Problem::NotPlain { .. });
            assert!(matches!(&done, Refusal::Invalid { fields } if fields.iter().all(plain)), "{odd:?}: {done:?}");
        }
        typed(&town, number, "ban\u{200b}an\u{200d}a\u{feff}").await.unwrap();
        town.put_draw(number).await.unwrap();
        town.finalize(number, Telling::All).await.unwrap();
        let page = town.browser_of(&town.asha).await.get(&format!("/events/{number}/draw")).await.text();
        assert!(page.contains("The lottery of December 5") && page.contains("banana"), "{page}");
        let said = super::file(&town, &town.asha, number).await;
        let drawn = super::of_kind(&said, ::allocation::statement::Kind::Draw)[0].clone();
        assert_eq!(drawn.get("randomness"), Some("typed The lottery of December 5 = banana"));
    }
}
