use allocation::memory::Line;
use ticket_pool::{
    domain::ids::{EventId, SeasonId},
    server::{
        auth::Actor,
        db::{memory::ledger_of, settle::Recount},
        services::{
            after::{self as service, Answer},
            recount,
        },
    },
};

use crate::harness::Town;

/// What the only event of the season says of someone.
pub async fn line(town: &Town, who: &Actor) -> Line {
    let season = (Some(SeasonId::new(1)), EventId::new(0));
    let ledger = ledger_of(town.site.db.read(), season).await.unwrap();
    assert_eq!(ledger.len(), 1);
    ledger[0].1.lines.get(&who.person).copied().unwrap_or_default()
}

pub async fn balance(town: &Town, who: &Actor) -> i64 {
    town.number(&format!("SELECT balance FROM standings WHERE user_id = {}", who.person)).await
}

both! {
    async fn what_asha_gave_back_in_time_and_bram_took_is_made_good_to_her(town: Town) {
        let event = town.settled_match().await;
        assert_eq!(line(&town, &town.asha).await.counted, 4_000);
        town.returned(event, &town.asha, 2).await;
        assert_eq!(line(&town, &town.asha).await.counted, 4_000, "nobody has taken them");
        let before = balance(&town, &town.asha).await;
        let offer = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, offer.id, Answer::Take).await.unwrap();
        let asha = line(&town, &town.asha).await;
        assert_eq!((asha.got, asha.counted), (4, 3_000), "half of each that went on");
        let bram = line(&town, &town.bram).await;
        assert_eq!((bram.got, bram.counted), (3, 3_000));
        assert!(balance(&town, &town.asha).await > before, "it is kept at once");
        assert_eq!(recount::run(&town.site).await.unwrap(), Recount::default());
    }

    async fn what_nobody_took_counts_as_had(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - town.now());
        service::catch_up(&town.site).await.unwrap();
        let asha = line(&town, &town.asha).await;
        assert_eq!((asha.got, asha.counted), (4, 4_000));
    }

    async fn whoever_takes_from_the_table_without_having_asked_pays_for_it_and_has_no_share(town: Town) {
        let event = town.settled_match().await;
        let starts_at = town.event(event).await.schedule.starts_at;
        town.wait(starts_at - chrono::TimeDelta::hours(12) - town.now());
        town.returned(event, &town.asha, 2).await;
        service::claim(&town.site, &town.dana, event, ("2", "")).await.unwrap();
        let dana = line(&town, &town.dana).await;
        assert_eq!((dana.part, dana.got, dana.counted), (false, 2, 2_000));
        assert_eq!(line(&town, &town.asha).await.counted, 3_000);
    }

    async fn saying_no_or_not_answering_never_counts(town: Town) {
        let event = town.settled_match().await;
        let before = [line(&town, &town.bram).await, line(&town, &town.olga).await];
        town.returned(event, &town.asha, 2).await;
        let bram = town.offered(event, &town.bram).await.unwrap();
        service::answer(&town.site, &town.bram, bram.id, Answer::Decline).await.unwrap();
        let olga = town.offered(event, &town.olga).await.unwrap();
        town.wait(olga.until - town.now());
        service::catch_up(&town.site).await.unwrap();
        assert_eq!([line(&town, &town.bram).await, line(&town, &town.olga).await], before);
    }
}
