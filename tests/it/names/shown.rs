//! Addresses as their owners write them, and names that stand in a list twice.

use allocation::Rule;

use super::add;

both! {
    async fn a_part_of_an_address_finds_it_as_it_is_shown(town: Town) {
        add(&town, "Käthe", "kaethe@münchen.example").await;
        add(&town, "Nikos", "a@παράδειγμα.example").await;
        let mut dana = town.browser_of(&town.dana).await;
        for (search, name) in [("mün", "Käthe"), ("kaethe@mün", "Käthe"), ("MÜNCH", "Käthe"), ("mu\u{308}n", "Käthe"), ("a@παρ", "Nikos"), ("παρ", "Nikos")] {
            let query = serde_urlencoded::to_string([("q", search)]).unwrap();
            let text = dana.get(&format!("/admin/people?{query}")).await.text();
            assert!(text.contains(name) && !text.contains("Asha"), "{search}: {text}");
        }
        let query = serde_urlencoded::to_string([("q", "müx")]).unwrap();
        assert!(!dana.get(&format!("/admin/people?{query}")).await.text().contains("Käthe"));
        let file = dana.get("/admin/people.csv").await.text();
        assert!(file.contains("kaethe@münchen.example") && !file.contains("xn--"), "{file}");
    }

    async fn a_list_of_people_to_add_shows_addresses_as_they_are_written(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let rows = "Name,Gesperrt,E-Mail Firma,E-Mail\nKäthe,ja,info@firma.example,kaethe@münchen.example";
        let answer = dana.post("/api/people/import/look", &[("rows", rows)]).await;
        let page = dana.get(answer.location()).await.text();
        assert!(page.contains("Käthe kaethe@münchen.example") && !page.contains("xn--"), "{page}");
        assert!(page.contains("Member, deactivated") && page.contains("Can’t sign in"), "{page}");
        assert!(page.contains("We skipped the column “E-Mail Firma”."), "{page}");
    }

    async fn two_of_one_name_are_told_apart_in_the_lists_of_emails_and_of_deeds(town: Town) {
        for email in ["ann@example.org", "ann.lee@example.org"] {
            add(&town, "Ann Lee", email).await;
        }
        town.force("INSERT INTO outbox (kind, dedupe_key, user_id, payload, status, created_at, due_at) \
            SELECT 'welcome', 'twice:' || id || ':' || n, id, '{}', 'failed', created_at, created_at \
            FROM users, (SELECT 1 AS n UNION SELECT 2) AS times WHERE name IN ('Ann Lee', 'Asha')").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let mails = dana.get("/admin/mail?show=failed").await;
        let text = mails.text();
        for named in ["Ann Lee (ann@example.org)", "Ann Lee (ann.lee@example.org)"] {
            assert!(text.contains(named), "{text}");
            assert!(mails.body.contains(&format!(" {named}\"")), "a button says whom it is about");
        }
        assert!(text.contains("Asha") && !text.contains("asha@example.org"), "who comes twice is one: {text}");
        let log = dana.get("/admin/audit").await.text();
        assert!(log.contains("Ann Lee (ann@example.org)") && log.contains("Ann Lee (ann.lee@example.org)"), "{log}");
        assert!(!log.contains("dana@example.org"), "{log}");
        let file = dana.get("/admin/audit.csv").await.text();
        assert!(file.contains("Ann Lee (ann.lee@example.org)"), "{file}");
    }

    async fn two_of_one_name_are_told_apart_before_and_after_a_draw(town: Town) {
        let number = town.closed_match().await;
        town.force("UPDATE users SET name = 'Ann Lee' WHERE name IN ('Asha', 'Bram')").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let mut told_apart = async || {
            let page = dana.get(&format!("/events/{number}/allocate/draw")).await.text();
            ["asha@example.org", "bram@example.org"].iter().all(|email| page.contains(&format!("Ann Lee ({email})")))
        };
        assert!(told_apart().await, "the chances");
        town.draw(number, Rule::FIRST_COME, "").await.unwrap();
        assert!(told_apart().await, "what it would change");
    }
}
