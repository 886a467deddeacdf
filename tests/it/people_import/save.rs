//! All of a list is saved, once, or none of it.

use std::fmt::Write;

use serde_json::{Value, from_str, json};
use ticket_pool::{
    domain::person::Role,
    error::{Obstacle, Refusal},
    server::services::person::{self, Imported},
};

use super::pasted;
use crate::harness::{Browser, DOMAIN, Town, person_form, refusal};

/// Four who come, two who change, one who goes.
const LIST: &str = "name,email,role,active\nCleo,cleo@example.org,,\nFay,fay@example.org,organizer,\n\
                    Gus,gus@example.org,,no\n=SUM(1),hans@example.org,,\nAsha Rao,asha@example.org,organizer,\n\
                    Bram,bram@example.org,,no\nOlga,olga@example.org,,\n";

/// Name, role and status of everyone, by address.
async fn everyone(town: &Town) -> Vec<String> {
    let rows = town.rows("SELECT name, role, status FROM users ORDER BY email").await;
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    rows.iter().map(|row| [&row["name"], &row["role"], &row["status"]].map(word).join(" ")).collect()
}

/// Saves as a browser does; returns what the next page says.
async fn save(browser: &mut Browser, rows: &str) -> String {
    let fields = [("rows", rows), ("welcome", "on")];
    let answer = browser.post("/api/people/import/save", &fields).await;
    assert_eq!(answer.location(), "/admin/people");
    browser.get("/admin/people").await.text()
}

both! {
    async fn a_list_adds_and_changes_everyone_on_it(town: Town) {
        town.post().await;
        let bram = town.browser_of(&town.bram).await;
        let imported = town.import(LIST).await.unwrap();
        assert_eq!(imported, Imported { new: 4, changed: 2, welcomed: 3, left: None });
        let expected = [
            "Asha Rao organizer active",
            "Bram member inactive",
            "Cleo member active",
            "Dana admin active",
            "Fay organizer active",
            "Gus member inactive",
            "=SUM(1) member active",
            "Olga organizer active",
            "Otto organizer active",
        ];
        assert_eq!(everyone(&town).await, expected);
        assert_eq!(bram.clone().get("/").await.location(), "/sign-in", "who goes is signed out at once");
        let mut letters: Vec<_> = town.post().await.into_iter().map(|letter| letter.to_address).collect();
        letters.sort();
        let expected = ["bram@example.org", "cleo@example.org", "fay@example.org", "hans@example.org"];
        assert_eq!(letters, expected, "who goes is told so; of those who come, nobody inactive is written to");
        assert_eq!(town.count("users", "version = 1").await, 2, "whoever changed has a new version");
    }

    async fn what_is_noted_is_what_single_forms_would_note_and_one_entry_for_the_list(town: Town) {
        let last = town.rows("SELECT id FROM audit_log ORDER BY id DESC LIMIT 1").await[0]["id"].to_string();
        town.import(LIST).await.unwrap();
        let sql = format!("SELECT action, actor_id, details FROM audit_log WHERE id > {last} ORDER BY id");
        let noted = town.rows(&sql).await;
        let actions: Vec<_> = noted.iter().map(|row| row["action"].as_str().unwrap()).collect();
        let (add, edit) = ("person.add", "person.edit");
        assert_eq!(actions, [add, add, add, add, edit, edit, "person.import"]);
        assert!(noted.iter().all(|row| row["actor_id"] == town.dana.person.get()));
        let details = |place: usize| -> Value { from_str(noted[place]["details"].as_str().unwrap()).unwrap() };
        assert_eq!(details(1), json!({ "role": "organizer" }));
        assert_eq!(details(4), json!({ "role": "organizer", "active": null, "name": true, "email": false }));
        assert_eq!(details(5), json!({ "role": null, "active": false, "name": false, "email": false }));
        assert_eq!(details(6), json!({ "new": 4, "changed": 2, "welcomed": 3 }));
    }

    async fn where_every_line_is_wrong_nothing_is_saved(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let before = town.snapshot(&DOMAIN).await;
        let wrong = "name,email\nOlga,olga@example.org\nIda,nowhere\n".to_owned();
        let Refusal::Invalid { fields } = refusal(town.import(&wrong).await) else { panic!("the line is refused") };
        assert_eq!(fields.iter().map(|error| &*error.field).collect::<Vec<_>>(), ["email[3]"]);
        let answer = dana.post("/api/people/import/save", &[("rows", &*wrong)]).await;
        let page = dana.get(answer.location()).await;
        assert!(page.text().contains("Nothing was saved. Check the highlighted field."));
        assert!(page.text().contains(&wrong), "what was typed stands there");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn one_wrong_line_keeps_no_other_back_and_stays_in_the_box(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let rows = format!("sep=,\n{LIST}Ida,nowhere,,\nJo,jo@example.org,owner,\nKim,kim@example.org,,\n");
        let answer = dana.post("/api/people/import/save", &[("rows", &*rows), ("welcome", "on")]).await;
        assert!(answer.location().starts_with("/admin/people/import?draft="), "{}", answer.location());
        assert_eq!(town.count("users", "1 = 1").await, 10, "five came");
        let page = dana.get(answer.location()).await;
        let text = page.text();
        assert!(text.contains("The good lines are in. The others are still in the box below"), "{text}");
        assert!(text.contains("2 need fixing"), "{text}");
        let left = "sep=,\nname,email,role,active\nIda,nowhere,,\nJo,jo@example.org,owner,\n";
        assert!(text.contains(left.trim_end()) && !text.contains("Kim,kim"), "{text}");
        assert!(text.contains("Line 3 Ida") && text.contains("“nowhere” isn’t a valid email address"), "{text}");
        assert!(text.contains("Line 4 Jo") && text.contains("“owner” isn’t an option"), "{text}");
        let last = town.rows("SELECT details FROM audit_log WHERE action = 'person.import'").await;
        let details: Value = from_str(last[0]["details"].as_str().unwrap()).unwrap();
        assert_eq!(details, json!({ "new": 5, "changed": 2, "welcomed": 4, "left": 2 }));
        let mended = left.replace("nowhere", "ida@example.org").replace("owner", "Organiser");
        assert!(save(&mut dana, &mended).await.contains("People imported."));
        assert_eq!(town.count("users", "1 = 1").await, 12);
        assert_eq!(town.count("users", "name = 'Jo' AND role = 'organizer'").await, 1);
    }

    async fn pressing_twice_does_it_once(town: Town) {
        town.post().await;
        let mut dana = town.browser_of(&town.dana).await;
        assert!(save(&mut dana, LIST).await.contains("People imported. Email is off: no welcome emails are sent."));
        let before = town.snapshot(&DOMAIN).await;
        assert!(save(&mut dana, LIST).await.contains("People imported."), "as it was said at first");
        town.wait(chrono::TimeDelta::minutes(2));
        assert!(save(&mut dana, LIST).await.contains("Nothing to change. Everyone on the list is already here just like that."));
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert_eq!(town.post().await.len(), 4, "nobody is written to twice");
        assert!(save(&mut dana, "name,email\nAsha,asha@example.org").await.contains("People imported."));
    }

    async fn of_two_at_once_the_second_finds_everyone_there(town: Town) {
        let (first, second) = tokio::join!(town.import(LIST), town.import(LIST));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert_eq!((first.new + second.new, first.changed + second.changed), (4, 2));
        assert_eq!(town.count("users", "1 = 1").await, 9);
        assert_eq!(town.count("audit_log", "action = 'person.import'").await, 1);
    }

    async fn without_the_box_only_who_goes_is_written_to(town: Town) {
        town.post().await;
        let mut dana = town.browser_of(&town.dana).await;
        let answer = dana.post("/api/people/import/save", &[("rows", LIST)]).await;
        assert_eq!(answer.location(), "/admin/people");
        let text = dana.get("/admin/people").await.text();
        assert!(text.contains("People imported.") && !text.contains("Welcome mails"), "{text}");
        let letters = town.post().await;
        assert_eq!(letters.iter().map(|letter| &*letter.to_address).collect::<Vec<_>>(), ["bram@example.org"]);
        assert_eq!(town.count("users", "1 = 1").await, 9);
    }

    async fn what_was_looked_at_is_weighed_again_when_it_is_saved(town: Town) {
        let rows = "name,email\nCleo,cleo@example.org";
        assert_eq!(town.plan(rows).await.new.len(), 1);
        person::add(&town.site, &town.dana, &person_form("Cleo", Role::Organizer)).await.unwrap();
        assert_eq!(town.import(rows).await.unwrap(), Imported::default());
        assert_eq!(town.actor("Cleo").await.role, Role::Organizer, "the list says nothing about her role");
    }

    async fn the_mail_of_who_goes_waits_no_more(town: Town) {
        town.import("email,active\nbram@example.org,no\nasha@example.org,0").await.unwrap();
        assert_eq!(town.count("outbox", "status = 'skipped'").await, 2);
        let letters = town.post().await;
        let gone = ["bram@example.org", "asha@example.org"];
        let to_them = letters.iter().filter(|letter| gone.contains(&&*letter.to_address));
        let subjects: Vec<_> = to_them.map(|letter| &*letter.subject).collect();
        assert_eq!(subjects, ["Your Ticket Pool account was deactivated"; 2], "but for that they go");
    }

    async fn a_list_never_takes_the_last_admin(town: Town) {
        let own = Refusal::NotNow { why: Obstacle::OwnRole };
        assert_eq!(refusal(town.import("email,role\ndana@example.org,member").await), own);
        town.change(&town.olga, Role::Admin, true).await;
        town.change_as(&town.actor("Olga").await, &town.dana, Role::Admin, false).await.unwrap();
        // Dana is no longer active, but let her act all the same: Olga is the last.
        let last = Refusal::NotNow { why: Obstacle::LastAdmin };
        for rows in ["email,role\nolga@example.org,member", "email,active\nasha@example.org,yes\nolga@example.org,no"] {
            assert_eq!(refusal(town.import(rows).await), last);
        }
        assert_eq!(town.count("users", "role = 'admin' AND status = 'active'").await, 1);
        let handed_on = "email,role\nolga@example.org,member\notto@example.org,admin";
        assert_eq!(town.import(handed_on).await.unwrap().changed, 2, "somebody else of the list takes over");
    }

    async fn two_thousand_lines_take_some_twenty_statements(town: Town) {
        let rows = (0..2_000).fold("name,email\n".to_owned(), |mut rows, n| {
            writeln!(rows, "Person {n},p{n}@example.org").unwrap();
            rows
        });
        let before = town.site.db.statements();
        let imported = town.import(&rows).await.unwrap();
        let sent = town.site.db.statements() - before;
        assert_eq!((imported.new, imported.welcomed), (2_000, 2_000));
        assert!(sent <= 20, "{sent} statements");
        let renamed = rows.replace("Person", "Member");
        let before = town.site.db.statements();
        assert_eq!(town.import(&renamed).await.unwrap().changed, 2_000);
        let sent = town.site.db.statements() - before;
        assert!(sent <= 2_020, "{sent} statements");
    }

    async fn five_thousand_lines_with_three_that_are_wrong_come_in_at_once(town: Town) {
        let rows = (0..5_000).fold("\u{feff}sep=;\r\nVorname;Nachname;E-Mail-Adresse\r\n".to_owned(), |mut rows, n| {
            match n {
                7 => writeln!(rows, "Wrong;One;nowhere\r"),
                4_000 => writeln!(rows, "Wrong;Two;\r"),
                4_999 => writeln!(rows, ";;p4999@example.org\r"),
                n => writeln!(rows, "Person;{n};p{n}@example.org\r"),
            }
            .unwrap();
            rows
        });
        let before = town.site.db.statements();
        let imported = town.import(&rows).await.unwrap();
        let sent = town.site.db.statements() - before;
        assert_eq!((imported.new, imported.welcomed), (4_997, 4_997));
        assert!(sent <= 40, "{sent} statements");
        let left = imported.left.unwrap().rows;
        let expected = "sep=;\nVorname;Nachname;E-Mail-Adresse\nWrong;One;nowhere\nWrong;Two;\n;;p4999@example.org\n";
        assert_eq!(left, expected);
    }

    async fn hostile_names_are_saved_as_they_look_and_run_nowhere(town: Town) {
        let name = "<script>alert(1)</script> \u{202e}gnirts 🎟";
        let mut dana = town.browser_of(&town.dana).await;
        save(&mut dana, &format!("\u{feff}{name};cleo@example.org\r\n\"=cmd|' /C calc'!A0\";fay@example.org\r\n")).await;
        assert_eq!(town.count("users", "name = '=cmd|'' /C calc''!A0'").await, 1);
        let page = dana.get("/admin/people").await;
        assert!(page.text().contains(&name.replace('\u{202e}', "")) && !page.body.contains("<script>alert"));
    }

    async fn who_is_signed_out_meanwhile_saves_nothing(town: Town) {
        let form = pasted(LIST);
        let mut browser = town.browser();
        let answer = browser.post("/api/people/import/save", &[("rows", &*form.rows)]).await;
        assert_eq!(answer.location(), "/sign-in");
        assert_eq!(town.count("users", "1 = 1").await, 5);
    }
}
