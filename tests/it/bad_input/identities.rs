//! Identities that name nothing, wherever a form or a URL takes one: never another row, and never the first.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use server_fn::axum::server_fn_paths;
use ticket_pool::{api::Reply, domain::typed::Problem, error::Refusal};

use crate::{
    border::functions::{Call, Form, ONE_EACH, Stage, Who, pairs, reply},
    harness::{Browser, DOMAIN},
    site_map::{found, places},
};

/// What is no identity. Some of it was one once: the first row, the seventh, the one of which a URL has only a part.
const GARBLED: [&str; 10] = ["", "0", "-1", "2147483648", "007", "１", "abc", " 1", "1.0", "1 "];

/// The fields that name something.
const IDENTITIES: [&str; 6] = ["event", "person", "message", "device", "season", "offer"];

/// What names nothing that has an identity.
const NAMELESS: [&str; 22] = [
    "/api/account/address/ask",
    "/api/account/address/cancel",
    "/api/account/address/confirm",
    "/api/account/address/undo",
    "/api/account/rename",
    "/api/account/sign-out/all",
    "/api/account/sign-out/others",
    "/api/account/zone",
    "/api/account/language",
    "/api/event/create",
    "/api/mail/test",
    "/api/mail/resend-all",
    "/api/mail/alarms",
    "/api/offers/answer",
    "/api/people/add",
    "/api/people/import/look",
    "/api/people/import/save",
    "/api/set-up",
    "/api/sign-in/ask",
    "/api/sign-in/code",
    "/api/sign-in/redeem",
    "/api/sign-out",
];

/// A form that would be accepted from Dana. The mail's button stands on an event's page.
async fn ready(stage: &Stage, call: Call) -> (Browser, Form) {
    let mut dana = stage.browser(Who::Dana).await;
    let mut form = stage.form(call, Who::Dana, &mut dana).await;
    if matches!(call, Call::SendAgain | Call::TellInPerson) {
        form.push(("event".to_owned(), "1".to_owned()));
    }
    (dana, form)
}

/// What is told of a garbled identity. `None` where a field may be left empty: it is one's own request, or the email queue.
fn told(call: Call, field: &str, garbled: &str) -> Option<Refusal> {
    let choice = matches!(call, Call::AddOrganizer | Call::RemoveOrganizer | Call::HandOver | Call::GiveTickets);
    let optional = matches!(call.path(), "/api/request/save" | "/api/request/withdraw" | "/api/request/restore")
        || matches!(call.path(), "/api/after/give-back" | "/api/after/keep" | "/api/guests/save");
    let every_season = matches!(call.path(), "/api/account/emails" | "/api/emails/choose") && field == "season";
    let optional =
        optional && field == "person" || every_season || call.path().starts_with("/api/mail/") && field == "event";
    match (field, garbled) {
        (_, "") if optional => None,
        // Who is chosen in a form is told beside it.
        ("person", _) if call == Call::RemoveSteward => Some(Refusal::field("email", Problem::NoSuchPerson)),
        ("person", _) if choice => Some(Refusal::field("person", Problem::NoSuchPerson)),
        _ => Some(Refusal::NotFound),
    }
}

both! {
    async fn a_form_that_names_nothing_does_nothing(town: Town) {
        let stage = Stage::set(&town).await;
        let (mut visited, mut wrongs) = (BTreeSet::new(), Vec::new());
        let of_others =
            [Call::AskForBram, Call::WithdrawOfBram, Call::RestoreOfBram, Call::GiveBackOfBram, Call::KeepOfBram];
        for call in ONE_EACH.into_iter().chain(of_others) {
            if NAMELESS.contains(&call.path()) {
                continue;
            }
            visited.insert(call.path());
            let (mut dana, form) = ready(&stage, call).await;
            let before = town.snapshot(&DOMAIN).await;
            for field in IDENTITIES.into_iter().filter(|field| form.iter().any(|(name, _)| name == field)) {
                for garbled in GARBLED {
                    let Some(refusal) = told(call, field, garbled) else { continue };
                    let mut form = form.clone();
                    form.iter_mut().filter(|(name, _)| name == field).for_each(|(_, value)| garbled.clone_into(value));
                    let answer = dana.post(call.path(), &pairs(&form)).await;
                    let (there, nowhere) = (answer.location().to_owned(), refusal == Refusal::NotFound);
                    let right = if nowhere { there == "/problem/not-found" } else { there.contains("draft=") };
                    let answer = dana.post_for_json(call.path(), &pairs(&form)).await;
                    match reply(&answer) {
                        Reply::Refused { refusal: seen, .. } if right && seen == refusal => {}
                        _ => wrongs.push(format!("{call:?} {field}={garbled:?}: {there}, {}", answer.body)),
                    }
                }
            }
            if town.snapshot(&DOMAIN).await != before {
                wrongs.push(format!("{call:?}: something changed"));
            }
        }
        assert!(wrongs.is_empty(), "{} wrongs:\n{}", wrongs.len(), wrongs.join("\n"));
        let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
        let nameless: BTreeSet<&str> = NAMELESS.into_iter().collect();
        assert_eq!(visited.union(&nameless).copied().collect::<BTreeSet<_>>(), there);
    }

    async fn a_page_about_nothing_is_not_found(town: Town) {
        let places = places(found(&town).await);
        let routes: BTreeSet<&str> = places.iter().map(|place| place.route).filter(|route| route.contains("{number}")).collect();
        assert_eq!(routes.len(), 17);
        let mut dana = town.browser_of(&town.dana).await;
        let before = town.snapshot(&DOMAIN).await;
        for garbled in GARBLED {
            let encoded = garbled.replace(' ', "%20").replace('１', "%EF%BC%91");
            for route in &routes {
                for path in [
                    route.replace("{number}", &encoded).replace("{person}", "1"),
                    route.replace("{number}", "1").replace("{person}", &encoded),
                ] {
                    // Where nothing is garbled, or nothing is left of the part, it is another page.
                    if path == route.replace("{number}", "1").replace("{person}", "1") || path.ends_with('/') {
                        continue;
                    }
                    let answer = dana.get(&path).await;
                    // A blank before a number, or behind a whole link, came from the text around it.
                    if garbled.starts_with(' ') || garbled.ends_with(' ') && path.ends_with(&encoded) {
                        let meant = path.replace("%20", "");
                        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, &*meant), "{path}");
                        continue;
                    }
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
                    assert!(answer.text().contains("We can’t find that page, or you don’t have access to it."), "{path}");
                }
            }
            for file in ["results.csv", "door.csv", "event.ics", "draws/1.json", "statements.json"].iter().filter(|_| !garbled.is_empty()) {
                let path = format!("/events/{encoded}/{file}");
                let answer = dana.get(&path).await;
                assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/problem/not-found"), "{path}");
            }
            if !garbled.is_empty() {
                let path = format!("/seasons/{encoded}/people.csv");
                let answer = dana.get(&path).await;
                assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/problem/not-found"), "{path}");
            }
            let path = format!("/events/new?like={encoded}");
            assert_eq!(dana.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }
}
