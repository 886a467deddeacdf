//! Many at once: never more than there is, never two messages.

use ticket_pool::{
    domain::{event::EventStatus, ids::EventId},
    error::{Obstacle, Refusal},
    server::{
        db::requests,
        services::{
            Done,
            allocation::{self, Finalizing, Telling},
            event, request,
        },
    },
};
use tokio::task::JoinSet;

use crate::harness::{Town, board, finalizing, refusal, wish};

/// A refusal that losing a race may end with; never a fault.
fn lost_fairly<T: std::fmt::Debug>(done: Done<T>) {
    match refusal(done) {
        Refusal::Conflict { .. } | Refusal::Invalid { .. } | Refusal::NotNow { why: Obstacle::Finalized } => {}
        other => panic!("{other:?}"),
    }
}

/// What is given of an event, and how many tickets it has.
async fn given(town: &Town, number: EventId) -> (u32, u32) {
    let all = requests::of_event(town.site.db.read(), number).await.unwrap();
    (all.iter().filter_map(|one| one.allocated).sum(), town.event(number).await.tickets)
}

both! {
    async fn finalize_pressed_sixteen_times_sends_one_mail_each(town: Town) {
        let number = town.closed_match().await;
        town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        town.post().await;
        let version = town.event(number).await.board_version.to_string();
        let mut all = JoinSet::new();
        for _ in 0..16 {
            let (town, version) = (town.clone(), version.clone());
            all.spawn(async move {
                allocation::finalize(&town.site, &town.otto, number, Finalizing { telling: Telling::All, ..finalizing(&version) }).await
            });
        }
        let (won, lost): (Vec<_>, Vec<_>) = all.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 15));
        lost.into_iter().for_each(lost_fairly);
        assert_eq!(town.event(number).await.revision, 1);
        let mut to: Vec<_> = town.post().await.into_iter().map(|letter| letter.to_address).collect();
        to.sort();
        assert_eq!(to, ["asha@example.org", "bram@example.org"]);
    }

    async fn sixteen_saves_racing_finalize_never_give_more_than_there_is(town: Town) {
        for round in 0..4 {
            let number = town.closed_match().await;
            town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
            let (asha, bram) =
                (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
            let mut all = JoinSet::new();
            for n in 0..16 {
                let town = town.clone();
                let gives = match n % 4 {
                    0 => [(asha, Some(4)), (bram, Some(1))],
                    1 => [(asha, Some(0)), (bram, Some(3))],
                    2 => [(asha, Some(4)), (bram, Some(3))],
                    _ => [(asha, Some(2)), (bram, Some(3))],
                };
                all.spawn(async move {
                    for _ in 0..4 {
                        let version = town.event(number).await.board_version;
                        match allocation::save(&town.site, &town.otto, number, &board(version, &gives)).await {
                            Ok(saved) => assert!(saved.totals.given <= 5, "{saved:?}"),
                            lost => lost_fairly(lost),
                        }
                    }
                });
            }
            for version in 4..12 {
                let town = town.clone();
                all.spawn(async move {
                    let version = version.to_string();
                    let how = finalizing(&version);
                    if let lost @ Err(_) = allocation::finalize(&town.site, &town.otto, number, how).await {
                        lost_fairly(lost);
                    }
                });
            }
            all.join_all().await;
            let (given, tickets) = given(&town, number).await;
            assert!(given <= tickets, "round {round}: {given} of {tickets}");
            let mails = town.count("outbox", &format!("event_id = {number} AND kind = 'result'")).await;
            let finalized = town.event(number).await.status == EventStatus::Finalized;
            assert_eq!(mails, if finalized { 2 } else { 0 });
        }
    }

    async fn two_disjoint_saves_from_one_version_never_add_up_to_six(town: Town) {
        for _ in 0..8 {
            let number = town.closed_match().await;
            let (asha, bram) =
                (town.request(number, &town.asha).await.id, town.request(number, &town.bram).await.id);
            let (first, second) = (board(0, &[(asha, Some(4))]), board(0, &[(bram, Some(3))]));
            let (first, second) = tokio::join!(
                allocation::save(&town.site, &town.otto, number, &first),
                allocation::save(&town.site, &town.dana, number, &second),
            );
            assert_eq!(usize::from(first.is_ok()) + usize::from(second.is_ok()), 1);
            [first, second].into_iter().filter(Result::is_err).for_each(lost_fairly);
            assert!(given(&town, number).await.0 <= 5);
        }
    }

    async fn edits_withdrawals_and_entries_racing_finalize_leave_a_sound_result(town: Town) {
        for _ in 0..4 {
            let number = town.closed_match().await;
            town.give(number, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
            let version = town.event(number).await.board_version.to_string();
            let mut form = crate::harness::event_form("Rovers v United");
            (form.tickets, form.version) = ("4".into(), town.event(number).await.version.to_string());
            let cleo = town.dana.person;
            let how = finalizing(&version);
            let entry = wish(&[1], 0);
            let (finalized, edited, withdrawn, entered) = tokio::join!(
                allocation::finalize(&town.site, &town.otto, number, how),
                event::edit(&town.site, &town.dana, number, &form),
                request::withdraw(&town.site, &town.otto, number, town.asha.person, "Asked twice."),
                request::save(&town.site, &town.otto, number, cleo, &entry),
            );
            for lost in [finalized.map(|_| ()), edited, withdrawn, entered].into_iter().filter(Result::is_err) {
                lost_fairly(lost);
            }
            let event = town.event(number).await;
            if event.status == EventStatus::Finalized {
                let all = requests::of_event(town.site.db.read(), number).await.unwrap();
                assert!(all.iter().all(|one| one.allocated.is_some() && one.told == one.allocated), "{all:?}");
                let (given, tickets) = given(&town, number).await;
                assert!(given <= tickets, "{given} of {tickets}");
            }
        }
    }
}
