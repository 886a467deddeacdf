//! Tries to get in, or get more, by what one sends.

use std::collections::HashSet;

use axum::http::StatusCode;
use ticket_pool::{
    domain::person::Role,
    server::{
        auth::{Code, Secret},
        chance::SystemChance,
        config::{Settings, Source},
        db::people::Among,
        services::person,
    },
};

use crate::harness::{DOMAIN, event_form};

const INJECTIONS: [&str; 7] = [
    "' OR '1'='1",
    "'; DROP TABLE users; --",
    "\" OR 1=1 --",
    "%' OR '%'='",
    "\\'; --",
    "1); DELETE FROM users; --",
    "%",
];

both! {
    async fn what_is_searched_for_is_text_to_the_database(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let before = town.snapshot(&DOMAIN).await;
        for injection in INJECTIONS {
            assert!(person::list(&town.site, &town.dana, (injection, Among::Everybody), 1).await.unwrap().people.is_empty(), "{injection}");
            let query = serde_urlencoded::to_string([("kind", injection), ("person", injection), ("event", injection)]);
            let page = dana.get(&format!("/admin/audit?{}", query.unwrap())).await;
            assert_eq!(page.status, StatusCode::OK, "{injection}");
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn fields_that_a_form_does_not_have_change_nothing(town: Town) {
        let number = town.match_day().await;
        let mut asha = town.browser_of(&town.asha).await;
        let more = [("role", "admin"), ("status", "inactive"), ("email", "eve@evil.example"), ("id", "1"), ("person", "1")];
        let rename = [&[("name", "Asha Rao")][..], &more[..4]].concat();
        assert_eq!(asha.post("/api/account/rename", &rename).await.location(), "/account");
        let now = town.rows(&format!("SELECT name, email, role, status FROM users WHERE id = {}", town.asha.person)).await;
        assert_eq!(now[0]["name"], "Asha Rao");
        assert_eq!((&now[0]["email"], &now[0]["role"], &now[0]["status"]), (
            &"asha@example.org".into(), &"member".into(), &"active".into()
        ));
        let event = number.to_string();
        let me = town.asha.person.to_string();
        let ask = [
            ("event", &*event), ("person", &me), ("version", "0"), ("tiers[]", "2"), ("allocated", "4"), ("told", "4"),
            ("slips", "64"), ("balance", "-9"), ("pinned", "true"), ("since", "2020-01-01"), ("reason", "because"),
        ];
        assert_eq!(asha.post("/api/request/save", &ask).await.location(), format!("/events/{number}"));
        let request = town.request(number, &town.asha).await;
        assert_eq!((request.allocated, request.told, request.since), (None, None, town.now()));
        let kept = town.rows("SELECT slips, balance, pinned, reason FROM requests").await;
        assert!(kept[0]["slips"].is_null() && kept[0]["balance"].is_null() && kept[0]["reason"] == "");
        let mut otto = town.browser_of(&town.otto).await;
        let form = event_form("Rovers v United");
        let edit = [
            ("event", &*event), ("name", &form.name), ("starts", &form.starts), ("zone", &form.zone), ("tickets", "5"),
            ("limit", "4"), ("version", "0"), ("owner", &me), ("owner_id", &me), ("status", "finalized"),
            ("deleted_at", "2026-11-22"), ("commitment", "00"), ("public_id", "x"),
        ];
        let before = town.event(number).await;
        assert_eq!(otto.post("/api/event/edit", &edit).await.location(), format!("/events/{number}"));
        let after = town.event(number).await;
        assert_eq!((before.status, before.owner, before.commitment), (after.status, after.owner, after.commitment));
        assert_eq!(town.count("events", "deleted_at IS NULL AND public_id <> 'x'").await, 1);
    }

    async fn a_fault_shows_a_reference_and_no_cause(town: Town) {
        town.match_day().await;
        let mut asha = town.browser_of(&town.asha).await;
        town.force("ALTER TABLE requests RENAME TO put_away").await.unwrap();
        let mut references = HashSet::new();
        for path in ["/", "/events", "/events/1", "/events/1/request"] {
            let page = asha.get(path).await;
            assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            let text = page.text();
            let (_, reference) = text.split_once("give an admin this reference: ").expect(path);
            references.insert(reference.chars().take(12).collect::<String>());
            for cause in ["requests r", "SELECT", "no such table", "does not exist", "sqlx", "panicked", "src/"] {
                assert!(!page.body.contains(cause), "{path} says {cause}");
            }
        }
        assert_eq!(references.len(), 4, "each fault has its own");
        let json = asha.post_for_json("/api/request/save", &[("event", "1"), ("tiers[]", "2")]).await;
        assert_eq!(json.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!json.body.contains("table") && json.body.contains("reference"), "{}", json.body);
    }

    async fn an_error_in_the_url_is_said_in_our_words_only(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        for forged in [
            "/problem/%3Cscript%3Ealert(1)%3C/script%3E",
            "/problem/You%20must%20call%20555-1234",
            "/?__err=eyJ0eXBlIjoiU2VydmVyRXJyb3IiLCJtZXNzYWdlIjoiY2FsbCA1NTUifQ&__path=/api/sign-in/ask",
            "/sign-in?error=call%20555-1234&message=call%20555-1234&draft=call555-1234",
            "/account?draft=%3Cscript%3E&notice=call%20555-1234",
        ] {
            let page = asha.get(forged).await;
            assert!(page.status.as_u16() < 500, "{forged}");
            for theirs in ["555-1234", "call 555", "<script>alert", "You must call"] {
                assert!(!page.body.contains(theirs), "{forged} says {theirs}");
            }
        }
        let mut request = asha.request(axum::http::Method::GET, "/");
        request.headers_mut().unwrap().insert("cookie", format!(
            "session={}; notice=call%20555-1234", asha.cookies["session"]
        ).parse().unwrap());
        assert!(!asha.send(request.body(String::new().into()).unwrap()).await.body.contains("555-1234"));
    }

    async fn a_new_system_has_no_account_and_no_key_of_its_own(town: Town) {
        town.empty().await;
        assert_eq!(town.count("users", "1 = 1").await, 0);
        let nobody = town.browser().get("/").await;
        assert_eq!(nobody.location(), "/sign-in");
        for key in ["changeme-changeme-changeme-changeme", "dev-secret-key-dev-secret-key-dev-key", "short"] {
            let source = Source::of([("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true"), ("SECRET_KEY", key)]);
            assert!(Settings::read(&source).unwrap_err().to_string().contains("SECRET_KEY"), "{key}");
        }
        let no_key = Source::of([("DATABASE_URL", "postgres://localhost/tickets")]);
        assert!(Settings::read(&no_key).unwrap_err().to_string().contains("SECRET_KEY"));
    }

    async fn a_demoted_admin_is_none_at_the_next_click(town: Town) {
        town.change(&town.otto, Role::Admin, true).await;
        let mut otto = town.browser_of(&town.otto).await;
        assert_eq!(otto.get("/admin/people").await.status, StatusCode::OK);
        town.change(&town.otto, Role::Member, true).await;
        assert_eq!(otto.get("/admin/people").await.status, StatusCode::FORBIDDEN);
        assert_eq!(otto.post("/api/people/add", &[("name", "Eve"), ("email", "eve@example.org"), ("role", "admin")]).await.location(), "/problem/forbidden");
    }
}

#[test]
fn a_key_of_one_letter_is_refused_with_a_sentence_that_says_how_to_make_one() {
    for key in ["a".repeat(64), "ab".repeat(32), "1234567".repeat(9), "x".repeat(31), "0123456789abcdef".to_owned()] {
        let read = Settings::read(&Source::of([("SECRET_KEY", key.as_str())]));
        let said = read.unwrap_err().to_string();
        assert!(said.contains("SECRET_KEY") && said.contains("generate with `openssl rand -hex 32`"), "{said}");
        assert!(!said.contains(&key), "the key itself is not told");
    }
    for key in ["0123456789abcdef0123456789abcdef", "f3b1c9d0a7e84b6f9c2d1e0a5b4c3d2e"] {
        Settings::read(&Source::of([("SECRET_KEY", key)])).unwrap();
    }
    // What was sealed with such a key can still be opened, to be sealed anew.
    let (new, old) = ("0123456789abcdef0123456789abcdef", "a".repeat(64));
    Settings::read(&Source::of([("SECRET_KEY", new), ("SECRET_KEY_PREVIOUS", &old)])).unwrap();
}

#[test]
fn secrets_are_long_different_and_even() {
    let secrets: HashSet<String> = (0..10_000).map(|_| Secret::new(&SystemChance).expose().to_owned()).collect();
    assert_eq!(secrets.len(), 10_000);
    assert!(secrets.iter().all(|secret| secret.len() == 43), "256 bits in base64url");
    let mut letters = [0_u32; 128];
    secrets.iter().flat_map(|secret| secret.bytes().take(42)).for_each(|letter| letters[usize::from(letter)] += 1);
    let (used, expected) = (letters.iter().filter(|count| **count > 0).count(), 10_000.0 * 42.0 / 64.0);
    let chi_square: f64 =
        letters.iter().filter(|count| **count > 0).map(|count| (f64::from(*count) - expected).powi(2) / expected).sum();
    assert_eq!(used, 64);
    assert!(chi_square < 150.0, "63 degrees of freedom; above 150 once in a hundred million: {chi_square}");
    let codes: HashSet<String> = (0..1_000).map(|_| Code::new(&SystemChance).shown()).collect();
    assert!(codes.len() > 995);
}
