//! One entry for each thing that happens, from where it happened, without a secret; and none that ever changes.

use sea_orm::DbBackend;
use serde_json::Value;
use ticket_pool::{
    domain::{
        board::{BoardForm, key},
        person::Email,
        request::RequestForm,
    },
    server::services::{allocation, event, request, set_up},
};

use crate::{
    harness::{Browser, Town, board, event_form, wish},
    signing_in::{code_in, token_in},
};

/// The number of the last entry.
async fn last(town: &Town) -> i64 {
    town.rows("SELECT id FROM audit_log ORDER BY id DESC LIMIT 1").await[0]["id"].as_i64().unwrap()
}

/// What was noted after an entry: action, from where, by whom, about whom.
async fn noted_after(town: &Town, last: i64) -> Vec<(String, String, Option<i64>, Option<i64>)> {
    let after = format!("SELECT action, client, actor_id, user_id FROM audit_log WHERE id > {last} ORDER BY id");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = town.rows(&after).await;
    let rows = rows
        .iter()
        .map(|row| (text(&row["action"]), text(&row["client"]), row["actor_id"].as_i64(), row["user_id"].as_i64()));
    rows.collect()
}

/// Asks for an email in this browser: its token and its code.
async fn mailed(town: &Town, browser: &mut Browser, email: &str) -> (String, String) {
    town.post().await;
    assert_eq!(browser.post("/api/sign-in/ask", &[("email", email)]).await.location(), "/sign-in/check-mail");
    let letters = town.post().await;
    let letter = letters.iter().rfind(|letter| letter.to_address == email).unwrap();
    (token_in(&letter.text), code_in(&letter.text))
}

/// Any code but this one.
fn another(code: &str) -> &'static str {
    if code == "1234 5678" { "8765 4321" } else { "1234 5678" }
}

both! {
    async fn the_database_itself_refuses_to_change_the_log(town: Town) {
        let before = town.snapshot(&["audit_log"]).await;
        assert!(before[0].1.len() >= 5);
        let mut attempts = vec![
            "UPDATE audit_log SET action = 'event.edit'",
            "UPDATE audit_log SET actor_id = NULL",
            "UPDATE audit_log SET client = '203.0.113.9' WHERE id = (SELECT MIN(id) FROM audit_log)",
            "DELETE FROM audit_log",
            "DELETE FROM audit_log WHERE id = (SELECT MAX(id) FROM audit_log)",
        ];
        if town.site.db.backend() == DbBackend::Postgres {
            attempts.push("TRUNCATE audit_log");
        }
        for sql in attempts {
            let refused = town.force(sql).await.expect_err(sql).to_string();
            assert!(refused.contains("the audit log only grows"), "{sql}: {refused}");
        }
        let entry = |action: &str| {
            format!(
                "INSERT INTO audit_log (at, action, details, client) \
                 VALUES ('2026-11-22T12:00:00+00:00', '{action}', '{{}}', '')"
            )
        };
        let refused = town.force(&entry("")).await.unwrap_err().to_string();
        let says = ["an entry says what was done", "audit_log_says_what"];
        assert!(says.iter().any(|says| refused.contains(says)), "{refused}");
        assert_eq!(town.snapshot(&["audit_log"]).await, before);
        town.force(&entry("event.edit")).await.unwrap();
        assert_eq!(town.count("audit_log", "action = 'event.edit'").await, 1, "a new entry is taken");
    }

    async fn no_entry_is_replaced_by_another_with_its_number(town: Town) {
        let before = town.snapshot(&["audit_log"]).await;
        let columns = "(id, at, action, details, client)";
        let values = "VALUES (1, '2026-11-22T12:00:00+00:00', 'event.edit', '{}', '')";
        for sql in [
            format!("INSERT INTO audit_log {columns} {values}"),
            format!("INSERT INTO audit_log {columns} {values} ON CONFLICT (id) DO UPDATE SET action = 'event.edit'"),
            format!("INSERT OR REPLACE INTO audit_log {columns} {values}"),
        ] {
            assert!(town.force(&sql).await.is_err(), "{sql}");
        }
        assert_eq!(town.snapshot(&["audit_log"]).await, before);
    }

    async fn every_way_in_and_out_leaves_one_entry_from_where_it_was_taken(town: Town) {
        let (mut browser, asha) = (town.browser(), Some(i64::from(town.asha.person.get())));
        let one = |action: &str, actor, person| vec![(action.to_owned(), "192.0.2.1".to_owned(), actor, person)];
        let (token, _) = mailed(&town, &mut browser, "asha@example.org").await;
        let mut before = last(&town).await;
        browser.get(&format!("/sign-in/link/{token}")).await;
        browser.post("/api/sign-in/redeem", &[("token", &token)]).await;
        assert_eq!(noted_after(&town, before).await, one("session.start", asha, asha), "by link");
        before = last(&town).await;
        town.browser().post("/api/sign-in/redeem", &[("token", &token)]).await;
        assert_eq!(noted_after(&town, before).await, one("sign-in.spent-link", None, asha), "by a spent link");
        before = last(&town).await;
        browser.post("/api/sign-out", &[]).await;
        assert_eq!(noted_after(&town, before).await, one("session.end", asha, asha), "out");
        before = last(&town).await;
        let (_, code) = mailed(&town, &mut browser, "asha@example.org").await;
        assert!(noted_after(&town, before).await.is_empty(), "asking alone");
        browser.post("/api/sign-in/code", &[("code", another(&code))]).await;
        assert_eq!(noted_after(&town, before).await, one("sign-in.wrong-code", None, asha), "by a wrong code");
        before = last(&town).await;
        browser.post("/api/sign-in/code", &[("code", &code)]).await;
        assert_eq!(noted_after(&town, before).await, one("session.start", asha, asha), "by code");
        before = last(&town).await;
        browser.post("/api/account/sign-out/others", &[]).await;
        assert_eq!(noted_after(&town, before).await, one("session.end", asha, asha), "other devices");
        before = last(&town).await;
        town.browser().post("/api/sign-in/redeem", &[("token", "x")]).await;
        town.browser().post("/api/sign-in/redeem", &[("token", &"A".repeat(43))]).await;
        town.browser().post("/api/sign-in/code", &[("code", "1234 5678")]).await;
        assert!(noted_after(&town, before).await.is_empty(), "what is nobody's leaves nothing");
    }

    async fn what_admins_do_to_people_leaves_one_entry_by_them(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let (by, asha) = (Some(i64::from(town.dana.person.get())), Some(i64::from(town.asha.person.get())));
        let one = |action: &str| vec![(action.to_owned(), "192.0.2.1".to_owned(), by, asha)];
        let (person, before) = (town.asha.person.to_string(), last(&town).await);
        dana.post("/api/people/sign-out", &[("person", &person)]).await;
        assert_eq!(noted_after(&town, before).await, one("person.revoke-sessions"));
        let before = last(&town).await;
        let details = [("name", "Asha"), ("email", "asha@example.org"), ("role", "member"), ("version", "0")];
        dana.post("/api/people/edit", &[&[("person", person.as_str())][..], &details].concat()).await;
        assert_eq!(noted_after(&town, before).await, one("person.edit"), "deactivated");
        assert_eq!(town.count("users", "status = 'inactive'").await, 1);
        let before = last(&town).await;
        let refused = set_up::command_link(&town.site, &Email::parse("asha@example.org").unwrap()).await;
        assert!(refused.is_err());
        assert!(noted_after(&town, before).await.is_empty());
    }

    async fn no_name_address_secret_or_note_stands_in_the_details(town: Town) {
        let mut form = event_form("Zanzibar United");
        form.randomness = "typed".into();
        (form.notes, form.public_input_name) = ("canary in the notes".into(), "the canary of December 5".into());
        let number = event::create(&town.site, &town.otto, &form).await.unwrap();
        let noted = RequestForm { note: "canary at the aisle".into(), ..wish(&[2, 1], 0) };
        request::save(&town.site, &town.asha, number, town.asha.person, &noted).await.unwrap();
        request::save(&town.site, &town.otto, number, town.bram.person, &noted).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        let (mut dana, mut browser) = (town.browser_of(&town.dana).await, town.browser());
        let added = [("name", "Zanzibar Zoe"), ("email", "zoe@zanzibar.org"), ("role", "member")];
        assert_eq!(dana.post("/api/people/add", &added).await.location(), "/admin/people");
        let (token, code) = mailed(&town, &mut browser, "zoe@zanzibar.org").await;
        browser.post("/api/sign-in/code", &[("code", another(&code))]).await;
        browser.post("/api/sign-in/redeem", &[("token", &token)]).await;
        assert_eq!(browser.post("/api/account/rename", &[("name", "Zanzibar Zora")]).await.location(), "/account");
        let asked = town.request(number, &town.asha).await.id;
        let reason = [(key(asked), "canary of a reason".to_owned())].into();
        let given = board(town.event(number).await.board_version, &[(asked, Some(3))]);
        allocation::save(&town.site, &town.otto, number, &BoardForm { reason, ..given }).await.unwrap();
        let version = town.event(number).await.board_version.to_string();
        let otto = &mut town.browser_of(&town.otto).await;
        let event = number.to_string();
        let drawn = [("event", &*event), ("version", &*version), ("rule", "equal.turns")];
        otto.post("/api/draw/make", &[&drawn[..], &[("public_input", "canary 4711")]].concat()).await;
        assert_eq!(town.count("audit_log", "action = 'draw.make'").await, 1);
        let digits = code.replace(' ', "");
        let session = browser.cookies["session"].as_str();
        let secrets = ["Zanzibar", "zanzibar", "canary", "@", token.as_str(), code.as_str(), digits.as_str(), session];
        let rows = town.rows("SELECT action, client, details FROM audit_log").await;
        assert!(rows.len() > 15, "{}", rows.len());
        for row in rows {
            let (details, all) = (row["details"].as_str().unwrap(), row.to_string());
            serde_json::from_str::<Value>(details).unwrap();
            for secret in &secrets {
                assert!(!all.contains(secret), "{secret} in {all}");
            }
        }
    }
}
