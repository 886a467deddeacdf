//! No blast: on a first start, after the program stood still; and no summary of nothing.

use chrono::TimeDelta;
use ticket_pool::server::services::event;

use super::receivers;
use crate::harness::event_form;

both! {
    async fn a_first_start_reminds_nobody_of_what_was_due_before(town: Town) {
        town.match_day().await;
        town.post().await;
        town.wait(TimeDelta::days(10) + TimeDelta::hours(7));
        assert_eq!(town.reminds().await.len(), 0);
        town.wait(TimeDelta::hours(1));
        assert_eq!(town.reminds().await.len(), 0);
    }

    async fn a_program_that_stood_still_for_days_reminds_nobody_of_what_is_long_ago(town: Town) {
        town.reminds().await;
        town.match_day().await;
        town.post().await;
        town.wait(TimeDelta::days(11));
        assert_eq!(town.reminds().await.len(), 0);
    }

    async fn an_organizer_is_told_in_the_morning_what_is_new_and_of_nothing_if_nothing_is(town: Town) {
        let number = town.match_day().await;
        town.reminds().await;
        town.wait(TimeDelta::hours(20));
        assert_eq!(town.reminds().await.len(), 0, "a day on which nothing happened");
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.ask(number, &town.bram, &[1]).await.unwrap();
        town.post().await;
        town.wait(TimeDelta::hours(23));
        assert_eq!(town.reminds().await.len(), 0, "it is not yet 8");
        town.wait(TimeDelta::hours(1));
        let letters = town.reminds().await;
        assert_eq!(receivers(&letters), ["otto@example.org"]);
        assert!(letters[0].text.contains("Rovers v United: 2 new requests."), "{}", letters[0].text);
        town.wait(TimeDelta::days(1));
        assert_eq!(town.reminds().await.len(), 0, "they were told");
        event::create(&town.site, &town.olga, &event_form("Olga’s walk")).await.unwrap();
        town.wait(TimeDelta::days(1));
        assert_eq!(town.reminds().await.len(), 0, "nobody asked");
    }
}
