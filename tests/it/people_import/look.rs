//! Before anything is saved: who would be new, changed, unchanged, wrong.

use std::fmt::Write;

use axum::http::StatusCode;
use ticket_pool::{
    domain::{
        person::Role,
        typed::{FieldError, Problem},
    },
    error::{Obstacle, Refusal},
    server::services::person::{self, Plan, Why},
};

use super::pasted;
use crate::harness::{Answer, Browser, DOMAIN, Town, refusal};

/// Looks at a list and opens the page it leads to.
async fn look(browser: &mut Browser, rows: &str) -> Answer {
    let fields = [("rows", rows), ("welcome", "on")];
    let answer = browser.post("/api/people/import/look", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(answer.location().starts_with("/admin/people/import?draft="), "{}", answer.location());
    browser.get(answer.location()).await
}

/// The wrong lines and why.
fn wrong(plan: &Plan) -> Vec<(usize, Why)> {
    plan.wrong.iter().flat_map(|wrong| wrong.why.iter().map(|why| (wrong.line, why.clone()))).collect()
}

fn field(name: &str, problem: Problem) -> Why {
    Why::Field(FieldError { field: name.into(), problem })
}

/// A town that sends emails: only there a welcome is offered.
fn by_mail(town: &Town) -> Town {
    let mail = [("MAIL_ENABLED", "true"), ("MAIL_FROM", "tickets@example.org"), ("AWS_REGION", "eu-west-2")];
    town.with_settings(&mail)
}

/// The button that saves, and the one that looks.
const SAVE: &str = "button[formaction='/api/people/import/save']";
const LOOK: &str = "form[action='/api/people/import/look'] button:not([formaction])";

both! {
    async fn looking_changes_nothing_and_keeps_what_was_typed(town: Town) {
        let town = by_mail(&town);
        let mut dana = town.browser_of(&town.dana).await;
        let before = town.snapshot(&DOMAIN).await;
        let rows = "name,email,role\nCleo,cleo@example.org,\nAsha Rao,asha@example.org,\n\
                    Bram,bram@example.org,member\nFay,nowhere,";
        let page = look(&mut dana, rows).await;
        assert!(page.text().contains("1 new · 1 updated · 1 unchanged · 1 needs fixing"), "{}", page.text());
        assert!(page.text().contains("Or fix these lines and preview again."));
        assert!(page.text().contains(rows), "the rows stand there as they were pasted");
        assert_eq!((page.count(SAVE), page.count(LOOK)), (1, 1), "one wrong line keeps no other back");
        assert!(page.text().contains("Import 1 person, update 1"));
        assert_eq!(page.count("textarea[name=rows][aria-invalid=true]"), 1);
        assert_eq!(page.count("input[name=welcome][checked]"), 1);
        let mended = look(&mut dana, &rows.replace("nowhere", "fay@example.org")).await;
        assert!(mended.text().contains("2 new · 1 updated · 1 unchanged"));
        assert_eq!((mended.count(SAVE), mended.count(LOOK)), (1, 1));
        assert!(mended.text().contains("Import 2 people, update 1"));
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn an_island_that_looks_gets_the_page_to_go_to(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let answer = dana.post_for_json("/api/people/import/look", &[("rows", "Cleo,cleo@example.org")]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains("\"reply\":\"done\""), "{}", answer.body);
        assert!(answer.body.contains("/admin/people/import?draft="), "{}", answer.body);
        assert_eq!(town.count("users", "name = 'Cleo'").await, 0, "it is only looked at");
    }

    async fn the_empty_page_asks_for_rows_and_welcomes_unless_told_otherwise(town: Town) {
        let town = by_mail(&town);
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/people/import").await;
        assert_eq!((page.count(SAVE), page.count(LOOK), page.count("input[name=welcome][checked]")), (0, 1, 1));
        let answer = dana.post("/api/people/import/look", &[("rows", "Cleo,cleo@example.org")]).await;
        let unticked = dana.get(answer.location()).await;
        assert_eq!(unticked.count("input[name=welcome][checked]"), 0, "the box stays as it was left");
        let nothing = look(&mut dana, " \r\n").await;
        assert!(nothing.text().contains("Fill this in."));
        assert_eq!(nothing.count(SAVE), 0);
    }

    async fn every_line_is_new_or_changed_or_unchanged(town: Town) {
        let plan = town
            .plan(
                "Role;E-Mail;Name;Active\n;cleo@example.org;Cleo;\nORGANIZER;FAY@example.org;Fay;No\n\
                 organizer;asha@example.org;;\n;bram@example.org;Abraham;\n;olga@example.org;Olga;inactive\n\
                 Organizer; OTTO@example.org ;Otto;TRUE\n;dana@example.org;;1",
            )
            .await;
        assert_eq!(wrong(&plan), []);
        let new: Vec<_> = plan.new.iter().map(|new| (new.line, &*new.details.name, new.details.role)).collect();
        assert_eq!(new, [(2, "Cleo", Role::Member), (3, "Fay", Role::Organizer)]);
        assert_eq!(plan.new[1].details.email.as_str(), "fay@example.org");
        assert_eq!([plan.new[0].details.active, plan.new[1].details.active], [true, false]);
        let changed: Vec<_> = plan
            .changed
            .iter()
            .map(|change| (change.line, &*change.details.name, change.details.role, change.details.active))
            .collect();
        let expected = [
            (4, "Asha", Role::Organizer, true),
            (5, "Abraham", Role::Member, true),
            (6, "Olga", Role::Organizer, false),
        ];
        assert_eq!(changed, expected);
        assert_eq!(plan.unchanged, 2);
    }

    async fn a_wrong_line_says_what_was_seen_and_what_is_accepted(town: Town) {
        let long = "x".repeat(200);
        let text = format!(
            "name,email,role,active\n{long},cleo@example.org,,\nFay,nowhere,owner,maybe\n,gus@example.org,,\n\
             \"Ha\n\nns\",hans@example.org,,\nIda,ida@example.org,,\nIda,IDA@example.org,,\nJo,,,\nKim,,,"
        );
        let accepted = "yes, no, true, false, 1, 0, active, inactive";
        let choice = |seen: &str, accepted: &str| Problem::NotAChoice { seen: seen.into(), accepted: accepted.into() };
        let expected = [
            (2, field("name", Problem::TooLong { max: 100, seen: 200 })),
            (3, field("role", choice("owner", "member, organizer, admin"))),
            (3, field("active", choice("maybe", accepted))),
            (3, field("email", Problem::NotAnAddress { seen: "nowhere".into() })),
            (4, field("name", Problem::Missing)),
            (5, field("name", Problem::ControlCharacter)),
            (10, field("email", Problem::Missing)),
            (11, field("email", Problem::Missing)),
        ];
        let plan = town.plan(&text).await;
        assert_eq!(wrong(&plan), expected);
        assert_eq!(plan.new.len(), 1, "Ida is fine");
        let again: Vec<_> = plan.again.iter().map(|again| (again.line, &*again.who, again.first)).collect();
        assert_eq!(again, [(9, "Ida", 8)], "and taken once");
    }

    async fn nobody_changes_their_own_role_or_access_by_a_list(town: Town) {
        for own in ["role\ndana@example.org,organizer", "active\ndana@example.org,no"] {
            let plan = town.plan(&format!("email,{own}")).await;
            assert_eq!(wrong(&plan), [(2, Why::Not(Obstacle::OwnRole))]);
        }
        let plan = town.plan("email,name,role\ndana@example.org,Dana Dean,admin").await;
        assert_eq!((plan.wrong.len(), plan.changed.len()), (0, 1), "her name is hers to change");
    }

    async fn an_address_that_a_former_system_let_in_may_stay(town: Town) {
        let legacy = "UPDATE users SET email = 'zoë@exämple.org' WHERE name = 'Bram'";
        town.force(legacy).await.unwrap();
        assert_eq!(town.plan("name,email\nBram,zoë@exämple.org").await.unchanged, 1);
        let plan = town.plan("name,email\nAbraham,zoë@exämple.org").await;
        assert_eq!(wrong(&plan), [(2, field("email", Problem::NotAnAddress { seen: "zoë@exämple.org".into() }))]);
    }

    async fn what_the_columns_say_can_be_told_by_hand(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let rows = "Lead;Who;Mail\nOlga Ivory;Cleo Marsh;cleo@example.org\nIan Gray;Fay Lind;fay@example.org";
        let page = look(&mut dana, rows).await;
        assert!(page.text().contains("2 new") && page.text().contains("named by the address"), "{}", page.text());
        assert_eq!((page.count("select"), page.count("option[value=ignore][selected]")), (3, 2));
        assert_eq!(page.count("select[name='columns[2]'] option[value=email][selected]"), 1);
        assert_eq!(page.count("input[name=titles][value='Lead\tWho\tMail']"), 1);
        let told = |titles| {
            [("rows", rows), ("titles", titles), ("columns[0]", "ignore"), ("columns[1]", "name"), ("columns[2]", "email")]
        };
        let answer = dana.post("/api/people/import/look", &told("Lead\tWho\tMail")).await;
        let page = dana.get(answer.location()).await;
        assert!(page.text().contains("Cleo Marsh") && !page.text().contains("named by the address"), "{}", page.text());
        assert_eq!(page.count("select[name='columns[1]'] option[value=name][selected]"), 1);
        let answer = dana.post("/api/people/import/look", &told("Other\tSheet")).await;
        assert!(dana.get(answer.location()).await.text().contains("named by the address"), "chosen for another sheet");
        let answer = dana.post("/api/people/import/save", &told("Lead\tWho\tMail")).await;
        assert_eq!(answer.location(), "/admin/people");
        assert_eq!(town.count("users", "name IN ('Cleo Marsh', 'Fay Lind')").await, 2);
    }

    async fn a_sheet_without_addresses_shows_its_columns(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let rows = "Who;Where\nCleo;nowhere\nFay;elsewhere";
        let page = look(&mut dana, rows).await;
        assert!(page.text().contains("We couldn’t find an email column."), "{}", page.text());
        assert_eq!((page.count("select"), page.count(SAVE)), (2, 0));
        let told = [("rows", rows), ("titles", ""), ("columns[0]", "name"), ("columns[1]", "email")];
        let answer = dana.post("/api/people/import/look", &told).await;
        let page = dana.get(answer.location()).await;
        assert!(page.text().contains("“nowhere” isn’t a valid email address"), "{}", page.text());
    }

    async fn only_admins_bring_people_in(town: Town) {
        let form = pasted("Mallory,mallory@example.org,admin");
        for who in [&town.asha, &town.otto] {
            assert_eq!(refusal(person::look_at_import(&town.site, who, &form).await), Refusal::Forbidden);
            assert_eq!(refusal(person::save_import(&town.site, who, &form).await), Refusal::Forbidden);
            let mut browser = town.browser_of(who).await;
            assert_eq!(browser.get("/admin/people/import").await.status, StatusCode::FORBIDDEN);
            for step in ["look", "save"] {
                let path = format!("/api/people/import/{step}");
                let answer = browser.post(&path, &[("rows", &*form.rows)]).await;
                assert_eq!(answer.location(), "/problem/forbidden", "{} {step}", who.name);
            }
        }
        assert_eq!(town.count("form_drafts", "1 = 1").await, 0, "nothing of it is kept");
    }

    async fn what_stands_in_a_cell_is_text_on_the_page(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let script = "</textarea><script>alert(1)</script>";
        let rows = format!(
            "name,email,<script>alert(2)</script>\n\"{script}\",cleo@example.org,\n\"=HYPERLINK(\"\"x\"\")\",fay@example.org,\n\
             \u{202e}gnirts 🎟 \u{5e9}\u{5dc},asha@example.org,\n<img src=x onerror=alert(3)>,<script>alert(4)</script>,\n\
             ZoÃ«,zoe@example.org,"
        );
        let page = look(&mut dana, &rows).await;
        for raw in ["<script>alert", "<img src=x", "</textarea><script"] {
            assert!(!page.body.contains(raw), "{raw}");
        }
        let text = page.text();
        assert!(text.contains("3 new · 1 updated · 1 needs fixing"), "{text}");
        for typed in [rows.as_str(), "=HYPERLINK(\"x\")", "\u{202e}gnirts 🎟 \u{5e9}\u{5dc}", "ZoÃ«"] {
            assert!(text.contains(typed), "{typed}");
        }
        assert!(text.contains("We skipped the column “<script>alert(2)</script>”."));
        assert_eq!(page.count("details li"), 4, "three who are new, one who changes");
    }

    async fn a_long_list_takes_no_more_statements_than_a_short_one(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let mut sent = Vec::new();
        for count in [3, 3_000] {
            let rows = (0..count).fold("name,email\n".to_owned(), |mut rows, n| {
                writeln!(rows, "Person {n},p{n}@example.org").unwrap();
                rows
            });
            let answer = dana.post("/api/people/import/look", &[("rows", &*rows)]).await;
            let before = town.site.db.statements();
            let page = dana.get(answer.location()).await;
            sent.push(town.site.db.statements() - before);
            assert_eq!(page.count("details li"), count.min(500));
        }
        assert_eq!(sent[0], sent[1]);
        assert!(sent[1] <= 6, "{sent:?}");
    }
}
