//! What cannot be seen, and what looks like something else.

use ::allocation::Rule;
use ticket_pool::{
    domain::{
        board::{BoardForm, key},
        person::Role,
        typed::Problem,
    },
    error::Refusal,
    server::services::{allocation, person},
};

use crate::harness::{person_form, refusal};

/// Nothing that anybody sees.
const UNSEEN: [&str; 4] = ["\u{200B}\u{200D}\u{2060}", "\u{3164}", "\u{2800} \u{FEFF}", "\u{202E}\u{E0041}\u{00AD}"];

both! {
    async fn a_reason_that_nobody_can_see_is_none(town: Town) {
        let number = town.closed_match().await;
        let row = key(town.request(number, &town.asha).await.id);
        let version = town.event(number).await.board_version.to_string();
        for unseen in UNSEEN {
            let form = BoardForm {
                version: version.clone(),
                amount: [(row.clone(), "3".to_owned())].into(),
                reason: [(row.clone(), unseen.to_owned())].into(),
                ..BoardForm::default()
            };
            let Refusal::Invalid { fields } = refusal(allocation::save(&town.site, &town.otto, number, &form).await) else {
                panic!("{unseen:?}")
            };
            assert!(matches!(fields[0].problem, Problem::NeedsReason { .. }), "{unseen:?}: {fields:?}");
        }
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        for unseen in UNSEEN {
            let again = town.draw(number, Rule::LOTTERY, unseen).await;
            assert_eq!(refusal(again), Refusal::field("reason", Problem::Missing), "{unseen:?}");
        }
    }

    async fn a_name_has_nothing_in_it_that_nobody_can_see(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        for unseen in UNSEEN {
            let done = person::rename(&town.site, &town.asha, unseen).await;
            assert_eq!(refusal(done), Refusal::field("name", Problem::Missing), "{unseen:?}");
            let form = ticket_pool::domain::person::PersonForm { name: unseen.into(), ..person_form("Eve", Role::Member) };
            let done = person::add(&town.site, &town.dana, &form).await;
            assert_eq!(refusal(done), Refusal::field("name", Problem::Missing), "{unseen:?}");
        }
        let hidden = "\u{202E}As\u{200B}ha\u{E0041} \u{FEFF}Rao\u{200D}";
        assert_eq!(asha.post("/api/account/rename", &[("name", hidden)]).await.location(), "/account");
        assert_eq!(town.actor("Asha").await.name, "Asha Rao");
    }

    async fn a_name_that_looks_like_an_admins_is_told_to_admins(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let marked = async |dana: &mut crate::harness::Browser| {
            dana.get("/admin/people").await.text().matches("Name looks like an admin’s").count()
        };
        assert_eq!(marked(&mut dana).await, 0);
        // Cyrillic letters, then Dana's own name in capitals, then by an admin's own hand.
        person::rename(&town.site, &town.asha, "Dаnа").await.unwrap();
        assert_eq!(marked(&mut dana).await, 1);
        person::rename(&town.site, &town.bram, "D\u{200B}ANA").await.unwrap();
        assert_eq!(marked(&mut dana).await, 2);
        let form = ticket_pool::domain::person::PersonForm { email: "eve@example.org".into(), ..person_form("Ｄana", Role::Member) };
        person::add(&town.site, &town.dana, &form).await.unwrap();
        assert_eq!(marked(&mut dana).await, 3);
        let imported = ticket_pool::server::services::person::ImportForm {
            rows: "name,email\nDаna,mallory@example.org\nDora,dora@example.org\n".into(),
            ..Default::default()
        };
        person::save_import(&town.site, &town.dana, &imported).await.unwrap();
        assert_eq!(marked(&mut dana).await, 4);
        let noted = "SELECT action FROM audit_log WHERE details LIKE '%\"looks like an admin\":true%' ORDER BY id";
        let noted: Vec<_> = town.rows(noted).await.iter().map(|row| row["action"].as_str().unwrap().to_owned()).collect();
        assert_eq!(noted, ["person.rename", "person.rename", "person.add", "person.add"]);
        let log = dana.get("/admin/audit?kind=person").await.text();
        assert_eq!(log.matches("The name looks like an admin’s.").count(), 4, "{log}");
        town.change(&town.asha, Role::Organizer, true).await;
        person::rename(&town.site, &town.bram, "Bram").await.unwrap();
        assert_eq!(marked(&mut dana).await, 2, "they have their own names again");
    }
}
