//! What someone reads who reads German or French: pages and emails, with the plurals, numbers, and dates of their language.

use axum::http::{Method, header};
use ticket_pool::{
    domain::person::Role,
    server::{
        mail::Letter,
        services::{allocation::Telling, person},
    },
};

use crate::{
    harness::{form, person_form},
    overview::texts,
    signing_in::token_in,
};

/// The letter to someone that has this in its subject.
fn letter_to<'a>(letters: &'a [Letter], address: &str, subject: &str) -> &'a Letter {
    let mut theirs = letters.iter().filter(|letter| letter.to_address == address);
    let told = || letters.iter().map(|letter| (&*letter.to_address, &*letter.subject)).collect::<Vec<_>>();
    theirs.find(|letter| letter.subject.contains(subject)).unwrap_or_else(|| panic!("{:?}", told()))
}

both! {
    async fn each_reads_their_result_in_their_language_whatever_whoever_finalized_it_reads(town: Town) {
        let number = town.closed_match().await;
        for (who, language) in [(&town.asha, "de"), (&town.bram, "fr"), (&town.otto, "fr")] {
            person::set_language(&town.site, who, language).await.unwrap();
        }
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(0))]).await.unwrap();
        town.post().await;
        town.finalize(number, Telling::Changed).await.unwrap();
        let letters = town.post().await;
        let asha = letter_to(&letters, "asha@example.org", "Rovers v United");
        assert_eq!(asha.subject, "Sie haben 2 Tickets bekommen: Rovers v United");
        assert!(asha.text.starts_with("2 Tickets für Asha\n") && asha.text.contains("\nHallo Asha,\n"), "{}", asha.text);
        assert!(asha.html.contains("<html lang=\"de\""), "{}", asha.text);
        assert!(asha.text.contains("Wann: Sonntag, 6. Dezember 2026, 15:00 Uhr GMT"), "{}", asha.text);
        let bram = letter_to(&letters, "bram@example.org", "Rovers v United");
        assert_eq!(bram.subject, "Rovers v United : pas de billets cette fois");
        assert!(bram.text.contains("Quand\u{a0}: dimanche 6 décembre 2026, 15:00 GMT"), "{}", bram.text);
    }

    async fn numbers_in_tables_are_written_as_their_reader_writes_them(town: Town) {
        let number = town.match_day().await;
        town.set_tickets(number, 12_500).await;
        // The narrow space of French is a space here.
        for (language, says) in [("", "12,500"), ("de", "12.500"), ("fr", "12 500")] {
            person::set_language(&town.site, &town.asha, language).await.unwrap();
            let page = town.browser_of(&town.asha).await.get("/events").await;
            let cells = texts(&page, "tbody td.num");
            assert!(cells.iter().any(|cell| cell == says), "{language}: {cells:?}");
        }
    }

    async fn whoever_chose_no_language_gets_english_emails(town: Town) {
        let letters = town.post().await;
        let welcome = letter_to(&letters, "asha@example.org", "Welcome to Ticket Pool");
        assert!(welcome.html.contains("<html lang=\"en\""), "{}", welcome.html);
    }

    /// Who they are shows only when the email is sent.
    async fn a_code_is_in_the_language_of_the_browser_that_asked_unless_its_person_chose_another(town: Town) {
        town.post().await;
        for (chosen, accepts, subject) in [
            ("", "de-AT, en;q=0.5", "ist Ihr Anmeldecode für Ticket Pool"),
            ("", "ja", "is your Ticket Pool sign-in code"),
            ("fr", "de", "est votre code de connexion à Ticket Pool"),
        ] {
            person::set_language(&town.site, &town.asha, chosen).await.unwrap();
            let mut browser = town.browser();
            let asks = browser.request(Method::POST, "/api/sign-in/ask").header(header::ORIGIN, "http://localhost:5000");
            let asks = asks.header(header::ACCEPT_LANGUAGE, accepts);
            browser.send(form(asks, &[("email", "asha@example.org")])).await;
            let letters = town.post().await;
            let letter = letter_to(&letters, "asha@example.org", subject);
            assert!(!token_in(&letter.text).is_empty());
            town.wait(chrono::TimeDelta::minutes(10));
        }
    }

    async fn an_admin_reads_german_with_its_dates_numbers_and_plurals(town: Town) {
        person::set_language(&town.site, &town.dana, "de").await.unwrap();
        person::add(&town.site, &town.dana, &person_form("Noa", Role::Member)).await.unwrap();
        // From right to left, with a comma and a bracket that would jump.
        town.force("UPDATE users SET name = 'שלום (נועה), 1' WHERE name = 'Noa'").await.unwrap();
        let mut dana = town.browser_of(&town.dana).await;
        let page = dana.get("/admin/people").await;
        assert!(page.body.starts_with("<!DOCTYPE html><html lang=\"de\">"));
        let people = town.count("users", "1 = 1").await;
        assert!(page.text().contains(&format!("{people} Personen")), "{}", page.text());
        let names = texts(&page, "ul.people b.user-text");
        assert!(names.contains(&"שלום (נועה), 1".to_owned()), "what is written from right to left stands alone: {names:?}");
        let mail = dana.get("/admin/mail").await;
        assert!(mail.text().contains("So., 22. Nov., 12:00\u{a0}Uhr"), "{}", mail.text());
        assert!(mail.text().contains("Willkommens-E-Mail"));
        let log = dana.get("/admin/audit?kind=person").await;
        assert!(log.text().contains("Hat eine Person hinzugefügt"), "{}", log.text());
        person::set_language(&town.site, &town.dana, "fr").await.unwrap();
        let mail = dana.get("/admin/mail").await;
        assert!(mail.text().contains("dim. 22 nov., 12:00") && mail.text().contains("E-mail de bienvenue"), "{}", mail.text());
        let page = dana.get("/admin/people").await;
        assert!(page.text().contains(&format!("{people} personnes")), "{}", page.text());
    }
}
