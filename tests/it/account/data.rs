//! What someone can download about themselves: all that is theirs, and nothing else.

use axum::http::StatusCode;
use serde_json::{Value, from_str};
use ticket_pool::{
    domain::{ids::EventId, person::Role, request::RequestForm},
    server::{
        auth::Actor,
        services::{allocation::Telling, person, request},
    },
};

use crate::harness::{DOMAIN, Town, person_form, wish};

const FILE: &str = "/account/data.json";
/// What Bram and Dana write: nowhere in what Asha gets.
const NEEDLE: &str = "needle-in-a-haystack";

/// The file as someone gets it, and what it says.
async fn data_of(town: &Town, who: &Actor) -> (String, Value) {
    let answer = town.browser_of(who).await.get(FILE).await;
    assert_eq!(answer.status, StatusCode::OK);
    let read = from_str(&answer.body).unwrap();
    (answer.body, read)
}

/// Asks with a note.
async fn asks_with(town: &Town, event: EventId, who: &Actor, note: &str) {
    let form = RequestForm { note: note.into(), ..wish(&[4, 2], 0) };
    request::save(&town.site, who, event, who.person, &form).await.unwrap();
}

both! {
    async fn everything_of_ones_own_is_in_it(town: Town) {
        let event = town.match_day().await;
        asks_with(&town, event, &town.asha, "Aisle, please").await;
        person::rename(&town.site, &town.asha, "Asha Rao").await.unwrap();
        person::set_zone(&town.site, &town.asha, "asia/kolkata").await.unwrap();
        person::set_language(&town.site, &town.asha, "en").await.unwrap();
        person::ask_address(&town.site, &town.asha, "asha@example.net").await.unwrap();
        let (text, data) = data_of(&town, &town.asha).await;
        assert!(text.starts_with("{\n  \"about\": \"Everything Ticket Pool stores about you. Times are in UTC.\",\n"), "{text}");
        let account = &data["account"];
        assert_eq!(account["name"], "Asha Rao");
        assert_eq!(account["mail_address"], "asha@example.org");
        assert_eq!(account["new_mail_address"], "asha@example.net");
        assert_eq!((&account["role"], &account["time_zone"]), (&"member".into(), &"Asia/Kolkata".into()));
        assert_eq!(account["language"], "en");
        assert_eq!(account["here_since"], "2026-11-22T12:00:00Z");
        assert_eq!(data["devices"][0]["device"], "Firefox on Linux");
        assert_eq!(data["devices"][0]["signed_in"], "2026-11-22T12:00:00Z");
        let asked = &data["requests"][0];
        assert_eq!((&asked["event"], &asked["event_name"]), (&event.get().into(), &"Rovers v United".into()));
        assert_eq!((&asked["numbers_that_would_work"], &asked["note"]), (&vec![4, 2].into(), &"Aisle, please".into()));
        assert_eq!((&asked["tickets_given"], &asked["withdrawn"]), (&Value::Null, &Value::Null));
        let stated = data["statements_about_you"].as_array().unwrap();
        assert_eq!(stated.len(), 1);
        assert!(stated[0].as_str().unwrap().contains("kind: receipt\n") && stated[0].as_str().unwrap().contains("tiers: 4,2\n"));
        assert_eq!(data["messages_to_you"][0]["kind"], "welcome");
        assert_eq!(data["messages_to_you"][0]["status"], "waiting");
        let noted: Vec<_> = data["noted"].as_array().unwrap().iter().map(|entry| (&entry["what"], &entry["by_you"])).collect();
        assert_eq!(noted[0], (&"Added a person".into(), &false.into()));
        assert!(noted.contains(&(&"Changed their own name".into(), &true.into())), "{noted:?}");
        assert!(noted.contains(&(&"Signed in".into(), &true.into())), "{noted:?}");
    }

    async fn what_a_request_is_given_is_in_it_once_it_is_final(town: Town) {
        let event = town.closed_match().await;
        town.give(event, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let asked = |data: &Value| (data["requests"][0]["tickets_given"].clone(), data["requests"][0]["tickets_told"].clone());
        let (_, draft) = data_of(&town, &town.asha).await;
        assert_eq!(asked(&draft), (Value::Null, Value::Null), "a draft is the organizer's");
        town.finalize(event, Telling::Changed).await.unwrap();
        town.post().await;
        let (_, data) = data_of(&town, &town.asha).await;
        assert_eq!(asked(&data), (2.into(), 2.into()));
        let result = data["messages_to_you"].as_array().unwrap().iter().find(|message| message["kind"] == "result").unwrap();
        assert_eq!((&result["status"], &result["event"]), (&"sent".into(), &event.get().into()));
        assert_eq!(result["sent"], "2026-11-22T12:00:00Z");
    }

    async fn nothing_of_anybody_else_is_in_it(town: Town) {
        let event = town.match_day().await;
        asks_with(&town, event, &town.asha, "Aisle, please").await;
        asks_with(&town, event, &town.bram, NEEDLE).await;
        person::rename(&town.site, &town.bram, NEEDLE).await.unwrap();
        person::ask_address(&town.site, &town.bram, &format!("{NEEDLE}@example.net")).await.unwrap();
        // What Dana does to Asha is noted with the network that Dana came from.
        let mut dana = town.browser_of(&town.dana).await;
        dana.address = "203.0.113.77".parse().unwrap();
        let (number, form) = (town.asha.person.to_string(), person_form("Asha", Role::Organizer));
        let fields =
            [("person", &*number), ("name", &*form.name), ("email", &*form.email), ("role", &*form.role), ("active", "on"), ("version", "0")];
        assert_eq!(dana.post("/api/people/edit", &fields).await.location(), "/admin/people");
        assert_eq!(town.count("audit_log", "client = '203.0.113.77' AND action = 'person.edit'").await, 1);
        let (text, told) = data_of(&town, &town.asha).await;
        assert_eq!(told["requests"].as_array().unwrap().len(), 1);
        assert!(told["noted"].as_array().unwrap().iter().any(|entry| entry["action"] == "person.edit"));
        for others in [NEEDLE, "Dana", "dana@", "bram", "Bram", "Otto", "otto@", "203.0.113.77"] {
            assert!(!text.contains(others), "{others} in {text}");
        }
        let (text, _) = data_of(&town, &town.bram).await;
        assert_eq!(text.matches(NEEDLE).count(), 3, "it is what it looks for: {text}");
        assert!(!text.contains("Aisle") && !text.contains("Asha"));
    }

    async fn no_secret_is_in_it_hashed_or_not(town: Town) {
        town.mailed_link(&town.asha).await;
        let code = town.asks_for_address(&town.asha, "asha@example.com").await.unwrap();
        person::confirm_address(&town.site, &town.asha, &code).await.unwrap();
        town.asks_for_address(&town.asha, "asha@example.net").await.unwrap();
        town.finalized_match().await;
        let asha = Actor { email: "asha@example.com".into(), ..town.asha.clone() };
        let (text, data) = data_of(&town, &asha).await;
        let former = &data["account"]["former_mail_addresses"][0];
        assert_eq!(former["mail_address"], "asha@example.org", "its link undoes the change");
        assert_eq!(former["change_can_be_undone_there_until"], "2026-11-29T12:00:00Z");
        let mut secrets = 0;
        for sql in [
            "SELECT token_hash AS secret FROM sessions",
            "SELECT token_hash AS secret FROM sign_in_links",
            "SELECT code_hash AS secret FROM sign_in_links WHERE code_hash IS NOT NULL",
            "SELECT code_hash AS secret FROM address_changes",
            "SELECT token_hash AS secret FROM address_undos",
            "SELECT binding_hash AS secret FROM sign_in_attempts",
            "SELECT public_id AS secret FROM users",
            "SELECT sealed_secret AS secret FROM events WHERE sealed_secret IS NOT NULL",
        ] {
            for row in town.rows(sql).await {
                assert!(!text.contains(row["secret"].as_str().unwrap().trim()), "{sql}");
                secrets += 1;
            }
        }
        assert!(secrets > 10, "{secrets}");
    }

    async fn it_is_a_file_for_whoever_is_signed_in_and_nobody_keeps_it_on_the_way(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        assert_eq!(asha.get("/account").await.count("a[href='/account/data.json'][download]"), 1);
        let answer = asha.get(FILE).await;
        assert_eq!(answer.headers["content-type"], "application/json");
        assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"my-data.json\"");
        assert_eq!(answer.headers["cache-control"], "no-store");
        let nobody = town.browser().get(FILE).await;
        assert_eq!((nobody.status, nobody.location()), (StatusCode::SEE_OTHER, "/sign-in?next=%2Faccount%2Fdata.json"));
        town.change(&town.asha, Role::Member, false).await;
        assert_eq!(asha.get(FILE).await.status, StatusCode::SEE_OTHER);
    }

    async fn it_takes_eleven_statements_whatever_there_is(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let mut sent = Vec::new();
        for _ in 0..2 {
            let before = town.site.db.statements();
            asha.get(FILE).await;
            sent.push(town.site.db.statements() - before);
            for _ in 0..5 {
                town.finalized_match().await;
            }
        }
        assert_eq!(sent, [11, 11]);
    }

    async fn looking_at_it_changes_nothing(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let before = town.snapshot(&DOMAIN).await;
        asha.get(FILE).await;
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }
}
