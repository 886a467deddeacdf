//! Seats and files for those who have tickets.

use axum::http::{Method, StatusCode, header};
use chrono::TimeDelta;
use ticket_pool::{
    domain::{
        handout::{MAX_FILE, SentFile},
        ids::{EventId, PersonId},
        typed::Problem,
    },
    error::{Obstacle, Refusal},
    server::{
        db::handouts,
        services::after::{Saved, Sent, hand_out},
        worker,
    },
};

use crate::harness::{Answer, Browser, multipart, refusal};

/// What handing out changes.
const KEPT: [&str; 3] = ["handouts", "outbox", "audit_log"];

/// A whole PDF, as far as anybody looks.
fn pdf(says: &str) -> Vec<u8> {
    format!("%PDF-1.7\n% {says}\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n").into_bytes()
}

fn named(name: &str, says: &str) -> SentFile {
    SentFile { name: name.into(), content: pdf(says) }
}

fn line(person: PersonId, shown: &str, typed: &str) -> Sent {
    Sent { lines: [(person, (shown.to_owned(), typed.to_owned()))].into(), ..Sent::default() }
}

async fn upload(otto: &mut Browser, event: EventId, fields: &[(&str, &str)], files: &[(&str, &str, &[u8])]) -> Answer {
    let request = otto.request(Method::POST, "/api/after/hand-out").header(header::ORIGIN, "http://localhost:5000");
    let event = event.to_string();
    let fields = [&[("event", &*event)], fields].concat();
    otto.send(multipart(request, &fields, files)).await
}

both! {
    async fn otto_hands_out_by_name_and_each_sees_their_own(town: Town) {
        let event = town.finalized_match().await;
        town.post().await;
        let mut otto = town.browser_of(&town.otto).await;
        let (asha, bram) = (pdf("Asha"), pdf("Bram"));
        let row = format!("line-{}", town.asha.person);
        let files = [("files", "Tickets_asha.pdf", &*asha), ("files", "BRAM 3.PDF", &*bram), ("files", "map.pdf", &*asha)];
        let answer = upload(&mut otto, event, &[(&*row, "Row 5, seats 1 and 2 <b>")], &files).await;
        let page = otto.get(answer.location()).await;
        assert!(page.text().contains("map.pdf") && page.text().contains("isn’t saved"), "{}", page.text());
        assert!(page.body.contains("Row 5, seats 1 and 2 &lt;b>") || page.body.contains("Row 5, seats 1 and 2 &lt;b&gt;"), "{}", page.body);
        let mut hers = town.browser_of(&town.asha).await;
        let page = hers.get(&format!("/events/{event}")).await;
        assert!(page.text().contains("Row 5, seats 1 and 2 <b>") && page.text().contains("Tickets_asha.pdf"), "{}", page.text());
        let path = format!("/events/{event}/handouts/{}.pdf", town.asha.person);
        let file = hers.get(&path).await;
        assert_eq!((file.status, file.body.as_bytes()), (StatusCode::OK, &*asha));
        assert_eq!(file.headers[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(file.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"Tickets_asha.pdf\"");
        assert_eq!(file.headers["x-content-type-options"], "nosniff");
        assert_eq!(otto.get(&path).await.status, StatusCode::OK, "who runs the event");
        // Nobody else's, and nothing without a sign-in.
        for who in [&town.bram, &town.olga] {
            let answer = town.browser_of(who).await.get(&path).await;
            assert!(answer.location().starts_with("/problem/"), "{} {}", answer.status, answer.location());
        }
        assert!(town.browser().get(&path).await.location().starts_with("/sign-in"));
        assert!(town.post().await.is_empty(), "in two minutes");
        town.wait(TimeDelta::minutes(2));
        let letters = town.post().await;
        let mut to: Vec<&str> = letters.iter().map(|letter| letter.to_name.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["Asha", "Bram"]);
        let hers = letters.iter().find(|letter| letter.to_name == "Asha").unwrap();
        assert!(hers.text.contains("Row 5, seats 1 and 2 <b>") && hers.text.contains("Sign in to download"), "{}", hers.text);
    }

    async fn what_is_put_right_within_two_minutes_is_told_once(town: Town) {
        let event = town.finalized_match().await;
        town.post().await;
        let asha = town.asha.person;
        hand_out(&town.site, &town.otto, event, line(asha, "", "Row 5")).await.unwrap();
        town.wait(TimeDelta::minutes(1));
        let saved = hand_out(&town.site, &town.otto, event, line(asha, "Row 5", "Row 6")).await.unwrap();
        assert_eq!(saved.changed, 1);
        let again = hand_out(&town.site, &town.otto, event, line(asha, "Row 5", "Row 6")).await.unwrap();
        assert_eq!(again, Saved::default(), "it stands so already");
        town.wait(TimeDelta::minutes(3));
        let letters = town.post().await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("Row 6") && !letters[0].text.contains("Row 5"), "{}", letters[0].text);
        // Taken back, it is told.
        hand_out(&town.site, &town.otto, event, line(asha, "Row 6", "")).await.unwrap();
        assert_eq!(handouts::of_event(town.site.db.read(), event).await.unwrap(), []);
        town.wait(TimeDelta::minutes(3));
        assert!(town.post().await[0].subject.contains("Taken back"));
    }

    async fn a_line_that_another_organizer_changed_meanwhile_is_not_overwritten(town: Town) {
        let event = town.finalized_match().await;
        let asha = town.asha.person;
        hand_out(&town.site, &town.otto, event, line(asha, "", "Row 5")).await.unwrap();
        let late = hand_out(&town.site, &town.dana, event, line(asha, "", "Row 9")).await;
        assert!(matches!(refusal(late), Refusal::Conflict { .. }));
        // What was not touched is left as it is.
        let untouched = hand_out(&town.site, &town.dana, event, line(asha, "", "")).await.unwrap();
        assert_eq!(untouched, Saved::default());
        assert_eq!(handouts::of_event(town.site.db.read(), event).await.unwrap()[0].line, "Row 5");
    }

    async fn what_another_organizer_saved_meanwhile_stays_though_a_form_was_refused(town: Town) {
        let event = town.finalized_match().await;
        let (asha, bram) = (town.asha.person, town.bram.person);
        let mut dana = town.browser_of(&town.dana).await;
        // Dana's page is open; Otto hands something to Asha; Dana types Bram's line and a file that is none.
        hand_out(&town.site, &town.otto, event, line(asha, "", "Row 5")).await.unwrap();
        let (of_asha, of_bram) = (format!("line-{asha}"), format!("line-{bram}"));
        let (shown_asha, shown_bram) = (format!("shown-{asha}"), format!("shown-{bram}"));
        let fields = [(&*shown_asha, ""), (&*of_asha, ""), (&*shown_bram, ""), (&*of_bram, "Row 9")];
        let refused = upload(&mut dana, event, &fields, &[("files", "map.pdf", b"no PDF")]).await;
        let page = dana.get(refused.location()).await;
        let value = |name: &str| {
            let field = format!("input[name='{name}'][value='Row 5']");
            page.count(&field)
        };
        assert_eq!((value(&of_asha), value(&shown_asha)), (1, 1), "as it stands now");
        assert_eq!(page.count(&format!("input[name='{of_bram}'][value='Row 9']")), 1, "as she typed it");
    }

    async fn more_than_is_taken_at_once_is_refused(town: Town) {
        let event = town.finalized_match().await;
        let files = (0..1_001).map(|number| named(&format!("{number}.pdf"), ""));
        let many = Sent { by_name: files.collect(), ..Sent::default() };
        let problem = Problem::TooManyFiles { max: 1_000, seen: 1_001 };
        assert_eq!(refusal(hand_out(&town.site, &town.otto, event, many).await), Refusal::field("files", problem));
        let long = Sent { pasted: "a".repeat(300_001), ..Sent::default() };
        let problem = Problem::TooLong { max: 300_000, seen: 300_001 };
        assert_eq!(refusal(hand_out(&town.site, &town.otto, event, long).await), Refusal::field("pasted", problem));
    }

    async fn thirty_days_after_the_end_nothing_more_is_handed_out(town: Town) {
        let event = town.finalized_match().await;
        let over = town.event(event).await.door_closes_at();
        town.wait(over - town.now());
        let late = hand_out(&town.site, &town.otto, event, line(town.asha.person, "", "Row 5")).await;
        assert_eq!(refusal(late), Refusal::NotNow { why: Obstacle::HandoutsClosed });
    }

    async fn a_file_that_is_none_is_refused_and_nothing_is_kept(town: Town) {
        let event = town.finalized_match().await;
        let mut otto = town.browser_of(&town.otto).await;
        let before = town.snapshot(&KEPT).await;
        let mut large = pdf("large");
        large.resize(MAX_FILE + 1, b' ');
        let good = pdf("Bram");
        for (name, content, says) in [
            ("Asha.pdf", &b"PK\x03\x04 a sheet"[..], "“Asha.pdf” isn’t a whole PDF file."),
            ("../../Asha", b"<script>alert(1)</script>", "“Asha.pdf” isn’t a whole PDF file."),
            ("Asha.pdf", &good[..20], "“Asha.pdf” isn’t a whole PDF file."),
            ("Asha.pdf", b"", "“Asha.pdf” isn’t a whole PDF file."),
            ("Asha.pdf", &large, "“Asha.pdf” is larger than 5 MB."),
        ] {
            let whose = format!("line-{}", town.asha.person);
            let files = [("files", "Bram.pdf", &*good), ("files", name, content)];
            let answer = upload(&mut otto, event, &[(&*whose, "Row 5")], &files).await;
            let page = otto.get(answer.location()).await;
            assert!(page.text().contains(says) && page.text().contains("Row 5"), "{name}: {}", page.text());
            assert_eq!(town.snapshot(&KEPT).await, before, "{name}");
            town.wait(TimeDelta::minutes(1));
        }
        let huge = vec![b' '; 50 * 1024 * 1024];
        let answer = upload(&mut otto, event, &[], &[("files", "Asha.pdf", &*huge)]).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert_eq!(town.snapshot(&KEPT).await, before);
        // Without the line that tells its parts apart, and cut off.
        for (kind, body) in [("multipart/form-data", "x"), ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"event\"\r\n\r\n1")] {
            let request = otto.request(Method::POST, "/api/after/hand-out").header(header::ORIGIN, "http://localhost:5000");
            let answer = otto.send(request.header(header::CONTENT_TYPE, kind).body(body.into()).unwrap()).await;
            assert!(answer.status.is_client_error() || answer.location().starts_with("/problem/"), "{} {}", answer.status, answer.location());
        }
    }

    async fn two_files_for_one_person_and_files_of_those_without_tickets_are_nobodys(town: Town) {
        let event = town.finalized_match().await;
        let by_name = vec![named("Asha.pdf", "one"), named("asha 2.pdf", "two"), named("Olga.pdf", "no tickets")];
        let saved = hand_out(&town.site, &town.otto, event, Sent { by_name, ..Sent::default() }).await.unwrap();
        assert_eq!(saved, Saved { changed: 1, nobodys: vec!["asha 2.pdf".into(), "Olga.pdf".into()] });
        let olga = [(town.olga.person, named("x.pdf", "x"))].into();
        let by_hand = hand_out(&town.site, &town.otto, event, Sent { files: olga, ..Sent::default() }).await;
        assert_eq!(refusal(by_hand), Refusal::field(&format!("file-{}", town.olga.person), Problem::NoSuchPerson));
    }

    async fn whoever_has_no_tickets_anymore_has_no_file_and_after_a_month_nobody_has(town: Town) {
        let event = town.settled_match().await;
        let files = [(town.asha.person, named("4 tickets.pdf", "Asha")), (town.bram.person, named("1.pdf", "Bram"))].into();
        hand_out(&town.site, &town.otto, event, Sent { files, ..Sent::default() }).await.unwrap();
        town.returned(event, &town.asha, 2).await;
        let mut otto = town.browser_of(&town.otto).await;
        let page = otto.get(&format!("/events/{event}/handouts")).await.text();
        assert!(page.contains("This was handed out for 4 tickets. They now have 2."), "{page}");
        let path = format!("/events/{event}/handouts/{}.pdf", town.asha.person);
        let mut hers = town.browser_of(&town.asha).await;
        assert_eq!(hers.get(&path).await.status, StatusCode::OK);
        town.returned(event, &town.asha, 2).await;
        assert!(hers.get(&path).await.location().starts_with("/problem/"));
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - town.now() + TimeDelta::days(29));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(handouts::of_event(town.site.db.read(), event).await.unwrap().len(), 2);
        town.wait(TimeDelta::days(1) + TimeDelta::seconds(1));
        worker::tidy(&town.site).await.unwrap();
        assert_eq!(handouts::of_event(town.site.db.read(), event).await.unwrap(), []);
        assert_eq!(handouts::content(town.site.db.read(), event, town.bram.person).await.unwrap(), None);
    }

    async fn what_someone_was_handed_out_is_in_their_own_data(town: Town) {
        let event = town.finalized_match().await;
        hand_out(&town.site, &town.otto, event, line(town.asha.person, "", "Row 5")).await.unwrap();
        let data = town.browser_of(&town.asha).await.get("/account/data.json").await.body;
        assert!(data.contains("\"line\": \"Row 5\""), "{data}");
        let others = town.browser_of(&town.bram).await.get("/account/data.json").await.body;
        assert!(!others.contains("Row 5"));
    }

    async fn seats_come_from_a_spreadsheet_too(town: Town) {
        let event = town.finalized_match().await;
        let pasted = "Name;Seats\nASHA\tRow 5, seats 1 and 2\r\n\"bram@example.org\";\"Row 6\"\nOlga\tRow 7\nBram;Row 8\n".to_owned();
        let saved = hand_out(&town.site, &town.otto, event, Sent { pasted, ..Sent::default() }).await.unwrap();
        let nobodys = ["Name;Seats", "Olga\tRow 7", "Bram;Row 8"].map(ToOwned::to_owned).to_vec();
        assert_eq!(saved, Saved { changed: 2, nobodys });
        let mut kept: Vec<String> =
            handouts::of_event(town.site.db.read(), event).await.unwrap().into_iter().map(|one| one.line).collect();
        kept.sort_unstable();
        assert_eq!(kept, ["Row 5, seats 1 and 2", "Row 6"]);
    }
}
