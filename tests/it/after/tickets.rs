//! There are more tickets, or fewer, and the result stands.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use ticket_pool::{
    domain::{event::EventStatus, ids::EventId, typed::Problem},
    error::{Obstacle, Refusal},
    server::{
        db::{after::OfferStatus, settle::Recount},
        services::{
            after::{self as service, Answer},
            allocation::Telling,
            event, recount,
        },
    },
};

use crate::harness::{Town, refusal};

/// What `ticket-pool verify` says of the record.
async fn verdict(town: &Town, event: EventId) -> String {
    let record = town.browser_of(&town.olga).await.get(&format!("/events/{event}/draws/1.json")).await.body;
    let mut verify = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    verify.args(["verify", "-"]).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut verify = verify.spawn().unwrap();
    verify.stdin.take().unwrap().write_all(record.as_bytes()).unwrap();
    let said = verify.wait_with_output().unwrap();
    assert!(
        said.status.success(),
        "{} {}",
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr)
    );
    String::from_utf8(said.stdout).unwrap()
}

both! {
    async fn two_more_tickets_go_to_whose_turn_it_is_and_everyone_hears_of_them(town: Town) {
        let event = town.settled_match().await;
        service::set_tickets(&town.site, &town.otto, event, "7").await.unwrap();
        assert_eq!(town.event(event).await.tickets, 7);
        let offer = town.offered(event, &town.bram).await.unwrap();
        assert_eq!((offer.number, town.request(event, &town.bram).await.allocated), (2, Some(1)));
        let letters = town.post().await;
        let told = |name: &str| letters.iter().any(|letter| letter.to_name == name && letter.text.contains("There are 7 tickets, not 5."));
        assert!(told("Asha") && told("Bram") && told("Olga"), "{letters:?}");
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        assert_eq!(town.held(event).await, [4, 3, 0]);
        let said = verdict(&town, event).await;
        assert!(said.contains("0 tickets came back, 2 were taken, every offer went to whose turn it was."), "{said}");
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }

    async fn of_fewer_the_latest_offer_goes_and_bram_is_told(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        town.post().await;
        service::set_tickets(&town.site, &town.otto, event, "3").await.unwrap();
        let now = town.event(event).await;
        assert_eq!((now.tickets, now.after.offered, town.held(event).await), (3, 0, [2, 1, 0]));
        assert_eq!(town.all_offers(event).await[0].status, OfferStatus::Void);
        let letters = town.post().await;
        let over = letters.iter().find(|letter| letter.to_name == "Bram" && letter.subject.contains("No longer")).unwrap();
        assert!(over.text.contains("There are fewer tickets now"), "{}", over.text);
        verdict(&town, event).await;
        // The two are there again, and it is his turn again: he never declined.
        service::set_tickets(&town.site, &town.otto, event, "5").await.unwrap();
        assert_eq!(town.offered(event, &town.bram).await.unwrap().number, 2);
        verdict(&town, event).await;
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }

    async fn of_one_fewer_bram_is_offered_nothing_since_one_is_not_what_he_wants(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        service::set_tickets(&town.site, &town.otto, event, "4").await.unwrap();
        assert_eq!(town.offered(event, &town.bram).await, None);
        let now = town.event(event).await;
        assert_eq!((now.after.offered, now.after.on_table), (0, 0), "it waits for a second one");
        verdict(&town, event).await;
    }

    async fn reopened_afterward_it_need_not_be_drawn_again(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        service::set_tickets(&town.site, &town.otto, event, "3").await.unwrap();
        event::reopen(&town.site, &town.otto, event).await.unwrap();
        town.finalize(event, Telling::Changed).await.unwrap();
        assert_eq!((town.status(event).await, town.held(event).await), (EventStatus::Finalized, [2, 1, 0]));
        town.returned(event, &town.asha, 1).await;
        verdict(&town, event).await;
    }

    async fn the_season_counts_with_the_tickets_there_were_at_the_result(town: Town) {
        let event = town.settled_match().await;
        let counted = "SELECT CAST(SUM(balance * balance) AS bigint) FROM standings";
        let before = town.number(counted).await;
        assert!(before > 0, "there were too few");
        service::set_tickets(&town.site, &town.otto, event, "40").await.unwrap();
        assert_eq!(town.number(counted).await, before, "who took what when there were few");
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }

    async fn fewer_than_people_have_is_refused_and_so_is_no_number(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let out = |seen: &str| Problem::OutOfRange { min: 3, max: 100_000, seen: seen.into() };
        let cases = [
            ("2", out("2")),
            ("0", out("0")),
            ("-1", out("-1")),
            ("99999999", out("99999999")),
            ("", Problem::Missing),
            ("many", Problem::NotANumber { seen: "many".into() }),
        ];
        for (typed, problem) in cases {
            let refused = service::set_tickets(&town.site, &town.otto, event, typed).await;
            assert_eq!(refusal(refused), Refusal::field("tickets", problem), "{typed:?}");
        }
        for who in [&town.asha, &town.bram, &town.olga] {
            let refused = service::set_tickets(&town.site, who, event, "9").await;
            assert_eq!(refusal(refused), Refusal::Forbidden);
        }
        let closed = town.closed_match().await;
        let refused = service::set_tickets(&town.site, &town.otto, closed, "9").await;
        assert_eq!(refusal(refused), Refusal::NotNow { why: Obstacle::NotFinalized });
        town.wait(town.event(event).await.schedule.starts_at - town.now());
        let refused = service::set_tickets(&town.site, &town.otto, event, "9").await;
        assert_eq!(refusal(refused), Refusal::NotNow { why: Obstacle::EventBegan });
        assert_eq!(town.event(event).await.tickets, 5);
    }

    async fn said_twice_at_once_it_is_done_once(town: Town) {
        let event = town.settled_match().await;
        let say = || service::set_tickets(&town.site, &town.otto, event, "7");
        let (one, two) = tokio::join!(say(), say());
        one.unwrap();
        two.unwrap();
        assert_eq!(town.count("after_entries", "what = 'tickets'").await, 1);
        assert_eq!(town.count("audit_log", "action = 'after.tickets'").await, 1);
    }
}
