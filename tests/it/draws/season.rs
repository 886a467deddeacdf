use ::allocation::{Exact, Rule, Slips};
use ticket_pool::{
    domain::ids::{EventId, PersonId, PoolId},
    server::{
        db::seasons::{self, Whose},
        services::{allocation::Telling, event},
    },
};

use crate::harness::Town;

/// What the pool remembers: asked, got, counting, losses, balance.
async fn season(town: &Town, event: EventId, whose: Whose, person: PersonId) -> (u64, u64, u32, u32, i64) {
    let all = seasons::of_pool(town.site.db.read(), (PoolId::new(1), event), whose).await.unwrap();
    let season = all.get(&person).copied().unwrap_or_default();
    let standing = season.standing;
    (season.asked, season.got, standing.counting, standing.losses, standing.balance.get())
}

both! {
    async fn who_went_without_has_more_slips_and_who_had_more_is_ahead(town: Town) {
        // 5 tickets, 4 and 3 wanted: short. The even share is 2.5.
        for _ in 0..2 {
            let number = town.closed_match().await;
            town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
            town.finalize(number, Telling::Nobody).await.unwrap();
        }
        let next = town.closed_match().await;
        for whose in [Whose::Requesters, Whose::Person(town.bram.person)] {
            assert_eq!(season(&town, next, whose, town.bram.person).await, (2, 0, 2, 2, 5_000));
        }
        assert_eq!(season(&town, next, Whose::Requesters, town.asha.person).await, (2, 2, 2, 0, -3_000));
        let bram = town.request(next, &town.bram).await;
        assert_eq!(bram.frozen, Some((Slips::after(2), Exact::clamped(5_000))), "frozen at the close");
        town.draw(next, Rule::EVEN_OUT_THE_SEASON, "").await.unwrap();
        let record = town.record(next, 1).await;
        let first = record.draw.run().order[0] as usize;
        assert_eq!(record.draw.list().requests()[first].balance.get(), 5_000, "Bram comes first");
    }

    async fn an_event_with_enough_for_all_counts_for_nobody(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        event::close(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(0))]).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        let next = town.match_day().await;
        assert_eq!(season(&town, next, Whose::Person(town.asha.person), town.asha.person).await, (1, 0, 0, 0, 0));
    }

    async fn another_pool_remembers_nothing_of_it(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
        town.finalize(number, Telling::Nobody).await.unwrap();
        town.force("INSERT INTO pools (id, name, created_at) VALUES (77, 'Cup', '2026-11-22 12:00:00+00:00')").await.unwrap();
        let all = seasons::of_pool(town.site.db.read(), (PoolId::new(77), EventId::new(0)), Whose::Person(town.bram.person)).await.unwrap();
        assert!(all.is_empty());
    }

    async fn a_reopened_event_does_not_count_until_it_is_finalized_again(town: Town) {
        let number = town.finalized_match().await;
        let next = town.match_day().await;
        let asked = |season: (u64, u64, u32, u32, i64)| season.0;
        assert_eq!(asked(season(&town, next, Whose::Person(town.asha.person), town.asha.person).await), 1);
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(asked(season(&town, next, Whose::Person(town.asha.person), town.asha.person).await), 0);
    }
}
