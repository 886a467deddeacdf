use chrono::TimeDelta;
use ticket_pool::{
    error::{Obstacle, Refusal},
    server::services::{after as service, remind},
};

use crate::harness::refusal;

both! {
    async fn what_cannot_be_written_whole_is_not_written_and_comes_later(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        town.wait(service::UNDO);
        town.force("ALTER TABLE outbox RENAME TO put_away").await.unwrap();
        service::catch_up(&town.site).await.unwrap();
        town.force("ALTER TABLE put_away RENAME TO outbox").await.unwrap();
        assert_eq!(town.held(event).await, [4, 1, 0], "no letter, no offer");
        assert_eq!(town.count("after_entries", "1 = 1").await + town.count("offers", "1 = 1").await, 0);
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 0]);
        // Killed here: what was committed waits in the outbox, for whoever starts next.
        let waits = town.rows("SELECT kind FROM outbox WHERE status = 'waiting' AND kind IN ('offer', 'returned') ORDER BY kind").await;
        assert_eq!(waits.iter().map(|row| row["kind"].as_str().unwrap()).collect::<Vec<_>>(), ["offer", "returned"]);
        assert_eq!(town.post_due().await.len(), 2);
    }

    async fn what_was_given_back_in_time_counts_though_the_program_stood_still_until_it_began(town: Town) {
        let event = town.settled_match().await;
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at + TimeDelta::hours(1) - town.now());
        service::catch_up(&town.site).await.unwrap();
        assert_eq!(town.held(event).await, [2, 1, 0]);
        assert_eq!(town.all_offers(event).await, [], "there is nothing to be offered any more");
        assert_eq!(town.event(event).await.after.due_at, None);
        assert_eq!(service::catch_up(&town.site).await.unwrap(), 0, "it is over");
    }

    async fn after_a_long_stop_everything_comes_in_the_order_in_which_it_was_due(town: Town) {
        let event = town.settled_match().await;
        remind::remind(&town.site).await.unwrap();
        town.returned(event, &town.asha, 2).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        // Asha gives back the rest a minute before Bram's time is over; then the program stands still.
        town.wait(offer.until - TimeDelta::minutes(2) - town.now());
        remind::remind(&town.site).await.unwrap();
        service::give_back(&town.site, &town.asha, (event, town.asha.person), ("2", "", "")).await.unwrap();
        town.wait(TimeDelta::minutes(10));
        service::catch_up(&town.site).await.unwrap();
        let whats = town.rows("SELECT what FROM after_entries ORDER BY sequence").await;
        let whats: Vec<_> = whats.iter().map(|row| row["what"].as_str().unwrap()).collect();
        let since = whats.iter().rposition(|&what| what == "return").unwrap();
        assert_eq!(whats[since..], ["return", "offer", "lapse", "table"], "{whats:?}");
    }

    async fn two_say_too_late_that_they_do_not_come_while_a_ticket_is_left(town: Town) {
        let event = town.match_day().await;
        town.settle_in_turn(event, &[(&town.asha, &[3]), (&town.bram, &[1])]).await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - TimeDelta::hours(1) - town.now());
        for who in [&town.asha, &town.bram] {
            let given = service::give_back(&town.site, who, (event, who.person), ("1", "", "")).await.unwrap();
            assert_eq!(given, service::Given::Late);
        }
        let again = service::give_back(&town.site, &town.bram, (event, town.bram.person), ("1", "", "")).await;
        assert_eq!(refusal(again), Refusal::NotNow { why: Obstacle::NotSoMany });
        assert_eq!(town.event(event).await.after.on_table, 1, "the one that nobody had");
        assert_eq!(service::claim(&town.site, &town.olga, event, ("1", "")).await.unwrap(), 1);
    }
}
