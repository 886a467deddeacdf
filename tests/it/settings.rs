//! How this site is set up, whether mail works, and the first steps after the set-up.

use chrono::TimeDelta;
use ticket_pool::{
    domain::person::Role,
    server::{
        auth::Secret,
        mail::{Account, Health},
        services::set_up,
    },
};

use crate::harness::{Browser, Town, person_form};

const SETTINGS: &str = "/admin/settings";

/// A town that sends its mail through SES.
pub fn by_ses(town: &Town) -> Town {
    town.with_settings(&[
        ("APP_NAME", "Rovers & Friends"),
        ("MAIL_ENABLED", "true"),
        ("SES_SENDER_EMAIL", "tickets@example.org"),
        ("SES_CONFIGURATION_SET", "pool-set"),
        ("MAIL_RATE", "2.5"),
        ("AWS_REGION", "eu-west-2"),
        ("AWS_ACCESS_KEY_ID", "AKIAFORTYTWO"),
        ("AWS_SECRET_ACCESS_KEY", "never-shown-anywhere"),
        ("TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1"),
        ("SECURITY_CONTACT", "security@example.org"),
        ("TIME_ZONE", "Europe/London"),
        ("DRAND_URLS", "https://beacon.example.org/,http://127.0.0.1:8321"),
    ])
}

async fn page(browser: &mut Browser) -> String {
    let answer = browser.get(SETTINGS).await;
    assert_eq!(answer.status, 200);
    answer.text()
}

fn account() -> Account {
    Account { sending: true, sandbox: false, a_second: 14.0, a_day: 50_000, sent: 120 }
}

/// A form for a test message, sent from the page of the settings.
async fn ask_for_test(browser: &mut Browser) -> String {
    browser.post("/api/mail/test", &[]).await.location().to_owned()
}

both! {
    async fn an_admin_reads_every_setting_and_no_secret(town: Town) {
        let town = by_ses(&town);
        let mut dana = town.browser_of(&town.dana).await;
        let answer = dana.get(SETTINGS).await;
        let text = answer.text();
        for (name, value) in [
            ("APP_NAME", "Rovers & Friends"),
            ("APP_URL", "http://localhost:5000"),
            ("LISTEN", "127.0.0.1:5000"),
            ("DATABASE", "SQLite, /nowhere/tickets.db"),
            ("MAIL_ENABLED", "true"),
            ("MAIL_TRANSPORT", "ses"),
            ("AWS_REGION", "eu-west-2"),
            ("MAIL_FROM", "tickets@example.org"),
            ("SES_CONFIGURATION_SET", "pool-set"),
            ("MAIL_RATE", "2.5"),
            ("WHO_CREATES", "organizers"),
            ("LOGIN_UNBOUND", "button"),
            ("TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1/32"),
            ("TIME_ZONE", "Europe/London"),
            ("LOG_FORMAT", "text"),
            ("DRAND_URLS", "https://beacon.example.org, http://127.0.0.1:8321"),
            ("SECURITY_CONTACT", "mailto:security@example.org"),
        ] {
            assert!(text.contains(&format!("{name}{value}")), "{name} is {value}: {text}");
        }
        assert!(text.contains(concat!("version ", env!("CARGO_PKG_VERSION"))));
        for secret in ["AKIAFORTYTWO", "never-shown-anywhere", "0123456789abcdef"] {
            assert!(!answer.body.contains(secret), "{secret}");
        }
    }

    async fn of_a_mail_server_neither_user_nor_password_is_shown(town: Town) {
        let town = town.with_settings(&[("SMTP_URL", "smtps://tickets%40example.org:never-shown-anywhere@smtp.example.org")]);
        let mut dana = town.browser_of(&town.dana).await;
        let answer = dana.get(SETTINGS).await;
        for shown in ["MAIL_ENABLEDtrue", "MAIL_TRANSPORTsmtp", "MAIL_FROMtickets@example.org", "SMTP_URLsmtps://smtp.example.org:465"] {
            assert!(answer.text().contains(shown), "{shown}: {}", answer.text());
        }
        assert!(!answer.body.contains("never-shown-anywhere"));
        assert!(answer.text().contains("We haven’t heard from the mail server yet."));
        for (down, said) in [(false, "The mail server is ready."), (true, "The mail server isn’t responding. Emails will wait.")] {
            town.site.mail_health.send_replace(Some((town.now(), Health { down, account: None })));
            assert!(page(&mut dana).await.contains(said), "{said}");
        }
        town.site.mail_health.send_replace(None);
    }

    async fn of_a_database_elsewhere_the_password_is_not_shown(town: Town) {
        let url = "postgres://pool:never-shown-anywhere@db.example.org:5432/tickets?sslmode=require";
        let town = town.with_settings(&[("DATABASE_URL", url)]);
        let answer = town.browser_of(&town.dana).await.get(SETTINGS).await;
        assert!(answer.text().contains("DATABASE_URLPostgreSQL, tickets at db.example.org:5432"));
        assert!(!answer.body.contains("never-shown-anywhere") && !answer.body.contains("sslmode"));
    }

    async fn the_page_says_how_mail_stands_as_the_worker_heard_it_last(town: Town) {
        let printed = page(&mut town.browser_of(&town.dana).await).await;
        assert!(printed.contains("Messages are printed in the server log instead."), "{printed}");
        let town = by_ses(&town);
        let mut dana = town.browser_of(&town.dana).await;
        assert!(page(&mut dana).await.contains("We haven’t heard from Amazon SES yet."));
        for (health, said) in [
            (Health { down: false, account: Some(account()) }, "Amazon SES is ready. 120 of 50,000 emails sent in the last 24 hours"),
            (Health { down: false, account: Some(Account { sandbox: true, ..account() }) }, "is in sandbox mode"),
            (Health { down: true, account: Some(Account { sending: false, ..account() }) }, "has paused sending"),
            (Health { down: true, account: None }, "Amazon SES isn’t responding."),
            (Health { down: false, account: None }, "won’t share account details"),
        ] {
            town.site.mail_health.send_replace(Some((town.now(), health)));
            let text = page(&mut dana).await;
            assert!(text.contains(said) && text.contains("As of 2026-11-22 12:00:00"), "{said}: {text}");
        }
        town.site.mail_health.send_replace(None);
    }

    async fn dana_sends_herself_a_test_message_and_one_a_minute_at_most(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        town.post().await;
        assert_eq!(ask_for_test(&mut dana).await, SETTINGS);
        assert!(page(&mut dana).await.contains("Email is off: the test email is printed where the program runs, not sent."));
        assert_eq!(ask_for_test(&mut dana).await, SETTINGS);
        let [letter] = &town.post().await[..] else { panic!("one letter") };
        assert_eq!((letter.to_address.as_str(), letter.subject.as_str()), ("dana@example.org", "Test email from Ticket Pool"));
        assert!(letter.text.contains("If you can read this, email works."), "{}", letter.text);
        assert_eq!(letter.reply_to, None);
        town.wait(TimeDelta::minutes(1));
        assert_eq!(ask_for_test(&mut dana).await, SETTINGS);
        assert_eq!(town.post().await.len(), 1);
        assert_eq!(town.count("audit_log", "action = 'mail.test'").await, 3);
    }

    async fn nobody_can_fill_the_queue_with_test_messages(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let mut leads = Vec::new();
        for _ in 0..8 {
            leads.push(ask_for_test(&mut dana).await);
        }
        let (sent, refused) = leads.split_at(5);
        assert!(sent.iter().all(|to| to == SETTINGS), "{leads:?}");
        assert!(refused.iter().all(|to| to.starts_with("/admin/settings?draft=")), "{leads:?}");
        assert!(dana.get(&refused[0]).await.text().contains("That’s a lot of requests at once"));
    }

    async fn whoever_set_the_site_up_is_shown_what_to_do_next(town: Town) {
        town.empty().await;
        let token: Secret = set_up::offer(&town.site).await.unwrap().unwrap();
        let mut fay = town.browser();
        let page = fay.get(&format!("/set-up/{}", token.expose())).await.text();
        for shown in ["APP_URLhttp://localhost:5000", "MAIL_ENABLEDfalse", "DATABASESQLite", "TIME_ZONEUTC"] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        let form = person_form("Fay", Role::Admin);
        let fields = [("token", token.expose()), ("name", &*form.name), ("email", &*form.email)];
        let answer = fay.post("/api/set-up", &fields).await;
        assert!(answer.location() == "/" || answer.location().starts_with("/?"), "{}", answer.location());
        let next = fay.get(answer.location()).await;
        for step in ["/admin/settings", "/admin/people/import", "/events/new", "/events/new?sample=1"] {
            assert!(next.count(&format!("ol.steps a[href='{step}']")) == 1, "{step}");
        }
        let settings = fay.get(SETTINGS).await;
        assert_eq!((settings.count("form[action='/api/mail/test']"), settings.count("ol.steps")), (1, 0));
        assert_eq!(fay.post("/api/mail/test", &[]).await.location(), SETTINGS);
        assert_eq!(town.post().await.len(), 1);
    }

    async fn a_sample_event_is_filled_in_and_only_has_to_be_created(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/events/new?sample=1").await;
        let value = |field: &str, value: &str| page.count(&format!("input[name='{field}'][value='{value}']"));
        let fields = [("name", "Sample: Lions vs. Bears"), ("starts", "2026-12-13T15:00"), ("zone", "UTC"), ("tickets", "10")];
        for (field, expected) in fields {
            assert_eq!(value(field, expected), 1, "{field}");
        }
        assert_eq!(dana.get("/events/new").await.count("input[name='name'][value='']"), 1);
        let rest = [("limit", "8"), ("shows_before", "numbers"), ("shows_after", "names")];
        let answer = dana.post("/api/event/create", &[&fields[..], &rest].concat()).await;
        assert!(answer.location().starts_with("/events/") && !answer.location().contains("draft"), "{}", answer.location());
        assert_eq!(town.count("events", "name = 'Sample: Lions vs. Bears'").await, 1);
    }
}
