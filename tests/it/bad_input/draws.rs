use ::allocation::Rule;
use ticket_pool::domain::{event::EventForm, ids::EventId};

use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};
use crate::harness::event_form;

both! {
    async fn a_draw_that_cannot_be_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let closed = scene.closed.to_string();
        let version = scene.town.event(scene.closed).await.board_version.to_string();
        let valid = Case::of(
            "/api/draw/make",
            Who::Otto,
            &[("event", &*closed), ("version", &version), ("rule", "balance.turns"), ("public_input", ""), ("reason", "")],
        );
        let on = |event: EventId| valid.with(&[("event", &event.to_string())]);
        let mut cases = vec![
            on(scene.open).says("Requests are still open. Close them first."),
            on(scene.finalized).says("This event is final."),
            on(scene.cancelled).says("This event is canceled."),
            on(EventId::new(4711)).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.without("rule").says("Fill this in."),
            valid.with(&[("rule", "")]).says("Fill this in."),
            valid.with(&[("version", "4711")]).says("Someone else (or another tab) changed this"),
            valid.without("version").says("Someone else (or another tab) changed this"),
            valid.with(&[("public_input", "3 9 17")]).says("This event has no public number"),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        for rule in ["best", "balance", "balance.best", "balance+turns", "balance.turns.turns", "<script>", "BALANCE.TURNS"] {
            cases.push(valid.with(&[("rule", rule)]).says("isn’t an option. Choose one of: balance.turns, equal.limit, first-come.straight."));
        }
        let long = "x".repeat(1_001);
        cases.push(valid.with(&[("public_input", &*long)]).says("That’s 1,001 characters. Use 1,000 or fewer."));
        cases.push(valid.with(&[("public_input", "3\n9")]).says("Remove line breaks"));
        cases.push(valid.with(&[("reason", &*long)]).says("That’s 1,001 characters. Use 500 or fewer."));
        cases.push(valid.with(&[("reason", "a\u{0}b")]).says("Remove line breaks"));
        all_right(&scene, cases).await;
    }

    async fn a_second_draw_needs_a_reason(town: Town) {
        let scene = Scene::set(town).await;
        scene.town.draw(scene.closed, Rule::LOTTERY, "").await.unwrap();
        let closed = scene.closed.to_string();
        let version = scene.town.event(scene.closed).await.board_version.to_string();
        let fields = [("event", &*closed), ("version", &*version), ("rule", "equal.turns"), ("reason", " ")];
        let again = Case::of("/api/draw/make", Who::Otto, &fields);
        all_right(&scene, vec![again.says("Fill this in.")]).await;
    }

    async fn a_round_that_cannot_be_taken_says_why(town: Town) {
        let waits = town.closed_match_like(&EventForm { randomness: "drand".into(), ..event_form("Rovers v City") }).await;
        town.draw(waits, Rule::LOTTERY, "").await.unwrap();
        let scene = Scene::set(town).await;
        let (waits, closed) = (waits.to_string(), scene.closed.to_string());
        let infinity = format!("c0{}", "0".repeat(94));
        let valid = Case::of("/api/draw/paste", Who::Otto, &[("event", &*waits), ("signature", &infinity)]);
        let cases = vec![
            valid.with(&[]).says("This isn’t drand’s signature of round"),
            valid.without("signature").says("Fill this in."),
            valid.with(&[("signature", "00")]).says("“00” isn’t a round’s signature"),
            valid.with(&[("signature", r#"{"round":7,"signature":"00"}"#)]).says("This is round 7. The draw waits for round"),
            valid.with(&[("event", &closed)]).says("This draw doesn’t wait anymore"),
            valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open."),
            valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final"),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Olga).leads(Leads::Forbidden),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn what_cannot_be_done_with_a_draw_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let closed = scene.closed.to_string();
        let version = scene.town.event(scene.closed).await.board_version.to_string();
        let (put, further, take_off) = ("/api/draw/put", "/api/draw/fill-further", "/api/draw/take-off");
        let valid = Case::of(put, Who::Otto, &[("event", &*closed), ("version", &version)]);
        let mut cases = Vec::new();
        for change in [put, further] {
            cases.push(valid.at(change).says("There’s no draw to work from yet."));
        }
        cases.push(valid.at(take_off).says("You’ve changed the board since applying the draw"));
        for change in [put, take_off, further] {
            let valid = valid.at(change);
            cases.push(valid.with(&[("event", &scene.open.to_string())]).says("Requests are still open."));
            cases.push(valid.with(&[("event", &scene.finalized.to_string())]).says("This event is final"));
            cases.push(valid.with(&[("event", &scene.cancelled.to_string())]).says("This event is canceled."));
            cases.push(valid.with(&[("event", "4711")]).leads(Leads::Nowhere));
            cases.push(valid.by(Who::Olga).leads(Leads::Forbidden));
            cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
            cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        }
        all_right(&scene, cases).await;
    }
}
