//! A new event that begins like another one.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        after::{AfterForm, Guests, HandOn},
        event::EventForm,
        ids::EventId,
    },
    server::services::{after, event},
};

use super::{attributes, texts};
use crate::harness::{Answer, event_form};

/// What stands in the fields of one line, and which boxes are chosen.
fn fields(page: &Answer) -> Vec<(String, String)> {
    let plain = "form.panel input:not([type=radio], [type=hidden])";
    let names = attributes(page, plain, "name").into_iter().zip(attributes(page, plain, "value"));
    let chosen = "form.panel input[type=radio][checked]";
    names.chain(attributes(page, chosen, "name").into_iter().zip(attributes(page, chosen, "value"))).collect()
}

both! {
    async fn a_duplicate_has_everything_but_the_times(town: Town) {
        let form = EventForm {
            notes: "Gate 4".into(),
            zone: "Asia/Kolkata".into(),
            shows_before: "own".into(),
            shows_after: "numbers".into(),
            new_season: "Season 2027".into(),
            randomness: "typed".into(),
            public_input_name: "the lottery numbers of December 5".into(),
            ..event_form("Rovers v United")
        };
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/new?like={number}")).await;
        let expected = [
            ("name", "Rovers v United"),
            ("starts", ""),
            ("zone", "Asia/Kolkata"),
                    ("place", ""),
                    ("ends", ""),
            ("tickets", "5"),
            ("limit", "4"),
            ("closes", ""),
            ("new_season", ""),
            ("public_input_name", ""),
            ("known_at", ""),
            ("randomness", "drand"),
            ("shows_before", "own"),
            ("shows_after", "numbers"),
        ];
        assert_eq!(fields(&page), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(texts(&page, "select[name=season] option[selected]"), ["Season 2027"]);
        assert_eq!(texts(&page, "textarea[name=notes]"), ["Gate 4"]);
        assert_eq!(attributes(&page, "form.panel", "action"), ["/api/event/create"]);
        assert_eq!(page.count("form.panel input[name=event]"), 0, "nothing of the first one is changed");
        let note = texts(&page, "p.note");
        assert!(note[0].starts_with("Copied from Rovers v United, Sunday, December 6, 2026, 3:00 PM IST."), "{note:?}");
    }

    async fn its_returns_and_guests_come_along_as_long_before_its_own_start(town: Town) {
        let number = town.match_day().await;
        let first = town.event(number).await;
        let zone = first.schedule.zone;
        let until = first.schedule.starts_at - TimeDelta::hours(30);
        let typed = AfterForm {
            returns_until: zone.field(until),
            hand_on: "confirm".into(),
            guests: "required".into(),
            version: first.version.to_string(),
            ..AfterForm::default()
        };
        after::set(&town.site, &town.otto, number, &typed).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/new?like={number}")).await;
        let like = attributes(&page, "form.panel input[name=like]", "value");
        assert_eq!(like, [number.to_string()]);
        let fields = [("name", "Cup"), ("starts", "2027-03-07T15:00"), ("zone", "Europe/London"), ("tickets", "7"), ("limit", "3")];
        for (like, (hand_on, guests, before)) in [
            (number.to_string(), (HandOn::Confirm, Guests::Required, 30)),
            (String::new(), (HandOn::Off, Guests::Off, 2)),
            ("4711".to_owned(), (HandOn::Off, Guests::Off, 2)),
            ("<b>".to_owned(), (HandOn::Off, Guests::Off, 2)),
        ] {
            let name = format!("Cup {like}");
            let mut typed = fields.to_vec();
            typed[0].1 = &name;
            typed.push(("like", &like));
            let created = otto.post("/api/event/create", &typed).await;
            let id = created.location().rsplit('/').next().and_then(EventId::parse).unwrap();
            let made = town.event(id).await;
            assert_eq!((made.after.hand_on, made.after.guests), (hand_on, guests), "{like}");
            assert_eq!(made.schedule.starts_at - made.returns_until(), TimeDelta::hours(before), "{like}");
        }
    }

    async fn whoever_creates_events_may_duplicate_any_they_see(town: Town) {
        let number = town.match_day().await;
        let path = format!("/events/new?like={number}");
        for (who, status) in
            [(&town.otto, StatusCode::OK), (&town.olga, StatusCode::OK), (&town.dana, StatusCode::OK), (&town.asha, StatusCode::FORBIDDEN)]
        {
            assert_eq!(town.browser_of(who).await.get(&path).await.status, status, "{}", who.name);
        }
        let everyone = town.with_settings(&[("WHO_CREATES", "everyone")]);
        assert_eq!(everyone.browser_of(&town.asha).await.get(&path).await.status, StatusCode::OK);
        assert!(town.browser().get(&path).await.location().starts_with("/sign-in?next="));
        event::delete(&town.site, &town.dana, number).await.unwrap();
        let mut otto = town.browser_of(&town.otto).await;
        for like in [number.to_string().as_str(), "4711", "0", "-1", "x", "", "99999999999", "%3Cscript%3E"] {
            let page = otto.get(&format!("/events/new?like={like}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{like}");
        }
    }

    async fn a_hostile_name_is_text_in_its_field_and_in_the_hint(town: Town) {
        const NAME: &str = "</title></textarea><script>alert(1)</script> \"' onfocus=alert(2) x=\"";
        let form = EventForm { notes: NAME.into(), ..event_form(NAME) };
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        let page = town.browser_of(&town.otto).await.get(&format!("/events/new?like={number}")).await;
        assert!(!page.body.contains("<script>alert"), "{}", page.body);
        assert_eq!(page.count("[onfocus]"), 0);
        assert_eq!(attributes(&page, "input[name=name]", "value"), [NAME]);
        assert!(texts(&page, "p.note")[0].contains("<script>alert(1)</script>"));
    }

    async fn a_refused_duplicate_keeps_what_was_typed_and_a_whole_one_is_created(town: Town) {
        let number = town.match_day().await;
        let mut otto = town.browser_of(&town.otto).await;
        let typed = [("name", "Rovers v City"), ("starts", ""), ("zone", "Europe/London"), ("tickets", "7"), ("limit", "3")];
        let refused = otto.post("/api/event/create", &typed).await;
        assert!(refused.location().starts_with("/events/new?draft="), "{}", refused.location());
        for path in [refused.location().to_owned(), format!("{}&like={number}", refused.location())] {
            let page = otto.get(&path).await;
            assert_eq!(attributes(&page, "input[name=name]", "value"), ["Rovers v City"], "{path}");
            assert_eq!(attributes(&page, "input[name=tickets]", "value"), ["7"], "{path}");
            assert_eq!((page.count("#starts-error"), page.count("p.note")), (1, 0), "{path}");
        }
        let mut whole = typed;
        whole[1].1 = "2026-12-13T15:00";
        let created = otto.post("/api/event/create", &whole).await;
        assert_eq!(created.location(), format!("/events/{}", number.get() + 1));
    }

    async fn those_who_run_an_event_find_the_link_on_its_page(town: Town) {
        let number = town.match_day().await;
        let link = format!("a[href='/events/new?like={number}']");
        for (who, links) in [(&town.otto, 1), (&town.dana, 1), (&town.olga, 0), (&town.asha, 0)] {
            let page = town.browser_of(who).await.get(&format!("/events/{number}")).await;
            assert_eq!(page.count(&link), links, "{}", who.name);
        }
    }
}
