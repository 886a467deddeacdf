use ::allocation::{Exact, Format, Rule, Slips};
use ticket_pool::{
    domain::{
        ids::{EventId, PersonId},
        person::Role,
    },
    server::{
        db::{events, standings::Whose},
        services::{allocation::Telling, draw, event, request},
    },
};

use crate::harness::{Town, finalizing, wish};

/// What the season remembers of someone before this event: asked, got, counting, losses, balance.
async fn season(town: &Town, event: EventId, whose: Whose, person: PersonId) -> (u64, u64, u32, u32, i64) {
    let c = town.site.db.read();
    let event = events::find(c, event).await.unwrap().unwrap();
    let all = draw::standings(c, &event, whose).await.unwrap();
    let season = all.get(&person).copied().unwrap_or_default();
    let standing = season.standing;
    (season.asked, season.got, standing.counting, standing.losses, standing.balance.get())
}

async fn of(town: &Town, event: EventId, person: PersonId) -> (u64, u64, u32, u32, i64) {
    season(town, event, Whose::Person(person), person).await
}

/// An event of five tickets for which Asha got four and Bram none, finalized.
async fn unlucky_for_bram(town: &Town, telling: Telling) -> EventId {
    let number = town.closed_match().await;
    town.give(number, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
    town.finalize(number, telling).await.unwrap();
    number
}

const NOTHING: (u64, u64, u32, u32, i64) = (0, 0, 0, 0, 0);

both! {
    async fn who_went_without_has_more_slips_and_who_had_more_is_ahead(town: Town) {
        // 5 tickets, 4 and 3 wanted: short. Four went out to two people: the fair share is 2.
        for _ in 0..2 {
            unlucky_for_bram(&town, Telling::Changed).await;
        }
        let next = town.closed_match().await;
        for whose in [Whose::Requesters, Whose::Person(town.bram.person)] {
            assert_eq!(season(&town, next, whose, town.bram.person).await, (2, 0, 2, 2, 4_000));
        }
        assert_eq!(of(&town, next, town.asha.person).await, (2, 2, 2, 0, -4_000));
        let bram = town.request(next, &town.bram).await;
        assert_eq!(bram.frozen, Some((Slips::after(2), Exact::clamped(4_000))), "frozen at the close");
        town.draw(next, Rule::EVEN_OUT_THE_SEASON, "").await.unwrap();
        let record = town.record(next, 1).await;
        assert_eq!((record.draw.list().format(), record.check(&mut ())), (Format::Two, Some(Vec::new())));
        let first = record.draw.run().order[0] as usize;
        assert_eq!(record.draw.list().requests()[first].balance.get(), 4_000, "Bram comes first");
        assert_eq!(record.draw.list().season().unwrap().events().len(), 2, "and the record says why");
    }

    async fn an_event_from_before_is_drawn_by_the_rule_of_format_1(town: Town) {
        unlucky_for_bram(&town, Telling::Changed).await;
        let next = town.match_day().await;
        town.ask(next, &town.bram, &[1]).await.unwrap();
        town.force(&format!("UPDATE events SET draw_format = 1 WHERE id = {next}")).await.unwrap();
        assert_eq!(of(&town, next, town.bram.person).await, (1, 0, 1, 1, 2_500), "of all tickets, whoever got them");
        town.close(next).await;
        town.draw(next, Rule::EVEN_OUT_THE_SEASON, "").await.unwrap();
        let record = town.record(next, 1).await;
        assert_eq!((record.draw.list().format(), record.check(&mut ())), (Format::One, Some(Vec::new())));
        assert_eq!(record.draw.list().requests()[0].balance.get(), 2_500);
    }

    async fn an_event_with_enough_for_all_counts_for_nobody(town: Town) {
        let number = town.match_day().await;
        town.ask(number, &town.asha, &[2]).await.unwrap();
        town.close(number).await;
        town.give(number, &[(&town.asha, Some(0))]).await.unwrap();
        town.finalize(number, Telling::Changed).await.unwrap();
        let next = town.match_day().await;
        assert_eq!(of(&town, next, town.asha.person).await, (1, 0, 0, 0, 0));
    }

    async fn another_season_remembers_nothing_of_it(town: Town) {
        unlucky_for_bram(&town, Telling::Changed).await;
        let next = town.match_day().await;
        town.force("INSERT INTO pools (id, name, created_at) VALUES (77, 'Cup', '2026-11-22 12:00:00+00:00')").await.unwrap();
        town.force(&format!("UPDATE events SET pool_id = 77 WHERE id = {next}")).await.unwrap();
        assert_eq!(of(&town, next, town.bram.person).await, NOTHING);
    }

    /// An organizer finalizes silently, and someone's chances move without their knowing.
    async fn what_nobody_was_told_moves_nobody(town: Town) {
        unlucky_for_bram(&town, Telling::Nobody).await;
        let next = town.match_day().await;
        for who in [&town.asha, &town.bram] {
            assert_eq!(of(&town, next, who.person).await, NOTHING);
        }
    }

    /// An organizer asks in the name of a friend for what is never there, and in that of a victim for a lot.
    async fn what_was_asked_in_someones_name_moves_nobody_until_they_make_it_theirs(town: Town) {
        let sham = town.match_day().await;
        for (who, tiers) in [(&town.asha, &[4][..]), (&town.bram, &[4])] {
            request::save(&town.site, &town.otto, sham, who.person, &wish(tiers, 0)).await.unwrap();
        }
        town.ask(sham, &town.bram, &[4]).await.unwrap();
        town.close(sham).await;
        town.give(sham, &[(&town.asha, Some(4)), (&town.bram, Some(0))]).await.unwrap();
        town.finalize(sham, Telling::Changed).await.unwrap();
        let next = town.match_day().await;
        assert_eq!(of(&town, next, town.asha.person).await, NOTHING);
        assert_eq!(of(&town, next, town.bram.person).await.0, 1, "Bram saved his himself");
    }

    async fn what_an_organizer_took_away_moves_nobody(town: Town) {
        let number = unlucky_for_bram(&town, Telling::Changed).await;
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        request::withdraw(&town.site, &town.otto, number, town.asha.person, "Asked twice.").await.unwrap();
        let next = town.match_day().await;
        assert_eq!(of(&town, next, town.asha.person).await, NOTHING);
    }

    async fn a_reopened_event_counts_as_it_was_last_finalized_and_a_canceled_one_not_at_all(town: Town) {
        let number = unlucky_for_bram(&town, Telling::Changed).await;
        let next = town.match_day().await;
        let before = of(&town, next, town.bram.person).await;
        assert_eq!(before, (1, 0, 1, 1, 2_000));
        event::reopen(&town.site, &town.otto, number).await.unwrap();
        town.give(number, &[(&town.asha, Some(0)), (&town.bram, Some(3))]).await.unwrap();
        assert_eq!(of(&town, next, town.bram.person).await, before, "a draft changes nothing");
        let version = town.event(number).await.board_version.to_string();
        ticket_pool::server::services::allocation::finalize(&town.site, &town.otto, number, finalizing(&version)).await.unwrap();
        assert_eq!(of(&town, next, town.bram.person).await, (1, 1, 1, 0, 1_500 - 3_000));
        event::cancel(&town.site, &town.otto, number).await.unwrap();
        assert_eq!(of(&town, next, town.bram.person).await, NOTHING);
    }

    /// Whoever reopens or finalizes another event of the season between the close and the draw changes nothing of it; who is
    /// added to the list comes in with the same events.
    async fn what_was_frozen_at_the_close_stays_whatever_is_finalized_since(town: Town) {
        let first = unlucky_for_bram(&town, Telling::Changed).await;
        let next = town.closed_match().await;
        let digest = async |town: &Town| town.rows(&format!("SELECT season_digest FROM request_lists WHERE event_id = {next} ORDER BY id DESC")).await[0]["season_digest"].clone();
        let frozen = digest(&town).await;
        unlucky_for_bram(&town, Telling::Changed).await;
        event::reopen(&town.site, &town.otto, first).await.unwrap();
        town.give(first, &[(&town.bram, Some(1))]).await.unwrap();
        town.finalize(first, Telling::Changed).await.unwrap();
        town.draw(next, Rule::EVEN_OUT_THE_SEASON, "").await.unwrap();
        let record = town.record(next, 1).await;
        let claimed = record.claimed.as_ref().unwrap();
        assert_eq!(frozen, claimed.season_digest.unwrap().to_string().as_str());
        assert_eq!(record.draw.list().season().unwrap().events().len(), 1);

        let cleo = town.newcomer("Cleo").await;
        town.change(&town.dana, Role::Admin, true).await;
        request::save(&town.site, &town.otto, next, cleo.person, &wish(&[1], 0)).await.unwrap();
        town.draw(next, Rule::EVEN_OUT_THE_SEASON, "Cleo was added").await.unwrap();
        let record = town.record(next, 2).await;
        let balances: Vec<i64> = record.draw.list().requests().iter().map(|request| request.balance.get()).collect();
        assert_eq!(balances, [-2_000, 2_000, 0], "Asha, Bram, Cleo");
        assert_eq!(record.check(&mut ()), Some(Vec::new()));
    }
}
